"""The connection to the mail server or provider, kept for the next mail for a short while."""

import logging
import smtplib
import time
from typing import Any

from django.core.mail import EmailMessage, get_connection
from post_office.settings import get_backend

from mailing.answers import Meaning, ServerAway, describe, meaning

logger = logging.getLogger("mailing")

IDLE_SECONDS = 10
# Servers count mails a connection (Postfix' smtpd, Exchange, Gmail: a hundred or more).
MAILS_A_CONNECTION = 100
# After this silence ask whether the server is still there, before it gets a mail.
ASK_AFTER_SECONDS = 1


class Line:
    def __init__(self) -> None:
        self._backend: Any = None
        self._mails = 0
        self._used_at = 0.0

    def send(self, message: EmailMessage) -> None:
        """Hand one mail over. Raises ServerAway, or what the server or provider had against this mail."""
        backend = self._open()
        try:
            taken = backend.send_messages([message])
        except Exception as error:
            self.close()
            if meaning(error) is Meaning.AWAY:
                raise ServerAway(describe(error)) from error
            raise
        if not taken:
            self.close()
            raise ServerAway("De mailserver nam niets aan.")
        self._mails += 1
        self._used_at = time.monotonic()
        if self._mails >= MAILS_A_CONNECTION:
            self.close()

    def rest(self) -> None:
        """Hang up when nothing was sent for a while."""
        if self._backend is not None and time.monotonic() - self._used_at > IDLE_SECONDS:
            self.close()

    def close(self) -> None:
        backend, self._backend, self._mails = self._backend, None, 0
        if backend is not None:
            try:
                backend.close()
            except OSError:
                logger.info("the mail server did not take our goodbye")

    def _open(self) -> Any:
        if self._backend is not None and not self._is_alive():
            self.close()
        if self._backend is None:
            self._backend = backend = get_connection(get_backend("default"))
            try:
                backend.open()
            except Exception as error:
                # A login that fails leaves the connection open.
                self.close()
                raise ServerAway(describe(error)) from error
        return self._backend

    def _is_alive(self) -> bool:
        """A server hangs up on the silent; a mail lost on the way would be sent twice, a NOOP is not."""
        session = getattr(self._backend, "connection", None)
        if not isinstance(session, smtplib.SMTP) or time.monotonic() - self._used_at < ASK_AFTER_SECONDS:
            return True
        try:
            return session.noop()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False
