"""Posting: in which entries a term is found, and what it counts for there."""

from django.db import models


class Posting(models.Model):
    """The entries of one block that hold `term`, packed (`search.postings`).

    Blocks keep a row small, so that publishing an article writes a page of the database for each of its
    terms, and not the whole site's. A term that begins with a sign is not a word: it says what kind an entry
    is of and in which categories.
    """

    term = models.CharField(max_length=64)
    block = models.PositiveIntegerField()
    data = models.BinaryField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "vindplaats"
        verbose_name_plural = "vindplaatsen"
        constraints = [models.UniqueConstraint(fields=["term", "block"], name="search_posting_once")]

    def __str__(self) -> str:
        return f"{self.term} ({self.block})"
