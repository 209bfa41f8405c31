"""Entry: one thing that a reader can find, with what is searched and what is shown of it."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """A published page that all may read, or a gift that is to be had.

    The terms are dictionary forms (`search.terms`), in the order of the text; what they count for stands in
    `Posting`, by term.
    """

    class Kind(models.TextChoices):
        ARTICLE = "artikel", "Artikel"
        EPISODE = "aflevering", "Podcast"
        AUTHOR = "auteur", "Auteur"
        PAGE = "pagina", "Pagina"
        GIFT = "weggever", "Weggever"

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    gift = models.OneToOneField(
        "leads.LeadMagnet", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    appeared_at = models.DateTimeField(null=True, blank=True)
    # Ids of categories, with spaces around each: " 3 12 ".
    categories = models.CharField(max_length=255, blank=True)
    # Shown: as it was written.
    name = models.CharField(max_length=255)
    lead = models.TextField(blank=True)
    # Searched with the lead, and not shown: categories, topics, what the coach wants it to be found by.
    labels = models.TextField(blank=True)
    text = models.TextField(blank=True)
    # Searched: terms with spaces between and around them.
    name_terms = models.TextField(blank=True)
    lead_terms = models.TextField(blank=True)
    text_terms = models.TextField(blank=True)
    # How many terms the text has.
    length = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "vindbaar"
        constraints = [
            models.CheckConstraint(
                condition=Q(page=None, gift__isnull=False) | Q(page__isnull=False, gift=None),
                name="search_entry_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.name
