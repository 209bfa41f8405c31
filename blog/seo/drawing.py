"""Lets the cards that wait be drawn, in a process that comes when there is work and goes when it is done.

As with renditions (images.maker): the memory goes with the process, and a picture that breaks a library
breaks no server.
"""

import logging
import subprocess
import sys
import threading
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from blog.seo import pictures

logger = logging.getLogger("blog")

LOOK_EVERY = 3.0
AFTER_A_FAILURE = 60.0
STOP_SECONDS = 10


def start() -> subprocess.Popen[bytes]:
    """Start a process that draws all that waits, and then ends."""
    manage = str(Path(settings.BASE_DIR) / "manage.py")
    return subprocess.Popen(
        [sys.executable, manage, "make_social_pictures", "--waiting"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def run(stopping: threading.Event) -> None:
    """Look every few seconds whether cards wait, and start a process for them, until told to stop."""
    has_asked = False
    while not stopping.wait(LOOK_EVERY):
        close_old_connections()
        try:
            if not has_asked:
                # After an upgrade they may be drawn in another way.
                pictures.ask_for_missing()
                has_asked = True
            is_work = pictures.waiting().exists()
        except DatabaseError:
            logger.warning("the database is away; cards wait")
            connection.close()
            stopping.wait(AFTER_A_FAILURE)
            continue
        if is_work and not _ended_well(start(), stopping):
            stopping.wait(AFTER_A_FAILURE)
    connection.close()


def _ended_well(child: subprocess.Popen[bytes], stopping: threading.Event) -> bool:
    """Return when the child ended, or we are to stop and it has stopped too."""
    while child.poll() is None:
        if stopping.wait(0.2):
            child.terminate()
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            return True
    if child.returncode:
        logger.error("the drawing of cards stopped (exit code %s); it starts again", child.returncode)
    return not child.returncode
