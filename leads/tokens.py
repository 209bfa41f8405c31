"""Secrets in links: 256 bits, each for one purpose, known to the database only by their hash."""

import base64
import hashlib
import secrets

from django.utils.crypto import salted_hmac


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def download_token_of(confirm_token: str) -> str:
    """Return the download token that belongs to a confirmation link.

    Derived, so that confirming twice leads to the same download although neither token is stored.
    """
    digest = salted_hmac("leads.download", confirm_token, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
