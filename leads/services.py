"""From asking for a gift to its download, and the way out; each in one transaction: all of it, or nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from leads import consents, mails
from leads.consents import ConsentText
from leads.models import ConsentEvent, DownloadGrant, LeadMagnet, LeadMagnetFile, SignUp, Subscriber
from leads.tokens import download_token_of, hash_token, new_token
from mailing.addresses import normalise
from mailing.models import Suppression
from mailing.services import lift_newsletter_suppression, suppress

CONFIRM_WITHIN = timedelta(hours=48)
DOWNLOAD_WITHIN = timedelta(days=14)
DOWNLOADS_PER_FILE = 5
DOUBLE_CLICK = timedelta(minutes=1)
# Against bombing someone with our mail: so many requests a day that nobody confirms, so many fresh links.
UNCONFIRMED_PER_DAY = 3
FRESH_LINKS_PER_DAY = 3
DAY = timedelta(days=1)


class UnknownLink(Exception):
    """No such token, or what it belonged to is gone."""


class ExpiredLink(Exception):
    """The link was real, but its time or its uses are over."""

    def __init__(self, sign_up: SignUp):
        super().__init__("link expired")
        self.sign_up = sign_up


@dataclass(frozen=True)
class Download:
    grant: DownloadGrant
    magnet: LeadMagnet
    files: list[LeadMagnetFile]


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

    Says nothing about whether the address was known. `consent`: the text beside the newsletter box, when that
    was ticked. A second click within a minute gets no further mail, and neither does an address for which too
    much was asked today without being confirmed.
    """
    now = timezone.now()
    subscriber = _subscriber_of(email)
    open_requests = subscriber.sign_ups.unconfirmed()
    if open_requests.filter(magnet=magnet, requested_at__gt=now - DOUBLE_CLICK).exists():
        return
    if open_requests.filter(requested_at__gt=now - DAY).count() >= UNCONFIRMED_PER_DAY:
        return
    token = new_token()
    sign_up = SignUp.objects.create(
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
    mails.send_confirmation(sign_up, token)


def find_sign_up(token: str) -> SignUp:
    """Return the sign-up of a confirmation link that still works. Raises UnknownLink or ExpiredLink."""
    return _working_sign_up(SignUp.objects.select_related("magnet", "subscriber"), token)


@transaction.atomic
def confirm(token: str) -> str:
    """Confirm a sign-up, record the consents, mail the gift, and return the token of its download page.

    Doing it again changes nothing and returns the same. Raises UnknownLink or ExpiredLink.
    """
    now = timezone.now()
    locked = SignUp.objects.select_related("magnet", "subscriber").select_for_update(of=("self",))
    sign_up = _working_sign_up(locked, token)
    download_token = download_token_of(token)
    if sign_up.confirmed_at:
        return download_token
    sign_up.confirmed_at = now
    sign_up.save(update_fields=["confirmed_at"])
    _update_subscriber(sign_up, now)
    subscriber, page_url = sign_up.subscriber, sign_up.page_url
    given = ConsentEvent.Event.GIVEN
    consents.record(subscriber.email, given, consents.gift_consent(sign_up.magnet), page_url, now)
    if sign_up.newsletter:
        text = ConsentText(ConsentEvent.Purpose.NEWSLETTER, sign_up.consent_text)
        consents.record(subscriber.email, given, text, page_url, now)
        lift_newsletter_suppression(subscriber.email)
    mails.send_gift(_grant_download(sign_up, download_token, now), download_token)
    return download_token


def open_download(token: str) -> Download:
    """Return what a download link gives, without using it up. Raises UnknownLink or ExpiredLink."""
    grants = DownloadGrant.objects.select_related("sign_up__magnet", "sign_up__subscriber")
    grant = grants.filter(token_hash=hash_token(token)).first()
    if grant is None:
        raise UnknownLink
    if not grant.is_open(timezone.now()):
        raise ExpiredLink(grant.sign_up)
    return Download(grant, grant.sign_up.magnet, list(grant.sign_up.magnet.files.all()))


@transaction.atomic
def take_file(download: Download) -> None:
    """Spend one use of a download. Raises ExpiredLink when another request was first."""
    now = timezone.now()
    if not DownloadGrant.objects.spend(download.grant, now):
        raise ExpiredLink(download.grant.sign_up)
    SignUp.objects.filter(pk=download.grant.sign_up_id, downloaded_at=None).update(downloaded_at=now)


@transaction.atomic
def send_fresh_link(token: str) -> None:
    """Mail a new link to the address that an old confirmation or download link was sent to.

    An address that was never confirmed gets a confirmation mail; a confirmed one gets its download.
    Raises UnknownLink.
    """
    now = timezone.now()
    sign_up = sign_up_of(token)
    if sign_up.confirmed_at is None:
        consent = (
            ConsentText(ConsentEvent.Purpose.NEWSLETTER, sign_up.consent_text) if sign_up.newsletter else None
        )
        request_magnet(
            sign_up.magnet,
            sign_up.subscriber.email,
            first_name=sign_up.first_name,
            consent=consent,
            page=sign_up.page,
            placement=sign_up.placement,
        )
        return
    Subscriber.objects.select_for_update().get(pk=sign_up.subscriber_id)
    recent = DownloadGrant.objects.filter(sign_up__subscriber=sign_up.subscriber_id, renewed=True)
    if recent.filter(created_at__gt=now - DOUBLE_CLICK, sign_up=sign_up).exists():
        return
    if recent.filter(created_at__gt=now - DAY).count() >= FRESH_LINKS_PER_DAY:
        return
    fresh = new_token()
    mails.send_gift(_grant_download(sign_up, fresh, now, renewed=True), fresh)


def sign_up_of(token: str) -> SignUp:
    """Return the sign-up that a confirmation or download link is of, working or not. Raises UnknownLink."""
    token_hash = hash_token(token)
    sign_ups = SignUp.objects.select_related("magnet", "subscriber", "page")
    found = (
        sign_ups.filter(token_hash=token_hash).first()
        or sign_ups.filter(grants__token_hash=token_hash).first()
    )
    if found is None:
        raise UnknownLink
    return found


def find_subscriber(token: str) -> Subscriber:
    """Return whom an unsubscribe link belongs to. Raises UnknownLink."""
    subscriber = Subscriber.objects.filter(unsubscribe_tokens__token_hash=hash_token(token)).first()
    if subscriber is None:
        raise UnknownLink
    return subscriber


@transaction.atomic
def unsubscribe(token: str) -> None:
    """Stop the newsletter until the same person asks for it again. Doing it twice changes nothing more."""
    now = timezone.now()
    subscriber = Subscriber.objects.select_for_update().get(pk=find_subscriber(token).pk)
    if subscriber.newsletter:
        withdrawn = ConsentEvent.Event.WITHDRAWN
        consents.record(subscriber.email, withdrawn, consents.UNSUBSCRIBED, "", now)
    if subscriber.newsletter or subscriber.unsubscribed_at is None:
        subscriber.newsletter = False
        subscriber.unsubscribed_at = now
        subscriber.save(update_fields=["newsletter", "unsubscribed_at"])
    # A box ticked earlier on a form that is still unconfirmed no longer counts.
    subscriber.sign_ups.unconfirmed().update(newsletter=False, consent_text="")
    suppress(subscriber.email, Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)


def _subscriber_of(email: str) -> Subscriber:
    """Return the one subscriber of an address, locked so that other requests for it wait for ours."""
    known = Subscriber.objects.select_for_update().with_email(email)
    if subscriber := known.first():
        return subscriber
    try:
        with transaction.atomic():
            return Subscriber.objects.create(email=normalise(email))
    except IntegrityError:
        # The same address in another request, which was just before us.
        return known.get()


def _update_subscriber(sign_up: SignUp, now: datetime) -> None:
    subscriber = sign_up.subscriber
    subscriber.confirmed_at = subscriber.confirmed_at or now
    subscriber.first_name = sign_up.first_name or subscriber.first_name
    if sign_up.newsletter:
        subscriber.newsletter = True
        subscriber.unsubscribed_at = None
    subscriber.save()


def _working_sign_up(sign_ups, token: str) -> SignUp:
    sign_up = sign_ups.filter(token_hash=hash_token(token)).first()
    if sign_up is None:
        raise UnknownLink
    if sign_up.is_link_expired(timezone.now()):
        raise ExpiredLink(sign_up)
    return sign_up


def _grant_download(sign_up: SignUp, token: str, now: datetime, *, renewed: bool = False) -> DownloadGrant:
    return DownloadGrant.objects.create(
        sign_up=sign_up,
        token_hash=hash_token(token),
        created_at=now,
        expires_at=now + DOWNLOAD_WITHIN,
        uses_left=DOWNLOADS_PER_FILE * max(1, sign_up.magnet.files.count()),
        renewed=renewed,
    )
