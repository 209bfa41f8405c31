"""Secrets in links: 256 bits, each for one purpose, known to the database only by their hash."""

import hashlib
import secrets


def new_token() -> str:
    """Return 43 characters that fit in an address."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Return the 64 hex characters under which a secret is kept."""
    return hashlib.sha256(token.encode()).hexdigest()
