"""What is judged: a page as plain words, with the place of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    # A line of a list, a table's cell, a title of a block: words that need be no sentence.
    ITEM = "item"


@dataclass(frozen=True)
class Block:
    """A run of words. `where` is whatever the caller knows its place by: a field, or a block's id."""

    where: str
    text: str
    kind: Kind = Kind.PARAGRAPH
    # 2 to 4 for a heading, else 0.
    level: int = 0


@dataclass(frozen=True)
class Picture:
    where: str
    alt: str = ""
    decorative: bool = False


@dataclass(frozen=True)
class Link:
    where: str
    words: str
    # The page of this site that it leads to, None for an address elsewhere.
    page: int | None = None
    # The place on that page that it leads to, or on this one where there is no page; "" for none.
    anchor: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A page that this one could link to, the likeliest first."""

    page: int
    title: str
    address: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What only the site knows. None: not asked, so nothing is said about it."""

    incoming: int | None = None
    # Titles of other pages with the same keyphrase.
    same_keyphrase: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    # Links whose page is there, and whose place on it is not.
    lost: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Text:
    title: str = ""
    slug: str = ""
    seo_title: str = ""
    description: str = ""
    intro: str = ""
    # None where this kind of page has none; "" where the writer left it empty.
    keyphrase: str | None = None
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    # The names of the fields that the editor calls otherwise: {"intro": "summary"}.
    names: dict[str, str] = field(default_factory=dict)
    surroundings: Surroundings = Surroundings()
    # A home page or a list: it leads on to what is to be read, and has few words of its own.
    is_list: bool = False

    def where(self, name: str) -> str:
        """Return what the editor calls the field `name`."""
        return self.names.get(name, name)

    def running(self) -> Iterator[Block]:
        """Yield all that is read as sentences, the introduction first."""
        if self.intro.strip():
            yield Block(self.where("intro"), self.intro)
        for block in self.blocks:
            if block.kind is Kind.PARAGRAPH and block.text.strip():
                yield block

    def headings(self) -> list[Block]:
        return [block for block in self.blocks if block.kind is Kind.HEADING]
