"""Long work is done by processes that come when there is some and go when it is done.

Their memory goes with them, and what breaks there breaks no server. One thread looks for all of them: each
thread has a connection to the database of its own, and 3 MB with it (docs/decisions/0015).
"""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

import blog.podcast.import_queue
import blog.seo.pictures
import images.queue
import wordpress.queue

logger = logging.getLogger("liefdesverdriet")

LOOK_EVERY = 1.0
AFTER_A_FAILURE = 30.0
STOP_SECONDS = 10


class Work(NamedTuple):
    """What a process is started for: its name in the log, its command, whether any waits, what is first."""

    name: str
    command: tuple[str, ...]
    is_waiting: Callable[[], bool]
    # Once, when the site starts: after an upgrade the recipe may be another.
    first: Callable[[], object] = lambda: None
    look_every: float = 3.0


ALL = (
    Work(
        "the maker of renditions",
        ("make_renditions", "--waiting"),
        images.queue.is_work,
        images.queue.ask_for_all,
        LOOK_EVERY,
    ),
    Work(
        "the drawing of cards",
        ("make_social_pictures", "--waiting"),
        lambda: blog.seo.pictures.waiting().exists(),
        blog.seo.pictures.ask_for_missing,
    ),
    Work(
        "taking over a podcast",
        ("podcast_import", "--waiting"),
        lambda: blog.podcast.import_queue.unfinished().exists(),
    ),
    Work("moving a site", ("wordpress_moves",), wordpress.queue.is_work),
)


class _Doing:
    """One kind of work, with the process that is at it."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.has_begun = False
        self.next_look = time.monotonic() + work.look_every
        self.child: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Start a process where work waits and none is at it. Raises DatabaseError."""
        if self.child is not None:
            self._see_whether_it_ended()
        if self.child is not None or time.monotonic() < self.next_look:
            return
        self.next_look = time.monotonic() + self.work.look_every
        if not self.has_begun:
            self.work.first()
            self.has_begun = True
        if self.work.is_waiting():
            self.child = start(self.work)

    def _see_whether_it_ended(self) -> None:
        assert self.child  # noqa: S101
        code = self.child.poll()
        if code is None:
            return
        self.child = None
        if code:
            logger.error("%s stopped (exit code %s); it starts again", self.work.name, code)
            self.next_look = time.monotonic() + AFTER_A_FAILURE

    def stop(self) -> None:
        if self.child is None:
            return
        try:
            self.child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()


def start(work: Work) -> subprocess.Popen[bytes]:
    """Start a process that does all that waits, and then ends."""
    return subprocess.Popen(
        [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), *work.command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def run(stopping: threading.Event, works: Sequence[Work] = ALL) -> None:
    """Look again and again whether there is work, and have it done, until told to stop."""
    doing = [_Doing(work) for work in works]
    while not stopping.wait(LOOK_EVERY):
        close_old_connections()
        for one in doing:
            try:
                one.look()
            except DatabaseError:
                logger.warning("the database is away; %s waits", one.work.name)
                connection.close()
                one.next_look = time.monotonic() + AFTER_A_FAILURE
            except Exception:  # noqa: BLE001 - the others go on
                logger.exception("whether there is work for %s could not be seen", one.work.name)
                one.next_look = time.monotonic() + AFTER_A_FAILURE
    for one in doing:
        if one.child is not None:
            one.child.terminate()
    for one in doing:
        one.stop()
    connection.close()
