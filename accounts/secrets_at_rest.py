"""Secrets of second factors as the database keeps them: under a key that follows from SECRET_KEY."""

import base64

from django.conf import settings
from django.utils.crypto import salted_hmac


class Unreadable(Exception):
    """The secret was encrypted under a key that is gone."""


def encrypt(text: str) -> str:
    return _fernet().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    """Return the plain text; raises Unreadable after a change of SECRET_KEY without SECRET_KEY_FALLBACKS."""
    from cryptography.fernet import InvalidToken

    try:
        return bytes(_fernet().decrypt(encrypted.encode())).decode()
    except InvalidToken as error:
        raise Unreadable from error


def _fernet():
    # Large, and of use at a log-in alone.
    from cryptography.fernet import Fernet, MultiFernet

    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(key)) for key in keys])


def _key(secret: str) -> bytes:
    digest = salted_hmac("accounts.secrets_at_rest", "", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
