"""The content version: one counter that every change a reader can see raises."""

from django.db import models


class ContentVersion(models.Model):
    """A single row, whose number is part of every cached page's validity."""

    ROW = 1

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="pagecache_single_row")]

    def __str__(self) -> str:
        return str(self.number)
