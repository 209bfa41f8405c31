"""How often something happened, for all processes of this machine together, in shared memory.

A file in DATA_DIR with a row for each process, which all have mapped into their memory: to count is to add
one to a number there, and nobody waits. A row outlives its process, and the next that has none goes on
with it: so a sum over all rows only ever grows, as Prometheus wants it.
"""

import fcntl
import mmap
import os
from pathlib import Path
from threading import Lock

from django.conf import settings

FILE = "counts"
# What is counted, each at its place in a row. Something new goes at the end, in the place of a spare one.
HIT, STALE, ANSWERED, MICROSECONDS = 0, 1, 2, 3
STATUSES = 4  # and one for each class of status, 1xx to 5xx
WIDTH = 16
ROWS = 128
_BYTES = 8
_SIZE = ROWS * WIDTH * _BYTES

_lock = Lock()
_all: memoryview | None = None
_mine: memoryview | None = None
# Open for as long as the process lives: to close it gives the row away.
_descriptor = -1


def add(which: int, count: int = 1) -> None:
    """Count something: a third of a microsecond."""
    mine = _mine if _mine is not None else _open()
    with _lock:
        mine[which] += count


def total(which: int) -> int:
    """Return how often it happened in all processes, also in those that have ended."""
    if _all is None:
        _open()
    assert _all is not None  # noqa: S101
    return sum(_all[which : ROWS * WIDTH : WIDTH])


def _open() -> memoryview:
    global _all, _mine, _descriptor
    with _lock:
        if _mine is not None:
            return _mine
        try:
            _descriptor = os.open(Path(settings.DATA_DIR) / FILE, os.O_RDWR | os.O_CREAT, 0o600)
            # Really there: to write into a hole of a disk that is full would end the process.
            os.posix_fallocate(_descriptor, 0, _SIZE)
            memory = mmap.mmap(_descriptor, _SIZE)
            row = _free_row(_descriptor)
        except OSError:
            # This process counts by itself.
            memory, row = mmap.mmap(-1, _SIZE), 0
        _all = memoryview(memory).cast("Q")
        _mine = _all[row * WIDTH : (row + 1) * WIDTH]
        return _mine


def _free_row(descriptor: int) -> int:
    """Take a row that no living process has. Raises OSError where there is none."""
    for row in range(ROWS):
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, WIDTH * _BYTES, row * WIDTH * _BYTES)
        except OSError:
            continue
        return row
    raise OSError("more processes than rows")


def _begin_anew() -> None:
    """In a fork: the row is the parent's."""
    global _lock, _all, _mine
    _lock, _all, _mine = Lock(), None, None


os.register_at_fork(after_in_child=_begin_anew)
