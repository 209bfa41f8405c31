"""How often a question leads to the page that it was written for."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from search.finding import entries, find
from search.models import Entry


class Expectation(NamedTuple):
    query: str
    # The slug of a page or a gift, or its title.
    expect: str


@dataclass(frozen=True)
class Outcome:
    asked: Expectation
    # Titles of the best results, and whether the expected one is among the first three.
    best: tuple[str, ...]
    is_found: bool
    milliseconds: float


def read_file(path: Path) -> list[Expectation]:
    """Read a file with an object a line; raises ValueError with the number of a line that is none."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
                found.append(Expectation(row["query"], row["expect"]))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"Regel {number} is niet te lezen: {error}") from error
    return found


def evaluate(expectations: Iterable[Expectation], first: int = 3) -> list[Outcome]:
    outcomes = []
    for asked in expectations:
        began = time.perf_counter()
        shown = entries(find(asked.query).found[:10])
        took = (time.perf_counter() - began) * 1000
        names = [(entry.name, _slug(entry)) for entry in shown]
        is_found = any(asked.expect.casefold() in (name.casefold(), slug) for name, slug in names[:first])
        outcomes.append(Outcome(asked, tuple(name for name, _ in names[:first]), is_found, took))
    return outcomes


def _slug(entry: Entry) -> str:
    thing = entry.page or entry.gift
    return thing.slug if thing else ""


def recall(outcomes: list[Outcome]) -> float:
    return sum(outcome.is_found for outcome in outcomes) / len(outcomes) if outcomes else 0.0
