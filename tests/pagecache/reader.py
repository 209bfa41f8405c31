"""A reader in front of the whole site: the page cache, and Django behind it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from pagecache.wrapper import PageCache
from tests.connections import left_open

ENOUGH_BYTES = 10_000_000


class Answer(NamedTuple):
    """What came back, each header once, under its name in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def cache(self) -> str:
        """What the cache says of it: "hit", "miss", "stale", or "" where it kept nothing."""
        return self.headers.get("x-cache", "")


class Reader:
    """Asks an application of WSGI as a server would. Each reader starts with an empty cache."""

    def __init__(self, application: Callable | None = None, max_bytes: int = ENOUGH_BYTES) -> None:
        self.cache = PageCache(application or WSGIHandler(), max_bytes)

    def get(self, address: str, method: str = "GET", **environ: Any) -> Answer:
        """Ask for a path with its query; `environ` as the server gives it: HTTP_COOKIE and so on."""
        request = RequestFactory().generic(method, address, **{"HTTP_HOST": "localhost", **environ}).environ
        # What a client of the tests sends and no browser does.
        for name in ("HTTP_COOKIE", "CONTENT_LENGTH", "CONTENT_TYPE"):
            if name not in environ:
                request.pop(name, None)
        return ask(self.cache, request)


def ask(application: Callable, environ: dict[str, Any]) -> Answer:
    heard: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
        heard.extend((status, headers))

    with left_open():
        body: Iterable[bytes] = application(environ, start_response)
        try:
            whole = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()
    status, headers = heard
    names = [name.lower() for name, _ in headers]
    assert len(names) == len(set(names)), f"A header is there twice: {names}"
    return Answer(int(status[:3]), {name.lower(): value for name, value in headers}, whole)
