"""Addresses of the old site, brought to one form however they are written."""

import re
import unicodedata
from urllib.parse import parse_qs, unquote, urlsplit

from wordpress.reading.items import Header

# In which parameters WordPress tells an item by its id.
IDS = ("p", "page_id", "attachment_id", "preview_id")
UPLOADS = "/wp-content/uploads/"
# What WordPress adds to the names of the sizes and copies that it makes of a picture.
_SIZE = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled|rotated|e\d{10,})(?=\.[a-z0-9]{2,5}$)", re.IGNORECASE)


def path_of(address: str) -> str:
    """Return the path of an address as `Imported.old_path` has it: decoded, without the slash at its end.

    "" is the home page. Of two addresses that WordPress answers alike the paths are equal.
    """
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return ""
    path = unicodedata.normalize("NFC", unquote(path))
    path = re.sub(r"/{2,}", "/", path)
    if path == "/index.php" or path.startswith("/index.php/"):
        path = path[len("/index.php") :]
    return path.rstrip("/")


def id_in(address: str) -> int:
    """Return the id that an address such as /?p=12 names, 0 for none."""
    try:
        asked = parse_qs(urlsplit(address.strip()).query)
    except ValueError:
        return 0
    for name in IDS:
        found = asked.get(name, [""])[0]
        if found.isascii() and found.isdigit() and len(found) < 19:
            return int(found)
    return 0


def picture_path(address: str) -> str:
    """Return the path of a picture in its largest size: "…/zee-300x200.jpg" is "…/zee.jpg"."""
    path = path_of(address)
    while (plain := _SIZE.sub("", path)) != path:
        path = plain
    return path


class OldSite:
    """Knows which addresses are of the old site."""

    def __init__(self, header: Header) -> None:
        self.home, self.site = header.home.rstrip("/"), header.site.rstrip("/")
        self.hosts = {host for address in (self.home, self.site) if (host := _host(address))}
        self.home_path = path_of(self.home)

    def is_own(self, address: str) -> bool:
        """Say whether an address, absolute or relative, is one of the old site."""
        address = address.strip()
        try:
            parts = urlsplit(address)
        except ValueError:
            return False
        if parts.scheme not in ("", "http", "https"):
            return False
        if parts.netloc:
            return _host(address) in self.hosts
        return bool(parts.path or parts.query) and not parts.scheme

    def is_home(self, address: str) -> bool:
        return self.is_own(address) and path_of(address) in ("", self.home_path) and not id_in(address)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
