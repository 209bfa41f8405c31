"""E-mail addresses of visitors: how they are written, what was meant, and whether mail arrives there."""

import dns.exception
import dns.name
import dns.resolver
from django.core.exceptions import ValidationError
from email_validator import EmailNotValidError, ValidatedEmail, validate_email

from guard.domains import likely_meant

INVALID = "Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl."
NO_MAIL = "Het domein van dit e-mailadres neemt geen post aan. Klopt het?"
# For all questions about one domain together.
DNS_SECONDS = 2.0


def check(email: str) -> str:
    """Return `email` in its one spelling: letters composed (NFC), the domain in lower case.

    Raises ValidationError for what is no address that the whole internet can write to.
    """
    try:
        address = validate_email(email, check_deliverability=False)
    except EmailNotValidError as error:
        raise ValidationError(INVALID, code="invalid") from error
    # An encoded word (RFC 2047) is no part of an address, but some programs decode it: to another address.
    if "=?" in address.local_part:
        raise ValidationError(INVALID, code="invalid")
    return f"{address.local_part}@{_domain_to_keep(address)}"


def check_mail_server(email: str, resolver: dns.resolver.Resolver | None = None) -> None:
    """Raise ValidationError where the domain of a checked address says it takes no mail.

    What can't be found out is no reason to refuse.
    """
    if has_mail_server(email.rpartition("@")[2], resolver) is False:
        raise ValidationError(NO_MAIL, code="no_mail")


def suggest(email: str) -> str | None:
    """Return the address that was probably meant; None when this one may well be right."""
    local, at, domain = email.strip().rpartition("@")
    meant = likely_meant(domain.lower())
    return f"{local}{at}{meant}" if local and meant else None


def has_mail_server(domain: str, resolver: dns.resolver.Resolver | None = None) -> bool | None:
    """Say whether `domain` takes mail: by MX, else by its own address (RFC 5321, 5.1). None: not found out.

    A null MX (RFC 7505) and a domain that does not exist are a no.
    """
    try:
        name = dns.name.from_text(domain, idna_codec=dns.name.IDNA_2008_Practical)
        resolver = resolver or dns.resolver.Resolver()
        return _has_mail_server(name, resolver)
    except dns.resolver.NXDOMAIN:
        return False
    except (dns.exception.DNSException, OSError, UnicodeError):
        return None


def _has_mail_server(name: dns.name.Name, resolver: dns.resolver.Resolver) -> bool:
    left = DNS_SECONDS
    for kind in ("MX", "A", "AAAA"):
        answer = resolver.resolve(name, kind, raise_on_no_answer=False, search=False, lifetime=left)
        left -= answer.response.time
        if answer.rrset:
            return kind != "MX" or any(server.exchange != dns.name.root for server in answer.rrset)
    return False


def _domain_to_keep(address: ValidatedEmail) -> str:
    """Return the domain in its own script, unless Python's older IDNA would read another domain in it (ß)."""
    try:
        same = address.domain.encode("idna").decode("ascii") == address.ascii_domain
    except UnicodeError:
        same = False
    return address.domain if same else address.ascii_domain
