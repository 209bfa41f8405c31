"""Rich text as plain words: its paragraphs, its list items and its links."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from advice.text import Block, Kind, Link

_BREAKS = {"p", "li", "ul", "ol", "h2", "h3", "h4", "div", "hr", "blockquote"}
_SPACES = re.compile(r"[^\S\n]+")


class _Reader(HTMLParser):
    def __init__(self, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.where = where
        self.blocks: list[Block] = []
        # A link with the path that it leads to, for addresses that were typed.
        self.links: list[tuple[Link, str]] = []
        self._words: list[str] = []
        self._items = 0
        self._link: tuple[int | None, str] | None = None
        self._link_words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self._end_block()
        if tag == "li":
            self._items += 1
        elif tag == "br":
            self._words.append("\n")
        elif tag == "a":
            found = {name: value or "" for name, value in attrs}
            pk = found.get("id", "") if found.get("linktype") == "page" else ""
            self._link = (int(pk) if pk.isdecimal() else None, found.get("href", ""))
            self._link_words = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self._end_block()
        if tag == "li":
            self._items = max(0, self._items - 1)
        elif tag == "a" and self._link is not None:
            page, address = self._link
            self.links.append((Link(self.where, " ".join("".join(self._link_words).split()), page), address))
            self._link = None

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        if self._link is not None:
            self._link_words.append(data)

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        text = _SPACES.sub(" ", "".join(self._words)).strip()
        self._words = []
        if text:
            self.blocks.append(Block(self.where, text, Kind.ITEM if self._items else Kind.PARAGRAPH))


def read(html: str, where: str) -> tuple[list[Block], list[tuple[Link, str]]]:
    """Return the paragraphs and items of rich text as stored, and its links with their addresses."""
    reader = _Reader(where)
    reader.feed(html)
    reader.close()
    return reader.blocks, reader.links


def path_of(address: str, root: str) -> str:
    """Return the path of an address on this site, "" of one elsewhere."""
    parts, own = urlsplit(address), urlsplit(root)
    if parts.scheme in ("http", "https") and parts.netloc == own.netloc:
        return parts.path
    return parts.path if not parts.scheme and not parts.netloc and parts.path.startswith("/") else ""
