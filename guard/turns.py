"""Writing to SQLite one after the other, without its busy handler.

SQLite lets one write at a time, and who finds it busy looks again after a sleep that grows to 100 ms: under
many writers that is what the slowest wait for. A lock on a file is handed on at once. PostgreSQL needs none.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait until no other thread or process is inside. To be entered before a transaction begins.

    Nothing is kept from writing beside it: SQLite's own lock decides, this one only orders who comes next.
    It ends with its process, however that ends.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with (Path(settings.DATA_DIR) / "writing.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
