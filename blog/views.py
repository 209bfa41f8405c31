"""Addresses outside the page tree: search, robots.txt and the icon."""

import re
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from blog.models import ArticlePage, PodcastEpisodePage

RESULTS_A_PAGE = 10
QUERY_LENGTH = 100
DATED = (ArticlePage, PodcastEpisodePage)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search the published, unrestricted pages of this site."""
    query = request.GET.get("q", "").strip()[:QUERY_LENGTH]
    # Signs mean something to the search of the database, and not the same to each.
    words = " ".join(re.findall(r"\w+", query))
    site = Site.find_for_request(request)
    results = []
    if words and site is not None:
        pages = Page.objects.live().public().descendant_of(site.root_page)
        results = pages.search(words, operator="and")
        if not results.count():
            results = pages.autocomplete(words)
    page = Paginator(results, RESULTS_A_PAGE).get_page(request.GET.get("pagina"))
    found = [
        {"page": result, "kind": result._meta.verbose_name, "has_date": isinstance(result, DATED)}
        for result in (
            Page.objects.filter(pk__in=[hit.pk for hit in page.object_list]).specific() if words else []
        )
    ]
    order = [hit.pk for hit in page.object_list]
    found.sort(key=lambda item: order.index(item["page"].pk))
    context = {"title": "Zoeken", "query": query, "results": page, "found": found}
    return render(request, "blog/search.html", context | {"page_query": urlencode({"q": query}) + "&"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say what crawlers may read, and where the list of pages is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /reacties/",
        "Disallow: /aanmelden/bevestigen/",
        "Disallow: /download/",
        "Disallow: /afmelden/",
        "Disallow: /zoeken/",
        "",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers and readers of feeds that ask for the icon of old to the one we have."""
    return redirect(static("img/icon-180.png"))
