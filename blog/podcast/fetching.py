"""Fetch what a feed points to: over https, from public addresses alone, with a limit on size and time."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

SECONDS, REDIRECTS = 30.0, 5
_PIECE = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)


class NotFetched(Exception):
    """The address was not fetched; the message says why, in Dutch."""


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the open internet: not of this machine, nor of a network inside."""
    ip = ipaddress.ip_address(address)
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


def fetch(
    url: str,
    largest: int,
    *,
    seconds: float = SECONDS,
    allowed: Callable[[str], bool] = is_public,
    context: ssl.SSLContext | None = None,
) -> bytes:
    """Return what stands at `url`, at most `largest` bytes. Raises NotFetched.

    Each redirect is looked at like the first address. The address that was judged is the one connected to, so
    a name that means another machine a moment later leads nowhere.
    """
    until = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        answer = _ask(url, largest, until, allowed, context or ssl.create_default_context())
        if isinstance(answer, bytes):
            return answer
        url = urljoin(url, answer)
    raise NotFetched("Dit adres verwijst te vaak door.")


def _ask(
    url: str, largest: int, until: float, allowed: Callable[[str], bool], context: ssl.SSLContext
) -> bytes | str:
    """Return the body, or where the answer sends us."""
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError as error:
        raise NotFetched(f"{url[:200]} is geen adres.") from error
    if parts.scheme != "https" or not parts.hostname or parts.username:
        raise NotFetched(f"Alleen adressen die met https:// beginnen worden opgehaald, niet {url[:200]}.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if any(ord(sign) <= 32 or ord(sign) > 126 for sign in path):
        raise NotFetched(f"In {url[:200]} staan tekens die niet in een adres horen.")
    connection = _Pinned(parts.hostname, port, _address(parts.hostname, port, allowed), context, _left(until))
    try:
        connection.request("GET", path, headers={"User-Agent": "liefdesverdriet", "Accept": "*/*"})
        response = connection.getresponse()
        if response.status in _MOVED and (where := response.headers.get("Location")):
            return str(where)
        if response.status != http.client.OK:
            raise NotFetched(f"{parts.hostname} antwoordt met {response.status}.")
        return _body(response, largest, until, connection)
    except (OSError, http.client.HTTPException) as error:
        raise NotFetched(f"{parts.hostname} is niet te bereiken: {error}.") from error
    finally:
        connection.close()


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise NotFetched("Het ophalen duurt te lang.")
    return left


def _address(host: str, port: int, allowed: Callable[[str], bool]) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"{host} bestaat niet.") from error
    addresses = [str(row[4][0]).partition("%")[0] for row in found]
    # One address inside is enough to trust none of them.
    if not addresses or not all(allowed(address) for address in addresses):
        raise NotFetched(f"{host} is geen openbaar adres.")
    return addresses[0]


class _Pinned(http.client.HTTPSConnection):
    """A connection to the address that was judged, under the name that its certificate is of."""

    def __init__(self, host: str, port: int, address: str, context: ssl.SSLContext, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout, context=context)
        self._address, self._tls = address, context

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        try:
            self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _body(
    response: http.client.HTTPResponse, largest: int, until: float, connection: http.client.HTTPSConnection
) -> bytes:
    pieces: list[bytes] = []
    length = 0
    while True:
        # A drip of bytes may not outlast the limit.
        if connection.sock:
            connection.sock.settimeout(_left(until))
        piece = response.read1(_PIECE)
        if not piece:
            return b"".join(pieces)
        _left(until)
        pieces.append(piece)
        length += len(piece)
        if length > largest:
            raise NotFetched(f"Dit is te groot: meer dan {largest // 1_000_000} MB.")
