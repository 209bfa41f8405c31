"""Where a request comes from, as a hash keyed by the day: enough to count by, of no use to who reads it."""

import ipaddress
from datetime import UTC, date, datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# One IPv6 subscriber holds at least a /64, so single addresses would count for nothing.
IPV6_PREFIX = 64


def network_hash(request: HttpRequest, day: date | None = None) -> str:
    """Return 64 hex characters that stand for the visitor's network on `day`, by default today in UTC.

    Each day has a key of its own, so that what is kept can't be linked to another day. The day is that of
    UTC, because the windows of guard.limits begin with it.
    """
    day = day or datetime.now(UTC).date()
    network = network_of(client_address(request))
    return salted_hmac(f"guard.networks.{day.isoformat()}", network, algorithm="sha256").hexdigest()


def client_address(request: HttpRequest) -> str:
    """Return the address that the outermost trusted proxy saw; what stands further left anyone can write."""
    depth = settings.TRUSTED_PROXY_DEPTH
    if depth:
        forwarded = [
            part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()
        ]
        if len(forwarded) >= depth:
            return forwarded[-depth]
    return request.META.get("REMOTE_ADDR") or ""


def network_of(address: str) -> str:
    """Return the IPv4 address, the IPv6 /64, or "unknown" where there is none (a Unix socket)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, IPV6_PREFIX), strict=False))
    return str(ip)
