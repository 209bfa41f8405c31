"""Whole pages for anonymous readers, answered before Django begins (docs/architecture.md)."""

import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings

from pagecache import addresses, counts, encodings, policy, versions
from pagecache.addresses import Place, Places, Shapes
from pagecache.entries import Entry, Headers, tags_in
from pagecache.flights import Flight, Flights
from pagecache.store import Key, Store
from pagecache.versions import Known

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

# A page without any change is made anew this often: its forms carry a stamp of the day.
LONGEST_SECONDS = 3600
# The previous version is shown while the new one is made, but never later than this after it was the newest:
# no answer that begins a second after a change is stale.
STALE_SECONDS = 0.9
# How long readers wait for one that makes the page; longer than any render takes.
LONGEST_WAIT_SECONDS = 30
# Redirects and missing pages have a part of the memory of their own, so that a flood of them ousts no page.
BRIEF_PART = 16


class Answer:
    """What Django answered to one request, not sent yet."""

    def __init__(self, application: Application, environ: Environ) -> None:
        environ[policy.ASKED] = True
        self._body = application(environ, self._start)
        # The parameters that the view looks at, where the answer may be kept.
        self.opted_in: frozenset[str] | None = environ.get(policy.OPTED_IN)
        self.stands_in = policy.STANDS_IN in environ

    def _start(self, status: str, headers: Headers, _: object = None) -> None:
        self.code, self._status, self._headers = int(status[:3]), status, headers

    def entry(self, number: int, seconds: float) -> Entry | None:
        """Return the whole answer where it is for everybody, else None."""
        if self.opted_in is None or not policy.is_for_everybody(self._headers):
            return None
        body = b"".join(self._body)
        self.close()
        return Entry(number, time.monotonic() + seconds, self._status, self._headers, body)

    def pass_on(self, start_response: StartResponse) -> Iterable[bytes]:
        start_response(self._status, self._headers)
        return self._body

    def close(self) -> None:
        getattr(self._body, "close", lambda: None)()


