"""What people asked for, that which was not found first."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import Max, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from search.models import Asked
from search.question import read
from search.viewsets import ASKED

PERMISSION = "search.view_asked"
PERIODS = {"week": ("Deze week", 7), "maand": ("30 dagen", 30), "halfjaar": ("180 dagen", 180)}
MOST_ROWS = 100


@dataclass(frozen=True)
class Row:
    query: str
    times: int
    results: int
    last: date
    # What it is read as, where the site takes a word for a slip of the pen.
    meant: str
    # Words of it that the site does not have.
    lacking: tuple[str, ...]
    url: str
    synonym_url: str
    promote_url: str


@require_safe
@permission_required(PERMISSION)
def report(request: HttpRequest) -> HttpResponse:
    period = request.GET.get("periode", "maand")
    period = period if period in PERIODS else "maand"
    since = timezone.localdate() - timedelta(days=PERIODS[period][1] - 1)
    asked = Asked.objects.filter(day__gte=since).values("query").annotate(total=Sum("times"), last=Max("day"))
    rows = _rows(asked.order_by("-total", "query")[: MOST_ROWS * 10], since)
    context = {
        "missed": _as_understood([row for row in rows if not row.results][:MOST_ROWS]),
        "found": _as_understood([row for row in rows if row.results][:MOST_ROWS]),
        "total": sum(row.times for row in rows),
        "period": period,
        "periods": [
            (name, label, f"?{urlencode({'periode': name})}") for name, (label, _) in PERIODS.items()
        ],
        "may_add_synonyms": request.user.has_perm("search.add_synonyms"),
        "may_promote": request.user.has_perm("wagtailsearchpromotions.add_searchpromotion"),
        "header_title": "Wat men zoekt",
        "header_icon": "search",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": "", "label": "Wat men zoekt"},
        ],
    }
    return render(request, "search/admin/report.html", context)


def _as_understood(rows: list[Row]) -> list[Row]:
    """Say of each question how it is read now: slips of the pen, and words that nothing here has."""
    understood = []
    for row in rows:
        question = read(row.query)
        lacking = () if question.meant else tuple(one.text for one in question.wanted if not one.is_known)
        # A question with no results lacks all its words: that is why it stands among the misses.
        understood.append(replace(row, meant=question.meant, lacking=lacking if row.results else ()))
    return understood


def _rows(asked: QuerySet, since: date) -> list[Row]:
    every = list(asked)
    # How many there were the last time that it was asked.
    newest = dict(
        Asked.objects.filter(day__gte=since, query__in=[one["query"] for one in every])
        .order_by("day")
        .values_list("query", "results")
    )
    add, promote = reverse("wagtailsnippets_search_synonyms:add"), reverse("search_admin:promote")
    return [
        Row(
            query=one["query"],
            times=one["total"],
            results=newest[one["query"]],
            last=one["last"],
            meant="",
            lacking=(),
            url=f"{reverse('search:results')}?{urlencode({'q': one['query']})}",
            synonym_url=f"{add}?{urlencode({ASKED: one['query']})}",
            promote_url=f"{promote}?{urlencode({ASKED: one['query']})}",
        )
        for one in every
    ]
