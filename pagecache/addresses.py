"""What a request asks for, in one spelling: scheme, host, path, and the parameters that matter."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import QueryDict

from pagecache.policy import ALLOWED_PARAMETERS

Place = tuple[str, str, str]
# Of a path and of a query; what is longer is answered and not kept.
LONGEST = 1000
MOST_SHAPES = 2000
# What browsers, robots and our own proxies send; an answer to anything else may come of what the key leaves
# out, so it is not kept, and the next one is asked for without it.
_ORDINARY = frozenset(
    f"HTTP_{name}"
    for name in (
        *("HOST", "CONNECTION", "KEEP_ALIVE", "ACCEPT", "ACCEPT_ENCODING", "ACCEPT_LANGUAGE", "USER_AGENT"),
        *("REFERER", "FROM", "DNT", "PRIORITY", "TE", "UPGRADE_INSECURE_REQUESTS", "SAVE_DATA"),
        *("CACHE_CONTROL", "PRAGMA", "IF_NONE_MATCH", "IF_MODIFIED_SINCE", "PURPOSE", "VIA"),
        *("X_FORWARDED_FOR", "X_FORWARDED_PROTO", "X_REAL_IP", "X_REQUEST_ID"),
    )
)


class Asked(NamedTuple):
    """What a query string holds: its names, what is declared and good, and what is declared and is not."""

    names: frozenset[str]
    good: tuple[tuple[str, str], ...]
    broken: frozenset[str]

    @property
    def is_declared(self) -> bool:
        return not self.broken and len(self.names) == len(self.good)


NOTHING = Asked(frozenset(), (), frozenset())


@lru_cache(maxsize=256)
def read(query: str) -> Asked | None:
    """Take a query string apart; None where Django would refuse it or it is longer than any of ours."""
    if len(query) > LONGEST:
        return None
    try:
        values = dict(QueryDict(query.encode("latin-1")).lists())
    except (BadRequest, SuspiciousOperation, UnicodeError):
        return None
    declared = values.keys() & ALLOWED_PARAMETERS
    good = {
        name: values[name][0]
        for name in declared
        if len(values[name]) == 1 and ALLOWED_PARAMETERS[name].fullmatch(values[name][0])
    }
    return Asked(frozenset(values), tuple(sorted(good.items())), frozenset(declared - good.keys()))


def canonical_query(asked: Asked, shape: Iterable[str] | None) -> str:
    """Return the one spelling of what the view looks at; of all that is good while its shape is unknown."""
    return urlencode([pair for pair in asked.good if shape is None or pair[0] in shape])


class Places:
    """Where requests go to: only hosts that are listed by name, with a port that can be ours."""

    def __init__(self) -> None:
        self._named = [
            host.lower() for host in settings.ALLOWED_HOSTS if host != "*" and not host.startswith(".")
        ]
        self._site_port = str(urlsplit(settings.SITE_URL).port or "")
        self._hosts: dict[str, frozenset[str]] = {}
        believed: tuple[str, str] | None = settings.SECURE_PROXY_SSL_HEADER
        self._scheme_header, self._secure = believed or ("", "")
        self._host_header = "HTTP_X_FORWARDED_HOST" if settings.USE_X_FORWARDED_HOST else "HTTP_HOST"

    def place(self, environ: Mapping[str, Any]) -> Place | None:
        """Return scheme, host and path, None where the host or path is none that is kept."""
        host = environ.get(self._host_header)
        path = environ.get("PATH_INFO")
        if not host or not path or len(path) > LONGEST or environ.get("SCRIPT_NAME"):
            return None
        port = environ.get("SERVER_PORT", "")
        hosts = self._hosts.get(port) or self._of_port(port)
        if host not in hosts:
            host = host.lower()
            if host not in hosts:
                return None
        scheme = environ["wsgi.url_scheme"]
        if self._scheme_header and (told := environ.get(self._scheme_header)) is not None:
            scheme = "https" if told.split(",", 1)[0].strip() == self._secure else "http"
        return scheme, host, path

    def _of_port(self, port: str) -> frozenset[str]:
        ports = {"", *(f":{number}" for number in (port, self._site_port) if number)}
        self._hosts[port] = frozenset(host + end for host in self._named for end in ports)
        return self._hosts[port]

    def is_ordinary(self, environ: Mapping[str, Any], place: Place) -> bool:
        """Say whether a request holds nothing that the key leaves out and an answer could come of."""
        return (
            environ["REQUEST_METHOD"] == "GET"
            and environ.get(self._host_header) == place[1]
            and environ.get("CONTENT_LENGTH") in (None, "", "0")
            and "HTTP_TRANSFER_ENCODING" not in environ
            and all(
                name in _ORDINARY or name in (self._host_header, self._scheme_header)
                for name in environ
                if name.startswith("HTTP_") and not name.startswith("HTTP_SEC_")
            )
        )

    def canonical(self, environ: Mapping[str, Any], place: Place, query: str) -> dict[str, Any]:
        """Return the request as anybody might have made it: nothing in it that the key does not say."""
        kept = {name: value for name, value in environ.items() if not name.startswith("HTTP_")}
        kept |= {"REQUEST_METHOD": "GET", "QUERY_STRING": query, self._host_header: place[1]}
        kept |= {"CONTENT_LENGTH": "", "CONTENT_TYPE": "", "wsgi.input": BytesIO()}
        kept["HTTP_HOST"] = place[1]
        if self._scheme_header and self._scheme_header in environ:
            kept[self._scheme_header] = self._secure if place[0] == "https" else "http"
        return kept


class Shapes:
    """Which parameters the view at a place looks at, as an answer told; None where it did not opt in."""

    def __init__(self, most: int = MOST_SHAPES) -> None:
        self._most = most
        self._shapes: OrderedDict[Place, tuple[frozenset[str] | None, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._shapes)

    def of(self, place: Place) -> frozenset[str] | None:
        with self._lock:
            if place in self._shapes:
                self._shapes.move_to_end(place)
            return self._shapes.get(place, (None, 0))[0]

    def is_passed(self, place: Place, number: int) -> bool:
        """Say whether the view at `place` did not opt in, at this content version."""
        return self._shapes.get(place) == (None, number)

    def learn(self, place: Place, parameters: frozenset[str] | None, number: int) -> None:
        """Remember what an answer told. A place whose view opted in once does so for every parameter."""
        with self._lock:
            self._shapes[place] = parameters, number
            self._shapes.move_to_end(place)
            if len(self._shapes) > self._most:
                self._shapes.popitem(last=False)
