"""Downloads: who may have a file, how often and until when; and fresh links for those who come late."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from guard.tokens import hash_token, new_token
from leads import mails
from leads.consents import ConsentText
from leads.models import ConsentEvent, DownloadGrant, LeadMagnet, LeadMagnetFile, SignUp, Subscriber
from leads.services.links import ExpiredLink, UnknownLink, sign_up_of
from leads.services.signing_up import DOUBLE_CLICK, request_magnet
from mailing import allowance

DOWNLOAD_WITHIN = timedelta(days=14)
DOWNLOADS_PER_FILE = 5


@dataclass(frozen=True)
class Download:
    grant: DownloadGrant
    sign_up: SignUp
    files: list[LeadMagnetFile]

    @property
    def magnet(self) -> LeadMagnet:
        return self.sign_up.magnet


def open_download(token: str) -> Download:
    """Return what a download link gives, without using it up. Raises UnknownLink or ExpiredLink.

    Whether the gift can still be asked for makes no difference: who has a link keeps it.
    """
    grant = _grant_of(token)
    if not grant.is_open(timezone.now()):
        raise ExpiredLink(grant.sign_up)
    return Download(grant, grant.sign_up, list(grant.sign_up.magnet.files.all()))


def open_file(token: str, file_id: int) -> tuple[DownloadGrant, LeadMagnetFile | None]:
    """Return a link's grant and one of its files, None where the gift has no such file (any more).

    A link whose last use was just taken still opens, for `take_file` to judge. Raises UnknownLink or
    ExpiredLink.
    """
    grant, now = _grant_of(token), timezone.now()
    if not (grant.is_open(now) or grant.may_continue(file_id, now)):
        raise ExpiredLink(grant.sign_up)
    return grant, grant.sign_up.magnet.files.filter(pk=file_id).first()


def _grant_of(token: str) -> DownloadGrant:
    grants = DownloadGrant.objects.select_related("sign_up__magnet__cover", "sign_up__subscriber")
    grant = grants.filter(token_hash=hash_token(token)).first()
    if grant is None:
        raise UnknownLink
    return grant


@transaction.atomic
def take_file(grant: DownloadGrant, file_id: int, first_byte: int = 0) -> None:
    """Spend one use for a file from `first_byte` on; later parts of one just begun are free (PARTS_A_USE).

    Raises ExpiredLink when there is none left, also when another request was first.
    """
    now = timezone.now()
    if first_byte and DownloadGrant.objects.spend_part(grant, file_id, now):
        return
    if not DownloadGrant.objects.spend(grant, file_id, now):
        raise ExpiredLink(grant.sign_up)
    SignUp.objects.filter(pk=grant.sign_up_id, downloaded_at=None).update(downloaded_at=now)


@transaction.atomic
def send_fresh_link(token: str) -> None:
    """Mail a new link to the address that an old confirmation or download link was sent to.

    An address that was never confirmed gets a confirmation mail; a confirmed one gets its download. Earlier
    links keep working until their own time or uses are over: one may be open on another device, and whoever
    asks with a leaked one must not shut the owner out. Nor may they fill the mailbox: these mails share the
    allowance of all forms (mailing.allowance). Raises UnknownLink.
    """
    now = timezone.now()
    sign_up = sign_up_of(token)
    subscriber = Subscriber.objects.select_for_update().get(pk=sign_up.subscriber_id)
    fresh = DownloadGrant.objects.filter(sign_up__subscriber=subscriber, renewed=True)
    if fresh.filter(created_at__gt=now - DOUBLE_CLICK, sign_up=sign_up).exists():
        return
    if sign_up.confirmed_at is None:
        _ask_again(sign_up)
        return
    if not allowance.take(subscriber.email):
        return
    new = new_token()
    mails.send_gift(grant_download(sign_up, new, now, renewed=True), new)


def _ask_again(sign_up: SignUp) -> None:
    newsletter = ConsentText(ConsentEvent.Purpose.NEWSLETTER, sign_up.consent_text)
    request_magnet(
        sign_up.magnet,
        sign_up.subscriber.email,
        first_name=sign_up.first_name,
        consent=newsletter if sign_up.newsletter else None,
        page=sign_up.page,
        placement=sign_up.placement,
    )


def grant_download(sign_up: SignUp, token: str, now: datetime, *, renewed: bool = False) -> DownloadGrant:
    return DownloadGrant.objects.create(
        sign_up=sign_up,
        token_hash=hash_token(token),
        created_at=now,
        expires_at=now + DOWNLOAD_WITHIN,
        uses_left=DOWNLOADS_PER_FILE * max(1, sign_up.magnet.files.count()),
        renewed=renewed,
    )
