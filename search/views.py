"""The page of results, and titles while one types."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from blog.models import SiteSettings
from blog.models.categories import categories, used_categories
from comments.assessment import danger_in
from search.finding import Answer, entries, find
from search.links import Choice, link, popular
from search.models import Entry
from search.promotions import promoted
from search.recording import record
from search.results import address, show
from search.suggestions import suggest

RESULTS_A_PAGE = 10
QUERY_LENGTH = 100
SUGGESTION_SECONDS = 60
# Robots turn pages without end; nobody reads so far.
LAST_PAGE = 50


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Answer a question, or ask for one."""
    query = _query(request)
    kind = request.GET.get("soort", "")
    kind = kind if kind in Entry.Kind.values else ""
    slug = request.GET.get("categorie", "")
    category = next((found for found in categories().values() if slug and found.slug == slug), None)
    context: dict[str, Any] = {
        "title": "Zoeken",
        "query": query,
        "kind": kind,
        "category": category,
        "found": [],
    }
    if not query:
        return render(request, "search/results.html", context | {"ways_on": popular(request)})
    answer = find(query, kind, category.pk if category else None)
    page = Paginator(answer.found[: RESULTS_A_PAGE * LAST_PAGE], RESULTS_A_PAGE).get_page(
        request.GET.get("pagina")
    )
    settings = SiteSettings.for_request(request)
    chosen = {"q": query, "soort": kind, "categorie": category.slug if category else ""}
    if "pagina" not in request.GET and not kind and not category:
        record(query, 0 if answer.is_corrected else len(answer.found))
    context |= {
        "results": page,
        "count": len(answer.found),
        "found": show(entries(page.object_list), answer.question.terms, request),
        "answered": answer.answered,
        "is_corrected": answer.is_corrected,
        "has_all": answer.has_all,
        "meant": "" if answer.is_corrected else answer.question.meant,
        "meant_query": urlencode({"q": answer.question.meant}),
        "promoted": promoted(query, request) if page.number == 1 else [],
        "kinds": _kinds(answer, chosen),
        "categories": _categories(answer, chosen),
        # The words that reactions are looked through for.
        "crisis_lines": settings.crisis_lines if danger_in(query) else None,
        "ways_on": [] if answer.found else popular(request),
        "page_query": urlencode({name: value for name, value in chosen.items() if value}) + "&",
    }
    return render(request, "search/results.html", context)


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Return titles that go with what is being typed, as {"titels": [{"titel", "adres", "soort"}]}."""
    found = suggest(_query(request))
    titles = [
        {"titel": entry.name, "adres": address(entry, request), "soort": entry.get_kind_display()}
        for entry in found
    ]
    response = JsonResponse({"titels": titles}, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = f"public, max-age={SUGGESTION_SECONDS}"
    response["X-Robots-Tag"] = "noindex"
    return response


def _query(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:QUERY_LENGTH].strip()


def _kinds(answer: Answer, chosen: dict[str, str]) -> list[Choice]:
    held = [(value, label) for value, label in Entry.Kind.choices if answer.kinds.get(value)]
    if len(held) < 2 and not chosen["soort"]:
        return []
    every = Choice("Alles", link(chosen, soort=""), None, not chosen["soort"])
    return [
        every,
        *(
            Choice(label, link(chosen, soort=value), answer.kinds[value], chosen["soort"] == value)
            for value, label in held
        ),
    ]


def _categories(answer: Answer, chosen: dict[str, str]) -> list[Choice]:
    held = [category for category in used_categories() if answer.categories.get(category.pk)]
    if len(held) < 2 and not chosen["categorie"]:
        return []
    every = Choice("Alle categorieën", link(chosen, categorie=""), None, not chosen["categorie"])
    return [
        every,
        *(
            Choice(
                category.name,
                link(chosen, categorie=category.slug),
                answer.categories[category.pk],
                chosen["categorie"] == category.slug,
            )
            for category in held
        ),
    ]
