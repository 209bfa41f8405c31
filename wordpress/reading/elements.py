"""The elements of an export, one item, author or category at a time, however large the file is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from wordpress.reading.items import BadExport
from wordpress.reading.source import Source

# Signs of one item with its reactions; what is larger is no text that somebody wrote.
LARGEST_ITEM = 30_000_000
# What an element costs besides its text.
_ELEMENT = 100
# WordPress writes seven.
_DEEPEST = 100
_NAMESPACE = re.compile(r"\{https?://(?:www\.)?wordpress\.org/export/([0-9.]{1,8})/(excerpt/)?\}(\w+)")
_OTHERS = {
    "{http://purl.org/rss/1.0/modules/content/}encoded": "content",
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
}
_HOLDERS = {"item", "wp:author", "wp:category", "wp:tag", "wp:term"}
_HOLDERS_INSIDE = {"wp:comment", "wp:postmeta"}
# What is kept of an item that is too large: enough to say which one it is.
_WHICH_ONE = {"wp:post_id", "title"}
_NONE: dict[str, str] = {}

WEB_PAGE = (
    "Dit is geen WordPress-export, maar een webpagina. Misschien was je niet ingelogd toen je hem bewaarde?"
)
A_FEED = (
    "Dit is geen WordPress-export, maar een gewone RSS-feed. Een export maak je in WordPress zelf, onder "
    "‘Gereedschap’ en dan ‘Exporteren’."
)
EMPTY = "Dit bestand is leeg."
NO_XML = "Dit is geen WordPress-export: het is geen xml. Het gaat mis in regel {line}."
OTHER_XML = "Dit is geen WordPress-export, maar een ander soort xml."
DOCTYPE = "Dit is geen WordPress-export: het begint met een DOCTYPE, en dat schrijft WordPress nooit."
TOO_DEEP = "In regel {line} staan meer dan honderd elementen in elkaar. Dat schrijft WordPress nooit."
BREAKS_OFF = (
    "Het bestand breekt af in regel {line}: het einde ontbreekt. Meestal is de export dan halverwege "
    "gestopt; maak hem opnieuw, of exporteer in delen."
)
BROKEN = "In regel {line} klopt het bestand niet meer, en wat daarna komt is niet te lezen."


class Element:
    """A piece of an export: its text, and for an item, comment or field the pieces in it."""

    __slots__ = ("attributes", "children", "is_too_large", "line", "name", "texts")

    def __init__(self, name: str, line: int, attributes: dict[str, str]) -> None:
        self.name = name
        self.line = line
        self.attributes = attributes
        self.texts: list[str] = []
        self.children: list[Element] = []
        self.is_too_large = False

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, name: str) -> Iterator["Element"]:
        return (child for child in self.children if child.name == name)

    def get(self, name: str) -> str:
        """Return the text of the first piece of that name, "" when there is none."""
        return next((child.text for child in self.all(name)), "")


def elements(source: Source) -> Iterator[Element]:
    """Give what stands in the channel, in its order, and an element "version" before all.

    Raises BadExport where the file can't be read any further.
    """
    reader = _Reader()
    parser = etree.XMLParser(
        target=reader,
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for line, data in source.pieces():
        reader.line = line
        error = _feed(parser, data)
        yield from reader.take()
        if reader.is_done:
            return
        if error is not None:
            raise _told(error, reader, source, BROKEN)
    if not source.path.stat().st_size:
        raise BadExport(EMPTY)
    if (error := _feed(parser, None)) is not None:
        raise _told(error, reader, source, BREAKS_OFF)


def _feed(parser: Any, data: bytes | None) -> Exception | None:
    """Return what went wrong rather than raise it: what was read before it comes first."""
    try:
        parser.close() if data is None else parser.feed(data)
    except (etree.XMLSyntaxError, BadExport) as error:
        return error
    return None


def _told(error: Any, reader: "_Reader", source: Source, words: str) -> BadExport:
    if isinstance(error, BadExport):
        return error
    line = (error.position[0] or 1) + source.lines_before
    if not reader.has_begun:
        return BadExport(WEB_PAGE if _looks_like_page(source.path) else NO_XML.format(line=line))
    return BadExport(words.format(line=line))


def _looks_like_page(path: Path) -> bool:
    with path.open("rb") as file:
        return b"<html" in file.read(4096).lower()


class _Reader:
    """What lxml calls for every tag and text."""

    def __init__(self) -> None:
        self.line = 1
        self.has_begun = False
        self.is_done = False
        self._depth = 0
        self._is_export = False
        self._known: dict[str, str] = {}
        self._ready: list[Element] = []
        # From the element in the channel down to where we are; None for what nobody asks for.
        self._open: list[Element | None] = []
        self._size = 0

    def take(self) -> list[Element]:
        ready, self._ready = self._ready, []
        return ready

    def doctype(self, name: str, *other: Any) -> None:
        raise BadExport(WEB_PAGE if name.lower() == "html" else DOCTYPE)

    def start(self, tag: str, attributes: Any, namespaces: Any = None) -> None:
        self._depth += 1
        if self._depth == 1:
            self._begin(tag, namespaces or {})
        elif self._depth > _DEEPEST:
            raise BadExport(TOO_DEEP.format(line=self.line))
        elif self._depth > 2:
            self._enter(self._name(tag), attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._depth == 0:
            if not self._is_export:
                raise BadExport(A_FEED)
            self.is_done = True
        elif self._depth >= 2:
            element = self._open.pop()
            if self._depth == 2 and element is not None:
                self._ready.append(element)

    def data(self, text: str) -> None:
        element = self._open[-1] if self._open else None
        if element is None or element.name in _HOLDERS or element.name in _HOLDERS_INSIDE:
            return
        if self._fits(len(text), element.name):
            element.texts.append(text)

    def close(self) -> None:
        return None

    def _begin(self, tag: str, namespaces: dict[str | None, str]) -> None:
        if tag != "rss":
            raise BadExport(WEB_PAGE if tag.lower().endswith("html") else OTHER_XML)
        self.has_begun = True
        for address in namespaces.values():
            if found := _NAMESPACE.fullmatch(f"{{{address}}}x"):
                self._tell_version(found[1])
                break

    def _tell_version(self, version: str) -> None:
        self._is_export = True
        element = Element("version", self.line, {})
        element.texts.append(version)
        self._ready.append(element)

    def _name(self, tag: str) -> str:
        name = self._known.get(tag)
        if name is None:
            found = _NAMESPACE.fullmatch(tag)
            if found and not self._is_export:
                self._tell_version(found[1])
            if found:
                name = "excerpt" if found[2] else f"wp:{found[3]}"
            else:
                # A name of another family, such as itunes:title, is none of ours.
                name = _OTHERS.get(tag, "" if tag.startswith("{") else tag)
            if len(self._known) < 1000:
                self._known[tag] = name
        return name

    def _enter(self, name: str, attributes: Any) -> None:
        above = self._open[-1] if self._open else None
        if not self._open:
            if name == "item" and not self._is_export:
                raise BadExport(A_FEED)
            self._size = 0
            self._open.append(Element(name, self.line, _NONE) if name else None)
            return
        holds = above is not None and (above.name in _HOLDERS or above.name in _HOLDERS_INSIDE)
        cost = _ELEMENT + sum(len(value) for value in attributes.values())
        if above is None or not name or not holds or not self._fits(cost, name):
            self._open.append(None)
            return
        element = Element(name, self.line, dict(attributes) if attributes else _NONE)
        above.children.append(element)
        self._open.append(element)

    def _fits(self, size: int, name: str) -> bool:
        """Count what an element costs; too much of it and all goes but its number and title."""
        whole = self._open[0]
        self._size += size
        if whole is None or self._size <= LARGEST_ITEM:
            return whole is not None
        if not whole.is_too_large:
            whole.is_too_large = True
            whole.texts.clear()
            whole.children = [child for child in whole.children if child.name in _WHICH_ONE]
            for child in whole.children:
                child.texts = [child.text[:1000]]
        # The number may come after what is too large.
        return name == "wp:post_id" and size < 1000 and len(whole.children) < 10
