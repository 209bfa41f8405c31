"""Send the mails in the outbox, for as long as it runs."""

import logging
import random
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, connection, reset_queries

from mailing.delivery import Courier, ServerAway
from mailing.locks import SenderLock

logger = logging.getLogger("mailing")

LOOK_EVERY = 0.5
LONGEST_PAUSE = 30.0


class Command(BaseCommand):
    help = "Verstuurt de wachtende mail en blijft dat doen, tot SIGTERM of Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Verstuur wat nu klaarstaat en stop dan.")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stopping = threading.Event()
        self.lock = SenderLock()
        self.courier = Courier()
        previous = {number: signal.signal(number, self._stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            self._run(once=options["once"])
        finally:
            for number, handler in previous.items():
                signal.signal(number, handler)

    def _stop(self, *_: object) -> None:
        self.stopping.set()

    def _run(self, *, once: bool) -> None:
        failures = 0
        while not self.stopping.is_set():
            try:
                tried = self._send()
                failures = 0
                if once and not tried:
                    break
            except ServerAway:
                failures += 1
                if once:
                    break
            except (OperationalError, InterfaceError) as error:
                failures += 1
                logger.error("the database is away (%s)", type(error).__name__)
                connection.close()
                if once:
                    raise
            if failures:
                self.stopping.wait(min(2 ** (failures - 1), LONGEST_PAUSE) * random.uniform(0.7, 1.0))  # noqa: S311
            elif not tried:
                self.stopping.wait(LOOK_EVERY)
        self._let_go()

    def _send(self) -> int:
        """Send one batch if we are the one sender; return how many mails were tried."""
        reset_queries()
        if not self.lock.acquire():
            return 0
        return self.courier.send_due(self.stopping.is_set)

    def _let_go(self) -> None:
        try:
            self.lock.release()
        except (OperationalError, InterfaceError):
            logger.info("the database went away before the lock was given back")
