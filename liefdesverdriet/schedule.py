"""What has to happen at its time: planned articles appear, mails gather, old data goes."""

import logging
import threading
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

import blog.indexnow
import comments.chores
import comments.privacy
import leads.importing.uploads
import leads.privacy
import leads.services.stored_files
import mailing.privacy
import search.recording
from blog.seo import drawing, pictures
from guard import counting
from images import maker
from liefdesverdriet import statistics

logger = logging.getLogger("liefdesverdriet")

EVERY_SECONDS = 20
DAY = timedelta(days=1)
DAILY = {
    "comments": comments.privacy.expire,
    "leads": leads.privacy.expire,
    "gift-files": leads.services.stored_files.sweep,
    "imports": leads.importing.uploads.throw_away_old,
    "mailing": mailing.privacy.expire,
    "search": search.recording.expire,
    "social-pictures": pictures.sweep,
    "statistics": statistics.refresh,
}


def run_due(now: datetime | None = None) -> None:
    """Do all that is due. Raises what went wrong with planned articles, after all else had its turn."""
    now = now or timezone.now()
    try:
        call_command("publish_scheduled", verbosity=0)
    finally:
        comments.chores.run_due(now)
        do_daily(now)
        blog.indexnow.run_due(now)


def do_daily(now: datetime) -> None:
    """Let old data go, above all personal data, and count anew: once a day for all that share a cache.

    A process with a cache of its own does it once more, for nothing. One that fails is logged, stops no
    other, and has its turn again the next day.
    """
    today = timezone.localdate(now)
    for name, chore in DAILY.items():
        if not counting.claim(f"schedule:daily:{name}:{today}", int(DAY.total_seconds())):
            continue
        try:
            chore(now)
        except Exception:  # noqa: BLE001 - see above
            logger.exception("the daily chore %s could not be done", name)


def run(stopping: threading.Event) -> None:
    """Do what is due until told to stop. A failure is logged, and the next round tries again."""
    for make in (maker.run, drawing.run):
        threading.Thread(target=make, args=[stopping], daemon=True).start()
    while True:
        close_old_connections()
        try:
            run_due()
        except Exception:  # noqa: BLE001 - one broken page must not stop the publishing of all others
            logger.exception("the round of scheduled publishing failed")
        close_old_connections()
        if stopping.wait(EVERY_SECONDS):
            return
