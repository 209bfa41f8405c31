"""What an export holds that the coach chooses about: who wrote, which own kinds, which sign-up forms."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from wordpress.reading.export import Export
from wordpress.reading.items import BadExport, Item
from wordpress.taking_over.kinds import Becomes, becomes
from wordpress.taking_over.run import site_of

# Sign-up forms of Thrive: [thrive_leads id='12'], [thrive_2step id='7']…[/thrive_2step].
_FORM = re.compile(r"\[(thrive_\w+|tve_\w+)\s[^\]]{0,300}?\bid\s*=\s*[\"'“”‘’]?(\d{1,18})", re.IGNORECASE)
# More of each nobody chooses from; they follow what holds without a choice.
MOST_AUTHORS, MOST_FORMS, MOST_KINDS = 100, 50, 50
TOLD_EVERY = 200


@dataclass(slots=True)
class Found:
    """`authors`: (login, name) of who wrote. `forms`: "thrive_leads 12", with how often it stands there."""

    home: str = ""
    # What the records of this site are kept under.
    site: str = ""
    authors: list[tuple[str, str]] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)
    items: int = 0

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Found":
        authors = [(login, name) for login, name in data.get("authors", [])]
        return cls(**{**data, "authors": authors})


def find(path: Path, told: Callable[[], None] = lambda: None) -> Found:
    """Read an export for what is to be chosen. Raises BadExport when it is none at all."""
    export = Export(path)
    contents = export.contents()
    names = {author.login: author.name or author.login for author in contents.authors}
    found = Found(home=contents.header.home, site=site_of(contents))
    wrote: set[str] = set()
    try:
        for number, item in enumerate(export.items()):
            if number % TOLD_EVERY == 0:
                told()
            if isinstance(item, Item):
                found.items += 1
                _note(item, found, wrote)
    except BadExport:
        # It breaks off: the look itself tells where, and what came before may come.
        pass
    found.authors = [(login, names.get(login, login)) for login in sorted(wrote)][:MOST_AUTHORS]
    return found


def _note(item: Item, found: Found, wrote: set[str]) -> None:
    if item.creator and becomes(item.kind) not in (None, Becomes.FILE):
        wrote.add(item.creator)
    if item.content:
        if item.kind in found.kinds or len(found.kinds) < MOST_KINDS:
            found.kinds[item.kind] = found.kinds.get(item.kind, 0) + 1
        for name, number in _FORM.findall(item.content):
            key = f"{name.lower()} {number}"
            if key in found.forms or len(found.forms) < MOST_FORMS:
                found.forms[key] = found.forms.get(key, 0) + 1
