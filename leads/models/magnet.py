"""A lead magnet ("weggever"): what one gets for an address, and the words around it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from modelcluster.models import ClusterableModel
from wagtail.models import PreviewableMixin
from wagtail.search import index

# {weggever} becomes the name of the gift (LeadMagnet.filled_in).
PLACEHOLDER_HELP = "{weggever} wordt de naam van de weggever."
CONFIRM_SUBJECT = "Nog één klik en {weggever} is van jou"
GIFT_SUBJECT = "Hier is {weggever}"
CONFIRM_TEXT = (
    "Wat fijn dat je er even voor gaat zitten. Met één klik bevestig je dat dit jouw adres is, "
    "en daarna staat je download meteen klaar."
)
GIFT_TEXT = (
    "Bewaar deze mail: met de knop hieronder kun je er de komende twee weken nog eens bij. "
    "Je hoeft niet alles in één keer te lezen."
)
THANKS_TEXT = (
    "Neem er rustig de tijd voor. Je hoeft niet alles in één keer te lezen; kom terug wanneer het je uitkomt."
)


PREVIEW_MODES = [
    ("landing", "Aanmeldpagina"),
    ("card", "Kaart in een artikel"),
    ("confirm", "Eerste mail"),
    ("confirm-dark", "Eerste mail, in het donker"),
    ("gift", "Tweede mail"),
    ("gift-dark", "Tweede mail, in het donker"),
    ("download", "Downloadpagina"),
]

# /aanmelden/bevestigen/<token>/, /aanmelden/verse-link/<token>/ and /aanmelden/gezien/ are taken.
TAKEN_SLUGS = ("bevestigen", "verse-link", "gezien")


def validate_free_slug(value: str) -> None:
    if value in TAKEN_SLUGS:
        raise ValidationError("Dit adres gebruikt de site zelf. Kies een ander.")


class LeadMagnetQuerySet(models.QuerySet["LeadMagnet"]):
    def available(self) -> "LeadMagnetQuerySet":
        return self.filter(is_active=True)


class LeadMagnet(PreviewableMixin, index.Indexed, ClusterableModel):
    class Kind(models.TextChoices):
        ROADMAP = "roadmap", "Routekaart"
        EBOOK = "ebook", "E-boek"
        WORKSHEET = "worksheet", "Werkblad"
        AUDIO = "audio", "Audio"

    name = models.CharField(
        "naam",
        max_length=120,
        help_text="Zo heet de weggever op de site en in de mail, bijvoorbeeld: ‘De routekaart’.",
    )
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
    button_text = models.CharField(
        "tekst op de knop",
        max_length=40,
        default="Stuur het me toe",
        help_text="Zoals iemand het zelf zou zeggen.",
    )
    confirm_subject = models.CharField(
        "onderwerp van de eerste mail", max_length=120, default=CONFIRM_SUBJECT, help_text=PLACEHOLDER_HELP
    )
    confirm_text = models.TextField(
        "tekst in de eerste mail",
        default=CONFIRM_TEXT,
        help_text=f"Staat boven de knop ‘Bevestig en download’. {PLACEHOLDER_HELP}",
    )
    gift_subject = models.CharField(
        "onderwerp van de tweede mail", max_length=120, default=GIFT_SUBJECT, help_text=PLACEHOLDER_HELP
    )
    gift_text = models.TextField(
        "tekst in de tweede mail",
        default=GIFT_TEXT,
        help_text=f"Staat boven de knop ‘Naar je download’. {PLACEHOLDER_HELP}",
    )
    thanks_text = models.TextField(
        "bedanktekst",
        default=THANKS_TEXT,
        help_text="Staat op de downloadpagina, die meteen na het bevestigen opengaat.",
    )
    is_active = models.BooleanField(
        "te krijgen",
        default=True,
        help_text="Zet dit uit om de weggever van de site te halen. Wie al een link heeft, houdt die.",
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = LeadMagnetQuerySet.as_manager()

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

    def filled_in(self, text: str) -> str:
        """Return a text of the coach with the name of the gift where it says {weggever}."""
        return text.replace("{weggever}", self.name)

    @property
    def bullet_list(self) -> list[str]:
        return [line.strip() for line in self.bullets.splitlines() if line.strip()]

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return PREVIEW_MODES

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the gift as it stands in the form; it may be unsaved and half-filled."""
        from leads import previews  # shows pages and mails, which know this model

        return previews.show(self, request, mode_name)
