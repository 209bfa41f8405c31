"""Leads and the AVG: what we hold about an address, forgetting it, and what expires by itself."""

import logging
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from audit import terms
from audit.terms import Term, term
from leads.importing import uploads
from leads.models import ConsentEvent, DownloadGrant, MagnetView, SignUp, Subscriber, UnsubscribeToken
from mailing.addresses import address_hash
from mailing.models import Suppression
from mailing.services import suppress

# Of the people found in one search.
MOST_FOUND = 50
AT_ONCE = 500

log = logging.getLogger(__name__)


def export(email: str) -> dict[str, Any]:
    """Return everything held about an address, in Dutch; moments as datetimes."""
    subscriber = Subscriber.objects.with_email(email).first()
    hashed = address_hash(email)
    events = ConsentEvent.objects.filter(address_hash=hashed).order_by("created_at")
    grants = DownloadGrant.objects.filter(sign_up__subscriber=subscriber).order_by("created_at")
    return {
        "inschrijver": subscriber and _subscriber(subscriber),
        "aanmeldingen": [_sign_up(sign_up) for sign_up in _sign_ups(subscriber)],
        "downloads": [_download(grant) for grant in grants.select_related("sign_up__magnet")],
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
    uploads.throw_away_with(email)
    suppress(email, Suppression.Scope.NEWSLETTER, Suppression.Reason.ERASED)
    return count


def addresses() -> Iterator[str]:
    """Give the address of each subscriber."""
    yield from Subscriber.objects.values_list("email", flat=True).iterator()


def hashes_hold() -> bool:
    """Say whether the hashes in the database are those that we make; True where there are none."""
    newest = Subscriber.objects.exclude(address_hash="").order_by("-pk").first()
    return newest is None or newest.address_hash == address_hash(newest.email)


def expire(now: datetime) -> int:
    """Delete sign-ups never confirmed in time, and whoever is left with nothing else; return how many.

    That they were asked for stays as a number a day, or every week that is over would seem to have been
    confirmed by all. In small transactions: where one fails, what it was about waits for the next night.
    """
    old = SignUp.objects.unconfirmed().filter(requested_at__lt=now - terms.keep("UNCONFIRMED"))
    with_nothing = Q(confirmed_at=None, sign_ups=None)
    some = Subscriber.objects.filter(Exists(old.filter(subscriber=OuterRef("pk"))) | with_nothing)
    ids = sorted(set(some.values_list("pk", flat=True)))
    count = 0
    for start in range(0, len(ids), AT_ONCE):
        try:
            count += _expire_of(ids[start : start + AT_ONCE], old)
        except OperationalError:
            log.exception("Sign-ups that should go are looked at again the next time")
    UnsubscribeToken.objects.filter(subscriber=None, created_at__lt=now - terms.keep("WAYS_OUT")).delete()
    return count


def expiring(now: datetime) -> list[Term]:
    """Return what `expire` would let go, and what it will; nothing is changed."""
    unconfirmed = SignUp.objects.unconfirmed()
    of_nobody = UnsubscribeToken.objects.filter(subscriber=None)
    return [
        term(
            "UNCONFIRMED",
            "Onbevestigde aanmeldingen",
            "gewist, het aantal blijft",
            unconfirmed,
            "requested_at",
            now,
        ),
        term("WAYS_OUT", "Afmeldlinks van wie gewist is", "gewist", of_nobody, "created_at", now),
    ]


def find(words: str) -> Iterator[tuple[str, str]]:
    """Give (address, first name) of subscribers with `words` in either."""
    found = Subscriber.objects.filter(Q(email__icontains=words) | Q(first_name__icontains=words))
    yield from found.values_list("email", "first_name")[:MOST_FOUND]


@transaction.atomic
def correct(email: str, first_name: str) -> int:
    """Put another first name in the place of the one that was left; return how many rows changed."""
    subscribers = Subscriber.objects.with_email(email)
    sign_ups = SignUp.objects.filter(subscriber__in=subscribers).exclude(first_name=first_name)
    changed = sign_ups.update(first_name=first_name)
    return changed + subscribers.exclude(first_name=first_name).update(first_name=first_name)


def first_name(email: str) -> str | None:
    """Return the first name of a subscriber, "" where none was left; None where there is no subscriber."""
    subscriber = Subscriber.objects.with_email(email).first()
    if subscriber is None:
        return None
    if subscriber.first_name:
        return subscriber.first_name
    # Not confirmed yet.
    named = subscriber.sign_ups.exclude(first_name="").order_by("-requested_at")
    return named.values_list("first_name", flat=True).first() or ""


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
        "eerste keer": subscriber.created_at,
        "bevestigd": subscriber.confirmed_at,
        "afgemeld": subscriber.unsubscribed_at,
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
        "aangevraagd": sign_up.requested_at,
        "bevestigd": sign_up.confirmed_at,
        "gedownload": sign_up.downloaded_at,
    }


def _download(grant: DownloadGrant) -> dict[str, Any]:
    return {
        "weggever": grant.sign_up.magnet.name,
        "link gemaakt": grant.created_at,
        "werkt tot": grant.expires_at,
        "nog te gebruiken": grant.uses_left,
        "laatst gebruikt": grant.last_used_at,
    }


def _consent(event: ConsentEvent) -> dict[str, Any]:
    return {
        "waarvoor": event.get_purpose_display(),
        "wat": event.get_event_display(),
        "tekst": event.text,
        "vanaf pagina": event.page_url,
        "wanneer": event.created_at,
    }
