"""Where mail goes on a machine without mail settings: into a folder, one file a mail."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from mailing import mail_files
from mailing.addresses import address_hash


class EmlFileBackend(BaseEmailBackend):
    """Write each mail to settings.MAIL_DIR as <UTC time>-<hash of the recipient>.eml, whole or not at all."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            self._write(message)
        return len(email_messages)

    def _write(self, message: EmailMessage) -> Path:
        folder = Path(settings.MAIL_DIR)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        moment = timezone.now().strftime("%Y%m%dT%H%M%S.%fZ")
        target = folder / f"{moment}-{address_hash(message.recipients()[0])[: mail_files.LETTERS]}.eml"
        content = message.message().as_bytes()
        descriptor, unfinished = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, target)
        except BaseException:
            os.unlink(unfinished)
            raise
        return target
