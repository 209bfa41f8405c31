"""How often something may be done, by one network and by all together, counted in fixed windows."""

import time
from collections.abc import Iterator
from typing import Literal

from django.conf import settings

from guard import counting

Scope = Literal["network", "total"]
Limits = list[tuple[int, int]]

# Per action: (how many, in how many seconds). Windows that divide a day fit the day of a network's hash.
# settings.GUARD_LIMITS and settings.GUARD_TOTAL_LIMITS replace single actions.
DEFAULT_LIMITS: dict[str, Limits] = {
    "comment": [(5, 10 * 60), (30, 24 * 60 * 60)],
    "comment-report": [(5, 10 * 60), (30, 24 * 60 * 60)],
    "sign-up": [(5, 10 * 60), (30, 24 * 60 * 60)],
    # One a page that shows gifts; many people may read behind one address.
    "gift-seen": [(300, 10 * 60)],
    "unsubscribe": [(5, 10 * 60), (30, 24 * 60 * 60)],
    # Of one coach, to herself.
    "test-mail": [(10, 10 * 60)],
}
# A breaker for floods from many networks; wider for sign-ups, which a mention elsewhere can bring in crowds.
DEFAULT_TOTAL_LIMITS: dict[str, Limits] = {
    "comment": [(60, 10 * 60), (600, 24 * 60 * 60)],
    "comment-report": [(60, 10 * 60), (600, 24 * 60 * 60)],
    "sign-up": [(300, 10 * 60), (3000, 24 * 60 * 60)],
    "unsubscribe": [(300, 10 * 60), (3000, 24 * 60 * 60)],
}
# With a proof of work (guard.proof) so many times as much is let through.
PROVEN_FACTOR = 6


class LimitReached(Exception):
    """This was done too often just now: by this network, or by all together (`scope`)."""

    def __init__(self, action: str, scope: Scope) -> None:
        super().__init__(action, scope)
        self.scope = scope


def hit(action: str, network: str, proven: bool = False) -> None:
    """Count one more `action` of `network`; raise LimitReached, having counted nothing, when it is too many.

    What is refused counts for nothing: else a flood would use up the room of those who come with a proof.
    """
    factor = PROVEN_FACTOR if proven else 1
    counted: list[str] = []
    for scope, key, allowed, seconds in _windows(action, network):
        counted.append(key)
        if counting.increment(key, seconds) > allowed * factor:
            for used in counted:
                counting.take_back(used)
            raise LimitReached(action, scope)


def limits_for(action: str) -> Limits:
    chosen: dict[str, Limits] = getattr(settings, "GUARD_LIMITS", {})
    return chosen.get(action, DEFAULT_LIMITS[action])


def total_limits_for(action: str) -> Limits:
    """Return the limits over all networks; none for an action that has only limits of its own."""
    chosen: dict[str, Limits] = getattr(settings, "GUARD_TOTAL_LIMITS", {})
    return chosen.get(action, DEFAULT_TOTAL_LIMITS.get(action, []))


def _windows(action: str, network: str) -> Iterator[tuple[Scope, str, int, int]]:
    """Yield (scope, key, how many, seconds) of each window that is open now."""
    now = int(time.time())
    for allowed, seconds in limits_for(action):
        yield "network", f"guard:{action}:{network}:{seconds}:{now // seconds}", allowed, seconds
    for allowed, seconds in total_limits_for(action):
        yield "total", f"guard:{action}:*:{seconds}:{now // seconds}", allowed, seconds
