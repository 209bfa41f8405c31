"""A report as the coach reads it: a table that adds up, and lines that she can narrow down."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator

from wordpress.taking_over.places import NO_HOME
from wordpress.taking_over.report import KEPT_LINES, Line, Outcome, Report

KINDS = {
    "post": "Artikelen",
    "page": "Pagina’s",
    "podcast": "Afleveringen",
    "podcast_episode": "Afleveringen",
    "episode": "Afleveringen",
    "attachment": "Bestanden",
    "comment": "Reacties",
    "reaction": "Reacties",
    "author": "Auteurs",
    "liefdesverdriet_author": "Pagina’s van auteurs",
    "liefdesverdriet_home": "Startpagina",
    "liefdesverdriet_blog": "Overzicht van artikelen",
    "liefdesverdriet_people": "Overzicht van auteurs",
    "liefdesverdriet_show": "Overzicht van de podcast",
    "category": "Categorieën",
    "post_tag": "Onderwerpen",
    "tag": "Onderwerpen",
    "term": "Andere indelingen",
    "list": "Overzichten",
    "pingback": "Pingbacks",
    "trackback": "Trackbacks",
    "note": "Notities van WordPress",
    "revision": "Oudere versies",
    "nav_menu_item": "Regels van menu’s",
    "item": "Dubbel of onleesbaar",
}
OUTCOMES = {
    Outcome.NEW: "nieuw",
    Outcome.CHANGED: "bijgewerkt",
    Outcome.KNOWN: "stond er al",
    Outcome.LEFT_OUT: "overgeslagen",
    Outcome.FAILED: "niet gelukt",
}
# What can be shown, by its name in the address.
LISTS = {
    "nakijken": "Nakijken",
    "mislukt": "Niet gelukt",
    "overgeslagen": "Overgeslagen",
    "nieuw": "Nieuw",
    "bijgewerkt": "Bijgewerkt",
    "bekend": "Stond er al",
}
_OUTCOMES_OF = {
    "mislukt": Outcome.FAILED,
    "overgeslagen": Outcome.LEFT_OUT,
    "nieuw": Outcome.NEW,
    "bijgewerkt": Outcome.CHANGED,
    "bekend": Outcome.KNOWN,
}
# By words these are read together: whoever solves one, solves them all.
_GROUPED = ("nakijken", "mislukt", "overgeslagen")
# What differs from line to line: an address, or the name of a block of WordPress.
_DETAIL = re.compile(r"(?<= is weggelaten): |: (?=https?://)")
GROUPS_A_PAGE, LINES_A_PAGE, LINES_A_GROUP = 25, 100, 100


class Row(NamedTuple):
    name: str
    read: int
    counts: list[int]
    adds_up: bool


class Group(NamedTuple):
    """`lines`: with what the words say of each of them alone, such as an address."""

    words: str
    lines: list[tuple[Line, str]]
    size: int


def name_of(kind: str) -> str:
    return KINDS.get(kind, kind)


def what_ended(report: Report) -> str:
    """Return in Dutch what ended a move before its time, "" for one that came to its end."""
    if not report.error or report.error == NO_HOME:
        return report.error
    more = "Wat daarvoor stond, kan wel mee; beter is het om opnieuw te exporteren."
    return f"Het bestand is niet heel. {report.error} {more}"


def rows(report: Report) -> list[Row]:
    """Return a row for each kind, most known first, and their sum."""
    order = list(KINDS)
    kinds = sorted(report.read, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
    table = []
    for kind in kinds:
        counts = [report.counts.get(kind, {}).get(outcome, 0) for outcome in OUTCOMES]
        table.append(Row(name_of(kind), report.read[kind], counts, sum(counts) == report.read[kind]))
    if len(table) > 1:
        columns = [sum(column) for column in zip(*(row.counts for row in table), strict=True)]
        read = sum(row.read for row in table)
        table.append(Row("Samen", read, columns, all(row.adds_up for row in table)))
    return table


def empty_columns(table: list[Row]) -> list[int]:
    """Return the numbers, from 1, of the outcomes that nothing came to: a phone has no room for them."""
    columns = zip(*(row.counts for row in table), strict=True)
    return [number for number, column in enumerate(columns, start=1) if not any(column)]


class Lines:
    """The lines of one list, of one kind or all, a page at a time."""

    def __init__(self, report: Report, chosen: str, kind: str, page: str) -> None:
        self.of = {name: _lines(report, name) for name in LISTS}
        filled = [name for name, lines in self.of.items() if lines]
        self.chosen = chosen if chosen in filled else next(iter(filled), "")
        lines = self.of.get(self.chosen, [])
        self.kinds = {line.kind: name_of(line.kind) for line in lines}
        self.kind = kind if kind in self.kinds else ""
        lines = [line for line in lines if not self.kind or line.kind == self.kind]
        self.is_grouped = self.chosen in _GROUPED
        whole: list[Any] = list(_groups(lines)) if self.is_grouped else lines
        size = GROUPS_A_PAGE if self.is_grouped else LINES_A_PAGE
        self.page: Page[Any] = Paginator(whole, size).get_page(page)
        counts = [count for of in report.counts.values() for count in of.values()]
        # The database keeps no more; what the command wrote on disk has all.
        self.is_cut_off = any(count > KEPT_LINES for count in counts)

    def tabs(self) -> list[dict[str, Any]]:
        return [
            {"name": name, "label": LISTS[name], "count": len(lines), "is_chosen": name == self.chosen}
            for name, lines in self.of.items()
            if lines
        ]


def _lines(report: Report, name: str) -> list[Line]:
    if name == "nakijken":
        return [
            line
            for line in report.lines
            if line.words and line.outcome not in (Outcome.LEFT_OUT, Outcome.FAILED)
        ]
    return report.of(_OUTCOMES_OF[name])


def _groups(lines: Iterable[Line]) -> list[Group]:
    """Return the lines by each of their words, what is said most often first."""
    found: dict[str, list[tuple[Line, str]]] = {}
    for line in lines:
        for words in line.words or [""]:
            what, *detail = _DETAIL.split(words.removesuffix("."), maxsplit=1)
            found.setdefault(what, []).append((line, detail[0] if detail else ""))
    groups = [Group(words, lines[:LINES_A_GROUP], len(lines)) for words, lines in found.items()]
    return sorted(groups, key=lambda group: -group.size)
