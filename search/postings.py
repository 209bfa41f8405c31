"""The inverted index: from a term to the entries that hold it, packed in blocks of entries.

A row holds for up to `BLOCK` entries first their places in the block and then their weights, as 16-bit
numbers. A common word of five thousand articles so takes ten rows of two kilobytes, read in a millisecond,
on any database.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping

from django.db import connection

from search.models import Posting

BLOCK = 512
AT_ONCE = 200
# Any number that nothing else in this database locks on.
ADVISORY_KEY = 7_306_013_405_212_020
Found = dict[int, int]


def held(terms: Iterable[str]) -> dict[str, Found]:
    """Return for each of `terms` the ids of the entries that hold it, with its weight in each."""
    found: dict[str, Found] = {}
    rows = Posting.objects.filter(term__in=list(terms)).order_by("block")
    for term, block, data in rows.values_list("term", "block", "data"):
        places, weights = _unpacked(data)
        found.setdefault(term, {}).update(zip(map((block * BLOCK).__add__, places), weights, strict=True))
    return found


def lock() -> None:
    """Let nobody else write here until this transaction ends: rows are read, changed and written."""
    # A transaction on SQLite is the only one that writes.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_KEY])


def change(entry: int, old: Mapping[str, int], new: Mapping[str, int]) -> None:
    """Let the entry with this id, which had the terms `old`, have the terms `new`, each with its weight."""
    block, place = divmod(entry, BLOCK)
    changed = sorted(term for term in old.keys() | new.keys() if old.get(term) != new.get(term))
    for start in range(0, len(changed), AT_ONCE):
        part = changed[start : start + AT_ONCE]
        known = Posting.objects.filter(block=block, term__in=part)
        rows = {term: _unpacked(data) for term, data in known.values_list("term", "data")}
        written, emptied = [], []
        for term in part:
            inside = dict(zip(*rows.get(term, ((), ())), strict=True))
            inside.pop(place, None)
            if term in new:
                inside[place] = new[term]
            if inside:
                written.append(Posting(term=term, block=block, data=_packed(inside)))
            else:
                emptied.append(term)
        _write(written)
        if emptied:
            Posting.objects.filter(block=block, term__in=emptied).delete()


def add(block: int, found: Mapping[str, Found]) -> None:
    """Write entries that are new to a block that may have others; `found` has their places, by term."""
    every = sorted(found)
    for start in range(0, len(every), AT_ONCE):
        part = every[start : start + AT_ONCE]
        known = Posting.objects.filter(block=block, term__in=part)
        rows = {term: _unpacked(data) for term, data in known.values_list("term", "data")}
        written = []
        for term in part:
            inside = dict(zip(*rows.get(term, ((), ())), strict=True)) | found[term]
            written.append(Posting(term=term, block=block, data=_packed(inside)))
        _write(written)


def fill(block: int, found: Mapping[str, Found]) -> None:
    """Write a block that has no rows yet; `found` has places in it with their weights, by term."""
    Posting.objects.bulk_create(
        (Posting(term=term, block=block, data=_packed(inside)) for term, inside in sorted(found.items())),
        batch_size=AT_ONCE * 5,
    )


def _write(rows: list[Posting]) -> None:
    Posting.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["term", "block"], update_fields=["data"]
    )


def _packed(inside: Found) -> bytes:
    numbers = array("H", sorted(inside))
    numbers.extend([inside[place] for place in numbers])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpacked(data: bytes | memoryview) -> tuple[array, array]:
    numbers = array("H")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    half = len(numbers) // 2
    return numbers[:half], numbers[half:]
