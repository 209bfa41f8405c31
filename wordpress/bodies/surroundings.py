"""What turning a body into blocks has to know of the rest of the site."""

from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Target:
    """A page of ours that an address of the old site leads to."""

    page_id: int
    # "article", "episode", "author" or "page".
    kind: str = "article"
    # Its path on this site: links to a place within it need it, as page links name no place.
    path: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of ours that came from the old site, with the words that stood with it there."""

    image_id: int
    alt: str = ""
    caption: str = ""


class Surroundings(Protocol):
    """Answers for one item that is being taken over. Looks at nothing but what is known here already."""

    def is_own(self, address: str) -> bool:
        """Say whether an address, absolute or relative, is one of the old site."""

    def page(self, address: str) -> Target | None:
        """Return the page of ours that an address of the old site (with ?p=, or a path) leads to."""

    def comes_later(self, address: str) -> bool:
        """Say whether the export has a page for the address that is not here yet."""

    def new_address(self, address: str) -> str:
        """Return where an address of the old site that is no page is now (a category, a file), else ""."""

    def picture(self, attachment: int, address: str) -> Picture | None:
        """Return the image of an attachment (0: unknown) or of an address, of any size; None: not here."""

    def attached_pictures(self) -> list[int]:
        """Return the ids of the attachments that are images of this item, in their order."""

    def attachment_address(self, attachment: int) -> str:
        """Return the address on the old site of an attachment's file, "" when it is not known."""

    def gift(self, shortcode: str, attributes: dict[str, str]) -> int | None:
        """Return the id of the lead magnet that a shortcode was mapped to."""

    def category(self, slug: str) -> int | None:
        """Return the id of the category of this slug."""

    def reusable(self, ref: int) -> str:
        """Return the content of a reusable block, "" when the export hasn't got it."""


@dataclass(slots=True)
class Body:
    """A body as stored in a StreamField, and what has to be told about it.

    `remarks` are Dutch sentences for the report, without texts of readers. `waits_for` are addresses on the
    old site of pages and pictures that were not here yet: converting again later may do better.
    """

    blocks: list[dict[str, Any]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    waits_for: set[str] = field(default_factory=set)

    @property
    def has_notes(self) -> bool:
        """Whether there are notes in it: for the coach to look at, never shown to readers."""
        return any(block["type"] == "note" for block in self.blocks)
