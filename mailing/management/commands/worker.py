"""Send the mails in the outbox, for as long as it runs."""

import logging
import random
import signal
import threading
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, connection, reset_queries

from mailing.answers import ServerAway
from mailing.delivery import Courier
from mailing.locks import SenderLock
from mailing.throttle import Throttle

logger = logging.getLogger("mailing")

LOOK_EVERY = 0.5


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
                if once and not tried and not self.courier.throttle.pause():
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
                pause = min(2.0 ** min(failures - 1, 10), settings.MAIL_RETRY_SECONDS)
                self.stopping.wait(pause * random.uniform(0.7, 1.0))  # noqa: S311
            elif not tried:
                self.stopping.wait(min(self.courier.throttle.pause() or LOOK_EVERY, LOOK_EVERY))
        self._let_go()

    def _send(self) -> int:
        """Send one batch if we are the one sender; return how many mails were tried."""
        reset_queries()
        if not self.lock.acquire():
            # Another sends, so what we knew of the last mail is no longer true when it is our turn.
            self.courier.throttle = Throttle()
            return 0
        return self.courier.send_due(self.stopping.is_set)

    def _let_go(self) -> None:
        self.courier.close()
        try:
            self.lock.release()
        except (OperationalError, InterfaceError):
            logger.info("the database went away before the lock was given back")
