"""Synonyms: words that a reader may use for one another."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel

MOST = 20


def split_words(text: str) -> list[str]:
    return [
        part for part in (" ".join(piece.split()) for piece in text.replace("\n", ",").split(",")) if part
    ]


class Synonyms(models.Model):
    words = models.CharField(
        "woorden die hetzelfde betekenen",
        max_length=500,
        help_text="Met komma's ertussen, bijvoorbeeld: scheiding, uit elkaar, relatiebreuk. Wie het ene "
        "zoekt, vindt ook het andere. Enkelvoud is genoeg: meervouden en vervoegingen kent de site zelf.",
    )

    panels = [FieldPanel("words")]

    class Meta:
        verbose_name = "synoniemen"
        verbose_name_plural = "synoniemen"
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        words = split_words(self.words)
        if len(words) < 2:
            raise ValidationError({"words": "Schrijf er ten minste twee, met een komma ertussen."})
        if len(words) > MOST:
            raise ValidationError({"words": f"Niet meer dan {MOST} woorden op een regel."})
        self.words = ", ".join(words)
