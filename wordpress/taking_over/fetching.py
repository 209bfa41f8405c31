"""Files fetched from the old site: from its own host alone, one at a time, with patience and to a limit."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO
from urllib.parse import SplitResult, quote, unquote, urlsplit

from django.conf import settings

from blog.podcast.fetching import HTTPS, NotFetched, fetch_into, is_public
from wordpress.reading.items import Contents

# Seconds: between two files; before each further try; the longest that a busy server may send us away for.
BETWEEN, PAUSES, LONGEST_PAUSE = 0.25, (1.0, 4.0, 15.0), 60.0
SECONDS = 1800.0
# After so many files in a row that did not come, nobody is there.
MOST_SILENT = 5
_IN_MEMORY = 4 * 1024 * 1024
GONE_SILENT = "De oude site antwoordt niet meer; probeer het later nog eens, dan komt de rest."
_DEFAULT_PORTS = {"http": 80, "https": 443}


class FromSite:
    """Fetches files of the site that an export is of.

    `media` is the address that was typed. Its host has to be one that the export names as the site's own,
    or that its files stand on; what is asked for is asked there, whatever host a file's address has.
    """

    def __init__(
        self,
        media: str,
        contents: Contents,
        *,
        allow_inside: bool = False,
        told: Callable[[], None] = lambda: None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._allow_inside, self._told, self._pause = allow_inside, told, pause
        self._media = _split(media)
        self._site_hosts = {
            _host(_split(address)) for address in (contents.header.home, contents.header.site)
        }
        self._site_hosts.discard("")
        self._uploads = _split(contents.header.site or contents.header.home).path.rstrip("/")
        files = (entry.attachment_url for entry in contents.entries.values() if entry.attachment_url)
        self._file_hosts = {_host(_split(address)) for address in files}
        self._silent = 0
        self._asked = False

    @property
    def problem(self) -> str:
        """Return in Dutch why nothing can be fetched from here, "" when it can."""
        if self._media.scheme not in self._schemes or not self._media.hostname:
            return "Geef het adres van de oude site op, beginnend met https://."
        if _host(self._media) not in self._site_hosts | self._file_hosts:
            return (
                f"{self._media.hostname} is niet de site waar deze export van is; daar wordt niets opgehaald."
            )
        return ""

    @contextmanager
    def open(self, names: Iterable[str], address: str, largest: int) -> Iterator[IO[bytes]]:
        """Give a file by its old address, else by its name below wp-content/uploads. Raises NotFetched."""
        if self.problem:
            raise NotFetched(self.problem)
        if self._silent >= MOST_SILENT:
            raise NotFetched(GONE_SILENT)
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
            self._fetch(self.address(next(iter(names), ""), address), largest, file)
            file.seek(0)
            yield file

    def address(self, name: str, address: str) -> str:
        """Return where a file is asked for: at the host that was typed, on its own path."""
        parts = _split(address)
        if _host(parts) in {_host(self._media), *self._site_hosts, ""} and parts.path:
            path = parts.path
        else:
            # At another host, as those that serve copies: its place on the site itself is known by its name.
            path = f"{self._uploads}/wp-content/uploads/{name}"
        return f"{self._media.scheme}://{self._media.netloc}{quote(unquote(path), safe=_SAFE)}"

    def _fetch(self, url: str, largest: int, file: IO[bytes]) -> None:
        for wait in (*PAUSES, None):
            self._told()
            if self._asked:
                self._pause(BETWEEN)
            self._asked = True
            try:
                fetch_into(
                    file,
                    url,
                    largest,
                    seconds=SECONDS,
                    allowed=self._is_allowed,
                    told=self._told,
                    schemes=self._schemes,
                    welcome=self._is_own,
                    agent=f"liefdesverdriet (verhuizing van deze site; +{settings.SITE_URL})",
                )
                self._silent = 0
                return
            except NotFetched as error:
                if not error.may_pass:
                    self._silent = 0
                    raise
                if wait is None or (error.pause or 0) > LONGEST_PAUSE:
                    self._silent += 1
                    raise
                self._pause(max(wait, error.pause or 0))
                file.seek(0)
                file.truncate()

    @property
    def _schemes(self) -> frozenset[str]:
        return frozenset({"http", "https"}) if self._allow_inside else HTTPS

    def _is_allowed(self, address: str) -> bool:
        return self._allow_inside or is_public(address)

    def _is_own(self, parts: SplitResult) -> bool:
        """Judge where we are sent on to: the same site, at a door that is its own."""
        if _host(parts) not in {_host(self._media), *self._site_hosts}:
            return False
        return (parts.port or _DEFAULT_PORTS[parts.scheme]) in {*_DEFAULT_PORTS.values(), self._media.port}


_SAFE = "/-._~!$&'()*+,;=:@"


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        # Judged when it is asked for.
        _ = parts.port, parts.hostname
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.")
