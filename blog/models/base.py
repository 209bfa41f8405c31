"""What every public page shares: how it presents itself to search engines and social networks."""

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from pagecache.policy import cacheable

IMAGE_MODEL = settings.WAGTAILIMAGES_IMAGE_MODEL


def image_key(label: str, help_text: str = "", *, related_name: str = "+") -> models.ForeignKey:
    """Return an optional foreign key to an image that survives the image's removal."""
    return models.ForeignKey(
        IMAGE_MODEL,
        verbose_name=label,
        help_text=help_text,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name=related_name,
    )


class SitePage(Page):
    """Base of all our pages."""

    canonical_url = models.URLField(
        "oorspronkelijk adres",
        blank=True,
        help_text="Alleen invullen als deze tekst eerder ergens anders verscheen; zoekmachines wijzen dan daarheen.",
    )
    noindex = models.BooleanField(
        "verberg voor zoekmachines",
        default=False,
        help_text="De pagina blijft voor bezoekers gewoon bereikbaar.",
    )
    social_image = image_key(
        "afbeelding bij delen", "Laat leeg om de grote afbeelding van de pagina te gebruiken."
    )

    search_engine_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading="In de zoekresultaten",
        ),
        MultiFieldPanel(
            [FieldPanel("social_image"), FieldPanel("canonical_url"), FieldPanel("noindex")],
            heading="Delen en bijzonderheden",
        ),
    ]
    menu_panels = [FieldPanel("show_in_menus")]

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if getattr(request, "is_preview", False) or self.get_view_restrictions().exists():
            return response
        return cacheable(response)

    def get_context(self, request, *args, **kwargs):
        from blog.page_context import body_context

        context = super().get_context(request, *args, **kwargs)
        if hasattr(self, "body"):
            context |= body_context(self, request)
        return context

    def get_sitemap_urls(self, request=None):
        return [] if self.noindex else super().get_sitemap_urls(request)

    def lead_image(self):
        """Return the picture that stands for this page in lists and on social networks, or None."""
        return getattr(self, "hero_image", None)

    def lead_text(self) -> str:
        """Return the plain text that introduces this page, "" where it has none."""
        return getattr(self, "intro", "")
