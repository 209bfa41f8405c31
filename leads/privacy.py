"""Leads and the AVG: what we hold about an address, forgetting it, and what expires by itself."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from leads.models import ConsentEvent, MagnetView, SignUp, Subscriber, UnsubscribeToken
from mailing.addresses import address_hash
from mailing.models import Suppression
from mailing.services import suppress

KEEP_UNCONFIRMED = timedelta(days=7)
# For a way out in a mail to someone forgotten since.
KEEP_WAYS_OUT = timedelta(days=730)
AT_ONCE = 500

log = logging.getLogger(__name__)


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


def expire(now: datetime) -> int:
    """Delete sign-ups never confirmed in time, and whoever is left with nothing else; return how many.

    That they were asked for stays as a number a day, or every week that is over would seem to have been
    confirmed by all. In small transactions: where one fails, what it was about waits for the next night.
    """
    old = SignUp.objects.unconfirmed().filter(requested_at__lt=now - KEEP_UNCONFIRMED)
    with_nothing = Q(confirmed_at=None, sign_ups=None)
    some = Subscriber.objects.filter(Exists(old.filter(subscriber=OuterRef("pk"))) | with_nothing)
    ids = sorted(set(some.values_list("pk", flat=True)))
    count = 0
    for start in range(0, len(ids), AT_ONCE):
        try:
            count += _expire_of(ids[start : start + AT_ONCE], old)
        except OperationalError:
            log.exception("Sign-ups that should go are looked at again the next time")
    UnsubscribeToken.objects.filter(subscriber=None, created_at__lt=now - KEEP_WAYS_OUT).delete()
    return count


@transaction.atomic
def _expire_of(subscriber_ids: list[int], old: QuerySet[SignUp]) -> int:
    # Locked first, as everywhere, so that none is confirmed between being counted and going.
    subscribers = Subscriber.objects.filter(pk__in=subscriber_ids).order_by("pk")
    ids = list(subscribers.select_for_update().values_list("pk", flat=True))
    going = old.filter(subscriber__in=ids)
    _keep_counts(going)
    count = going.delete()[1].get("leads.SignUp", 0)
    Subscriber.objects.filter(pk__in=ids, confirmed_at=None, sign_ups=None).delete()
    return count


def _keep_counts(going: QuerySet[SignUp]) -> None:
    day = TruncDate("requested_at")
    page = Coalesce("page_id", 0)
    places = going.order_by().values_list(day, "magnet", page, "placement").annotate(Count("pk"))
    rows = [(*place, 0, lapsed) for *place, lapsed in sorted(places)]
    if rows:
        MagnetView.objects.add(rows)


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
        "overgenomen uit": subscriber.import_source,
        "labels": [label.name for label in subscriber.tags.all()],
    }


def _sign_up(sign_up: SignUp) -> dict[str, Any]:
    return {
        "weggever": sign_up.magnet.name,
        "voornaam": sign_up.first_name,
        "vanaf pagina": sign_up.page_url,
        "plek": sign_up.placement,
        "keer gevraagd": sign_up.times_asked,
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