class PageCache:
    """A WSGI application in front of Django's."""

    def __init__(self, application: Application, max_bytes: int | None = None) -> None:
        """`max_bytes`: memory for answers, PAGECACHE_BYTES where it is not given; 0 for none."""
        max_bytes = settings.PAGECACHE_BYTES if max_bytes is None else max_bytes
        self.application = application
        self.is_on = max_bytes > 0
        self.brief = Store(max_bytes // BRIEF_PART)
        self.pages = Store(max_bytes - self.brief.max_bytes)
        self.places, self.shapes, self.flights = Places(), Shapes(), Flights()
        self._session_cookie = settings.SESSION_COOKIE_NAME
        self._is_behind_proxy = settings.BEHIND_PROXY
        self._is_counted = bool(settings.METRICS_TOKEN)
        self._pass_parameters = frozenset(settings.PAGECACHE_PASS_PARAMETERS)
        self._pass_prefixes = tuple(settings.PAGECACHE_PASS_PREFIXES)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        place = self._place(environ)
        if place is None:
            return self.application(environ, start_response)
        shape, key = None, (*place, "")
        query = environ.get("QUERY_STRING")
        if query:
            asked = addresses.read(query)
            if asked is None or not asked.names.isdisjoint(self._pass_parameters):
                return self.application(environ, start_response)
            shape = self.shapes.of(place)
            if shape is None and not asked.is_declared:
                return self._learn(environ, start_response, place)
            if shape is not None and not asked.broken.isdisjoint(shape):
                return self.application(environ, start_response)
            key = (*place, addresses.canonical_query(asked, shape))
        entry = self.pages.get(key) or self.brief.get(key)
        known = versions.current()
        if known is None:
            return self.application(environ, start_response)
        if entry is not None and entry.number == known.number and time.monotonic() < entry.until:
            return self._send(entry, key, environ, start_response, known=known)
        return self._miss(environ, start_response, key, entry, known)

    def _place(self, environ: Environ) -> Place | None:
        """Return where a request goes, None where its answer is never one for everybody."""
        cookies = environ.get("HTTP_COOKIE")
        if (
            not self.is_on
            or environ["REQUEST_METHOD"] not in ("GET", "HEAD")
            or (cookies is not None and self._session_cookie in cookies)
            or "HTTP_AUTHORIZATION" in environ
            or "HTTP_RANGE" in environ
            or "HTTP_IF_MATCH" in environ
            or "HTTP_IF_UNMODIFIED_SINCE" in environ
            or environ["PATH_INFO"].startswith(self._pass_prefixes)
        ):
            return None
        return self.places.place(environ)

    def _miss(
        self, environ: Environ, start_response: StartResponse, key: Key, entry: Entry | None, known: Known
    ) -> Iterable[bytes]:
        """Make the page once, however many ask; meanwhile the others get the previous version or wait."""
        place = key[:3]
        if self.shapes.is_passed(place, known.number):
            return self.application(environ, start_response)
        if self.shapes.of(place) is None and not self.places.is_ordinary(environ, place):
            return self._learn(environ, start_response, place)
        flight, is_ours = self.flights.join((key, known.number))
        if is_ours:
            try:
                return self._make(environ, start_response, key, entry, known, flight)
            finally:
                self.flights.land((key, known.number))
        if entry is not None and _may_still_be_shown(entry, known):
            return self._send(entry, key, environ, start_response, "stale")
        flight.landed.wait(LONGEST_WAIT_SECONDS)
        if flight.entry is not None:
            return self._send(flight.entry, key, environ, start_response, known=known)
        return self.application(environ, start_response)

    def _make(
        self,
        environ: Environ,
        start_response: StartResponse,
        key: Key,
        before: Entry | None,
        known: Known,
        flight: Flight,
    ) -> Iterable[bytes]:
        """Ask Django for the page; keep it where it may be kept, and hand it to those who wait."""
        place, query = key[:3], key[3]
        landed = self.pages.get(key) or self.brief.get(key)
        if landed is not None and landed.number == known.number and time.monotonic() < landed.until:
            # Somebody else's landed while we were on our way here.
            flight.entry = landed
            return self._send(landed, key, environ, start_response)
        shape = self.shapes.of(place)
        as_anybody = shape is not None
        answer = Answer(
            self.application, self.places.canonical(environ, place, query) if as_anybody else {**environ}
        )
        if answer.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            # One failure for all who wait: one after the other, they would only make it worse.
            good = before is not None and before.number == known.number
            flight.entry = before if good else answer.entry(known.number, 0)
            if flight.entry is None:
                return answer.pass_on(start_response)
            return self._send(flight.entry, key, environ, start_response, "stale" if good else "")
        is_page = answer.code == HTTPStatus.OK
        if is_page and answer.opted_in is not None and answer.opted_in != shape:
            self.shapes.learn(place, answer.opted_in, known.number)
            if as_anybody:
                # Since the change, what stands here looks at other parameters: ask again, with all of them.
                answer.close()
                return self.application(environ, start_response)
        entry = answer.entry(known.number, LONGEST_SECONDS if is_page else settings.PAGECACHE_BRIEF_SECONDS)
        if entry is None or answer.stands_in:
            if entry is None and not query:
                self.shapes.learn(place, None, known.number)
            return self._once(answer, entry, key, environ, start_response)
        flight.entry = entry
        entry.make(encodings.preferred(environ.get("HTTP_ACCEPT_ENCODING", "")))
        kept, other = (self.pages, self.brief) if is_page else (self.brief, self.pages)
        kept.put(key, entry)
        other.drop(key)
        return self._send(entry, key, environ, start_response, "miss", known)

    def _learn(self, environ: Environ, start_response: StartResponse, place: Place) -> Iterable[bytes]:
        """Answer what was asked in a way of its own; remember what the view looks at, keep nothing."""
        answer = Answer(self.application, {**environ})
        known = versions.current()
        if answer.opted_in is not None and answer.code == HTTPStatus.OK and known is not None:
            self.shapes.learn(place, answer.opted_in, known.number)
        return self._once(answer, answer.entry(0, 0), (*place, ""), environ, start_response)

    def _once(
        self,
        answer: Answer,
        entry: Entry | None,
        key: Key,
        environ: Environ,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Send an answer that is not kept."""
        if entry is None:
            return answer.pass_on(start_response)
        return self._send(entry, key, environ, start_response, "")

    def _send(
        self,
        entry: Entry,
        key: Key,
        environ: Environ,
        start_response: StartResponse,
        state: str = "hit",
        known: Known | None = None,
    ) -> Iterable[bytes]:
        """Send an entry; a proxy of ours may keep it where it is a page for all that was `known` just now."""
        if self._is_counted and (state == "hit" or state == "stale"):
            counts.add(counts.HIT if state == "hit" else counts.STALE)
        encoding = encodings.preferred(environ.get("HTTP_ACCEPT_ENCODING", ""))
        form = entry.forms.get(encoding)
        if form is None:
            form = entry.make(encoding)
            self.pages.recount(key, entry)
            self.brief.recount(key, entry)
        status, headers, body = entry.status, form.headers, form.body
        tags = environ.get("HTTP_IF_NONE_MATCH")
        if tags and entry.is_page and not {form.tag, "*"}.isdisjoint(tags_in(tags)):
            status, headers, body = "304 Not Modified", form.not_modified, []
        elif environ["REQUEST_METHOD"] == "HEAD":
            body = []
        if state == "hit":
            headers = headers[:]
        else:
            headers = headers[:-1]
            if state:
                headers.append(("X-Cache", state))
        if known is not None and self._is_behind_proxy and entry.is_page and _is_plain(environ, key):
            # To the end of the second that the version was looked up in, never longer.
            headers.append(("X-Accel-Expires", f"@{versions.second_of(known.confirmed)}"))
        start_response(status, headers)
        return body


def _is_plain(environ: Environ, key: Key) -> bool:
    """Say whether a request names its page in the one way that others name it too."""
    return bool(environ.get("QUERY_STRING", "") == key[3])


def _may_still_be_shown(entry: Entry, known: Known) -> bool:
    """Say whether readers may get `entry` while it is made anew: it is the newest, or was so just now."""
    if entry.number == known.number:
        return True
    return entry.number == known.previous and time.monotonic() - known.previous_confirmed < STALE_SECONDS
