"""How fast mail may leave: evenly, so that in no minute more goes out than MAIL_PER_MINUTE."""

import time

from django.conf import settings
from django.db.models import Max
from django.utils import timezone
from post_office.models import STATUS, Email

ATTEMPTED = (STATUS.sent, STATUS.failed, STATUS.requeued)


class Throttle:
    """Spaces attempts a minute / MAIL_PER_MINUTE apart; 0 lets all through at once.

    Even spacing, rather than a minute's worth at once and then silence: so a mail that a visitor waits for
    goes out within one space, also in the middle of a large batch.
    """

    def __init__(self) -> None:
        self._next_at: float | None = None

    def pause(self) -> float:
        """Return how many seconds are left until the next mail may leave."""
        space = self._space()
        if not space:
            return 0.0
        if self._next_at is None:
            self._next_at = time.monotonic() + self._left_by_another(space)
        return max(0.0, self._next_at - time.monotonic())

    def count(self) -> None:
        self._next_at = time.monotonic() + self._space()

    @staticmethod
    def _space() -> float:
        return 60 / settings.MAIL_PER_MINUTE if settings.MAIL_PER_MINUTE else 0.0

    @staticmethod
    def _left_by_another(space: float) -> float:
        """What the worker before us, or on another machine, has left of its space, as the database tells."""
        last = Email.objects.filter(status__in=ATTEMPTED).aggregate(last=Max("last_updated"))["last"]
        passed = (timezone.now() - last).total_seconds() if last else space
        return min(max(0.0, space - passed), space)
