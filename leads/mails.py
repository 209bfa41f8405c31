"""The mails about a gift. No word that a visitor typed stands in them: anyone can fill in any address."""

from django.conf import settings
from django.urls import reverse

from leads.models import DownloadGrant, SignUp, Subscriber, UnsubscribeToken
from leads.tokens import hash_token, new_token
from mailing.services import queue_mail


def send_confirmation(sign_up: SignUp, token: str) -> None:
    unsubscribe_url = new_unsubscribe_url(sign_up.subscriber)
    queue_mail(
        to=sign_up.subscriber.email,
        template="confirm_sign_up",
        kind="confirm-sign-up",
        priority="high",
        headers=unsubscribe_headers(unsubscribe_url),
        context={
            "magnet_name": sign_up.magnet.name,
            "confirm_text": sign_up.magnet.confirm_text,
            "confirm_url": absolute("leads:confirm", token),
            "expires_at": sign_up.token_expires_at,
            "unsubscribe_url": unsubscribe_url,
        },
    )


def send_gift(grant: DownloadGrant, token: str) -> None:
    magnet, subscriber = grant.sign_up.magnet, grant.sign_up.subscriber
    unsubscribe_url = new_unsubscribe_url(subscriber)
    queue_mail(
        to=subscriber.email,
        template="gift",
        kind="gift",
        priority="high",
        headers=unsubscribe_headers(unsubscribe_url),
        context={
            "magnet_name": magnet.name,
            "thanks_text": magnet.thanks_text,
            "download_url": absolute("leads:download", token),
            "expires_at": grant.expires_at,
            "unsubscribe_url": unsubscribe_url,
        },
    )


def new_unsubscribe_url(subscriber: Subscriber) -> str:
    token = new_token()
    UnsubscribeToken.objects.create(subscriber=subscriber, token_hash=hash_token(token))
    return absolute("leads:unsubscribe", token)


def unsubscribe_headers(url: str) -> dict[str, str]:
    """One click in the mail program, without opening a page (RFC 8058)."""
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def absolute(view_name: str, token: str) -> str:
    return settings.SITE_URL + reverse(view_name, args=[token])
