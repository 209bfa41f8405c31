"""A real SMTP server on loopback that keeps what it takes and refuses what it is told to."""

import email
import email.policy
import socket
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
    """`replies`: what to answer at DATA for a recipient, instead of taking the mail."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.replies: dict[str, str] = {}
        self.recipient_replies: dict[str, str] = {}
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.recipient_replies:
            return self.recipient_replies[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        reply = self.replies.get(envelope.rcpt_tos[0])
        if reply:
            return reply
        self.taken.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 taken"

    def start(self) -> None:
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()

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
