"""E-mail addresses: one spelling for each, and a hash where we may not keep the address itself."""

import contextlib

from django.conf import settings
from django.utils.crypto import salted_hmac


def normalise(email: str) -> str:
    """Return the address without spaces around it and with its domain in lower-case ASCII (IDNA)."""
    local, at, domain = email.strip().rpartition("@")
    with contextlib.suppress(UnicodeError):
        domain = domain.encode("idna").decode("ascii")
    return f"{local}{at}{domain.lower()}"


def spellings(email: str) -> set[str]:
    """Return the ways one address may be written down, in lower case: its domain in ASCII and in letters."""
    given = email.strip().lower()
    written = {given, normalise(given).lower()} - {""}
    for spelling in list(written):
        local, at, domain = spelling.rpartition("@")
        with contextlib.suppress(UnicodeError):
            written.add(f"{local}{at}{domain.encode('ascii').decode('idna')}")
    return written


def address_hash(email: str) -> str:
    """Return a keyed hash, the same for every spelling of one address; hex, 64 characters."""
    return _keyed("mailing.address", normalise(email).lower())


def mailbox(email: str) -> str:
    """Return the mailbox behind an address, for limits; "" for none.

    The same for an address and its spellings with a "+tag" (RFC 5233), or at Gmail with dots: mail to each of
    them reaches one person.
    """
    local, at, domain = normalise(email).lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}{at}{domain}"


def mailbox_hash(email: str) -> str:
    """Return a keyed hash of the mailbox behind an address."""
    return _keyed("mailing.mailbox", mailbox(email))


def _keyed(salt: str, value: str) -> str:
    # Not SECRET_KEY, which may change: a block has to be found as long as it stands.
    return salted_hmac(salt, value, secret=settings.HASH_KEY, algorithm="sha256").hexdigest()
