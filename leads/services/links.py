"""Links from mails: finding what a secret belongs to, working or not."""

from django.utils import timezone

from guard.tokens import hash_token
from leads.models import SignUp, Subscriber, UnsubscribeToken


class UnknownLink(Exception):
    """No such token, or what it belonged to is gone."""


class ExpiredLink(Exception):
    """The link was real, but its time or its uses are over."""

    def __init__(self, sign_up: SignUp):
        super().__init__("link expired")
        self.sign_up = sign_up


class ForgottenSubscriber(Exception):
    """The unsubscribe link is real; of whom it was sent to, only the hash of the address is left."""

    def __init__(self, address_hash: str):
        super().__init__("subscriber forgotten")
        self.address_hash = address_hash


def find_sign_up(token: str) -> SignUp:
    """Return the sign-up of a confirmation link that still works. Raises UnknownLink or ExpiredLink."""
    sign_ups = SignUp.objects.select_related("magnet__cover", "subscriber")
    sign_up = sign_ups.filter(token_hash=hash_token(token)).first()
    if sign_up is None:
        raise UnknownLink
    if sign_up.is_link_expired(timezone.now()):
        raise ExpiredLink(sign_up)
    return sign_up


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
    """Return whom an unsubscribe link belongs to. Raises UnknownLink, or ForgottenSubscriber."""
    tokens = UnsubscribeToken.objects.select_related("subscriber")
    way_out = tokens.filter(token_hash=hash_token(token)).first()
    if way_out is None:
        raise UnknownLink
    # Someone forgotten may have left the same address again since.
    again = Subscriber.objects.filter(address_hash=way_out.address_hash)
    subscriber = way_out.subscriber or again.first()
    if subscriber is None:
        raise ForgottenSubscriber(way_out.address_hash)
    return subscriber
