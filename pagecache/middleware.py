"""Whole-page cache for anonymous readers (see docs/architecture.md, "How a page reaches a reader")."""

import time
from collections.abc import Callable
from threading import Lock
from weakref import WeakValueDictionary

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from pagecache import policy, versions
from pagecache.store import Entry, Store

# A page without any change is made anew this often: its forms carry a stamp of the day.
LONGEST_SECONDS = 3600
# Readers keep a page for themselves, but ask each time whether it is still true.
CACHE_CONTROL = "no-cache"


class _Flight:
    """A lock that lives as long as someone renders or waits."""

    def __init__(self) -> None:
        self.lock = Lock()


class PageCacheMiddleware:
    """Answer from memory where the content has not changed since; otherwise render once, however many ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.store = Store(settings.PAGECACHE_BYTES)
        self._flights: WeakValueDictionary[str, _Flight] = WeakValueDictionary()
        self._flights_lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = policy.key(request) if settings.PAGECACHE_BYTES else None
        if key is None:
            return self.get_response(request)
        version = versions.current()
        entry = self.store.get(key)
        if entry is not None and self._fresh(entry, version):
            return self._hit(entry)
        with self._flights_lock:
            flight = self._flights.setdefault(key, _Flight())
        waited = not flight.lock.acquire(blocking=entry is None)
        if waited and entry is not None and time.monotonic() - entry.made < LONGEST_SECONDS:
            # Somebody is rendering the new version already: this reader gets the previous one.
            return self._hit(entry)
        if waited:
            flight.lock.acquire()
        try:
            entry = self.store.get(key)
            if entry is not None and self._fresh(entry, version):
                return self._hit(entry)
            return self._miss(request, key, version)
        finally:
            flight.lock.release()

    def _miss(self, request: HttpRequest, key: str, version: int) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method == "GET" and policy.may_keep(response) and isinstance(response, HttpResponse):
            response.headers.setdefault("Cache-Control", CACHE_CONTROL)
            self.store.put(key, Entry.of(response, version, time.monotonic()))
            response["X-Cache"] = "miss"
        return response

    @staticmethod
    def _fresh(entry: Entry, version: int) -> bool:
        return entry.version == version and time.monotonic() - entry.made < LONGEST_SECONDS

    @staticmethod
    def _hit(entry: Entry) -> HttpResponse:
        response = entry.response()
        response["X-Cache"] = "hit"
        return response
