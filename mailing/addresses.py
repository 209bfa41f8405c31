"""E-mail addresses: one spelling for each, and a hash where we may not keep the address itself."""

import contextlib

from django.utils.crypto import salted_hmac


def normalise(email: str) -> str:
    """Return the address without spaces around it and with its domain in lower-case ASCII (IDNA)."""
    local, at, domain = email.strip().rpartition("@")
    with contextlib.suppress(UnicodeError):
        domain = domain.encode("idna").decode("ascii")
    return f"{local}{at}{domain.lower()}"


def address_hash(email: str) -> str:
    """Return a keyed hash, the same for every spelling of one address; hex, 64 characters."""
    return salted_hmac("mailing.address", normalise(email).lower(), algorithm="sha256").hexdigest()
