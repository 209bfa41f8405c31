"""Raise and read the content version."""

import logging
import time
from dataclasses import dataclass, replace
from threading import Lock

from django.conf import settings
from django.db import Error, close_old_connections, connection, transaction

from pagecache.models import ContentVersion

# How long a process goes on with what it knows, and how long while one of its threads is asking already.
LOOK_UP_SECONDS = 0.25
WHILE_ASKING_SECONDS = 0.75
# How long a reader waits for a look-up that takes long: with a database that is away, pages go on.
LONGEST_WAIT_SECONDS = 1.0
# A change whose key is a multiple of this makes one row of those before it.
FOLDED_EVERY = 100

_LOOK_UP = f"SELECT SUM(number) FROM {ContentVersion._meta.db_table}"  # noqa: S608 - of a name of ours

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """What a process knows. Times are monotonic, in seconds.

    A change that made another number was committed after `confirmed`, when the look-up began that read this
    one last; `previous` is the number before it. `asked` is when anybody asked last, in vain or not.
    """

    number: int
    confirmed: float
    asked: float
    previous: int | None = None
    previous_confirmed: float = 0.0


_known: Known | None = None
_lock = Lock()
_asking_since = 0.0


def bump() -> None:
    """Raise the content version inside the current transaction: it counts only when that commits.

    Waits for nobody and lets nobody wait, so it may be called at any moment of a transaction, and often.
    """
    change = ContentVersion.objects.create(number=1)
    if change.pk % FOLDED_EVERY == 0:
        transaction.on_commit(fold, robust=True)
    transaction.on_commit(forget)


@transaction.atomic
def fold() -> None:
    """Make one row of all, with the same sum; rows that another process folds just now are left to it."""
    rows = dict(ContentVersion.objects.select_for_update(skip_locked=True).values_list("pk", "number"))
    ContentVersion.objects.filter(pk__in=rows).delete()
    ContentVersion.objects.create(number=sum(rows.values()))


def look_up() -> int:
    """Return the content version as the database has it now."""
    # Asked before each page: an ORM query takes longer to write than to answer.
    with connection.cursor() as cursor:
        cursor.execute(_LOOK_UP)
        return int(cursor.fetchone()[0] or 0)


def current() -> Known | None:
    """Return the content version, at most `WHILE_ASKING_SECONDS` old as long as the database answers.

    While it does not, what was known stays known; None where nothing was.
    """
    now = time.monotonic()
    known = _known
    if known is not None and _is_recent(known, now):
        return known
    if _lock.acquire(blocking=False):
        try:
            return _look_up(now)
        finally:
            _lock.release()
    if known is not None and now - known.asked < WHILE_ASKING_SECONDS:
        return known
    if _lock.acquire(timeout=max(0.0, _asking_since + LONGEST_WAIT_SECONDS - now)):
        _lock.release()
    return _known


def forget() -> None:
    """Look the version up again at the next request of this process."""
    global _known
    if _known is not None:
        _known = replace(_known, asked=float("-inf"))


def second_of(moment: float) -> int:
    """Return in which second of the clock on the wall (Unix time) a monotonic time was."""
    return int(time.time() - time.monotonic() + moment)


def _is_recent(known: Known, now: float) -> bool:
    """Say whether nobody need ask. A proxy keeps pages to the end of the second in which was asked last."""
    if now - known.asked >= LOOK_UP_SECONDS:
        return False
    return not settings.BEHIND_PROXY or second_of(now) == second_of(known.asked)


def _look_up(now: float) -> Known | None:
    global _known, _asking_since
    known = _known
    if known is not None and _is_recent(known, now):
        # Another thread was quicker.
        return known
    _asking_since = now
    number = _read()
    if number is None:
        _known = known and replace(known, asked=time.monotonic())
    elif known is None:
        _known = Known(number, now, now)
    elif number == known.number:
        _known = replace(known, confirmed=now, asked=now)
    else:
        _known = Known(number, now, now, known.number, known.confirmed)
    return _known


def _read() -> int | None:
    """Return the number in the database, None when that can't be reached."""
    # No request has begun yet for Django, which would look after its connections by itself. In a transaction
    # there is one that is good, and it would be closed.
    is_ours = not connection.in_atomic_block
    if is_ours:
        close_old_connections()
    try:
        return look_up()
    except Error as error:
        logger.warning("The content version can't be looked up: %s", error)
        return None
    finally:
        if is_ours:
            close_old_connections()
