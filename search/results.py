"""A result as it is shown: with its address, and a passage in which the hits are marked."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from search.models import Entry
from search.passages import Hits, Piece, mark, passage

# Of the words that introduce a thing, when no passage holds a hit.
LEAD_LETTERS = 220


@dataclass(frozen=True)
class Result:
    title: list[Piece]
    url: str
    kind: str
    appeared_at: datetime | None
    passage: list[Piece]

    @property
    def name(self) -> str:
        return "".join(piece.text for piece in self.title)


def address(entry: Entry, request: HttpRequest) -> str:
    if entry.page is not None:
        return entry.page.get_url(request) or ""
    return entry.gift.get_absolute_url() if entry.gift is not None else ""


def show(entries: list[Entry], terms: set[str], request: HttpRequest) -> list[Result]:
    hits = Hits(terms)
    return [
        Result(
            title=mark(entry.name, hits),
            url=address(entry, request),
            kind=entry.get_kind_display(),
            appeared_at=entry.appeared_at,
            passage=_passage(entry, hits),
        )
        for entry in entries
    ]


def _passage(entry: Entry, hits: Hits) -> list[Piece]:
    text = f"{entry.lead}\n{entry.text}" if entry.lead else entry.text
    if found := passage(text, hits):
        return found
    shown = entry.lead[:LEAD_LETTERS]
    return [Piece(shown.rsplit(" ", 1)[0] + " …" if len(entry.lead) > LEAD_LETTERS else shown, False)]
