"""Fetch what stands elsewhere: over https, from public addresses alone, with a limit on size and time."""

import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO
from urllib.parse import SplitResult, urljoin, urlsplit

SECONDS, REDIRECTS = 30.0, 5
# Nothing at all for so long: nobody is sending any more.
SILENCE = 30.0
_PIECE = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)
_BUSY = (408, 425, 429)
AGENT = "liefdesverdriet"
HTTPS = frozenset({"https"})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# All of IPv6 that is given out (RFC 4291, 2.5.4); Python calls much of the rest global.
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")


class NotFetched(Exception):
    """The address was not fetched; the message says why, in Dutch.

    `may_pass`: another time it may be. `pause`: the seconds that the other side asks us to wait until then.
    """

    def __init__(self, words: str, *, may_pass: bool = False, pause: float | None = None) -> None:
        super().__init__(words)
        self.may_pass, self.pause = may_pass, pause


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the open internet: not of this machine, nor of a network inside.

    An IPv6 address that stands for an IPv4 one (RFC 4291 2.5.5.2, RFC 6052, RFC 3056) is judged as that one.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = (
            ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip.ipv4_mapped or ip.sixtofour
        )
        if inner is None:
            return ip in _GLOBAL_UNICAST and ip.is_global
        ip = inner
    return ip.is_global and not ip.is_multicast


def fetch(
    url: str,
    largest: int,
    *,
    seconds: float = SECONDS,
    allowed: Callable[[str], bool] = is_public,
    context: ssl.SSLContext | None = None,
    told: Callable[[], None] = lambda: None,
) -> bytes:
    """Return what stands at `url`, at most `largest` bytes; else as `fetch_into`."""
    sink = io.BytesIO()
    fetch_into(sink, url, largest, seconds=seconds, allowed=allowed, context=context, told=told)
    return sink.getvalue()


def fetch_into(
    sink: IO[bytes],
    url: str,
    largest: int,
    *,
    seconds: float = SECONDS,
    allowed: Callable[[str], bool] = is_public,
    context: ssl.SSLContext | None = None,
    told: Callable[[], None] = lambda: None,
    schemes: frozenset[str] = HTTPS,
    welcome: Callable[[SplitResult], bool] = lambda parts: True,
    agent: str = AGENT,
) -> None:
    """Write what stands at `url`, at most `largest` bytes, to `sink`. Raises NotFetched.

    `told` is called with each piece; what it raises ends the fetching. Each redirect is looked at like the
    first address: its scheme, whether it is `welcome`, and what its name stands for. The address that was
    judged is the one connected to, so that a name that means another machine a moment later leads nowhere.
    """
    until = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        parts, port = _parts(url, schemes)
        if not welcome(parts):
            raise NotFetched(f"{parts.hostname} is een andere site; daar wordt niets opgehaald.")
        connection = _connection(parts, port, allowed, context, _left(until))
        try:
            with _ended_at(until, connection):
                onward = _ask(connection, parts, agent, sink, largest, until, told)
        finally:
            connection.close()
        if onward is None:
            return
        url = urljoin(url, onward)
    raise NotFetched("Dit adres verwijst te vaak door.")


def _parts(url: str, schemes: frozenset[str]) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise NotFetched(f"{url[:200]} is geen adres.") from error
    if parts.scheme not in schemes or not parts.hostname or parts.username:
        raise NotFetched(f"Alleen adressen die met https:// beginnen, worden opgehaald; niet {url[:200]}.")
    if any(ord(sign) <= 32 or ord(sign) > 126 for sign in _wanted(parts)):
        raise NotFetched(f"In {url[:200]} staan tekens die niet in een adres horen.")
    return parts, port


