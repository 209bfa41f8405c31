import os
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from images import maker, queue
from images.making import make_waiting
from images.models import RenditionJob


class Command(BaseCommand):
    help = "Maakt van alle afbeeldingen de maten die er nog niet zijn (een draaiende site doet dit vanzelf)"
    # Started whenever a picture is uploaded: it must be quick to begin, and `make check` runs the checks.
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
                # Readers go first: on a busy machine the making takes what is left.
                os.nice(10)
                make_waiting(stopping.is_set)
                return
            queue.ask_for_all()
            count = maker.make_all(stopping, self._say if options["verbosity"] else lambda *_: None)
        finally:
            for number, handler in previous.items():
                signal.signal(number, handler)
        self.stdout.write(f"Klaar: {count} afbeeldingen.")
        for job in RenditionJob.objects.filter(state=RenditionJob.State.FAILED).select_related("image"):
            self.stdout.write(self.style.WARNING(f"  {job.image.title}: {job.reason}"))

    def _say(self, done: int, total: int) -> None:
        width = 30
        bar = "█" * (width * done // total)
        if self.stdout.isatty():
            self.stdout.write(f"\r  {bar:·<{width}} {done} van {total}", ending="\n" if done == total else "")
        elif done == total or done % 10 == 0:
            self.stdout.write(f"  {done} van {total} afbeeldingen")
        self.stdout.flush()
