"""What stands in a WordPress export, as it was written there."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Header:
    """The site that was exported. Addresses have no slash at the end."""

    version: str
    title: str
    # Of the blog, where its home page is, and of WordPress itself.
    home: str
    site: str
    language: str
    generator: str


@dataclass(frozen=True, slots=True)
class Author:
    id: int
    login: str
    email: str
    name: str


@dataclass(frozen=True, slots=True)
class Term:
    """A category, a tag, or a term of another taxonomy; `parent` is a slug, "" at the top."""

    id: int
    taxonomy: str
    slug: str
    name: str
    parent: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class TermOfItem:
    taxonomy: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Reaction:
    """A comment. `approved` is what WordPress keeps: "1", "0", "spam", "trash", "post-trashed".

    `kind` is "" or "comment", "pingback", "trackback", "note", or what a plugin made of it.
    """

    id: int
    kind: str
    approved: str
    author_name: str
    author_email: str
    author_url: str
    text: str
    created_at: datetime | None
    # The id of the comment that it answers, 0 for none; the id of the user who wrote it, 0 for a visitor.
    parent: int = 0
    user: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A post, page, attachment or anything else that WordPress keeps as a post. Times are aware.

    `content` and `excerpt` are as in the database of WordPress: HTML with block comments, shortcodes and line
    ends that mean something. `meta` holds each key's last value, serialised PHP as it is.
    """

    line: int
    id: int
    kind: str
    status: str
    title: str
    link: str
    guid: str
    slug: str
    creator: str
    content: str
    excerpt: str
    published_at: datetime | None
    modified_at: datetime | None
    comments_open: bool
    password: str
    parent: int
    menu_order: int
    is_sticky: bool
    attachment_url: str
    terms: tuple[TermOfItem, ...]
    meta: dict[str, str]
    reactions: tuple[Reaction, ...]


@dataclass(frozen=True, slots=True)
class BadItem:
    """An item that can't be read, and why, in Dutch."""

    line: int
    id: int
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the table of contents tells of an item: enough to know what an address or an id stands for."""

    id: int
    kind: str
    status: str
    title: str
    link: str
    slug: str
    guid: str
    parent: int
    attachment_url: str


@dataclass(slots=True)
class Contents:
    """What one reading of the whole file tells: small, however large the file is."""

    header: Header
    authors: list[Author] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    entries: dict[int, Entry] = field(default_factory=dict)
    # How many of each kind and status there are, and how many reactions of each kind.
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    reactions: dict[tuple[str, str], int] = field(default_factory=dict)
    # The text of reusable blocks (wp_block) by id, as they may stand in any post.
    reusable: dict[int, str] = field(default_factory=dict)
    bad: list[BadItem] = field(default_factory=list)
    # Why the reading ended before the end of the file, in Dutch; "" when it did not.
    error: str = ""
    # Control characters that were dropped, and bytes that were not of the encoding that the file claims.
    dropped: int = 0
    mended: int = 0


class BadExport(Exception):
    """The file is no WordPress export, or not whole; the message says so in Dutch, with the line."""


class TooLarge(BadExport):
    """More of it would have to be read than may be."""
