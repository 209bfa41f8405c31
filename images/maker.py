"""Processes that make renditions: they come when there is work and go when it is done.

The memory that a large picture takes goes with them, and a picture that breaks a library breaks no server.
"""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from images import queue
from images.models import RenditionJob

logger = logging.getLogger("images")

LOOK_EVERY = 1.0
AFTER_A_FAILURE = 30.0
STOP_SECONDS = 10


def start() -> subprocess.Popen[bytes]:
    """Start a process that makes all that waits, and then ends."""
    manage = str(Path(settings.BASE_DIR) / "manage.py")
    return subprocess.Popen(
        [sys.executable, manage, "make_renditions", "--waiting"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def run(stopping: threading.Event) -> None:
    """Look every second whether pictures wait, and start a process for them, until told to stop."""
    has_asked = False
    while not stopping.wait(LOOK_EVERY):
        close_old_connections()
        try:
            if not has_asked:
                # After an upgrade the recipe may be another.
                queue.ask_for_all()
                has_asked = True
            is_work = queue.is_work()
        except DatabaseError:
            logger.warning("the database is away; pictures wait")
            connection.close()
            stopping.wait(AFTER_A_FAILURE)
            continue
        if is_work and _wait_for(start(), stopping):
            stopping.wait(AFTER_A_FAILURE)
    connection.close()


def make_all(stopping: threading.Event, say: Callable[[int, int], None]) -> int:
    """Make all that waits with a process for each processor; return how many pictures were to be made.

    Reports (done, total) in pictures.
    """
    unfinished = RenditionJob.objects.filter(state__in=("waiting", "making"))
    total = unfinished.count()
    if not total:
        return 0
    children = [start() for _ in range(min(total, os.cpu_count() or 1))]
    told = -1
    while any(child.poll() is None for child in children):
        if stopping.wait(0.2):
            for child in children:
                child.terminate()
        done = total - unfinished.count()
        if done != told:
            say(done, total)
            told = done
    return total


def _wait_for(child: subprocess.Popen[bytes], stopping: threading.Event) -> bool:
    """Return when the child ended, or we are to stop and it has stopped too; tell whether it failed."""
    while child.poll() is None:
        if stopping.wait(0.1):
            child.terminate()
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            return False
    if child.returncode:
        logger.error("the maker of renditions stopped (exit code %s); it starts again", child.returncode)
    return bool(child.returncode)
