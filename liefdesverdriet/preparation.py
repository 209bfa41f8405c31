"""What a machine needs before the site can start on it, each with one clear sentence when it is not so."""

import errno
import hashlib
import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import CommandError, OutputWrapper
from django.core.management.commands import migrate
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from liefdesverdriet import accounts, storage


class Progress:
    """Steps on the terminal; a long one counts on its own line, and in a log it is written once."""

    def __init__(self, stdout: OutputWrapper) -> None:
        self.stdout = stdout

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()

    def count(self, line: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r\033[K  {line}", ending="")
            self.stdout.flush()

    def counted(self) -> None:
        if self.stdout.isatty():
            self.stdout.write("\r\033[K", ending="")


def require_port(host: str, port: int) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise CommandError(f"HOST {host!r} is no address of this machine.") from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen(1)
        except OSError as error:
            raise CommandError(_port_sentence(host, port, error)) from error


def _port_sentence(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is taken; stop what uses it, or choose another: make run PORT={port + 1}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is only for root; choose one above 1023: make run PORT=8000"
    return f"The site cannot listen on port {port} of HOST {host!r}: {error.strerror}."


def require_database() -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        parts = settings.DATABASES["default"]
        place = (
            f"{parts['HOST'] or 'localhost'}:{parts['PORT'] or 5432}" if parts.get("HOST") else parts["NAME"]
        )
        reason = str(error).strip().splitlines()[0]
        raise CommandError(f"The database at {place} cannot be reached: {reason}") from error


class _Migrate(migrate.Command):
    """Django's own command, which tells how far it is in one counting line instead of 300 lines."""

    progress: Progress
    total = 0
    done = 0

    def migration_progress_callback(self, action: str, migration: Any = None, fake: bool = False) -> None:
        if action == "apply_success":
            self.done += 1
            self.progress.count(f"{self.done} of {self.total}")


def migrate_when_needed(progress: Progress) -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        progress.say(f"Preparing the database ({len(plan)} steps) …")
        command = _Migrate()
        command.progress, command.total = progress, len(plan)
        call_command(command, interactive=False, verbosity=0)
        progress.counted()


def _static_sources() -> str:
    """Return a fingerprint of all files that go into the static folder, and of the code that makes it.

    Nothing of where that folder is: it stands in DATA_DIR, and is as good where that was copied to.
    """
    digest = hashlib.sha256(Path(storage.__file__).read_bytes())
    for finder in get_finders():
        for path, source in finder.list(["CVS", ".*", "*~"]):
            stat = Path(source.path(path)).stat()
            digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static_when_changed(progress: Progress) -> None:
    stamp = settings.DATA_DIR / "static.sources"
    sources = _static_sources()
    if settings.STATIC_ROOT.is_dir() and stamp.exists() and stamp.read_text() == sources:
        return
    progress.say("Building the static files …")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(sources)


def fill_when_new(progress: Progress) -> str | None:
    """On the very first run load the demo and create the coach, and return the password; else None."""
    if accounts.somebody_can_log_in():
        return None
    progress.say("Loading the demo site (only now; this may take a minute) …")
    try:
        call_command("demo", stdout=progress.stdout)
    except CommandError as error:
        progress.say(f"The demo was not loaded: {error}")
    return accounts.create_coach()
