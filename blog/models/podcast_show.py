"""PodcastIndexPage: the show, with its feed."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from blog.listings import EPISODE, newest_first, open_to_all, paginate, with_picture
from blog.models.base import SitePage, image_key
from blog.models.podcast_episode import HTTPS, PodcastEpisodePage
from blog.podcast.artwork import TOO_SMALL, is_cover
from blog.podcast.blocks import Platforms
from blog.podcast.categories import CATEGORIES
from blog.podcast.panels import show_edit_handler
from blog.podcast.show import guid_of_feed
from pagecache.policy import cacheable


class PodcastIndexPage(RoutablePageMixin, SitePage):
    intro = models.TextField("inleiding", blank=True)
    hero_image = image_key("grote afbeelding")
    feed_title = models.CharField(
        "naam van de podcast", max_length=200, blank=True, help_text="Leeg: de titel van deze pagina."
    )
    feed_description = models.TextField(
        "beschrijving", blank=True, max_length=4000, help_text="Leeg: de inleiding van deze pagina."
    )
    feed_author = models.CharField(
        "maker", max_length=200, blank=True, help_text="Leeg: de naam van je praktijk."
    )
    owner_name = models.CharField("naam van de eigenaar", max_length=200, blank=True)
    owner_email = models.EmailField(
        "e-mailadres van de eigenaar",
        blank=True,
        help_text="Let op: dit adres staat leesbaar in de feed, dus iedereen kan het zien. Apple en Spotify "
        "sturen er een code heen als je de podcast aanmeldt; daarna mag je het weghalen.",
    )
    category = models.CharField(
        "categorie", max_length=60, choices=CATEGORIES, default="Health & Fitness|Mental Health"
    )
    second_category = models.CharField("tweede categorie", max_length=60, choices=CATEGORIES, blank=True)
    explicit = models.BooleanField(
        "grof taalgebruik of niet voor kinderen", default=False, help_text="Geldt voor de hele podcast."
    )
    show_type = models.CharField(
        "volgorde",
        max_length=8,
        choices=[("episodic", "losse afleveringen"), ("serial", "een verhaal, van voren af aan")],
        default="episodic",
    )
    medium = models.CharField(
        "soort",
        max_length=10,
        choices=[("podcast", "podcast"), ("music", "muziek"), ("audiobook", "luisterboek")],
        default="podcast",
    )
    cover = image_key("hoes", "Vierkant, 1400 tot 3000 pixels breed. Zonder hoes neemt Apple niets op.")
    copyright = models.CharField("rechten", max_length=200, blank=True, help_text="Bijvoorbeeld: © 2026 Tij.")
    feed_locked = models.BooleanField(
        "niemand mag de podcast verhuizen",
        default=True,
        help_text="Zet uit als je zelf naar een andere plek wilt verhuizen.",
    )
    podcast_guid = models.CharField("kenmerk van de podcast", max_length=36, blank=True)
    new_feed_url = models.URLField(
        "nieuw adres van de feed",
        blank=True,
        validators=[HTTPS],
        help_text="Alleen als je met de podcast verhuist: luisterprogramma's gaan dan naar dit adres.",
    )
    platforms = StreamField(Platforms(), blank=True, verbose_name="ook te horen op")

    edit_handler = show_edit_handler(SitePage.search_engine_panels, SitePage.menu_panels)
    template = "blog/podcast_index_page.html"
    reading_relations = ("social_image", "social_picture", "hero_image", "cover")
    reading_parameters = ("pagina",)
    parent_page_types = ["blog.HomePage"]
    subpage_types = ["blog.PodcastEpisodePage"]
    page_description = "Lijst van afleveringen, met een feed voor Apple, Spotify en de rest."

    class Meta:
        verbose_name = "overzicht van de podcast"
        verbose_name_plural = "overzichten van podcasts"

    def clean(self):
        super().clean()
        # Each with its own field: a small cover must not hide an address that is wrong.
        if self.cover and not is_cover(self.cover):
            raise ValidationError({"cover": TOO_SMALL.format(self.cover.width, self.cover.height)})

    def save(self, *args, **kwargs):
        # Once given it stays, also when the address changes (podcast:guid).
        if not self.podcast_guid and self.pk and (self.full_url or "").startswith("https://"):
            self.podcast_guid = guid_of_feed(self.feed_address())
        super().save(*args, **kwargs)

    def serve(self, request, *args, **kwargs):
        # The mixin answers by itself, so what SitePage.serve says about keeping is said here again.
        response = super().serve(request, *args, **kwargs)
        return response if self.get_view_restrictions().exists() else cacheable(response, "pagina")

    def feed_address(self) -> str:
        """Return the absolute address of the feed, "" where the page has none yet."""
        return f"{self.full_url}feed/" if self.full_url else ""

    def streams(self) -> list:
        return [self.platforms]

    @path("feed/", name="feed")
    def feed(self, request):
        from blog.podcast.views import feed

        return feed(request, self)

    def more_context(self, request, context):
        episodes = newest_first(open_to_all(PodcastEpisodePage.objects.child_of(self)))
        shown = paginate(request, with_picture(episodes, "cover", *EPISODE), kept_as=("podcast", self.pk))
        context["pictures"] += [episode.cover for episode in shown.object_list]
        return {
            "episodes": shown,
            "feed_url": f"{self.get_url(request)}feed/" if self.get_url(request) else "",
            "platforms": [row.value for row in self.platforms],
        }
