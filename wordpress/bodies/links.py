"""Where the links of an old text lead now."""

import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlsplit

from wordpress.bodies.surroundings import Body, Surroundings, Target

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)$", re.IGNORECASE)
MOST_REMARKS = 60
SCHEMES = ("http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is written now: to a page of ours, or to `address`."""

    address: str = ""
    target: Target | None = None

    @property
    def begin(self) -> str:
        if self.target is not None and not self.address:
            return f'<a linktype="page" id="{self.target.page_id}">'
        return f'<a href="{escape(self.address)}">'


@dataclass(slots=True)
class Notebook:
    """What is found out while a body is converted, shared by all who work on it."""

    surroundings: Surroundings
    body: Body
    # Ids of the old text, and the number of the heading that is nearest to each.
    places: dict[str, int] = field(default_factory=dict)
    headings: list[dict[str, str]] = field(default_factory=list)

    def remark(self, words: str) -> None:
        if words not in self.body.remarks and len(self.body.remarks) < MOST_REMARKS:
            self.body.remarks.append(words)

    def link(self, written: str) -> Link | None:
        """Return where a link leads now, None where it leads nowhere any more."""
        address = whole(written)
        if address is None:
            return None
        # The places of this text itself are known at its end (wordpress.bodies.headings).
        if address.startswith("#"):
            return Link(address) if len(address) > 1 else None
        known = self.surroundings
        if not address.startswith(("http", "/", "?", ".")) and ":" in address.split("/")[0]:
            return Link(address) if address.startswith(("mailto:", "tel:")) else None
        if not known.is_own(address):
            return Link(address) if address.startswith("http") else None
        page_address, _, place = address.partition("#")
        if target := known.page(page_address):
            if place and target.path:
                return Link(f"{target.path}#{place}", target)
            if place:
                self.remark(f"Een link naar een plek op een pagina leidt nu naar haar begin: {address}")
            return Link(target=target)
        if new := known.new_address(page_address):
            return Link(f"{new}#{place}" if place else new)
        if known.comes_later(page_address):
            self.body.waits_for.add(page_address)
            return Link(address)
        if is_file(page_address):
            self.body.waits_for.add(page_address)
            self.remark(f"Een bestand is er nog niet: {page_address}")
            return Link(address)
        self.remark(f"Een link leidde nergens heen; de woorden bleven staan: {address}")
        return None

    def file(self, address: str) -> str:
        """Return where a file is now: its address here or elsewhere, "" when it is still to come."""
        found = whole(address)
        if not found or found.startswith(("#", "mailto:", "tel:")):
            return ""
        if not self.surroundings.is_own(found):
            return found if found.startswith("http") else ""
        new = self.surroundings.new_address(found)
        if not new:
            self.body.waits_for.add(found)
        return new


def whole(address: str) -> str | None:
    """Return an address without blanks around it, None when it is none or may not be followed."""
    text = "".join(address.split()) if "\n" in address or "\t" in address else address.strip()
    if text.startswith("//"):
        text = f"https:{text}"
    try:
        scheme = urlsplit(text).scheme.lower()
    except ValueError:
        return None
    if not text or (scheme and scheme not in SCHEMES):
        return None
    return f"{scheme}{text[len(scheme) :]}" if scheme else text


def is_picture(address: str) -> bool:
    """Say whether an address is an image's file, or the page that WordPress makes of it."""
    return bool(_PICTURE_FILE.search(address.partition("?")[0])) or "attachment_id=" in address


def is_file(address: str) -> bool:
    path = address.partition("?")[0]
    return "/wp-content/" in path or path.rpartition(".")[2].lower() in ("pdf", "mp3", "docx", "epub", "zip")
