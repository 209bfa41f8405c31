"""What operators ask: is the process alive, and may readers be sent to it?"""

import tempfile
import time
from pathlib import Path
from threading import Lock, Thread

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

# A probe of the storage: so much is written, at most so often, and waited for no longer.
PROBE = bytes(64 * 1024)
PROBE_EVERY, PROBE_SECONDS = 5.0, 2.0


class _Migrations:
    """Whether all are applied. Once they are, they stay so for the life of a process."""

    applied = False

    @classmethod
    def are_applied(cls) -> bool:
        if not cls.applied:
            executor = MigrationExecutor(connection)
            cls.applied = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        return cls.applied


class Storage:
    """Whether something can be written in a folder, known from a probe in a thread of its own.

    A disk over the network that is away does not fail, it keeps one waiting: only the probe waits then.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._probe: Thread | None = None
        self._probed = float("-inf")
        self._is_well = False

    def is_well(self, folder: Path) -> bool:
        with self._lock:
            if time.monotonic() - self._probed < PROBE_EVERY and self._is_well:
                return True
            if self._probe is None or not self._probe.is_alive():
                self._probe = Thread(target=self._write, args=[folder], daemon=True)
                self._probe.start()
            self._probe.join(PROBE_SECONDS)
            return not self._probe.is_alive() and self._is_well

    def _write(self, folder: Path) -> None:
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(PROBE)
                file.flush()
        except OSError:
            self._is_well = False
        else:
            self._is_well = True
        self._probed = time.monotonic()


_storage = Storage()


@never_cache
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process lives; a database that is away is no reason for a restart."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when pages can be served and forms taken, else 503 and the reason, without details."""
    reason = _what_is_wrong()
    return HttpResponse(f"{reason or 'ok'}\n", content_type="text/plain", status=503 if reason else 200)


def _what_is_wrong() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _Migrations.are_applied():
            return "migrations are not applied"
    except (DatabaseError, InterfaceError):
        return "the database cannot be reached"
    return "" if _storage.is_well(settings.DATA_DIR) else "nothing can be written in DATA_DIR"
