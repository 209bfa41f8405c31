"""An export of WordPress (WXR 1.0 to 1.2), read as a stream."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wordpress.reading import records, values
from wordpress.reading.elements import Element, elements
from wordpress.reading.items import BadExport, BadItem, Contents, Header, Item, Term, TooLarge
from wordpress.reading.source import Source

TWICE = "Dit nummer staat twee keer in de export; de eerste is genomen."
# A file that goes beyond these is no blog, and would fill the memory.
MOST_ITEMS, MOST_TERMS, MOST_BAD = 500_000, 100_000, 10_000
MOST_SIGNS_OF_REUSABLE = 50_000_000
MOST_LEVELS = 50
TOO_MANY = "In regel {line} wordt het te veel: meer dan {most} {of}. Exporteer in delen."
_HEADER = ("title", "link", "language", "generator", "wp:wxr_version", "wp:base_site_url", "wp:base_blog_url")


class Export:
    """A file of a coach. Each reading opens it anew, so it can be read as often as one likes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def has_items(self, most: int) -> bool:
        """Say whether there is an item in it, or still might be behind its first `most` bytes.

        Raises BadExport.
        """
        try:
            return any(element.name == "item" for element in elements(Source(self.path, most)))
        except TooLarge:
            return True

    def contents(self) -> Contents:
        """Read the whole file and return what is in it; of one that breaks off, what came before.

        Raises BadExport only for what is no export at all.
        """
        source = Source(self.path)
        taken = _Taken()
        try:
            for element in elements(source):
                taken.take(element)
        except BadExport as error:
            if not taken.is_export:
                raise
            taken.contents.error = str(error)
        contents = taken.contents
        contents.header = taken.header()
        contents.terms = _hierarchy(contents.terms)
        contents.dropped, contents.mended = source.dropped, source.mended
        return contents

    def items(self) -> Iterator[Item | BadItem]:
        """Give the items in their order. Raises BadExport at the place where the file breaks."""
        seen: set[int] = set()
        bad = 0
        for element in elements(Source(self.path)):
            if element.name == "item":
                item = _one(element, seen)
                bad += isinstance(item, BadItem)
                _limit(bad, MOST_BAD, element, "onleesbare onderdelen")
                yield item


class _Taken:
    """What the first reading gathers."""

    def __init__(self) -> None:
        self.contents = Contents(Header("", "", "", "", "", ""))
        self.is_export = False
        self._told: dict[str, str] = {}
        self._seen: set[int] = set()
        self._logins: set[str] = set()
        self._terms = 0
        self._reusable = 0

    def take(self, element: Element) -> None:
        if element.name == "item":
            item = _one(element, self._seen)
            if isinstance(item, BadItem):
                _limit(len(self.contents.bad) + 1, MOST_BAD, element, "onleesbare onderdelen")
                self.contents.bad.append(item)
            else:
                self._count(item)
        elif element.name == "version" or element.name in _HEADER:
            self.is_export = self.is_export or element.name == "version"
            self._told.setdefault(element.name, element.text.strip()[:1000])
        else:
            self._describe(element)

    def header(self) -> Header:
        told = self._told
        link = told.get("link", "").rstrip("/")
        home = told.get("wp:base_blog_url", "").rstrip("/") or link
        return Header(
            version=told.get("wp:wxr_version") or told["version"],
            title=values.name(told.get("title", "")),
            home=home,
            site=told.get("wp:base_site_url", "").rstrip("/") or home,
            language=told.get("language", ""),
            generator=told.get("generator", ""),
        )

    def _count(self, item: Item) -> None:
        contents = self.contents
        contents.entries[item.id] = records.entry(item)
        key = (item.kind, item.status)
        contents.counts[key] = contents.counts.get(key, 0) + 1
        for reaction in item.reactions:
            key = (reaction.kind, reaction.approved)
            contents.reactions[key] = contents.reactions.get(key, 0) + 1
        if item.kind == "wp_block" and item.content:
            self._reusable += len(item.content)
            _limit(self._reusable, MOST_SIGNS_OF_REUSABLE, item, "tekens in herbruikbare blokken")
            contents.reusable[item.id] = item.content

    def _describe(self, element: Element) -> None:
        """Keep an author or a term; an author who stands there twice is kept once."""
        if element.name == "wp:author":
            author = records.author(element)
            if author and author.login not in self._logins:
                self._logins.add(author.login)
                self.contents.authors.append(author)
        elif element.name in ("wp:category", "wp:tag", "wp:term") and (term := records.term(element)):
            self._terms += 1
            self.contents.terms.append(term)
        _limit(self._terms + len(self._logins), MOST_TERMS, element, "categorieën en auteurs")


def _one(element: Element, seen: set[int]) -> Item | BadItem:
    item = records.item(element)
    if isinstance(item, BadItem):
        return item
    if item.id in seen:
        return BadItem(item.line, item.id, item.title[:255], TWICE)
    _limit(len(seen) + 1, MOST_ITEMS, item, "onderdelen")
    seen.add(item.id)
    return item


def _limit(number: int, most: int, at: Element | Item | BadItem, of: str) -> None:
    if number > most:
        raise BadExport(TOO_MANY.format(line=at.line, most=f"{most:,}".replace(",", "."), of=of))


def _hierarchy(terms: list[Term]) -> list[Term]:
    """Return each term once, under one that exists. WXR 1.0 tells a parent's name instead of its slug."""
    every = {(term.taxonomy, term.slug): term for term in reversed(terms)}
    by_name = {(term.taxonomy, term.name): term.slug for term in every.values()}
    mended: list[Term] = []
    for (taxonomy, slug), term in reversed(every.items()):
        parent = term.parent
        if parent and (taxonomy, parent) not in every:
            parent = by_name.get((taxonomy, parent), "")
        above, way = parent, {slug}
        while above and above not in way and len(way) < MOST_LEVELS:
            way.add(above)
            higher = every.get((taxonomy, above))
            above = higher.parent if higher else ""
        # Whoever stands in a circle of parents stands at the top.
        circle = above == slug or len(way) == MOST_LEVELS
        mended.append(replace(term, parent="" if circle else parent))
    return mended
