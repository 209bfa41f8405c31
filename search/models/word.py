"""Word: the vocabulary of the site, for splitting compounds, weighing words and guessing what was meant."""

from django.db import models


class Word(models.Model):
    """A word that the site uses, in plain form, as it stands there or as a dictionary has it."""

    word = models.CharField(max_length=64, unique=True)
    # In how many entries.
    used = models.PositiveIntegerField(default=0)
    # What it sounds like (`dutch.spelling.sound`).
    sound = models.CharField(max_length=64, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "woord"
        verbose_name_plural = "woorden"

    def __str__(self) -> str:
        return self.word
