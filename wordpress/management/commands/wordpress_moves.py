"""`manage.py wordpress_moves`: do what waits on the admin's screen. Started by the scheduler."""

import os
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from wordpress import work


class Command(BaseCommand):
    help = "Bekijk en neem over wat in de admin onder ‘Verhuizen van WordPress’ klaarstaat."
    # Started whenever there is something to do: it must be quick to begin, and `make check` runs the checks.
    requires_system_checks: Any = []

    def handle(self, **options: Any) -> None:
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        # Readers go first: on a busy machine this takes what is left.
        os.nice(10)
        work.do_waiting(stopping.is_set)
