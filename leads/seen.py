"""How often gifts are seen: counted in the process's memory, written now and then (docs/decisions/0012)."""

import logging
from collections.abc import Iterable
from datetime import date
from multiprocessing.util import Finalize
from threading import Event, Lock, Thread
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from wagtail.models import Page

from leads.models import LeadMagnet, MagnetView

# More than a busy site has of gifts times pages times places in half a minute.
MOST_KEYS = 10_000
WRITE_SECONDS = 30
# Six values a row; SQLite takes 32,766 values in a statement.
ROWS_A_STATEMENT = 1_000

log = logging.getLogger(__name__)


# The slugs of the places where a gift can stand (leads.placements).
PLACE = r"article(?:-[1-9][0-9]?)?|end|sidebar|slide-in|landing"


class Sight(NamedTuple):
    """A gift, the id of the page it stood on (0 for its own), and the slug of its place there."""

    magnet: int
    page: int
    placement: str


class Row(NamedTuple):
    day: date
    sight: Sight


class SeenCounter:
    """Counts of one process. Any thread may add; whoever writes takes what was counted so far.

    Counts survive a database that is away; a process that is killed loses those of the last `seconds`.
    """

    def __init__(self, seconds: float = WRITE_SECONDS, most: int = MOST_KEYS) -> None:
        """`seconds` between two writings, 0 to leave writing to the caller; `most` keys at once."""
        self.seconds = seconds
        self.most = most
        self._counts: dict[Row, int] = {}
        self._lock = Lock()
        self._writing = Lock()
        self._thread: Thread | None = None

    def add(self, sights: Iterable[Sight]) -> None:
        """Count each of `sights` once more today, in Amsterdam. Asks the database nothing."""
        today = timezone.localdate()
        with self._lock:
            for sight in sights:
                self._put(Row(today, sight), 1)
            if self.seconds and self._thread is None:
                self._start()

    def write(self) -> None:
        """Write what was counted so far; keep it for the next time where the database is away."""
        with self._writing:
            with self._lock:
                taken, self._counts = self._counts, {}
            try:
                _add_to_database(taken)
            except (OperationalError, InterfaceError) as error:
                log.warning("Views of gifts are written later: %s", type(error).__name__)
                with self._lock:
                    for row, count in taken.items():
                        self._put(row, count)
            except DatabaseError:
                # Numbers that the database refuses must not keep all others from being written.
                log.exception("%d views of gifts are lost", sum(taken.values()))

    def waiting(self) -> int:
        """Return how many views are counted and not yet written."""
        with self._lock:
            return sum(self._counts.values())

    def _put(self, row: Row, count: int) -> None:
        if row in self._counts or len(self._counts) < self.most:
            self._counts[row] = self._counts.get(row, 0) + count

    def _start(self) -> None:
        self._thread = Thread(target=self._write_now_and_then, name="seen-gifts", daemon=True)
        self._thread.start()
        # Not atexit: a worker of Granian is a process of multiprocessing, which ends without that. Elsewhere
        # this runs at the end of the interpreter.
        Finalize(None, self._write_and_close, exitpriority=10)

    def _write_now_and_then(self) -> None:
        pause = Event()
        while True:
            pause.wait(self.seconds)
            self._write_and_close()

    def _write_and_close(self) -> None:
        try:
            self.write()
        finally:
            connection.close()


def _add_to_database(counts: dict[Row, int]) -> None:
    """Add `counts` to the rows of their days, leaving out gifts and pages that are not there."""
    if not counts:
        return
    with transaction.atomic():
        sights = [row.sight for row in counts]
        # Locked, so that none goes before its numbers are in.
        magnets = LeadMagnet.objects.select_for_update(no_key=True).order_by("pk")
        known_magnets = set(
            magnets.filter(pk__in={sight.magnet for sight in sights}).values_list("pk", flat=True)
        )
        known_pages = _known_pages({sight.page for sight in sights})
        values = [
            (row.day, *row.sight, count, 0)
            # In one order in all processes, so that no two wait for each other.
            for row, count in sorted(counts.items())
            if row.sight.magnet in known_magnets and row.sight.page in known_pages
        ]
        for start in range(0, len(values), ROWS_A_STATEMENT):
            MagnetView.objects.add(values[start : start + ROWS_A_STATEMENT])


def _known_pages(ids: set[int]) -> set[int]:
    asked = sorted(ids - {0})
    found = {0}
    for start in range(0, len(asked), ROWS_A_STATEMENT):
        some = asked[start : start + ROWS_A_STATEMENT]
        found.update(Page.objects.filter(pk__in=some).values_list("pk", flat=True))
    return found


# Tests, whose changes are rolled back, write by themselves.
counter = SeenCounter(getattr(settings, "GIFT_SEEN_SECONDS", WRITE_SECONDS))
