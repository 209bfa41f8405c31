"""Redis as the cache of all processes. While it is away each one goes on with its own memory.

Nobody waits long for it: a server that says nothing is given up after TIMEOUT_SECONDS, and left alone for
PAUSE_SECONDS, after which a single visitor asks it again.
"""

import logging
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

TIMEOUT_SECONDS = 0.5
PAUSE_SECONDS = 5
# At the limit the longest unused entries give way.
OWN_ENTRIES = 10_000

log = logging.getLogger(__name__)


def _errors() -> tuple[type[Exception], ...]:
    """Return what a cache over the network raises when it can't be reached, is starting, full or read-only.

    Redis is a large package, so it is not loaded to ask: where it is not, it raised nothing.
    """
    redis = sys.modules.get("redis.exceptions")
    return (OSError, redis.RedisError) if redis else (OSError,)


class Outage:
    """What a process knows of whether a server is there; one for all its threads."""

    def __init__(self) -> None:
        self.is_away = False
        self.ask_after = 0.0
        self.lock = threading.Lock()

    def may_ask(self) -> bool:
        if not self.is_away:
            return True
        with self.lock:
            if time.monotonic() < self.ask_after:
                return False
            # Whoever comes meanwhile does not wait along.
            self.ask_after = time.monotonic() + PAUSE_SECONDS
            return True

    def begin(self) -> bool:
        """Note that the server did not answer; return whether that is new."""
        with self.lock:
            is_new = not self.is_away
            self.is_away = True
            self.ask_after = time.monotonic() + PAUSE_SECONDS
        return is_new

    def end(self) -> bool:
        """Note that the server answered; return whether that is new."""
        if not self.is_away:
            return False
        with self.lock:
            was_away, self.is_away = self.is_away, False
        return was_away


# By address, because Django makes a cache for each thread.
_outages: dict[str, Outage] = defaultdict(Outage)


def _in_either(name: str) -> Callable[..., Any]:
    """Return a method of SharedCache that asks Redis, or else the process's own memory."""
    shared, own = getattr(RedisCache, name), getattr(LocMemCache, name)

    def method(self: "SharedCache", *args: Any, **kwargs: Any) -> Any:
        if self.outage.may_ask():
            try:
                answer = shared(self, *args, **kwargs)
            except _errors() as error:
                self.note_away(error)
            else:
                self.note_there()
                return answer
        return own(self.own, *args, **kwargs)

    return method


class SharedCache(RedisCache):
    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        limits = {"socket_timeout": TIMEOUT_SECONDS, "socket_connect_timeout": TIMEOUT_SECONDS}
        super().__init__(server, {**params, "OPTIONS": limits | params.get("OPTIONS", {})})
        self.outage = _outages[str(server)]
        self.own = LocMemCache(f"{__name__} {server}", {"OPTIONS": {"MAX_ENTRIES": OWN_ENTRIES}})

    # All that goes to Redis; BaseCache makes the rest of these.
    add = _in_either("add")
    get = _in_either("get")
    set = _in_either("set")
    touch = _in_either("touch")
    delete = _in_either("delete")
    has_key = _in_either("has_key")
    incr = _in_either("incr")
    get_many = _in_either("get_many")
    set_many = _in_either("set_many")
    delete_many = _in_either("delete_many")
    clear = _in_either("clear")

    def note_away(self, error: Exception) -> None:
        if self.outage.begin():
            # What was remembered in an earlier outage is long untrue.
            self.own.clear()
            log.warning("The cache is away, so each process counts by itself: %s", type(error).__name__)

    def note_there(self) -> None:
        if self.outage.end():
            log.warning("The cache is back.")
