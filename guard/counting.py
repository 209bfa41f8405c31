"""Counters in the cache: that of all processes where there is one (guard.shared_cache), else each its own."""

from django.core.cache import cache


def increment(key: str, seconds: int) -> int:
    """Count one more under `key`, which lives for `seconds` from its first count; return the new count."""
    cache.add(key, 0, timeout=seconds)
    try:
        return cache.incr(key)
    except ValueError:
        # The entry was dropped between add and incr (a full cache, or one that went away): begin again.
        cache.set(key, 1, timeout=seconds)
        return 1


def take_back(key: str) -> None:
    """Undo one increment. An entry that is gone by now needs none."""
    try:
        cache.decr(key)
    except ValueError:
        return


def claim(key: str, seconds: int) -> bool:
    """Say whether this is the first claim of `key` in `seconds`, however many ask at once."""
    return cache.add(key, 1, timeout=seconds)
