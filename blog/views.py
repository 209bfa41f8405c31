"""Addresses outside the page tree: search, robots.txt and the icon."""

import re
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from blog.models import ArticlePage, PodcastEpisodePage
from pagecache.policy import cacheable

RESULTS_A_PAGE = 10
QUERY_LENGTH = 100
DATED = (ArticlePage, PodcastEpisodePage)
# The admin, and what is of one reader or says nothing by itself.
NOT_FOR_ROBOTS = ("/admin/", "/reacties/", "/aanmelden/bevestigen/", "/download/", "/afmelden/", "/zoeken/")
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


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
def robots(request: HttpRequest) -> HttpResponseBase:
    """Say what crawlers may read, and where the list of pages is; a copy of the site wants none of them."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), ""]
    site = Site.find_for_request(request)
    if site is None or settings.HIDE_FROM_SEARCH or not _is_asked_by_its_name(request):
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines.append(f"Sitemap: {site.root_url}{reverse('blog:sitemap')}")
    return cacheable(HttpResponse("\n".join([*lines, ""]), "text/plain; charset=utf-8"))


def _is_asked_by_its_name(request: HttpRequest) -> bool:
    """Say whether a request came by the address that readers know, and not by another way in."""
    own, asked = urlsplit(settings.SITE_URL).hostname, urlsplit(f"//{request.get_host()}").hostname
    return own == asked or {own, asked} <= LOOPBACK


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers and readers of feeds that ask for the icon of old to the one we have."""
    return redirect(static("img/icon-180.png"))
