"""How often one network may do something, counted in the default cache in fixed windows."""

import time

from django.conf import settings
from django.core.cache import cache

# Per action: (how many, in how many seconds). settings.GUARD_LIMITS replaces single actions.
DEFAULT_LIMITS: dict[str, list[tuple[int, int]]] = {
    "comment": [(5, 10 * 60), (30, 24 * 60 * 60)],
    "sign-up": [(5, 10 * 60), (30, 24 * 60 * 60)],
}


class LimitReached(Exception):
    """This network did this too often just now."""


def hit(action: str, network: str) -> None:
    """Count one more `action` of `network`; raise LimitReached when that is too many in one window."""
    now = int(time.time())
    for allowed, seconds in limits_for(action):
        key = f"guard:{action}:{network}:{seconds}:{now // seconds}"
        cache.add(key, 0, timeout=seconds)
        if _increment(key, seconds) > allowed:
            raise LimitReached(action)


def limits_for(action: str) -> list[tuple[int, int]]:
    chosen: dict[str, list[tuple[int, int]]] = getattr(settings, "GUARD_LIMITS", {})
    return chosen.get(action, DEFAULT_LIMITS[action])


def _increment(key: str, seconds: int) -> int:
    try:
        return cache.incr(key)
    except ValueError:
        # The entry was dropped between add and incr (a full cache): begin again.
        cache.set(key, 1, timeout=seconds)
        return 1
