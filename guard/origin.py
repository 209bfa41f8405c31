"""Who sent this form? Decided from headers that no page can forge, so that cached pages need no token."""

import ipaddress
from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

DEFAULT_PORTS = {"http": 80, "https": 443}


class Decision(Enum):
    ACCEPT = "accept"
    REFUSE = "refuse"
    # The headers say nothing either way; only a token can tell.
    UNKNOWN = "unknown"


def decide(request: HttpRequest) -> Decision:
    """Judge a POST by Fetch Metadata, else by its Origin (https://www.w3.org/TR/fetch-metadata/)."""
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return Decision.ACCEPT if fetch_site in ("same-origin", "none") else Decision.REFUSE
    origin = request.headers.get("Origin")
    if origin is None or origin == "null":
        return Decision.UNKNOWN
    return Decision.ACCEPT if normalised(origin) in own_origins(request) else Decision.REFUSE


def own_origins(request: HttpRequest) -> set[str]:
    """Return the configured origins, and the request's own one where its host is this very machine."""
    configured = {settings.SITE_URL, *settings.CSRF_TRUSTED_ORIGINS}
    origins = {normalised(address) for address in configured if "*" not in address}
    try:
        host = request.get_host()
    except DisallowedHost:
        host = ""
    if is_loopback(host):
        origins.add(normalised(f"{request.scheme}://{host}"))
    return origins - {""}


def normalised(address: str) -> str:
    """Return scheme://host:port in lower case with its port written out, or "" for what is no web origin."""
    try:
        parts = urlsplit(address)
        port = parts.port or DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return ""
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or parts.username is not None:
        return ""
    return f"{parts.scheme}://{parts.hostname}:{port}"


def is_loopback(host: str) -> bool:
    """Say whether a Host header names this machine: localhost, 127.0.0.0/8 or [::1], whatever the port."""
    try:
        hostname = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if hostname == "localhost" or hostname.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(hostname).is_loopback
    except ValueError:
        return False
