"""The ways out, and back: no newsletter, or no mail at all. None of them touches a download that was given.

Whoever holds a token has it from the mailbox itself, so consent can be given and withdrawn with it. Each
change is recorded in words that stood on the page; doing the same twice changes and records nothing more.
"""

from datetime import datetime
from typing import Literal

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from leads import consents
from leads.consents import ConsentText
from leads.models import ConsentEvent, SignUp, Subscriber
from leads.services.links import find_subscriber
from mailing.models import Suppression
from mailing.services import lift_newsletter_suppression, lift_suppression, suppress
from mailing.withholding import taken_back

# What an address gets: no mail at all, the newsletter, or only what one asks for oneself.
Wish = Literal["nothing", "newsletter", "gifts"]
GIVEN, WITHDRAWN = ConsentEvent.Event.GIVEN, ConsentEvent.Event.WITHDRAWN


def wish_of(subscriber: Subscriber) -> Wish:
    if Suppression.objects.blocking(subscriber.email, "gift").exists():
        return "nothing"
    return "newsletter" if subscriber.newsletter else "gifts"


@transaction.atomic
def unsubscribe(token: str) -> Subscriber:
    """Stop the newsletter until the same person asks for it again. Raises UnknownLink."""
    subscriber = _locked(token)
    _stop_newsletter(subscriber, consents.UNSUBSCRIBED, timezone.now())
    return subscriber


@transaction.atomic
def subscribe(token: str) -> Subscriber:
    """Send the newsletter (again): the box of consents.NEWSLETTER_BY_LINK was agreed to. Raises UnknownLink.

    Does nothing for an address that gets no mail at all; that is undone first, by itself.
    """
    subscriber, now = _locked(token), timezone.now()
    if wish_of(subscriber) == "gifts":
        subscriber.newsletter, subscriber.unsubscribed_at = True, None
        subscriber.confirmed_at = subscriber.confirmed_at or now
        subscriber.save(update_fields=["newsletter", "unsubscribed_at", "confirmed_at"])
        lift_newsletter_suppression(subscriber.email)
        _record(subscriber.email, GIVEN, consents.NEWSLETTER_BY_LINK, now)
    return subscriber


@transaction.atomic
def stop_all(token: str) -> Subscriber:
    """Send no mail at all any more, no gift asked for with this address either. Raises UnknownLink."""
    subscriber, now = _locked(token), timezone.now()
    if wish_of(subscriber) != "nothing":
        _stop_newsletter(subscriber, consents.STOPPED_ALL_NEWSLETTER, now)
        suppress(subscriber.email, Suppression.Scope.ALL, Suppression.Reason.UNSUBSCRIBED)
        _record(subscriber.email, WITHDRAWN, consents.STOPPED_ALL, now)
    return subscriber


@transaction.atomic
def resume(token: str) -> Subscriber:
    """Let mail that one asks for through again; the newsletter is off. Raises UnknownLink."""
    subscriber, now = _locked(token), timezone.now()
    if lift_suppression(subscriber.email):
        _record(subscriber.email, GIVEN, consents.RESUMED, now)
        _stop_newsletter(subscriber, consents.RESUMED_NEWSLETTER, now)
    return subscriber


@transaction.atomic
def unsubscribe_address(email: str) -> None:
    """Stop the newsletter for an address that someone typed, without a token: it only ever stops mail.

    Every address takes the same statements, so that neither the answer nor its time tells them apart. One
    that is unknown is remembered under its hash, for what is taken over from elsewhere later. A withdrawal
    is kept only of what was agreed to, so that nobody can fill the record of someone else.
    """
    now = timezone.now()
    known = Subscriber.objects.with_email(email)
    agreed = any(known.select_for_update().values_list("newsletter", flat=True))
    with taken_back(not agreed):
        _record(email, WITHDRAWN, consents.UNSUBSCRIBED_BY_FORM, now)
    known.filter(Q(newsletter=True) | Q(unsubscribed_at=None)).update(newsletter=False, unsubscribed_at=now)
    _untick(SignUp.objects.filter(subscriber__in=known))
    suppress(email, Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)


@transaction.atomic
def leave_forgotten(address_hash: str, wish: Literal["nothing", "gifts"]) -> None:
    """Keep to the wish of someone of whom only the hash of the address is left, whose link still works.

    Nothing is recorded: what they agreed to, if anything, ended when they were forgotten.
    """
    scope = Suppression.Scope.ALL if wish == "nothing" else Suppression.Scope.NEWSLETTER
    row = Suppression(address_hash=address_hash, scope=scope, reason=Suppression.Reason.UNSUBSCRIBED)
    # A wider block is never narrowed.
    Suppression.objects.bulk_create([row], ignore_conflicts=True)
    if wish == "nothing":
        narrower = Suppression.objects.filter(address_hash=address_hash, scope=Suppression.Scope.NEWSLETTER)
        narrower.update(scope=scope, reason=row.reason)


def _locked(token: str) -> Subscriber:
    return Subscriber.objects.select_for_update().get(pk=find_subscriber(token).pk)


def _stop_newsletter(subscriber: Subscriber, text: ConsentText, now: datetime) -> None:
    if subscriber.newsletter:
        _record(subscriber.email, WITHDRAWN, text, now)
    if subscriber.newsletter or subscriber.unsubscribed_at is None:
        subscriber.newsletter = False
        subscriber.unsubscribed_at = now
        subscriber.save(update_fields=["newsletter", "unsubscribed_at"])
    _untick(SignUp.objects.filter(subscriber=subscriber))
    suppress(subscriber.email, Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)


def _untick(sign_ups) -> None:
    """A box ticked earlier on a form that is still unconfirmed no longer counts."""
    sign_ups.filter(confirmed_at=None).update(newsletter=False, consent_text="")


def _record(email: str, event: ConsentEvent.Event, text: ConsentText, now: datetime) -> None:
    consents.record(email, event, text, settings.SITE_URL + reverse("leads:stop"), now)
