"""What has to happen at its time: planned articles appear, and those whose time is over go."""

import logging
import threading

from django.core.management import call_command
from django.db import close_old_connections

logger = logging.getLogger("liefdesverdriet")

EVERY_SECONDS = 20


def run_due() -> None:
    call_command("publish_scheduled", verbosity=0)


def run(stopping: threading.Event) -> None:
    """Do what is due until told to stop. A failure is logged, and the next round tries again."""
    while True:
        close_old_connections()
        try:
            run_due()
        except Exception:  # noqa: BLE001 - one broken page must not stop the publishing of all others
            logger.exception("the round of scheduled publishing failed")
        close_old_connections()
        if stopping.wait(EVERY_SECONDS):
            return
