"""A lead magnet ("weggever") and the files that one receives for it."""

import uuid
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils.text import slugify
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.models import Orderable
from wagtail.search import index

from leads.files import CONTENT_TYPES, private_storage, validate_gift_file
from leads.name_panel import NameFieldPanel
from leads.widgets import GiftFileInput

CONFIRM_TEXT = (
    "Wat fijn dat je er even voor gaat zitten. Met één klik bevestig je dat dit jouw adres is, "
    "en daarna staat je download meteen klaar."
)
THANKS_TEXT = (
    "Neem er rustig de tijd voor. Je hoeft niet alles in één keer te lezen; kom terug wanneer het je uitkomt."
)


# /aanmelden/bevestigen/<token>/ and /aanmelden/verse-link/<token>/ are taken.
TAKEN_SLUGS = ("bevestigen", "verse-link")


def validate_free_slug(value: str) -> None:
    if value in TAKEN_SLUGS:
        raise ValidationError("Dit adres gebruikt de site zelf. Kies een ander.")


class LeadMagnetQuerySet(models.QuerySet["LeadMagnet"]):
    def available(self) -> "LeadMagnetQuerySet":
        return self.filter(is_active=True)


class LeadMagnet(index.Indexed, ClusterableModel):
    class Kind(models.TextChoices):
        ROADMAP = "roadmap", "Routekaart"
        EBOOK = "ebook", "E-boek"
        WORKSHEET = "worksheet", "Werkblad"
        AUDIO = "audio", "Audio"

    name = models.CharField("naam", max_length=120, help_text="Zo heet de weggever op de site en in de mail.")
    slug = models.SlugField(
        "adres",
        max_length=80,
        unique=True,
        validators=[validate_free_slug],
        help_text="Het laatste stukje van het adres van de aanmeldpagina: /aanmelden/dit-stukje/. "
        "Wijzig het liever niet meer.",
    )
    kind = models.CharField("soort", max_length=20, choices=Kind, default=Kind.EBOOK)
    cover = models.ForeignKey(
        "images.SiteImage",
        verbose_name="kaft",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Een staand plaatje van de voorkant.",
    )
    pitch = models.TextField(
        "waarom je dit wilt hebben",
        help_text="Twee of drie zinnen: voor wie is dit, en wat heeft die eraan?",
    )
    bullets = models.TextField(
        "wat erin staat",
        blank=True,
        help_text="Elk punt op een eigen regel. Drie tot vijf punten lezen het prettigst.",
    )
    button_text = models.CharField("tekst op de knop", max_length=40, default="Stuur het me toe")
    confirm_text = models.TextField(
        "tekst in de bevestigingsmail",
        default=CONFIRM_TEXT,
        help_text="Staat boven de knop ‘Bevestig en download’ in de eerste mail.",
    )
    thanks_text = models.TextField(
        "bedanktekst",
        default=THANKS_TEXT,
        help_text="Staat op de downloadpagina en in de tweede mail, waarin de download ook te vinden is.",
    )
    is_active = models.BooleanField(
        "te krijgen",
        default=True,
        help_text="Zet dit uit om de weggever van de site te halen. Wie al een link heeft, houdt die.",
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = LeadMagnetQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                NameFieldPanel("name", targets=["slug"], placeholder=False),
                FieldPanel("slug", widget=SlugInput),
                FieldPanel("kind"),
                FieldPanel("cover"),
            ],
            "Wat het is",
        ),
        MultiFieldPanel(
            [FieldPanel("pitch"), FieldPanel("bullets"), FieldPanel("button_text")], "De uitnodiging"
        ),
        InlinePanel("files", heading="Bestanden", label="Bestand", min_num=1),
        MultiFieldPanel([FieldPanel("confirm_text"), FieldPanel("thanks_text")], "Mails en bedanktekst"),
        FieldPanel("is_active"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("is_active"),
    ]

    class Meta:
        verbose_name = "weggever"
        verbose_name_plural = "weggevers"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["roadmap", "ebook", "worksheet", "audio"]),
                name="leads_leadmagnet_kind",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("leads:sign_up", args=[self.slug])

    @property
    def bullet_list(self) -> list[str]:
        return [line.strip() for line in self.bullets.splitlines() if line.strip()]


def gift_path(instance: "LeadMagnetFile", filename: str) -> str:
    """A name that tells nothing and never clashes; the reader sees `LeadMagnetFile.download_name`."""
    return f"gifts/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"


class LeadMagnetFile(Orderable):
    magnet = ParentalKey(LeadMagnet, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(
        "titel", max_length=120, help_text="Staat op de downloadknop, bijvoorbeeld: ‘De routekaart (A4)’."
    )
    file = models.FileField(
        "bestand",
        storage=private_storage,
        upload_to=gift_path,
        validators=[FileExtensionValidator(sorted(CONTENT_TYPES)), validate_gift_file],
        help_text="PDF, EPUB, MP3 of ZIP, hooguit 100 MB. Alleen wie zich aanmeldt, kan erbij.",
    )
    size = models.PositiveBigIntegerField("grootte", default=0, editable=False)

    panels = [FieldPanel("title"), FieldPanel("file", widget=GiftFileInput)]

    class Meta(Orderable.Meta):
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:  # type: ignore[attr-defined]
            self.size = self.file.size
            self._forget_replaced_file()
        super().save(*args, **kwargs)

    def _forget_replaced_file(self) -> None:
        """Delete the file that stood here before, once the new one is committed."""
        replaced = LeadMagnetFile.objects.filter(pk=self.pk).values_list("file", flat=True).first()
        if replaced:
            transaction.on_commit(lambda: private_storage().delete(replaced))

    @property
    def extension(self) -> str:
        return PurePath(self.file.name or "").suffix.lstrip(".").lower()

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES.get(self.extension, "application/octet-stream")

    @property
    def download_name(self) -> str:
        return f"{slugify(self.title) or 'download'}.{self.extension}"
