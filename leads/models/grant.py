"""The right to download a gift a few times, for a while."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from leads.models.sign_up import SignUp


class DownloadGrantQuerySet(models.QuerySet["DownloadGrant"]):
    def spend(self, grant: "DownloadGrant", now: datetime) -> bool:
        """Take one use in a single statement, so that two downloads at once can't share the last one."""
        open_grant = self.filter(pk=grant.pk, uses_left__gt=0, revoked_at=None, expires_at__gt=now)
        return open_grant.update(uses_left=F("uses_left") - 1) == 1


class DownloadGrant(models.Model):
    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="grants")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    uses_left = models.PositiveSmallIntegerField()
    # Asked for because an earlier link was over.
    renewed = models.BooleanField(default=False)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = DownloadGrantQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(uses_left__gte=0), name="leads_downloadgrant_uses_left_not_negative"
            )
        ]

    def __str__(self) -> str:
        return f"download {self.pk}"

    def is_open(self, now: datetime) -> bool:
        return self.revoked_at is None and self.uses_left > 0 and now < self.expires_at
