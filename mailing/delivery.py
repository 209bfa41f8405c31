"""Send what is due in the outbox, one mail at a time, and write down at once how each fared.

A mail is recorded as sent right after the server took it, in a transaction of its own: a kill in between
costs one duplicate at most, with the same Message-ID.
"""

import logging
import random
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import DatabaseError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from mailing import bounces, state
from mailing.answers import Meaning, ServerAway, UnbuildableMail, UnwantedMail, describe, meaning, without_nul
from mailing.line import Line
from mailing.models import WAITING, Delivery, Suppression
from mailing.services import GIVE_UP_AFTER
from mailing.throttle import Throttle

logger = logging.getLogger("mailing")

# Few, because what a visitor waits for is looked for again after each batch.
BATCH_SIZE = 5
LONGEST_PAUSE = timedelta(hours=1)
# Where the server is away the pause is its own, not the mail's: soon after it is back, all have left.
LONGEST_PAUSE_AWAY = timedelta(minutes=5)


def pause_before(attempt: int, longest: timedelta = LONGEST_PAUSE) -> timedelta:
    """Return how long to wait after failed attempt 1, 2, …: doubling, and spread lest all come at once."""
    pause = min(timedelta(seconds=settings.MAIL_RETRY_SECONDS) * 2 ** min(attempt - 1, 20), longest)
    return pause * random.uniform(0.8, 1.2)  # noqa: S311


def due_mails(now: datetime, but: Collection[int] = ()) -> list[Email]:
    """Return the next few mails: highest priority first, then the oldest. Reads along the index."""
    due = Email.objects.filter(Q(scheduled_time=None) | Q(scheduled_time__lte=now)).exclude(pk__in=but)
    keys: list[tuple[int, datetime, int]] = []
    for status in WAITING:
        first = due.filter(status=status).order_by("-priority", "created", "pk")
        keys += [
            (-(priority or 0), created, pk)
            for priority, created, pk in first.values_list("priority", "created", "pk")[:BATCH_SIZE]
        ]
    chosen = [pk for _, _, pk in sorted(keys)[:BATCH_SIZE]]
    mails = Email.objects.select_related("delivery").in_bulk(chosen) if chosen else {}
    return [mails[pk] for pk in chosen if pk in mails]


class Courier:
    """Takes mails to the server over one connection and records what came of each."""

    def __init__(self) -> None:
        self.throttle = Throttle()
        self._line = Line()
        self._state = state.Reporter()
        # Taken by the server but not yet recorded, because the database was away just then.
        self._unrecorded: dict[int, tuple[datetime, str]] = {}
        # What the database would not take in about these can't be written down, so they wait for a restart.
        self._set_aside: set[int] = set()

    def send_due(self, should_stop: Callable[[], bool] = lambda: False) -> int:
        """Send one batch and return how many mails it tried. Raises ServerAway, after recording why."""
        self._record_stragglers()
        tried = 0
        for mail in due_mails(timezone.now(), self._set_aside):
            if should_stop() or self.throttle.pause():
                break
            tried += 1
            with self._one_mail_only(mail.pk):
                self._deliver(mail)
        if not tried:
            self._line.rest()
        return tried

    def close(self) -> None:
        self._line.close()

    @contextmanager
    def _one_mail_only(self, pk: int) -> Iterator[None]:
        """Go on with the others where the database refuses what is about this mail. Raises OperationalError,
        which is about all of them.
        """
        try:
            yield
        except OperationalError:
            raise
        except DatabaseError as error:
            self._set_aside.add(pk)
            logger.error("mail %s set aside, what became of it can't be kept (%s)", pk, type(error).__name__)  # noqa: TRY400

    def _deliver(self, mail: Email) -> None:
        if is_unwanted(mail):
            record_failure(mail, UnwantedMail())
            return
        self.throttle.count()
        try:
            message = build(mail)
            self._line.send(message)
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001  whatever one mail does wrong must not stop the others
            record_failure(mail, error)
            if isinstance(error, ServerAway):
                self._state.away(describe(error))
                raise
        else:
            now = timezone.now()
            self._unrecorded[mail.pk] = now, provider_id(message)
            self._record_stragglers()
            logger.info("mail %s sent", mail.pk)
            self._state.there()

    def _record_stragglers(self) -> None:
        for pk, (moment, known_as) in list(self._unrecorded.items()):
            with self._one_mail_only(pk):
                record_sent(pk, moment, known_as)
            del self._unrecorded[pk]


def is_unwanted(mail: Email) -> bool:
    """Say whether the address was blocked since it was queued. A link for a new password always goes."""
    try:
        delivery = mail.delivery
    except Delivery.DoesNotExist:
        return False
    return Suppression.objects.blocking_hash(delivery.address_hash, delivery.kind).exists()


def build(mail: Email) -> EmailMessage:
    """Return the mail as Django sends it, put together once. Raises UnbuildableMail."""
    try:
        message = mail.email_message()
        built = message.message()
        message.message = lambda: built
    except DatabaseError:
        raise
    except Exception as error:
        raise UnbuildableMail(f"{type(error).__name__}: {error}") from error
    return message


def provider_id(message: Any) -> str:
    """Return what the provider calls this mail, by which its events name it; nothing with SMTP."""
    status = getattr(message, "anymail_status", None)
    return str(status.message_id) if status is not None and isinstance(status.message_id, str) else ""


@transaction.atomic
def record_sent(pk: int, now: datetime, known_as: str = "") -> None:
    """Write down that the server took it; nothing where the mail was erased meanwhile."""
    if not Email.objects.filter(pk=pk).update(status=STATUS.sent, scheduled_time=None, last_updated=now):
        return
    Log.objects.create(email_id=pk, status=STATUS.sent, message="")
    if known_as:
        Delivery.objects.filter(pk=pk).update(provider_id=without_nul(known_as)[:255])


@transaction.atomic
def record_failure(mail: Email, error: Exception) -> None:
    """Plan the next attempt, or mark the mail failed when there is to be none. Logs no address.

    Writes nothing where the mail was erased meanwhile.
    """
    now = timezone.now()
    attempt = (mail.number_of_retries or 0) + 1
    means = meaning(error)
    longest = LONGEST_PAUSE_AWAY if means is Meaning.AWAY else LONGEST_PAUSE
    next_attempt = now + pause_before(attempt, longest)
    is_final = means in (Meaning.REFUSED, Meaning.GONE) or next_attempt >= give_up_at(mail)
    is_there = Email.objects.filter(pk=mail.pk).update(
        status=STATUS.failed if is_final else STATUS.requeued,
        scheduled_time=None if is_final else next_attempt,
        number_of_retries=attempt,
        last_updated=now,
    )
    if not is_there:
        return
    said = describe(error)
    Log.objects.create(
        email_id=mail.pk, status=STATUS.failed, exception_type=type(error).__name__, message=said
    )
    if means is Meaning.GONE:
        bounces.record_refusal(mail, said)
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
