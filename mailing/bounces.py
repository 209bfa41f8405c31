"""Mail that came back, and readers who called ours unwanted: such an address gets nothing more.

A provider tells it afterwards (anymail's tracking events), an SMTP server at once, at RCPT. What may mend
itself, such as a full mailbox, is written beside the mail and blocks nobody.
"""

import logging
import re
from typing import Any

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from post_office.models import Email, Log, RecipientDeliveryStatus

from mailing.addresses import address_hash
from mailing.answers import ENHANCED_CODE, NO_SUCH_ADDRESS, in_words, without_nul
from mailing.models import Delivery, Suppression
from mailing.services import suppress
from mailing.signals import complained

logger = logging.getLogger("mailing")

COMPLAINT = "Gemeld als ongewenste mail."
NOT_DELIVERED = (EventType.BOUNCED, EventType.REJECTED, EventType.FAILED, EventType.DEFERRED)
# Several providers' soft bounces reach us as `bounced` too; their own name for it tells them apart.
SOFT = re.compile(r"soft|transient|undetermined|temporar|quota|full", re.IGNORECASE)
ITS_OWN_NAME = ("event", "Type", "RecordType", "type", "bounceType", "severity")


@transaction.atomic
def record_refusal(mail: Email, said: str) -> None:
    """The server says that nobody lives there: block the addresses, and say so beside the mail."""
    # Always in one order, so that no two wait for each other.
    for address in sorted(mail.to, key=address_hash):
        suppress(address, Suppression.Scope.ALL, Suppression.Reason.BOUNCED)
    _mark(mail.pk, in_words(said))


def record_event(event: AnymailTrackingEvent) -> None:
    """Take in one event of a provider. The same once more changes nothing; others are passed over."""
    if not event.recipient:
        return
    if event.event_type == EventType.COMPLAINED:
        _record(event, Suppression.Reason.COMPLAINED, RecipientDeliveryStatus.SPAM_COMPLAINT, COMPLAINT)
    elif event.event_type in NOT_DELIVERED:
        said = _said(event)
        if is_hard(event):
            _record(event, Suppression.Reason.BOUNCED, RecipientDeliveryStatus.HARD_BOUNCED, said)
        else:
            _record(event, None, RecipientDeliveryStatus.SOFT_BOUNCED, said)


def is_hard(event: AnymailTrackingEvent) -> bool:
    """Say whether the address is no good, rather than this mail or this moment.

    The code of RFC 3463 in the other server's answer decides where there is one, then the provider's words.
    """
    if event.event_type not in (EventType.BOUNCED, EventType.REJECTED):
        return False
    answer = event.mta_response or ""
    if NO_SUCH_ADDRESS.search(answer):
        return True
    if ENHANCED_CODE.search(answer):
        return False
    raw: Any = event.esp_event
    named = [str(raw.get(key, "")) for key in ITS_OWN_NAME] if hasattr(raw, "get") else []
    if hasattr(raw, "get") and raw.get("hard_bounce") is False:
        return False
    if SOFT.search(" ".join([*named, event.description or ""])):
        return False
    return event.reject_reason in (RejectReason.BOUNCED, RejectReason.INVALID)


def _said(event: AnymailTrackingEvent) -> str:
    said = event.mta_response or event.description or str(event.reject_reason or event.event_type)
    return without_nul(said)


@transaction.atomic
def _record(event: AnymailTrackingEvent, reason: Suppression.Reason | None, status: int, said: str) -> None:
    if reason == Suppression.Reason.COMPLAINED:
        # Before the block, as everyone locks people first.
        complained.send(sender=Suppression, email=event.recipient)
    if reason:
        suppress(event.recipient, Suppression.Scope.ALL, reason)
    pk = _mail_of(event)
    logger.info("mail %s: %s", pk or "unknown", event.event_type)
    if pk is None:
        return
    known = Log.objects.filter(email_id=pk, status=status, message=said)
    if not known.exists():
        Log.objects.create(email_id=pk, status=status, message=said, exception_type=event.event_type)
    if reason:
        Email.objects.filter(pk=pk).update(recipient_delivery_status=status)
        _mark(pk, in_words(said))


def _mail_of(event: AnymailTrackingEvent) -> int | None:
    """Find the mail by what the provider calls it, or by our Message-ID, among those to this address."""
    if not event.message_id:
        return None
    message_id = without_nul(event.message_id)
    named = Q(provider_id=message_id) | Q(mail__message_id=message_id)
    to_them = Delivery.objects.filter(named, address_hash=address_hash(event.recipient))
    return to_them.values_list("pk", flat=True).first()


def _mark(pk: int, why: str) -> None:
    Delivery.objects.filter(pk=pk, returned_at=None).update(
        returned_at=timezone.now(), return_reason=why[:255]
    )
