"""Send what is due in the outbox, one mail at a time, and write down at once how each fared.

A mail is recorded as sent right after the server took it, in a transaction of its own: a kill in between
costs one duplicate at most, with the same Message-ID.
"""

import logging
import random
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils import timezone
from post_office.models import STATUS, Email, Log
from post_office.settings import get_backend

from mailing.models import WAITING, Delivery
from mailing.services import GIVE_UP_AFTER

logger = logging.getLogger("mailing")

BATCH_SIZE = 20
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
# RFC 5321, section 4.2.2: the server is about to close the connection.
SERVICE_CLOSING = 421


class ServerAway(Exception):
    """The mail server can't be reached or hung up: there is no point in trying the other mails right now."""


class UnbuildableMail(Exception):
    """The row can't be turned into a mail, and trying again would not change that."""


def pause_before(attempt: int) -> timedelta:
    """Return how long to wait after failed attempt 1, 2, …: doubling, and spread lest all come at once."""
    pause = min(FIRST_PAUSE * 2 ** min(attempt - 1, 20), LONGEST_PAUSE)
    return pause * random.uniform(0.8, 1.2)  # noqa: S311


def due_mails(now: datetime) -> list[Email]:
    due = Email.objects.filter(Q(scheduled_time=None) | Q(scheduled_time__lte=now), status__in=WAITING)
    return list(due.select_related("delivery").order_by("-priority", "created", "pk")[:BATCH_SIZE])


class Courier:
    """Takes mails to the server over one connection and records what came of each."""

    def __init__(self) -> None:
        self._connection: BaseEmailBackend | None = None
        # Taken by the server but not yet recorded, because the database was away just then.
        self._unrecorded: dict[int, datetime] = {}

    def send_due(self, should_stop: Callable[[], bool] = lambda: False) -> int:
        """Send one batch and return how many mails it tried. Raises ServerAway, after recording why."""
        self._record_stragglers()
        tried = 0
        try:
            for mail in due_mails(timezone.now()):
                if should_stop():
                    break
                tried += 1
                self._deliver(mail)
        finally:
            self.close()
        return tried

    def close(self) -> None:
        if self._connection is not None:
            try:
                self._connection.close()
            except OSError:
                logger.info("the mail server did not take our goodbye")
            self._connection = None

    def _deliver(self, mail: Email) -> None:
        try:
            self._send(mail)
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001  whatever one mail does wrong must not stop the others
            self.close()
            record_failure(mail, error)
            if isinstance(error, ServerAway):
                raise
        else:
            now = self._unrecorded[mail.pk] = timezone.now()
            record_sent(mail.pk, now)
            del self._unrecorded[mail.pk]
            logger.info("mail %s sent", mail.pk)

    def _send(self, mail: Email) -> None:
        message = build(mail)
        connection = self._open()
        try:
            taken = connection.send_messages([message])
        except OSError as error:
            if is_about_the_server(error):
                raise ServerAway(describe(error)) from error
            raise
        if not taken:
            raise ServerAway("De mailserver nam niets aan.")

    def _open(self) -> BaseEmailBackend:
        if self._connection is None:
            connection = get_connection(get_backend("default"))
            try:
                connection.open()
            except OSError as error:
                raise ServerAway(describe(error)) from error
            self._connection = connection
        return self._connection

    def _record_stragglers(self) -> None:
        for pk, moment in list(self._unrecorded.items()):
            record_sent(pk, moment)
            del self._unrecorded[pk]


def build(mail: Email) -> EmailMessage:
    """Return the mail as Django sends it, having tried once whether it can be written out."""
    try:
        message = mail.email_message()
        message.message().as_bytes()
    except DatabaseError:
        raise
    except Exception as error:
        raise UnbuildableMail(f"{type(error).__name__}: {error}") from error
    return message


@transaction.atomic
def record_sent(pk: int, now: datetime) -> None:
    Email.objects.filter(pk=pk).update(status=STATUS.sent, scheduled_time=None, last_updated=now)
    Log.objects.create(email_id=pk, status=STATUS.sent, message="")


@transaction.atomic
def record_failure(mail: Email, error: Exception) -> None:
    """Plan the next attempt, or mark the mail failed when there is to be none. Logs no address."""
    now = timezone.now()
    attempt = (mail.number_of_retries or 0) + 1
    next_attempt = now + pause_before(attempt)
    is_final = is_permanent(error) or next_attempt >= give_up_at(mail)
    Email.objects.filter(pk=mail.pk).update(
        status=STATUS.failed if is_final else STATUS.requeued,
        scheduled_time=None if is_final else next_attempt,
        number_of_retries=attempt,
        last_updated=now,
    )
    Log.objects.create(
        email_id=mail.pk, status=STATUS.failed, exception_type=type(error).__name__, message=describe(error)
    )
    logger.warning(
        "mail %s not sent at attempt %s (%s): %s",
        mail.pk,
        attempt,
        type(error).__name__,
        "given up" if is_final else "to be tried again",
    )


def give_up_at(mail: Email) -> datetime:
    try:
        return mail.delivery.give_up_at
    except Delivery.DoesNotExist:
        return mail.created + GIVE_UP_AFTER


def is_about_the_server(error: OSError) -> bool:
    """Tell a server that is away from one that refuses a mail. (smtplib's errors are OSErrors too.)"""
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code == SERVICE_CLOSING
    return isinstance(error, smtplib.SMTPServerDisconnected) or not isinstance(error, smtplib.SMTPException)


def is_permanent(error: Exception) -> bool:
    """Say whether trying again is pointless: a 5xx for this recipient or mail, or a mail that can't be built.

    A 5xx for the sender or the login is the site's own mistake, which may be mended within the term.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, UnbuildableMail)


def describe(error: Exception) -> str:
    """Return what the coach sees beside a failed mail."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{code} {_text(reply)}" for code, reply in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return str(error) or type(error).__name__


def _text(reply: bytes | str) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
