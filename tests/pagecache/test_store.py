"""The memory is bounded in bytes, whatever is asked."""

import time

from pagecache.addresses import Shapes
from pagecache.entries import Entry
from pagecache.store import Store
from tests.pagecache.reader import Reader
from tests.pagecache.site import SmallSite

HTML = [("Content-Type", "text/html")]


def entry(body: bytes = b"hallo", number: int = 1) -> Entry:
    made = Entry(number, time.monotonic() + 60, "200 OK", HTML, body)
    made.make("")
    return made


def key(name: object) -> tuple[str, str, str, str]:
    return "http", "localhost", f"/{name}/", ""


def test_least_recently_used_leave_first():
    store = Store(5 * (entry().size + len("httplocalhost/1/")))
    for name in range(5):
        store.put(key(name), entry())
    store.get(key(0))
    store.put(key(5), entry())
    assert [name for name in range(6) if store.get(key(name))] == [0, 2, 3, 4, 5]
    assert store.bytes <= store.max_bytes


def test_entry_of_more_than_a_quarter_is_not_kept():
    store = Store(40_000)
    store.put(key(1), entry(b"x" * 10_000))
    assert (len(store), store.bytes) == (0, 0)


def test_compressed_bodies_count_too():
    store, text = Store(1_000_000), entry(b"De stilte is een geluid. " * 1000)
    store.put(key(1), text)
    before = store.bytes
    form = text.make("br")
    store.recount(key(1), text)
    assert store.bytes == before + len(form.body[0])
    store.drop(key(1))
    assert store.bytes == 0


def test_older_version_does_not_replace_a_newer_one():
    store, newer = Store(1_000_000), entry(number=2)
    store.put(key(1), newer)
    store.put(key(1), entry(number=1))
    assert store.get(key(1)) is newer


def test_what_is_known_of_places_is_bounded():
    shapes = Shapes(most=10)
    for number in range(100):
        shapes.learn(("http", "localhost", f"/{number}/"), frozenset(), 1)
    assert len(shapes) == 10


class Bounds(SmallSite):
    def test_flood_of_large_pages_stays_within_the_memory(self):
        self.reader = Reader(max_bytes=200_000)
        for size in range(5_000, 9_000, 20):
            self.ask(f"/groot/?pagina={size}")
        pages, brief = self.reader.cache.pages, self.reader.cache.brief
        assert pages.bytes + brief.bytes <= 200_000
        assert len(pages) > 10
        assert self.ask("/groot/?pagina=8980").cache == "hit"
        assert self.ask("/groot/?pagina=5000").cache == "miss"
        assert self.states("/groot/?pagina=90000") == ["miss", "miss"]
