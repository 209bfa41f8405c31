"""Asked: what people searched for, as numbers a day, of nobody."""

from django.db import models


class Asked(models.Model):
    day = models.DateField("dag")
    # In lower case, without what looks like personal data (`search.recording`).
    query = models.CharField("gezocht", max_length=100)
    times = models.PositiveIntegerField("keer", default=0)
    # How many results there were the last time.
    results = models.PositiveIntegerField("resultaten", default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "zoekvraag"
        verbose_name_plural = "zoekvragen"
        constraints = [models.UniqueConstraint(fields=["day", "query"], name="search_asked_once_a_day")]

    def __str__(self) -> str:
        return f"{self.query} ({self.day})"
