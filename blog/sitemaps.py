"""The list of pages for search engines: the tree (each page names its own addresses) and the gifts."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap as PageSitemap

from leads.models import LeadMagnet


class MagnetSitemap(Sitemap):
    """The gifts that can be asked for."""

    def items(self):
        return LeadMagnet.objects.available()

    def location(self, item: LeadMagnet) -> str:
        return reverse("leads:sign_up", args=[item.slug])


SITEMAPS = {"pages": PageSitemap, "gifts": MagnetSitemap}
