"""What the DNS says about the domain that our mail comes from: SPF, DKIM, DMARC, and where answers go."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import dns.exception
import dns.resolver

SECONDS = 5.0


@dataclass(frozen=True)
class Finding:
    is_right: bool
    text: str


class DnsAway(Exception):
    """No name server answers from here, which says nothing about the records."""


def resolver(server: str = "") -> dns.resolver.Resolver:
    """Return what asks: the machine's own name servers, or the one at ADDRESS or ADDRESS:PORT."""
    try:
        asks = dns.resolver.Resolver(configure=not server)
    except dns.exception.DNSException as error:
        raise DnsAway from error
    asks.lifetime = SECONDS
    if server:
        address, _, port = server.partition(":")
        asks.nameservers, asks.port = [address], int(port or 53)
    return asks


def findings(asks: dns.resolver.Resolver, domain: str, selector: str = "") -> Iterator[Finding]:
    """Yield what was found, one record a time. Raises DnsAway as soon as nobody answers."""
    yield _mx(_ask(asks, domain, "MX"))
    yield _spf([text for text in _texts(asks, domain) if text.lower().startswith("v=spf1")])
    if selector:
        yield _dkim(selector, _texts(asks, f"{selector}._domainkey.{domain}"))
    else:
        yield Finding(True, "DKIM: niet bekeken; geef met --selector de naam die je provider noemt.")
    yield _dmarc(asks, domain)


def _mx(records: list[str]) -> Finding:
    if not records:
        return Finding(
            False, "MX: het domein ontvangt geen mail; antwoorden en teruggekomen mail gaan verloren."
        )
    return Finding(
        True, f"MX: antwoorden gaan naar {', '.join(sorted(record.split()[-1] for record in records))}"
    )


def _spf(records: list[str]) -> Finding:
    if not records:
        return Finding(False, "SPF: er is geen record; ontvangers kunnen onze mail voor vervalst houden.")
    if len(records) > 1:
        return Finding(False, "SPF: er staan meer records dan één, en dan geldt er geen (RFC 7208, 3.2).")
    (record,) = records
    if re.search(r"(^|\s)\+?all\b", record):
        return Finding(False, f"SPF: laat iedereen toe ({record}); eindig met ~all of -all.")
    return Finding(True, f"SPF: {record}")


def _dkim(selector: str, texts: list[str]) -> Finding:
    keys = [text for text in texts if re.search(r"(^|;)\s*p=", text)]
    if not keys:
        return Finding(False, f"DKIM: bij {selector} staat geen sleutel.")
    if not re.search(r"(^|;)\s*p=\s*[A-Za-z0-9+/]", keys[0]):
        return Finding(False, f"DKIM: de sleutel bij {selector} is ingetrokken.")
    return Finding(True, f"DKIM: bij {selector} staat een sleutel.")


def _dmarc(asks: dns.resolver.Resolver, domain: str) -> Finding:
    """RFC 7489, section 6.6.3: the record of the domain, else of the one it belongs to."""
    for name in (domain, ".".join(domain.split(".")[-2:])):
        records = [text for text in _texts(asks, f"_dmarc.{name}") if text.upper().startswith("V=DMARC1")]
        if records:
            policy = re.search(r";\s*p=\s*(\w+)", records[0])
            if not policy:
                return Finding(False, f"DMARC: het record noemt geen beleid ({records[0]}).")
            return Finding(True, f"DMARC: {records[0]}")
    return Finding(False, "DMARC: er is geen record; Gmail en Yahoo vragen er een van wie veel mail stuurt.")


def _texts(asks: dns.resolver.Resolver, name: str) -> list[str]:
    # A long text stands in pieces, each in quotes.
    return ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', record)) for record in _ask(asks, name, "TXT")]


def _ask(asks: dns.resolver.Resolver, name: str, kind: str) -> list[str]:
    try:
        return [record.to_text() for record in asks.resolve(name, kind)]
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    except (dns.exception.DNSException, OSError) as error:
        raise DnsAway from error
