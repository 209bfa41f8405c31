"""What every public page shares: how it presents itself to search engines and social networks."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import Page

from blog.embeds import frame_origins
from blog.seo.preview import SearchPreviewPanel
from images.reading import prefetch_renditions
from pagecache.policy import cacheable

SOCIAL_HELP = "Laat leeg voor de kaart met de titel, of anders de grote afbeelding van de pagina."
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

    # Wagtail's; it says nothing of types.
    first_published_at: Any

    canonical_url = models.URLField(
        "oorspronkelijk adres",
        blank=True,
        help_text="Alleen invullen als deze tekst eerder ergens anders verscheen; zoekmachines wijzen dan "
        "daarheen.",
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
            [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("slug")],
            heading="In de zoekresultaten",
        ),
        SearchPreviewPanel(heading="Zo ziet het eruit"),
        MultiFieldPanel(
            [
                FieldPanel("social_image", help_text=SOCIAL_HELP),
                FieldPanel("canonical_url"),
                FieldPanel("noindex"),
            ],
            heading="Delen en bijzonderheden",
        ),
        # Shows nothing here: it gives the editor's side panel the moments of appearing and disappearing.
        PublishingPanel(),
    ]
    menu_panels = [FieldPanel("show_in_menus")]

    class Meta:
        abstract = True

    # What is joined when a reader asks for the page (blog.routing).
    reading_relations: ClassVar[tuple[str, ...]] = ("social_image", "social_picture")
    # What a reader may ask with ?name= that gives another page (pagecache.policy).
    reading_parameters: ClassVar[tuple[str, ...]] = ()

    def full_clean(self, *args, **kwargs):
        # Wagtail gives a date to what it publishes; what a program publishes has one too (blog.listings).
        if self.live and self.first_published_at is None:
            self.first_published_at = timezone.now()
        super().full_clean(*args, **kwargs)

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if frames := frame_origins(self.streams()):
            response._csp_update = {"frame-src": frames}
        if self.get_view_restrictions().exists():
            return response
        return cacheable(response, *self.reading_parameters)

    def get_context(self, request, *args, **kwargs):
        from blog.page_context import gifts_context, page_context

        context = super().get_context(request, *args, **kwargs)
        context |= page_context(self, request)
        context |= self.more_context(request, context)
        context |= gifts_context(self, request, context["pictures"])
        prefetch_renditions(context["pictures"])
        return context

    def more_context(self, request, context) -> dict:
        """Return what this kind of page shows beyond its own fields; may add to `context["pictures"]`."""
        return {}

    def streams(self) -> list:
        """Return the values of the page's StreamFields."""
        return [self.body] if hasattr(self, "body") else []

    def rich_texts(self) -> list[str]:
        """Return the rich texts outside the streams, as stored."""
        return []

    @cached_property
    def trail(self) -> list[Page]:
        """The pages above this one, the home page first. `blog.routing` fills it in beforehand."""
        return list(self.get_ancestors().filter(depth__gt=1))

    def get_view_restrictions(self):
        # Asked twice for each visit; nothing is asked where `blog.routing` knows that there are none.
        if not hasattr(self, "_view_restrictions"):
            self._view_restrictions = super().get_view_restrictions()
        return self._view_restrictions

    def lead_image(self):
        """Return the picture that stands for this page in lists and on social networks, or None."""
        return getattr(self, "hero_image", None)

    def lead_text(self) -> str:
        """Return the plain text that introduces this page, "" where it has none."""
        return getattr(self, "intro", "")
