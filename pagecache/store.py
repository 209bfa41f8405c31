"""Whole answers in this process's memory: bounded in bytes, the least recently used leave first."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.http import HttpResponse

# Headers that make up an answer; all others are added anew by the middleware around the cache.
KEPT_HEADERS = ("Content-Type", "Cache-Control", "Last-Modified", "Location", "Link", "Vary", "X-Robots-Tag")


@dataclass(frozen=True)
class Entry:
    """One answer as it was for one content version; `made` is a monotonic time in seconds."""

    version: int
    made: float
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @classmethod
    def of(cls, response: HttpResponse, version: int, made: float) -> "Entry":
        headers = tuple((name, response[name]) for name in KEPT_HEADERS if response.has_header(name))
        return cls(version, made, response.status_code, headers, response.content)

    def response(self) -> HttpResponse:
        return HttpResponse(self.body, status=self.status, headers=dict(self.headers))

    @property
    def size(self) -> int:
        return len(self.body) + 500


class Store:
    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: str) -> Entry | None:
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: str, entry: Entry) -> None:
        with self._lock:
            self._drop(key)
            if entry.size > self.max_bytes:
                return
            self._entries[key] = entry
            self._bytes += entry.size
            while self._bytes > self.max_bytes:
                oldest = next(iter(self._entries))
                self._drop(oldest)

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self._bytes = 0

    def _drop(self, key: str) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._bytes -= entry.size
