"""What people searched and whether they found it: numbers a day, of nobody.

Kept is the question in lower case, with how often it was asked. What looks like it is about somebody in
particular (an address, a number, a long story) is not written down, nor is who asked, or from where. A
process writes at most once in `WRITE_SECONDS`, whatever robots ask.
"""

import re
import time
from datetime import datetime
from threading import Lock

from django.db import DatabaseError, InterfaceError, transaction
from django.db.models import F
from django.utils import timezone

from audit import terms
from audit.terms import Term
from search.models import Asked

WRITE_SECONDS = 30
MOST_WAITING = 200
MOST_A_DAY = 3_000
MOST_WORDS, MOST_LETTERS = 8, 60
_PERSONAL = re.compile(
    r"@|https?:|www\.|\b(?:\d[\s.-]?){4,}|\b\d{4}\s?[a-z]{2}\b|[<>{}\\|]|[^\W_]{31,}", re.IGNORECASE
)

_lock = Lock()
_waiting: dict[str, list[int]] = {}
_written = 0.0


def to_keep(query: str) -> str:
    """Return `query` as it may be kept, "" when it may not."""
    asked = " ".join(query.casefold().replace("’", "'").split())
    if not asked or len(asked) > MOST_LETTERS or len(asked.split()) > MOST_WORDS or _PERSONAL.search(asked):
        return ""
    return asked if any(letter.isalpha() for letter in asked) and asked.isprintable() else ""


def record(query: str, results: int) -> None:
    """Count a question; write what was counted when the last time is long enough ago."""
    global _written
    asked = to_keep(query)
    with _lock:
        if asked and (asked in _waiting or len(_waiting) < MOST_WAITING):
            counted = _waiting.setdefault(asked, [0, 0])
            counted[0] += 1
            counted[1] = results
        is_due = bool(_waiting) and time.monotonic() - _written >= WRITE_SECONDS
        if is_due:
            _written = time.monotonic()
            taken = dict(_waiting)
            _waiting.clear()
    if is_due:
        try:
            write(taken)
        except (DatabaseError, InterfaceError):
            # Numbers are not worth an error to who searches.
            return


@transaction.atomic
def write(counted: dict[str, list[int]]) -> None:
    today = timezone.localdate()
    room = max(0, MOST_A_DAY - Asked.objects.filter(day=today).count())
    known = set(Asked.objects.filter(day=today, query__in=counted).values_list("query", flat=True))
    new = [query for query in counted if query not in known][:room]
    Asked.objects.bulk_create((Asked(day=today, query=query) for query in new), ignore_conflicts=True)
    for query in sorted([*known, *new]):
        times, results = counted[query]
        Asked.objects.filter(day=today, query=query).update(times=F("times") + times, results=results)


def flush() -> None:
    """Write what was counted so far now."""
    with _lock:
        taken = dict(_waiting)
        _waiting.clear()
    if taken:
        write(taken)


def expire(now: datetime) -> None:
    """Forget what was asked long ago."""
    today = timezone.localdate(now)
    Asked.objects.filter(day__lt=today - terms.keep("QUESTIONS")).delete()
    Asked.objects.filter(day__lt=today - terms.keep("SINGLE_QUESTIONS"), times=1).delete()


def expiring(now: datetime) -> list[Term]:
    """Return what `expire` would let go; nothing is changed."""
    today = timezone.localdate(now)
    kinds = (
        ("QUESTIONS", "Wat er gezocht werd", Asked.objects.all()),
        ("SINGLE_QUESTIONS", "Wat maar één keer gezocht werd", Asked.objects.filter(times=1)),
    )
    return [
        Term(
            what=what,
            then="gewist",
            setting=f"KEEP_{name}_DAYS",
            days=terms.keep(name).days,
            total=rows.count(),
            due=rows.filter(day__lt=today - terms.keep(name)).count(),
            next_at=None,
        )
        for name, what, rows in kinds
    ]
