"""The content version: one number that every change a reader can see raises."""

from django.db import models


class ContentVersion(models.Model):
    """One or more changes. The content version is the sum of all rows; kept pages are valid for one version.

    A row for each change, because a transaction that adds one waits for no other. Whoever raised one number
    would keep all others waiting until the commit, and two could wait for each other in a ring. A sum,
    because transactions commit in another order than they count in: the highest key stands still while one
    with a lower key commits. `pagecache.versions.fold` makes one row of many.
    """

    number = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.number)
