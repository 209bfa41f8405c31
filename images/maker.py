"""Renditions of all that waits, made by as many processes as there are processors."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from images.models import RenditionJob


def start() -> subprocess.Popen[bytes]:
    """Start a process that makes all that waits, and then ends."""
    manage = str(Path(settings.BASE_DIR) / "manage.py")
    return subprocess.Popen(
        [sys.executable, manage, "make_renditions", "--waiting"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


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
