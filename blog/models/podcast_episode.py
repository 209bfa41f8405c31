"""PodcastEpisodePage: one episode, with its sound, its notes and what belongs to it."""

from contextlib import suppress
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator, URLValidator
from django.db import models
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from blog.blocks.body import ArticleBody
from blog.models.base import SitePage, image_key
from blog.podcast import mpeg, transcripts
from blog.podcast.audio import KINDS, SUFFIXES, Sound, Unrecognised, read_sound
from blog.podcast.blocks import Articles, Chapters, Guests, Hosts
from blog.podcast.clock import LengthField, clock
from blog.podcast.panels import episode_edit_handler
from pagecache.policy import cacheable

HTTPS = URLValidator(schemes=["https"], message="Typ een adres dat met https:// begint.", code="not_https")


class PodcastEpisodePage(RoutablePageMixin, SitePage):
    season = models.PositiveSmallIntegerField("seizoen", null=True, blank=True)
    number = models.PositiveSmallIntegerField("nummer", null=True, blank=True)
    episode_type = models.CharField(
        "soort",
        max_length=7,
        choices=[("full", "aflevering"), ("trailer", "vooruitblik"), ("bonus", "extra")],
        default="full",
    )
    summary = models.TextField(
        "samenvatting", help_text="Twee of drie zinnen, ook in de lijst van afleveringen."
    )
    audio = models.FileField(
        "geluidsbestand",
        upload_to="podcast/",
        blank=True,
        validators=[
            FileExtensionValidator(
                [name for name in SUFFIXES if name not in ("mp4", "oga")],
                "Kies een MP3-, M4A-, AAC-, OGG- of OPUS-bestand.",
            )
        ],
        help_text="MP3 werkt overal; M4A, AAC, OGG en OPUS mogen ook.",
    )
    audio_address = models.URLField(
        "of het adres van het geluid",
        max_length=500,
        blank=True,
        validators=[HTTPS],
        help_text="Als het geluid ergens anders staat. Vul dan ook soort, grootte en duur in.",
    )
    audio_kind = models.CharField("soort geluid", max_length=20, choices=list(KINDS.items()), blank=True)
    audio_bytes = models.PositiveBigIntegerField("grootte in bytes", default=0, blank=True)
    duration = LengthField(
        "duur",
        null=True,
        blank=True,
        help_text="Zoals 32:10. Bij een geluidsbestand leest de site dit zelf.",
    )
    cover = image_key("hoes", "Vierkant, 1400 tot 3000 pixels breed. Leeg: de hoes van de podcast.")
    explicit = models.BooleanField("grof taalgebruik of niet voor kinderen", default=False)
    body = StreamField(ArticleBody(), blank=True, verbose_name="notities bij de aflevering")
    chapters = StreamField(Chapters(), blank=True, verbose_name="hoofdstukken")
    transcript = models.TextField(
        "transcript",
        blank=True,
        help_text="WebVTT of SRT (dan loopt de tekst mee met het geluid), of gewone tekst.",
    )
    guests = StreamField(Guests(), blank=True, verbose_name="gasten")
    hosts = StreamField(Hosts(), blank=True, verbose_name="makers")
    articles = StreamField(Articles(), blank=True, verbose_name="artikelen bij deze aflevering")
    # What listening programs know an episode by: never another one once it was published.
    guid = models.CharField("kenmerk", max_length=500, blank=True, db_index=True)

    edit_handler = episode_edit_handler(SitePage.search_engine_panels)
    search_fields = [*SitePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    exclude_fields_in_copy = ["guid"]
    template = "blog/podcast_episode_page.html"
    reading_relations = ("social_image", "social_picture", "cover")
    parent_page_types = ["blog.PodcastIndexPage"]
    subpage_types: list[str] = []
    page_description = "Eén aflevering met geluid en notities."

    class Meta:
        verbose_name = "aflevering"
        verbose_name_plural = "afleveringen"

    def clean(self):
        super().clean()
        errors = {}
        if self.slug == "feed":
            errors["slug"] = "Dit adres is al van de feed. Kies een ander."
        if self.audio and self.audio_address:
            errors["audio_address"] = "Kies één van beide: een bestand of een adres."
        try:
            transcripts.parse(self.transcript)
        except transcripts.Unreadable as error:
            errors["transcript"] = str(error)
        suffix = (self.audio.name or "").lower().rpartition(".")[2]
        # Another name the field itself refuses.
        if suffix in SUFFIXES and not getattr(self.audio, "_committed", False):
            sound = self.take_over_sound()
            if sound is None or sound.kind != SUFFIXES[suffix]:
                errors["audio"] = (
                    f"Dit heet {suffix.upper()}, maar er zit iets anders in. Kies een ander bestand."
                )
        if errors:
            raise ValidationError(errors)

    def take_over_sound(self) -> Sound | None:
        """Take over what a new file says of itself: size, kind, length, and chapters if none are typed.

        Returns None when it says nothing. An episode whose file is lost can still be edited.
        """
        was_open = not self.audio.closed
        try:
            self.audio_bytes = self.audio.size
            file = self.audio.file
            sound = read_sound(file)
            self.audio_kind = sound.kind
            self.duration = sound.seconds or self.duration
            if sound.kind == "audio/mpeg" and not self.chapters:
                found = mpeg.chapters(file)
                self.chapters = [("chapter", {**chapter._asdict(), "image": None}) for chapter in found]
        except (OSError, Unrecognised):
            return None
        finally:
            # What stands in the storage was opened here; an upload is still to be saved.
            if getattr(self.audio, "_committed", False) and not was_open:
                self.audio.close()
        return sound

    def save(self, *args, **kwargs):
        # The feed needs the size; asking the storage for it on every request would be slow on object storage.
        with suppress(OSError):
            if self.audio and self.audio.size != self.audio_bytes:
                self.take_over_sound()
        if self.pk and self.live:
            published = PodcastEpisodePage.objects.filter(pk=self.pk, first_published_at__isnull=False)
            self.guid = next(iter(published.values_list("guid", flat=True)), "") or self.guid
        self.guid = self.guid or f"urn:uuid:{self.translation_key}"
        super().save(*args, **kwargs)

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if not self.audio and self.audio_address:
            # Sound that stands elsewhere is fetched from there, once a listener presses play.
            parts = urlsplit(self.audio_address)
            origin = f"{parts.scheme}://{parts.netloc}"
            response._csp_update = getattr(response, "_csp_update", {}) | {"media-src": [origin]}
        return response if self.get_view_restrictions().exists() else cacheable(response)

    @path("transcript/", name="transcript")
    def transcript_file(self, request):
        from blog.podcast.views import transcript

        return transcript(request, self)

    @path("hoofdstukken/", name="chapters")
    def chapters_file(self, request):
        from blog.podcast.views import chapters

        return chapters(request, self)

    def streams(self) -> list:
        return [self.body, self.chapters, self.guests, self.hosts, self.articles]

    def more_context(self, request, context):
        from blog.podcast.episode_context import episode_context

        return episode_context(self, request, context)

    def lead_image(self):
        return self.cover

    def lead_text(self) -> str:
        return self.summary

    def audio_url(self) -> str:
        """Return where the sound is: an address with a host, or one within the site; "" without sound."""
        return self.audio.url if self.audio else self.audio_address

    @property
    def audio_type(self) -> str:
        """The media type of the sound, "" when unknown."""
        # Opus comes in a file of the kind Ogg (RFC 7845, 9).
        kind = "audio/ogg" if self.audio_kind == "audio/opus" else self.audio_kind
        return kind or ("audio/mpeg" if self.audio else "")

    @property
    def duration_iso(self) -> str:
        """The length as ISO 8601 has it, "" when unknown."""
        minutes, seconds = divmod(self.duration or 0, 60)
        return f"PT{minutes}M{seconds}S" if self.duration else ""

    @property
    def feed_guid(self) -> str:
        return self.guid or f"urn:uuid:{self.translation_key}"

    def duration_display(self) -> str:
        """Return the length as "12:05", "" when unknown."""
        return clock(self.duration) if self.duration else ""

    def cues(self) -> tuple[transcripts.Cue, ...]:
        """Return the pieces of the transcript; none of one that can't be read, which only a draft has."""
        try:
            return transcripts.parse(self.transcript)
        except transcripts.Unreadable:
            return ()

    def transcript_text(self) -> str:
        """Return the words of the transcript, for search."""
        return transcripts.as_text(self.cues())

    def chapter_list(self) -> list:
        """Return the chapters in the order of their times."""
        return sorted((child.value for child in self.chapters), key=lambda chapter: chapter["start"] or 0)
