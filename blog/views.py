"""Addresses outside the page tree: robots.txt and the icon."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from pagecache.policy import cacheable

# The admin, and what is of one reader or says nothing by itself.
NOT_FOR_ROBOTS = (
    "/admin/",
    "/reacties/",
    "/aanmelden/bevestigen/",
    "/download/",
    "/afmelden/",
    "/mijn-gegevens/",
    "/zoeken/",
)
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


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
