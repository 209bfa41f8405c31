"""One process does a thing at a time, also across machines that share a database: sending mail, for one."""

import fcntl
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import connection

# Any number that nothing else in this database locks on.
ADVISORY_KEY = 7_306_013_405_212_001


class ProcessLock:
    """An advisory lock of the session on PostgreSQL, a locked file on SQLite; both end with their process."""

    # Of the file in DATA_DIR, and on PostgreSQL.
    file_name: str
    key: int

    def __init__(self) -> None:
        self._file: IO[str] | None = None
        self._session: Any = None

    def acquire(self) -> bool:
        """Return whether we are the one, taking the lock where it is free. Cheap to ask again."""
        if connection.vendor == "postgresql":
            return self._acquire_session()
        return self._acquire_file()

    def release(self) -> None:
        if self._file:
            self._file.close()
            self._file = None
        if self._session is not None and self._session is connection.connection:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [self.key])
        self._session = None

    def _acquire_session(self) -> bool:
        connection.ensure_connection()
        # A new connection is a new session: what the lost one had locked is free again, for anyone.
        if self._session is not None and self._session is connection.connection:
            return True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [self.key])
            locked = cursor.fetchone()[0]
        self._session = connection.connection if locked else None
        return locked

    def _acquire_file(self) -> bool:
        if self._file:
            return True
        path = Path(settings.DATA_DIR) / self.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True


class SenderLock(ProcessLock):
    """Who holds it sends the mail."""

    file_name = "worker.lock"
    key = ADVISORY_KEY
