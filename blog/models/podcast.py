"""PodcastIndexPage and its episodes, in their simple form."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from blog.blocks.body import ArticleBody
from blog.listings import EPISODE, newest_first, open_to_all, paginate, with_picture
from blog.models.base import SitePage, image_key
from leads.files import recognise


class PodcastIndexPage(SitePage):
    intro = models.TextField("inleiding", blank=True)
    hero_image = image_key("grote afbeelding")

    content_panels = [
        TitleFieldPanel("title", placeholder="Titel"),
        FieldPanel("intro"),
        FieldPanel("hero_image"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Inhoud"),
            ObjectList([*SitePage.search_engine_panels, *SitePage.menu_panels], heading="Vindbaarheid"),
        ]
    )
    template = "blog/podcast_index_page.html"
    reading_relations = ("social_image", "hero_image")
    reading_parameters = ("pagina",)
    parent_page_types = ["blog.HomePage"]
    subpage_types = ["blog.PodcastEpisodePage"]
    page_description = "Lijst van afleveringen."

    class Meta:
        verbose_name = "overzicht van de podcast"
        verbose_name_plural = "overzichten van podcasts"

    def more_context(self, request, context):
        episodes = newest_first(open_to_all(PodcastEpisodePage.objects.child_of(self)))
        shown = paginate(request, with_picture(episodes, "cover", *EPISODE), kept_as=("podcast", self.pk))
        context["pictures"] += [episode.cover for episode in shown.object_list]
        return {"episodes": shown}


class PodcastEpisodePage(SitePage):
    number = models.PositiveSmallIntegerField("nummer", null=True, blank=True)
    summary = models.TextField(
        "samenvatting", help_text="Twee of drie zinnen, ook in de lijst van afleveringen."
    )
    audio = models.FileField(
        "geluidsbestand",
        upload_to="podcast/",
        blank=True,
        validators=[FileExtensionValidator(["mp3"], "Kies een MP3-bestand.")],
        help_text="Een MP3-bestand.",
    )
    audio_bytes = models.PositiveIntegerField(default=0, editable=False)
    duration = models.PositiveIntegerField(
        "duur in seconden", null=True, blank=True, help_text="Mag leeg blijven."
    )
    cover = image_key("hoes", "Vierkant, minstens 1400 bij 1400 pixels.")
    body = StreamField(ArticleBody(), blank=True, verbose_name="notities bij de aflevering")

    content_panels = [
        TitleFieldPanel("title", placeholder="Titel"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("audio"), FieldPanel("duration"), FieldPanel("cover")],
            heading="De aflevering",
        ),
        FieldPanel("body"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Inhoud"),
            ObjectList(SitePage.search_engine_panels, heading="Vindbaarheid"),
        ]
    )
    search_fields = [*SitePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    template = "blog/podcast_episode_page.html"
    reading_relations = ("social_image", "cover")
    parent_page_types = ["blog.PodcastIndexPage"]
    subpage_types: list[str] = []
    page_description = "Eén aflevering met geluid en notities."

    class Meta:
        verbose_name = "aflevering"
        verbose_name_plural = "afleveringen"

    def clean(self):
        super().clean()
        # Another name than .mp3 the field itself refuses.
        named = (self.audio.name or "").lower().endswith(".mp3")
        if named and not getattr(self.audio, "_committed", False) and recognise(self.audio.file) != "mp3":
            raise ValidationError(
                {"audio": "Dit heet MP3, maar er zit iets anders in. Kies een MP3-bestand."}
            )

    def save(self, *args, **kwargs):
        # The feed needs the size; asking the storage for it on every request would be slow on object storage.
        # An episode whose file is lost can still be edited.
        with suppress(OSError):
            self.audio_bytes = self.audio.size if self.audio else 0
        super().save(*args, **kwargs)

    def lead_image(self):
        return self.cover

    def lead_text(self) -> str:
        return self.summary

    def duration_display(self) -> str:
        """Return the length as "12:05", "" when unknown."""
        if not self.duration:
            return ""
        minutes, seconds = divmod(self.duration, 60)
        return f"{minutes}:{seconds:02d}"
