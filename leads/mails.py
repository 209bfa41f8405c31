"""The mails about a gift, in the coach's words.

No word that a visitor typed stands in them: anyone can fill in any address.
"""

from datetime import datetime, timedelta
from typing import Any, Literal

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from guard.tokens import hash_token, new_token
from leads.models import DownloadGrant, LeadMagnet, SignUp, Subscriber, UnsubscribeToken
from leads.tokens import EXAMPLE
from mailing.addresses import address_hash
from mailing.headers import unsubscribe_headers
from mailing.rendering import RenderedMail, render_mail
from mailing.services import queue_mail

# A name of 120 characters may stand in a subject more than once; the outbox takes 989.
SUBJECT_LENGTH = 250


def send_confirmation(sign_up: SignUp, token: str) -> None:
    mail = confirmation_mail(
        sign_up.magnet,
        confirm_url=absolute("leads:confirm", token),
        unsubscribe_url=new_unsubscribe_url(sign_up.subscriber),
        expires_at=sign_up.token_expires_at,
    )
    queue_mail(to=sign_up.subscriber.email, **mail)


def send_gift(grant: DownloadGrant, token: str) -> None:
    subscriber = grant.sign_up.subscriber
    mail = gift_mail(
        grant.sign_up.magnet,
        download_url=absolute("leads:download", token),
        unsubscribe_url=new_unsubscribe_url(subscriber),
        expires_at=grant.expires_at,
    )
    queue_mail(to=subscriber.email, **mail)


def confirmation_mail(
    magnet: LeadMagnet, *, confirm_url: str, unsubscribe_url: str, expires_at: datetime
) -> dict[str, Any]:
    """Return what queue_mail needs, but to whom. Writes nothing."""
    return _mail(
        "confirm_sign_up",
        "confirm-sign-up",
        unsubscribe_url,
        subject=magnet.filled_in(magnet.confirm_subject)[:SUBJECT_LENGTH],
        text=magnet.filled_in(magnet.confirm_text),
        magnet_name=magnet.name,
        confirm_url=confirm_url,
        expires_at=expires_at,
    )


def gift_mail(
    magnet: LeadMagnet, *, download_url: str, unsubscribe_url: str, expires_at: datetime
) -> dict[str, Any]:
    """Return what queue_mail needs, but to whom. Writes nothing."""
    return _mail(
        "gift",
        "gift",
        unsubscribe_url,
        subject=magnet.filled_in(magnet.gift_subject)[:SUBJECT_LENGTH],
        text=magnet.filled_in(magnet.gift_text),
        magnet_name=magnet.name,
        download_url=download_url,
        expires_at=expires_at,
    )


def example(magnet: LeadMagnet, which: Literal["confirm", "gift"]) -> dict[str, Any]:
    """Return a mail of today as arguments of queue_mail, with links that open nothing."""
    now, unsubscribe_url = timezone.now(), absolute("leads:unsubscribe", EXAMPLE)
    if which == "confirm":
        return confirmation_mail(
            magnet,
            confirm_url=absolute("leads:confirm", EXAMPLE),
            unsubscribe_url=unsubscribe_url,
            expires_at=now + timedelta(hours=48),
        )
    return gift_mail(
        magnet,
        download_url=absolute("leads:download", EXAMPLE),
        unsubscribe_url=unsubscribe_url,
        expires_at=now + timedelta(days=14),
    )


def preview(magnet: LeadMagnet, which: Literal["confirm", "gift"]) -> RenderedMail:
    """Return a mail as a reader would see it. The magnet need not be saved."""
    mail = example(magnet, which)
    return render_mail(mail["template"], mail["context"])


def new_unsubscribe_url(subscriber: Subscriber) -> str:
    token = new_token()
    UnsubscribeToken.objects.create(
        subscriber=subscriber, address_hash=address_hash(subscriber.email), token_hash=hash_token(token)
    )
    return absolute("leads:unsubscribe", token)


def absolute(view_name: str, token: str) -> str:
    return settings.SITE_URL + reverse(view_name, args=[token])


def _mail(template: str, kind: str, unsubscribe_url: str, **context: Any) -> dict[str, Any]:
    return {
        "template": template,
        "kind": kind,
        "priority": "high",
        "headers": unsubscribe_headers(unsubscribe_url),
        "context": {**context, "unsubscribe_url": unsubscribe_url},
    }
