"""A real SMTP server on loopback that keeps what it takes and refuses what it is told to."""

import email
import email.policy
import socket
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from django.conf import settings
from django.test import override_settings


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Sink:
    """`replies`: what to answer at DATA for a recipient, instead of taking the mail; `reply` for all.

    `on_recipient` and `on_taken` are called at those moments, before the answer goes out: to kill who asks.
    Options go to aiosmtpd's Controller, e.g. `tls_context` and `authenticator`.
    """

    def __init__(self, **options: Any) -> None:
        self.taken: list[EmailMessage] = []
        self.replies: dict[str, str] = {}
        self.recipient_replies: dict[str, str] = {}
        self.reply = ""
        self.on_recipient: Callable[[str], None] = lambda address: None
        self.on_taken: Callable[[EmailMessage], None] = lambda mail: None
        self.sessions: set[Any] = set()
        self.port = free_port()
        self._options = options
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        self.sessions.add(session.peer)
        self.on_recipient(address)
        if address in self.recipient_replies:
            return self.recipient_replies[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        reply = self.reply or self.replies.get(envelope.rcpt_tos[0])
        if reply:
            return reply
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.taken.append(mail)
        self.on_taken(mail)
        return "250 taken"

    def start(self) -> None:
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()

    def start_again(self) -> None:
        """Listen on the same port after a stop."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **self._options)
        self._controller.start()

    @property
    def recipients(self) -> list[str]:
        return [str(mail["To"]) for mail in self.taken]


def smtp_settings(port: int) -> override_settings:
    return override_settings(
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_TIMEOUT=1,
        POST_OFFICE={
            **settings.POST_OFFICE,
            "BACKENDS": {"default": "django.core.mail.backends.smtp.EmailBackend"},
        },
    )
