"""The tables of the report of gifts, on the screen and as a file."""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpResponse
from django.template.defaultfilters import capfirst
from django.utils.formats import date_format

from charts.calendar import Span, Unit
from charts.columns import grouped
from guard.spreadsheets import harmless
from leads.placement_labels import placement_label
from leads.report import Counts, Narrowed, Place, fold

# On the screen; the file has all.
MOST_ROWS = 25
STEPS = ("Gezien", "Aangevraagd", "Bevestigd", "Gedownload")
SHARES = ("Aangevraagd van gezien (%)", "Bevestigd van aangevraagd (%)", "Gedownload van bevestigd (%)")
UNIT_NAMES = {"dag": "Dag", "week": "Week van", "maand": "Maand"}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Row:
    """`pk`: what the screen can be narrowed to, None where that can't be."""

    name: str
    counts: Counts
    pk: int | str | None = None

    @property
    def cells(self) -> list[tuple[str, str]]:
        """Each number with its share of the one before."""
        shares = ("", *(percentage(share) for share in self.counts.shares))
        return list(zip(map(grouped, self.counts.steps), shares, strict=True))


@dataclass(frozen=True)
class Table:
    """`key`: in the address, also of what a row narrows the screen to. `first`: what its names are of."""

    key: str
    heading: str
    first: str
    rows: list[Row]

    @property
    def shown(self) -> list[Row]:
        return self.rows if self.key == "tijd" else self.rows[:MOST_ROWS]

    @property
    def hidden(self) -> int:
        return len(self.rows) - len(self.shown)


def table_of_time(parts: list[Span], counted: list[Counts], unit: Unit) -> Table:
    """The newest first."""
    rows = [
        Row(date_format(part.start, "F Y" if unit == "maand" and part.start.day == 1 else "j F Y"), counts)
        for part, counts in zip(parts, counted, strict=True)
    ]
    return Table("tijd", f"Per {unit}", UNIT_NAMES[unit], rows[::-1])


def tables_of_places(
    places: dict[Place, Counts], narrowed: Narrowed, magnets: dict[int, str], pages: dict[int, str]
) -> list[Table]:
    by_magnet = fold(places, lambda place: place.magnet, narrowed)
    by_page = fold(places, lambda place: place.page, narrowed)
    by_placement = fold(places, lambda place: place.placement, narrowed)
    return [
        Table("weggever", "Per weggever", "Weggever", _rows(by_magnet, magnets)),
        Table("pagina", "Per artikel", "Artikel of pagina", _rows(by_page, pages)),
        Table("plek", "Per plek", "Plek", _rows(by_placement, {key: placed(key) for key in by_placement})),
    ]


def placed(placement: str) -> str:
    return capfirst(placement_label(placement) or placement or "onbekend")


def percentage(share: float | None) -> str:
    """Write a share as one does in Dutch; "–" where it is unknown, and over all where too few were seen."""
    if share is None:
        return "–"
    if share > 1:
        return "> 100 %"
    decimals = 1 if 0 < share < 0.0995 else 0
    return f"{share * 100:.{decimals}f} %".replace(".", ",")


def table_file(table: Table, kind: str, name: str) -> HttpResponse:
    """Return a whole table as "csv" or "xlsx"; no cell of it is a formula."""
    lines: list[list[Any]] = [[table.first, *STEPS, *SHARES]]
    for row in table.rows:
        shares = [None if share is None else round(share * 100, 1) for share in row.counts.shares]
        lines.append([harmless(row.name), *row.counts.steps, *shares])
    response = HttpResponse(
        _xlsx(lines) if kind == "xlsx" else _csv(lines), headers={"Content-Type": TYPES[kind]}
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _csv(lines: list[list[Any]]) -> str:
    written = StringIO()
    csv.writer(written).writerows(lines)
    return written.getvalue()


def _xlsx(lines: list[list[Any]]) -> bytes:
    # Only here: it takes 3 MB of each process, and half a second of a start.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Cijfers")
    for line in lines:
        sheet.append(line)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _rows(folded: dict[Any, Counts], names: dict[Any, str]) -> list[Row]:
    """Pages that are no more have names together, and can't be narrowed to."""
    return [
        Row(names.get(key, "–"), counts, key if key != "" and key != -1 else None)
        for key, counts in folded.items()
    ]
