"""The right to download a gift a few times, for a while."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from leads.models.sign_up import SignUp

# A download that broke off may be finished for so long without taking another use.
CONTINUE_WITHIN = timedelta(hours=1)
# Players of sound and programs that download in pieces ask for a few dozen.
PARTS_A_USE = 50


class DownloadGrantQuerySet(models.QuerySet["DownloadGrant"]):
    def spend(self, grant: "DownloadGrant", file_id: int, now: datetime) -> bool:
        """Take one use in a single statement, so that two downloads at once can't share the last one."""
        open_grant = self.filter(pk=grant.pk, uses_left__gt=0, revoked_at=None, expires_at__gt=now)
        begun = {"last_used_at": now, "last_file": file_id, "parts_left": PARTS_A_USE}
        return open_grant.update(uses_left=F("uses_left") - 1, **begun) == 1

    def spend_part(self, grant: "DownloadGrant", file_id: int, now: datetime) -> bool:
        """Take a later part of the file that the last use began, in a single statement."""
        alive = self.filter(pk=grant.pk, revoked_at=None, expires_at__gt=now)
        begun = alive.filter(last_file=file_id, parts_left__gt=0, last_used_at__gt=now - CONTINUE_WITHIN)
        return begun.update(parts_left=F("parts_left") - 1) == 1


class DownloadGrant(models.Model):
    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="grants")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    uses_left = models.PositiveSmallIntegerField()
    # Parts of a file that was begun (RFC 9110, 14.1) take no further use for a while.
    last_used_at = models.DateTimeField(null=True, blank=True)
    last_file = models.BigIntegerField(null=True, blank=True)
    parts_left = models.PositiveSmallIntegerField(default=0)
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
        return self.uses_left > 0 and self._is_alive(now)

    def may_continue(self, file_id: int, now: datetime) -> bool:
        """Say whether a file that was begun may be finished, also when that took the last use."""
        begun = self.last_used_at
        if begun is None or self.last_file != file_id or not self.parts_left:
            return False
        return now < begun + CONTINUE_WITHIN and self._is_alive(now)

    def _is_alive(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at
