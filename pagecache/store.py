"""Answers in this process's memory: bounded in bytes, the least recently used leave first."""

from collections import OrderedDict
from threading import Lock

from pagecache.entries import Entry

Key = tuple[str, str, str, str]


class Store:
    """Entries by scheme, host, path and query. One larger than a quarter of the whole is not kept."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self.bytes = 0
        self._entries: OrderedDict[Key, tuple[Entry, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Key) -> Entry | None:
        with self._lock:
            kept = self._entries.get(key)
            if kept is None:
                return None
            self._entries.move_to_end(key)
            return kept[0]

    def put(self, key: Key, entry: Entry) -> None:
        """Keep an entry in place of the one before it; a newer version stays where it is."""
        with self._lock:
            before = self._entries.get(key)
            if before is None or before[0].number <= entry.number:
                self._put(key, entry)

    def drop(self, key: Key) -> None:
        with self._lock:
            self._drop(key)

    def recount(self, key: Key, entry: Entry) -> None:
        """Count an entry again that has grown by one more compressed body."""
        with self._lock:
            if self._entries.get(key, (None, 0))[0] is entry:
                self._put(key, entry)

    def _put(self, key: Key, entry: Entry) -> None:
        self._drop(key)
        size = entry.size + sum(map(len, key))
        if size * 4 > self.max_bytes:
            return
        self._entries[key] = entry, size
        self.bytes += size
        while self.bytes > self.max_bytes:
            self._drop(next(iter(self._entries)))

    def _drop(self, key: Key) -> None:
        _, size = self._entries.pop(key, (None, 0))
        self.bytes -= size
