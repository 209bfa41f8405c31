"""What helps a coach to moderate: when to be mailed, and answers to begin from."""

from django.conf import settings
from django.db import models


class ModeratorMail(models.Model):
    """How one coach wants to hear of new reactions. Who never chose is mailed at once."""

    class Frequency(models.TextChoices):
        AT_ONCE = "at_once", "Meteen, bij elke reactie"
        HOURLY = "hourly", "Hooguit één keer per uur, alles bij elkaar"
        OFF = "off", "Geen mail"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    frequency = models.CharField(
        "mail bij nieuwe reacties", max_length=10, choices=Frequency.choices, default=Frequency.AT_ONCE
    )
    # All that came in after this moment has still to be told in the next digest.
    digested_at = models.DateTimeField("laatste overzicht", null=True, blank=True)

    class Meta:
        verbose_name = "mail over reacties"
        verbose_name_plural = "mail over reacties"
        default_permissions = ()

    def __str__(self) -> str:
        return self.get_frequency_display()


class ReadyAnswer(models.Model):
    """A text to begin an answer from."""

    title = models.CharField("korte naam", max_length=60, help_text="Zo vind je hem terug in de lijst.")
    text = models.TextField("tekst", help_text="{naam} wordt de naam van wie je antwoordt.")
    sort_order = models.PositiveIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "kant-en-klaar antwoord"
        verbose_name_plural = "kant-en-klare antwoorden"
        ordering = ["sort_order", "title"]

    def __str__(self) -> str:
        return self.title
