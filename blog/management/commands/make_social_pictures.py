import os
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from blog.seo import pictures


class Command(BaseCommand):
    help = (
        "Tekent de kaarten bij delen die er nog niet zijn of niet meer kloppen (een draaiende site doet dit)"
    )
    # Started whenever a page is published: it must be quick to begin, and `make check` runs the checks.
    requires_system_checks: Any = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--waiting", action="store_true", help="Alleen wat al in de rij staat, zonder iets te zeggen."
        )

    def handle(self, *args: Any, waiting: bool, **options: Any) -> None:
        stopping = threading.Event()
        previous = {
            number: signal.signal(number, lambda *_: stopping.set())
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        try:
            if waiting:
                # Readers go first: on a busy machine the drawing takes what is left.
                os.nice(10)
                pictures.make_waiting(stopping.is_set)
                return
            pictures.ask_for_all()
            count = pictures.make_waiting(stopping.is_set)
        finally:
            for number, handler in previous.items():
                signal.signal(number, handler)
        self.stdout.write(f"Klaar: {count} kaarten getekend.")
