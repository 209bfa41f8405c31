"""The backup of every day, in a process that comes and goes: its memory goes with it."""

import logging
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from operations.backup.folder import JOURNAL, backups_in
from operations.jobs import NotDone

LOOK_EVERY = 1.0
STOP_SECONDS = 10

logger = logging.getLogger("operations")


def is_on() -> bool:
    return bool(settings.BACKUP_DIR)


def folder() -> Path:
    """Return where backups stand, where they are made at all."""
    return Path(str(settings.BACKUP_DIR))


def keep_journal(now: datetime) -> None:
    """Lay the journal of erasures beside the backups, where it outlives this machine, whenever it has grown.

    It is only ever added to (privacy.journal), and names nobody without the key of hashes.
    """
    journal, copy = Path(settings.ERASURE_JOURNAL), folder() / JOURNAL
    if not journal.exists() or (copy.exists() and copy.stat().st_size >= journal.stat().st_size):
        return
    copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = copy.with_name(f".{copy.name}.new")
    shutil.copyfile(journal, unfinished)
    unfinished.chmod(0o600)
    os.replace(unfinished, copy)


def back_up(now: datetime, still_there: Callable[[], None]) -> str:
    """Make a backup in BACKUP_DIR and keep the last BACKUP_KEEP; return what it is called.

    Raises NotDone, and what `still_there` raises when it is time to end: nothing half-made is left.
    """
    manage = str(Path(settings.BASE_DIR) / "manage.py")
    command = [
        sys.executable,
        manage,
        "backup",
        str(settings.BACKUP_DIR),
        "--keep",
        str(settings.BACKUP_KEEP),
    ]
    with TemporaryFile() as said:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            pause = threading.Event()
            while child.poll() is None:
                still_there()
                pause.wait(LOOK_EVERY)
        finally:
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines()
    if child.returncode:
        logger.error("the backup was not made: %s", lines[-1] if lines else f"exit code {child.returncode}")
        raise NotDone("Er is geen back-up gemaakt; de log van de server zegt waarom.")
    newest = backups_in(folder())[0]
    return f"{newest.name}, {filesizeformat(newest.stat().st_size)}"
