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


def mailbox_hash(email: str) -> str:
    """Return a keyed hash of the mailbox behind an address, for limits.

    The same for an address and its spellings with a "+tag" (RFC 5233), or at Gmail with dots: mail to each of
    them reaches one person.
    """
    local, _, domain = normalise(email).lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.replace(".", ""), "gmail.com"
    return salted_hmac("mailing.mailbox", f"{local}@{domain}", algorithm="sha256").hexdigest()
