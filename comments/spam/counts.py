"""How often each feature was seen: in the starting corpus, and in what the coach decided.

The starting corpus, starter.jsonl, was written for this filter by its makers: some 560 reactions as readers
of a blog on relationships write them, and some 440 advertisements of the kinds that reach such a blog, Dutch
and English with a little of other languages. Everyone in it is invented, and nothing is taken from a real
site. Its real reactions lean towards the hard ones on purpose: gambling, money, sex and betrayal told
honestly, links to help, websites of readers, anger, typing errors. It is counted at first use, in about half
a second, and kept in the process.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from django.db import connection

from comments.models import SpamFeature
from comments.spam import jsonl
from comments.spam.document import Document
from comments.spam.features import Features, extract

# Of a hashed feature: in how much spam, and in how many real reactions.
Counts = Mapping[int, tuple[int, int]]
STARTER = Path(__file__).with_name("starter.jsonl")


@lru_cache(maxsize=2**15)
def hashed(feature: str) -> int:
    """Return a number of 63 bits for `feature`, the same in every process and never that of the totals."""
    digest = blake2b(feature.encode("utf-8", "replace"), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 1) or 1


def count(pairs: Iterable[tuple[Document, str]]) -> dict[int, tuple[int, int]]:
    """Count the features of labelled reactions, and under SpamFeature.TOTALS the reactions themselves."""
    counts: dict[int, tuple[int, int]] = {}
    for document, label in pairs:
        for key in (SpamFeature.TOTALS, *map(hashed, extract(document).all())):
            spam, ham = counts.get(key, (0, 0))
            counts[key] = (spam + 1, ham) if label == "spam" else (spam, ham + 1)
    return counts


@lru_cache(maxsize=1)
def starting() -> Counts:
    """Return the counts of the starting corpus."""
    pairs, errors = jsonl.parse_all(STARTER.read_bytes().splitlines())
    if errors:
        raise ValueError(errors[0])
    return count(pairs)


def learned(features: Features) -> Counts:
    """Return what was learned of these features, and the totals, in one query."""
    wanted = [SpamFeature.TOTALS, *map(hashed, features.all())]
    # Written out: to make this SQL from a queryset takes Django longer than the database to answer it.
    places = ", ".join(["%s"] * len(wanted))
    table = connection.ops.quote_name(SpamFeature._meta.db_table)
    sql = f"SELECT feature, spam, ham FROM {table} WHERE feature IN ({places})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, wanted)
        return {feature: (spam, ham) for feature, spam, ham in cursor.fetchall()}
