"""Learning from the coach's decisions: counts in the database, in the caller's transaction.

Whoever learns first takes the row of totals and keeps it until the end of the transaction, so learners go one
after the other: no count is lost and they cannot block each other crosswise. Call these after whatever else
the transaction locks.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from django.db import transaction
from django.db.models import F, PositiveIntegerField, Value
from django.db.models.functions import Greatest

from comments.models import SpamFeature
from comments.spam.counts import Counts, count
from comments.spam.document import LABELS, Document

# Reactions of which the counts are added up before they are written.
_AT_ONCE = 500
# Features in one query, well within what SQLite takes.
_IN_QUERY = 2000


def learn(document: Document, label: str) -> None:
    """Count `document` as "spam" or "ham". Raises ValueError for another label."""
    learn_many([(document, label)])


def unlearn(document: Document, label: str) -> None:
    """Take back what `learn` counted, never below zero. Raises ValueError for another label."""
    _check(label)
    seen = count([(document, label)])
    with transaction.atomic():
        _take_turn()
        for features in _in_parts(sorted(seen)):
            rows = SpamFeature.objects.filter(feature__in=features)
            rows.update(**{label: Greatest(F(label), Value(1, PositiveIntegerField())) - 1})
            rows.filter(spam=0, ham=0).exclude(feature=SpamFeature.TOTALS).delete()


@transaction.atomic
def learn_many(pairs: Iterable[tuple[Document, str]]) -> int:
    """Count all labelled `pairs`, or none when something goes wrong; return how many there were."""
    pairs = iter(pairs)
    done = 0
    while part := list(islice(pairs, _AT_ONCE)):
        for _, label in part:
            _check(label)
        _add(count(part))
        done += len(part)
    return done


def _add(seen: Counts) -> None:
    """Add counts to those in the database.

    Features that gain equally much are written together, so the number of queries depends on how different
    the counts are, not on how many reactions there were.
    """
    _take_turn()
    by_gain: dict[tuple[int, int], list[int]] = defaultdict(list)
    for feature in sorted(seen):
        by_gain[seen[feature]].append(feature)
    for features in _in_parts(sorted(seen)):
        SpamFeature.objects.bulk_create(map(_empty, features), ignore_conflicts=True)
    for (spam, ham), gaining in sorted(by_gain.items()):
        for features in _in_parts(gaining):
            SpamFeature.objects.filter(feature__in=features).update(spam=F("spam") + spam, ham=F("ham") + ham)


def _take_turn() -> None:
    """Wait for others who are learning; from here on they wait for us."""
    SpamFeature.objects.bulk_create([_empty(SpamFeature.TOTALS)], ignore_conflicts=True)
    SpamFeature.objects.select_for_update().get(feature=SpamFeature.TOTALS)


def _empty(feature: int) -> SpamFeature:
    return SpamFeature(feature=feature)


def _in_parts(features: list[int]) -> Iterable[list[int]]:
    return (features[start : start + _IN_QUERY] for start in range(0, len(features), _IN_QUERY))


def _check(label: str) -> None:
    if label not in LABELS:
        raise ValueError(f"{label!r} is neither spam nor ham")
