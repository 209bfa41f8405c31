"""Asking for a gift: the sign-up and its confirmation mail, both or neither."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from guard.tokens import hash_token, new_token
from leads import mails
from leads.consents import ConsentText
from leads.models import LeadMagnet, SignUp, Subscriber
from mailing import allowance
from mailing.addresses import normalise
from mailing.withholding import taken_back

CONFIRM_WITHIN = timedelta(hours=48)
DOUBLE_CLICK = timedelta(minutes=1)


@transaction.atomic
def request_magnet(
    magnet: LeadMagnet,
    email: str,
    *,
    first_name: str = "",
    consent: ConsentText | None = None,
    page: Page | None = None,
    placement: str = "",
) -> None:
    """Record a sign-up and queue its confirmation mail, both or neither.

    `consent`: the text beside the newsletter box, when that was ticked. The same form again within a minute
    is a double click: counted, and without a further mail. Nothing is kept where the address got as much as
    it may in a day (mailing.allowance). Whatever the address, the same statements run, so that nobody can
    tell from the time it takes whether it was known, blocked or used too often (GUARANTEES S4).
    """
    now = timezone.now()
    token = new_token()
    with taken_back() as attempt:
        subscriber = _subscriber_of(email)
        sign_up = SignUp(
            subscriber=subscriber,
            magnet=magnet,
            page=page,
            page_url=(page.full_url if page else None) or settings.SITE_URL + magnet.get_absolute_url(),
            placement=placement,
            first_name=first_name,
            newsletter=consent is not None,
            consent_text=consent.text if consent else "",
            token_hash=hash_token(token),
            token_expires_at=now + CONFIRM_WITHIN,
            requested_at=now,
        )
        just_asked = _just_asked(sign_up)
        if just_asked:
            sign_up.token_hash, sign_up.times_asked = just_asked.token_hash, just_asked.times_asked + 1
        # Where it may not go, the allowance was used up already: nothing of it is lost by taking this back.
        attempt.withheld = not allowance.take(subscriber.email, count=just_asked is None)
        SignUp.objects.bulk_create(
            [sign_up], update_conflicts=True, unique_fields=["token_hash"], update_fields=["times_asked"]
        )
        with taken_back(just_asked is not None):
            mails.send_confirmation(sign_up, token)


def _just_asked(sign_up: SignUp) -> SignUp | None:
    """Return the sign-up of the same form a moment ago, which this one repeats."""
    same = SignUp.objects.unconfirmed().filter(
        subscriber=sign_up.subscriber,
        magnet=sign_up.magnet,
        first_name=sign_up.first_name,
        consent_text=sign_up.consent_text,
        requested_at__gt=sign_up.requested_at - DOUBLE_CLICK,
    )
    return same.first()


def _subscriber_of(email: str) -> Subscriber:
    """Return the one subscriber of an address, locked so that other requests for it wait for ours."""
    locked = Subscriber.objects.select_for_update().with_email(email)
    new = Subscriber(email=normalise(email))
    Subscriber.objects.bulk_create([new], ignore_conflicts=True)
    if subscriber := locked.first():
        return subscriber
    # The one that was there is erased at this very moment.
    Subscriber.objects.bulk_create([new], ignore_conflicts=True)
    return locked.get()
