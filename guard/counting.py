"""Counters in the shared cache. While that is away, each process counts by itself, in bounded memory."""

import logging
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache

T = TypeVar("T")

# Not asked again for so long, so that one that is silent does not hold up every visitor.
PAUSE_SECONDS = 5

log = logging.getLogger(__name__)


def _outages() -> tuple[type[Exception], ...]:
    """Return what a cache over the network raises when it can't be reached or is still starting.

    Redis is a large package, so it is not loaded to ask: where it is not, it raised nothing.
    """
    redis = sys.modules.get("redis.exceptions")
    return (OSError, redis.RedisError) if redis else (OSError,)


class Counters:
    """The shared cache, and what stands in for it."""

    def __init__(self) -> None:
        # At the limit the longest unused entries give way.
        self.own = LocMemCache("guard.counting", {"OPTIONS": {"MAX_ENTRIES": 10_000}})
        self.away_until = 0.0

    def do(self, work: Callable[[BaseCache], T]) -> T:
        """Return what `work` answers on the shared cache, or on our own memory while that one is away."""
        if time.monotonic() >= self.away_until:
            try:
                return work(cache)
            except _outages() as error:
                self.away_until = time.monotonic() + PAUSE_SECONDS
                log.warning("The cache is away, so each process counts by itself: %s", type(error).__name__)
        return work(self.own)


_counters = Counters()


def increment(key: str, seconds: int) -> int:
    """Count one more under `key`, which lives for `seconds` from its first count; return the new count."""

    def work(store: BaseCache) -> int:
        store.add(key, 0, timeout=seconds)
        try:
            return store.incr(key)
        except ValueError:
            # The entry was dropped between add and incr (a full cache): begin again.
            store.set(key, 1, timeout=seconds)
            return 1

    return _counters.do(work)


def take_back(key: str) -> None:
    """Undo one increment. An entry that is gone by now needs none."""

    def work(store: BaseCache) -> None:
        try:
            store.decr(key)
        except ValueError:
            return

    _counters.do(work)


def claim(key: str, seconds: int) -> bool:
    """Say whether this is the first claim of `key` in `seconds`, however many ask at once."""
    return bool(_counters.do(lambda store: store.add(key, 1, timeout=seconds)))
