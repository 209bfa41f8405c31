import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from liefdesverdriet import schedule
from operations.rounds import Rounds


class Command(BaseCommand):
    help = "Do the scheduled jobs, for as long as it runs (`make run` does this by itself)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due now, then stop.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            doing = Rounds()
            if not schedule.run_due(doing=doing):
                self.stdout.write("Another scheduler is at it; it does what is due.")
            doing.wait_beside()
            return
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        schedule.run(stopping)
