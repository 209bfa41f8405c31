"""The test's database as the site has it: SQLite in a file, where writers wait for each other."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def on_disk() -> Iterator[None]:
    """Let this thread, and those begun meanwhile, work on a copy of the test's database that stands on disk.

    The suite's own SQLite stands in memory, shared by the threads of a process, and refuses at once what
    another thread is writing; a file has them wait. Nothing changes with PostgreSQL.
    """
    in_memory = connections[DEFAULT_DB_ALIAS]
    if in_memory.vendor != "sqlite":
        yield
        return
    of_all_threads = connections.settings[DEFAULT_DB_ALIAS]
    name = of_all_threads["NAME"]
    with tempfile.TemporaryDirectory(prefix="liefdesverdriet-on-disk-") as folder:
        path = str(Path(folder) / "db.sqlite3")
        with in_memory.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [path])
        of_all_threads["NAME"] = path
        connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
        # Only one can make it keep a log of writing ahead; from here on that is how it is.
        connections[DEFAULT_DB_ALIAS].ensure_connection()
        try:
            yield
        finally:
            connections[DEFAULT_DB_ALIAS].close()
            connections[DEFAULT_DB_ALIAS] = in_memory
            of_all_threads["NAME"] = name
