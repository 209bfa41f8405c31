"""What has to happen to comments at its time, however many processes look after it (operations.rounds)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Q
from wagtail.models import Page

from comments.models import CommentSettings
from comments.services import moderator_mail, notices
from pagecache.versions import bump

# Another machine's clock may be behind and draw a form once more: its page is thrown away a minute later too.
CLOCKS_DIFFER = timedelta(minutes=1)


class Closings:
    """Makes pages appear anew, without their form, when the time to react is over.

    Remembers in this process alone until when it looked. A process that has just begun can't know what
    passed before it, so it raises the content version once; once too often does no harm.
    """

    def __init__(self) -> None:
        self.days: int | None = None
        self.until: datetime | None = None

    def look(self, now: datetime) -> bool:
        """Raise the content version where an article closed since the last look; return whether it was."""
        days = CommentSettings.load().close_after_days
        passed = days is not None and self._passed(days, now)
        if passed:
            bump()
        self.days, self.until = days, now
        return passed

    def _passed(self, days: int, now: datetime) -> bool:
        if self.until is None or days != self.days:
            return True
        open_for = timedelta(days=days)
        since, until = self.until - open_for, now - open_for
        closed = Q(first_published_at__gt=since, first_published_at__lte=until) | Q(
            first_published_at__gt=since - CLOCKS_DIFFER, first_published_at__lte=until - CLOCKS_DIFFER
        )
        return Page.objects.live().filter(closed).exists()


CHORES: dict[str, Callable[[datetime], object]] = {
    "digests for coaches": moderator_mail.send_digests,
    "notices of answers": notices.send_due,
    "closing old conversations": Closings().look,
}
