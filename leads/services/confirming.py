"""Confirming that an address is one's own: the consents are recorded, and the gift is on its way."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leads import consents, mails
from leads.consents import ConsentText
from leads.models import ConsentEvent, SignUp, Subscriber
from leads.services.downloading import grant_download
from leads.services.links import find_sign_up
from leads.tokens import download_token_of
from mailing import allowance
from mailing.services import lift_newsletter_suppression


class WordsNotSeen(Exception):
    """The page that was agreed to said something else than it says now."""


@transaction.atomic
def confirm(token: str, *, newsletter: bool = True, seen_hash: str | None = None) -> str:
    """Confirm a sign-up, record the consents, mail the gift, and return the token of its download page.

    `newsletter`: whether its box, ticked on the form, was still ticked here: who filled in the form need not
    be who reads the mail, and only the latter agrees. `seen_hash` is that of the words above the button
    (consents.gift_consent). Doing it again changes nothing and returns the same. Raises UnknownLink,
    ExpiredLink, or WordsNotSeen when they have changed since.
    """
    now = timezone.now()
    # The subscriber is what everyone locks first: another confirmation, asking again and unsubscribing wait.
    Subscriber.objects.select_for_update().filter(pk=find_sign_up(token).subscriber_id).first()
    sign_up = find_sign_up(token)
    download_token = download_token_of(token)
    if sign_up.confirmed_at:
        return download_token
    gift = consents.gift_consent(sign_up.magnet)
    if seen_hash not in (None, gift.hash):
        raise WordsNotSeen
    if not newsletter:
        sign_up.newsletter, sign_up.consent_text = False, ""
    sign_up.confirmed_at = now
    sign_up.save(update_fields=["confirmed_at", "newsletter", "consent_text"])
    _update_subscriber(sign_up, now)
    subscriber, page_url = sign_up.subscriber, sign_up.page_url
    given = ConsentEvent.Event.GIVEN
    consents.record(subscriber.email, given, gift, page_url, now)
    if sign_up.newsletter:
        text = ConsentText(ConsentEvent.Purpose.NEWSLETTER, sign_up.consent_text)
        consents.record(subscriber.email, given, text, page_url, now)
        lift_newsletter_suppression(subscriber.email)
    allowance.clear(subscriber.email)
    mails.send_gift(grant_download(sign_up, download_token, now), download_token)
    return download_token


def _update_subscriber(sign_up: SignUp, now: datetime) -> None:
    subscriber = sign_up.subscriber
    subscriber.confirmed_at = subscriber.confirmed_at or now
    subscriber.first_name = sign_up.first_name or subscriber.first_name
    if sign_up.newsletter:
        subscriber.newsletter = True
        subscriber.unsubscribed_at = None
    subscriber.save()