def _wanted(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _ask(
    connection: http.client.HTTPConnection,
    parts: SplitResult,
    agent: str,
    sink: IO[bytes],
    largest: int,
    until: float,
    told: Callable[[], None],
) -> str | None:
    """Write the body, or return where the answer sends us."""
    host = parts.hostname
    try:
        connection.request("GET", _wanted(parts), headers={"User-Agent": agent, "Accept": "*/*"})
        response = connection.getresponse()
        if response.status in _MOVED and (where := response.headers.get("Location")):
            return str(where)
        if response.status != http.client.OK:
            raise _refusal(host or "", response)
        _body(response, sink, largest, until, connection, told)
        # Cut off at the limit, a body without a stated length looks whole.
        _left(until)
        return None
    except ssl.SSLCertVerificationError as error:
        raise NotFetched(f"{host} heeft geen geldig certificaat voor https.") from error
    except TimeoutError as error:
        raise NotFetched(f"{host} antwoordt niet op tijd.", may_pass=True) from error
    except (OSError, http.client.HTTPException) as error:
        _left(until)
        raise NotFetched(f"{host} is niet te bereiken.", may_pass=True) from error


@contextmanager
def _ended_at(until: float, connection: "_PinnedPlain | _Pinned") -> Iterator[None]:
    """Hang up when the time is over, whatever is being read: a drip of headers keeps each timeout at bay."""
    timer = threading.Timer(max(0.0, until - time.monotonic()), connection.hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _refusal(host: str, response: http.client.HTTPResponse) -> NotFetched:
    status = response.status
    if status in (http.client.NOT_FOUND, http.client.GONE):
        return NotFetched(f"{host} kent dit adres niet (fout {status}).")
    if status in (http.client.UNAUTHORIZED, http.client.FORBIDDEN):
        return NotFetched(f"{host} laat ons er niet bij (fout {status}).")
    asked = response.headers.get("Retry-After", "")
    # The other form, a date, is hardly used: our own pause will do.
    pause = float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    may_pass = status >= http.client.INTERNAL_SERVER_ERROR or status in _BUSY
    return NotFetched(f"{host} antwoordt met fout {status}.", may_pass=may_pass, pause=pause)


def _left(until: float) -> float:
    """Return how many seconds may be waited for the next sign. Raises NotFetched after the last."""
    left = until - time.monotonic()
    if left <= 0:
        raise NotFetched("Het ophalen duurt te lang.", may_pass=True)
    return min(left, SILENCE)


def _address(host: str, port: int, allowed: Callable[[str], bool]) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"{host} bestaat niet.", may_pass=True) from error
    addresses = [str(row[4][0]).partition("%")[0] for row in found]
    # One address inside is enough to trust none of them.
    if not addresses or not all(allowed(address) for address in addresses):
        raise NotFetched(f"{host} is geen openbaar adres.")
    return addresses[0]


def _connection(
    parts: SplitResult,
    port: int,
    allowed: Callable[[str], bool],
    context: ssl.SSLContext | None,
    timeout: float,
) -> "_PinnedPlain | _Pinned":
    host = parts.hostname or ""
    address = _address(host, port, allowed)
    if parts.scheme == "https":
        return _Pinned(host, port, address, context or ssl.create_default_context(), timeout)
    return _PinnedPlain(host, port, address, timeout)


class _HangsUp:
    """Can be ended by another thread. The connection's own socket is let go of as soon as it was answered."""

    _line: socket.socket | None = None

    def hang_up(self) -> None:
        if self._line is not None:
            with suppress(OSError):
                # Not that of TLS, which would first say goodbye.
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)


class _PinnedPlain(_HangsUp, http.client.HTTPConnection):
    """A connection to the address that was judged."""

    def __init__(self, host: str, port: int, address: str, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._address = address

    def connect(self) -> None:
        self.sock = self._line = socket.create_connection((self._address, self.port), self.timeout)


class _Pinned(_HangsUp, http.client.HTTPSConnection):
    """The same under the name that its certificate is of."""

    def __init__(self, host: str, port: int, address: str, context: ssl.SSLContext, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout, context=context)
        self._address, self._tls = address, context

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        # Shaken hands with afterwards: that too can be dripped, and be hung up on.
        self.sock = self._line = self._tls.wrap_socket(
            plain, server_hostname=self.host, do_handshake_on_connect=False
        )
        self.sock.do_handshake()


def _body(
    response: http.client.HTTPResponse,
    sink: IO[bytes],
    largest: int,
    until: float,
    connection: http.client.HTTPConnection,
    told: Callable[[], None],
) -> None:
    length = 0
    while True:
        # A drip of bytes may not outlast the limit.
        if connection.sock:
            connection.sock.settimeout(_left(until))
        piece = response.read1(_PIECE)
        if not piece:
            break
        _left(until)
        told()
        length += len(piece)
        if length > largest:
            raise NotFetched(f"Dit is te groot: meer dan {largest // 1_000_000} MB.")
        sink.write(piece)
    if response.length:
        raise NotFetched("Het ophalen brak halverwege af.", may_pass=True)
