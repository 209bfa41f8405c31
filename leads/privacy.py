"""Leads and the AVG: what we hold about an address, forgetting it, and what expires by itself."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from leads.models import ConsentEvent, SignUp, Subscriber
from mailing.addresses import address_hash
from mailing.models import Suppression
from mailing.services import suppress

KEEP_UNCONFIRMED = timedelta(days=7)


def export(email: str) -> dict[str, Any]:
    """Return everything held about an address, in Dutch, fit for JSON."""
    subscriber = Subscriber.objects.with_email(email).first()
    events = ConsentEvent.objects.filter(address_hash=address_hash(email)).order_by("created_at")
    return {
        "inschrijver": subscriber and _subscriber(subscriber),
        "aanmeldingen": [_sign_up(sign_up) for sign_up in _sign_ups(subscriber)],
        "toestemmingen": [_consent(event) for event in events],
    }


@transaction.atomic
def erase(email: str) -> int:
    """Delete the subscriber with all that hangs on it; return how many there were.

    Two things stay, under a keyed hash only: that this address wants no newsletter, and the record of its
    consents, which AVG art. 7.1 and 17.3(e) let us keep as proof.
    """
    deleted = Subscriber.objects.with_email(email)
    count = deleted.count()
    deleted.delete()
    suppress(email, Suppression.Scope.NEWSLETTER, Suppression.Reason.ERASED)
    return count


@transaction.atomic
def expire(now: datetime) -> int:
    """Delete sign-ups never confirmed in time, and whoever is left with nothing else; return how many."""
    old = SignUp.objects.unconfirmed().filter(requested_at__lt=now - KEEP_UNCONFIRMED)
    count = old.count()
    old.delete()
    Subscriber.objects.filter(confirmed_at=None, sign_ups=None).delete()
    return count


def _sign_ups(subscriber: Subscriber | None) -> list[SignUp]:
    return list(subscriber.sign_ups.select_related("magnet")) if subscriber else []


def _subscriber(subscriber: Subscriber) -> dict[str, Any]:
    return {
        "e-mailadres": subscriber.email,
        "voornaam": subscriber.first_name,
        "nieuwsbrief": subscriber.newsletter,
        "eerste keer": _moment(subscriber.created_at),
        "bevestigd": _moment(subscriber.confirmed_at),
        "afgemeld": _moment(subscriber.unsubscribed_at),
    }


def _sign_up(sign_up: SignUp) -> dict[str, Any]:
    return {
        "weggever": sign_up.magnet.name,
        "voornaam": sign_up.first_name,
        "vanaf pagina": sign_up.page_url,
        "wilde de nieuwsbrief": sign_up.newsletter,
        "aangevraagd": _moment(sign_up.requested_at),
        "bevestigd": _moment(sign_up.confirmed_at),
        "gedownload": _moment(sign_up.downloaded_at),
    }


def _consent(event: ConsentEvent) -> dict[str, Any]:
    return {
        "waarvoor": event.get_purpose_display(),
        "wat": event.get_event_display(),
        "tekst": event.text,
        "vanaf pagina": event.page_url,
        "wanneer": _moment(event.created_at),
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
