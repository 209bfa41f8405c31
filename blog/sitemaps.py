"""The list of pages for search engines: the tree (each page names its own addresses) and the gifts."""

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import views
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap as PageSitemap

from leads.models import LeadMagnet


class MagnetSitemap(Sitemap):
    """The gifts that can be asked for."""

    def items(self):
        return LeadMagnet.objects.available()

    def location(self, item: LeadMagnet) -> str:
        return reverse("leads:sign_up", args=[item.slug])


class PartSitemap(PageSitemap):
    """The pages of the tree, so many in one answer that it stays small and quick."""

    limit = 1000


SITEMAPS = {"pages": PartSitemap, "gifts": MagnetSitemap}


@require_safe
def whole(request: HttpRequest) -> HttpResponse:
    """List everything; on a site with more pages than one part holds, list the parts (sitemaps.org)."""
    if PartSitemap(request).paginator.num_pages > 1:
        return views.index(request, SITEMAPS, sitemap_url_name="blog:sitemap_part")
    return views.sitemap(request, SITEMAPS)


@require_safe
def part(request: HttpRequest, section: str) -> HttpResponse:
    """List one part: `?p=` of the pages or of the gifts."""
    return views.sitemap(request, SITEMAPS, section=section)
