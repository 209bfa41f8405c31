"""Raise and read the content version."""

import time
from threading import Lock

from django.db import connection
from django.db.models import F

from pagecache.models import ContentVersion

# How long a process may go on with the version it knows: a change shows everywhere within this time.
LOOK_UP_SECONDS = 0.25

_known: tuple[float, int] | None = None
_lock = Lock()


def bump() -> None:
    """Raise the content version inside the current transaction: it counts only when that commits."""
    changed = ContentVersion.objects.filter(pk=ContentVersion.ROW).update(number=F("number") + 1)
    if not changed:
        ContentVersion.objects.get_or_create(pk=ContentVersion.ROW, defaults={"number": 1})
    if not connection.in_atomic_block:
        forget()


def current() -> int:
    """Return the content version, at most `LOOK_UP_SECONDS` old; a process asks no more often than that."""
    global _known
    now = time.monotonic()
    known = _known
    if known is not None and now - known[0] < LOOK_UP_SECONDS:
        return known[1]
    with _lock:
        number = (
            ContentVersion.objects.filter(pk=ContentVersion.ROW).values_list("number", flat=True).first() or 0
        )
        _known = (now, number)
    return number


def forget() -> None:
    """Look the version up again at the next request of this process."""
    global _known
    _known = None
