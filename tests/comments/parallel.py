"""Work at the same moment, each over its own connection to a real database."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase


class ParallelTestCase(TransactionTestCase):
    serialized_rollback = True

    def setUp(self):
        cache.clear()
        # Connections to a database in memory share their locks, unlike any real one: use a copy in a file.
        self.file = None
        if connection.vendor == "sqlite" and connection.is_in_memory_db():
            self.file = Path(self.enterContext(tempfile.TemporaryDirectory())) / "copy.sqlite3"

    def all_at_once(self, works: list[Callable[[], None]]) -> None:
        """Let all of `works` begin together, on the rows that are there now."""
        if self.file and not self.file.exists():
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(self.file)])
            # The copy comes without WAL, and only one connection alone can switch that on; while one stays
            # open, none of the others is the last, which locks the file again to tidy up.
            kept = self.enterContext(closing(sqlite3.connect(self.file, check_same_thread=False)))
            kept.execute("PRAGMA journal_mode=WAL").fetchone()
        together = Barrier(len(works))

        def run(work: Callable[[], None]) -> None:
            if self.file:
                connection.settings_dict = {**connection.settings_dict, "NAME": str(self.file)}
            try:
                together.wait(timeout=30)
                work()
            finally:
                connection.close()

        threads = [Thread(target=run, args=[work]) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)

    def look(self, at: Callable[[], object]) -> object:
        """Return what `at` finds in the database after that."""
        found: list[object] = []
        self.all_at_once([lambda: found.append(at())])
        return found[0]
