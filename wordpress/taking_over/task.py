"""What is wished of a move."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wordpress.models import Move


class Overtaken(Exception):
    """The coach stopped it, its export was thrown away, or another process took it over."""


@dataclass(frozen=True, slots=True)
class AuthorChoice:
    """What becomes of somebody who wrote on the old site: a page of that name, and on wish a user."""

    name: str
    # The author page that is here already; None: one of that name, else a new one.
    page_id: int | None = None
    user: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """How to take over an export."""

    # Where posts come: under the list "blog", or directly under "home" so that they keep their addresses.
    parent: str = "blog"
    # A folder (wp-content/uploads), an https address of the old site, or "": files come another time.
    media: str = ""
    # So many posts and pages at most, 0 for all.
    limit: int = 0
    # By login on the old site; who is not in it gets a page by the name that the export tells.
    authors: Mapping[str, AuthorChoice] = field(default_factory=dict)
    # Lead magnets by shortcode and id, as "thrive_leads 12".
    gifts: Mapping[str, int] = field(default_factory=dict)
    # Custom kinds that are left out.
    leave_out: frozenset[str] = frozenset()
    with_trash: bool = True
    # What was changed here by hand follows the export too.
    overwrite: bool = False
    # Files may be fetched from private networks and from this machine.
    allow_inside: bool = False

    def as_data(self) -> dict[str, Any]:
        return {
            "parent": self.parent,
            "media": self.media,
            "limit": self.limit,
            "authors": {
                login: {"name": choice.name, "page_id": choice.page_id, "user": choice.user}
                for login, choice in self.authors.items()
            },
            "gifts": dict(self.gifts),
            "leave_out": sorted(self.leave_out),
            "with_trash": self.with_trash,
            "overwrite": self.overwrite,
            "allow_inside": self.allow_inside,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Options":
        return cls(
            **{
                **data,
                "authors": {
                    login: AuthorChoice(**choice) for login, choice in data.get("authors", {}).items()
                },
                "leave_out": frozenset(data.get("leave_out", ())),
            }
        )


@dataclass(frozen=True, slots=True)
class Task:
    """Options, and in whose name and for which kept move it is done."""

    options: Options = field(default_factory=Options)
    dry_run: bool = False
    user: Any = None
    move: Move | None = None
