"""What the coach chooses for all conversations at once."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from comments.blocklist_entries import KINDS, tidy_list
from comments.danger import check_lexicon, default_idioms, default_words


@register_setting(icon="comment")
class CommentSettings(BaseGenericSetting):
    class Mode(models.TextChoices):
        ALL = "all", "Ik lees elke reactie voordat ze verschijnt"
        TRUSTED = "trusted", "Bekende schrijvers verschijnen meteen"

    class Order(models.TextChoices):
        OLDEST = "oldest", "Oudste eerst"
        NEWEST = "newest", "Nieuwste eerst"

    mode = models.CharField(
        "wat verschijnt meteen",
        max_length=10,
        choices=Mode.choices,
        default=Mode.ALL,
        help_text=(
            "Een bekende schrijver heeft het e-mailadres bevestigd en twee goedgekeurde reacties. Wat"
            " op gevaar wijst of gegevens van mensen bevat, wacht altijd; wat op spam lijkt,"
            " verschijnt nooit. Let op: wie een bekend adres invult, ziet dat het bekend is; de"
            " eigenaar krijgt van elke reactie een mail, met een knop om haar weg te halen."
        ),
    )
    order = models.CharField(
        "volgorde",
        max_length=10,
        choices=Order.choices,
        default=Order.OLDEST,
        help_text="Zo zien lezers de reacties onder een artikel.",
    )
    close_after_days = models.PositiveIntegerField(
        "sluit na zoveel dagen",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
        help_text="Geteld vanaf de publicatie van het artikel. Leeg: reageren blijft open.",
    )
    max_links = models.PositiveIntegerField(
        "hooguit zoveel links", default=3, validators=[MaxValueValidator(50)], help_text="In één reactie."
    )
    check_mail_domain = models.BooleanField(
        "controleer of het e-mailadres kan bestaan",
        default=False,
        help_text="Vraagt na of het domein post aanneemt. Lukt dat niet, dan mag het adres gewoon.",
    )
    danger_words = models.TextField(
        "woorden die op gevaar wijzen",
        blank=True,
        default=default_words,
        help_text=(
            "Eén per regel. Een * staat voor elke uitgang, ... voor hooguit drie woorden ertussen; kleine"
            " woorden als ‘echt’ mogen er altijd tussen staan. Zo’n reactie komt bovenaan te staan, en de"
            " schrijver ziet meteen de hulplijnen."
        ),
    )
    danger_idioms = models.TextField(
        "uitdrukkingen die geen gevaar zijn", blank=True, default=default_idioms, help_text="Eén per regel."
    )

    panels = [
        MultiFieldPanel([FieldPanel("mode"), FieldPanel("order")], heading="Verschijnen"),
        MultiFieldPanel(
            [FieldPanel("close_after_days"), FieldPanel("max_links"), FieldPanel("check_mail_domain")],
            heading="Grenzen",
        ),
        MultiFieldPanel([FieldPanel("danger_words"), FieldPanel("danger_idioms")], heading="Gevaar"),
    ]

    class Meta:
        verbose_name = "Reacties"

    def __str__(self) -> str:
        return "Instellingen van reacties"

    def clean(self) -> None:
        super().clean()
        mistakes = {field: check_lexicon(getattr(self, field)) for field in ("danger_words", "danger_idioms")}
        if any(mistakes.values()):
            raise ValidationError({field: found for field, found in mistakes.items() if found})


@register_setting(icon="cross")
class Blocklist(BaseGenericSetting):
    """What makes a reaction spam at once. Kept apart from the settings, because a list may be long."""

    words = models.TextField(
        "woorden", blank=True, help_text="Eén woord of uitdrukking per regel, zoals ze in de reactie staat."
    )
    addresses = models.TextField("e-mailadressen", blank=True, help_text="Eén per regel.")
    domains = models.TextField(
        "domeinen",
        blank=True,
        help_text="Eén per regel, zoals voorbeeld.nl. Geldt voor e-mailadressen, websites en links.",
    )

    panels = [FieldPanel("words"), FieldPanel("addresses"), FieldPanel("domains")]

    class Meta:
        verbose_name = "Blokkeerlijst"

    def __str__(self) -> str:
        return "Blokkeerlijst"

    def clean(self) -> None:
        """Tidy each entry, so that an address of a website blocks its domain; refuse what can't be read."""
        super().clean()
        mistakes = {}
        for kind in KINDS:
            tidied, mistakes[kind] = tidy_list(getattr(self, kind), kind)
            if not mistakes[kind]:
                setattr(self, kind, tidied)
        if any(mistakes.values()):
            raise ValidationError({kind: found for kind, found in mistakes.items() if found})
