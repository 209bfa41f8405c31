"""Writing to SQLite one after the other, without its busy handler, and waiting for the disk together.

SQLite lets one write at a time, and who finds it busy looks again after a sleep that grows to 100 ms: under
many writers that is what the slowest wait for. A lock on a file is handed on at once. It also has its log on
the disk before a commit ends, while all others wait: 6 of the 7 ms that a reaction's turn took. Here the next
one begins meanwhile, and each waits for the disk before it answers. PostgreSQL does both by itself.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait until no other thread or process is inside. To be entered before a transaction begins.

    Nothing is kept from writing beside it: SQLite's own lock decides, this one only orders who comes next.
    It ends with its process, however that ends. What was committed inside is on the disk when this is left,
    as after any commit with `synchronous=FULL`. Raises OperationalError when the disk can't say so.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    with (Path(settings.DATA_DIR) / "writing.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        # Without a log (a database in memory) a commit waits as it always does.
        waits_later = log.exists()
        if waits_later:
            _synchronous("NORMAL")
        try:
            yield
        finally:
            if waits_later:
                _synchronous("FULL")
    if waits_later:
        _to_disk(log)


def _synchronous(how: str) -> None:
    """Say how long a commit waits for the disk; in NORMAL, with a write-ahead log, not at all.

    A connection that is made later waits as ever. Raises Django's errors, as a query does.
    """
    if connection.connection is not None:
        with connection.wrap_database_errors:
            connection.connection.execute(f"PRAGMA synchronous = {how}")


def _to_disk(log: Path) -> None:
    """Return when all that was written to the log before is on the disk.

    Raises OperationalError when that fails.
    """
    try:
        # SQLite locks the database and its index, never the log: closing it lets go of nothing.
        descriptor = os.open(log, os.O_RDWR)
        try:
            os.fdatasync(descriptor)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        # Whoever used it last took it all into the database, and had that on the disk first.
        return
    except OSError as error:
        raise OperationalError(f"what was committed may not be on the disk: {error.strerror}") from error
