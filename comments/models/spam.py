"""What the spam filter learned, in numbers."""

from django.db import models


class SpamFeature(models.Model):
    """How often a feature was seen. Kept under a hash: the table holds no word that anyone wrote."""

    # The totals of learned comments.
    TOTALS = 0

    feature = models.BigIntegerField("kenmerk", primary_key=True)
    spam = models.PositiveIntegerField("in spam", default=0)
    ham = models.PositiveIntegerField("in echte reacties", default=0)

    class Meta:
        verbose_name = "kenmerk van het spamfilter"
        verbose_name_plural = "kenmerken van het spamfilter"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.feature}: {self.spam}/{self.ham}"
