"""Addresses of the sitemap."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from blog.sitemaps import documents, sections
from blog.sitemaps.documents import Entry
from pagecache.policy import cacheable

XML = "application/xml; charset=utf-8"


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """List the parts."""
    site = _site(request)
    listed = [
        Entry(site.root_url + reverse("blog:sitemap_part", args=[section, number]), changed)
        for section, number, changed in sections.parts(site)
    ]
    return cacheable(HttpResponse(documents.index(listed), XML))


@require_safe
def part(request: HttpRequest, section: str, number: int) -> HttpResponseBase:
    """List the pages of one part."""
    listed = sections.entries(_site(request), section, number)
    if not listed:
        raise Http404
    return cacheable(HttpResponse(documents.part(listed), XML))


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site
