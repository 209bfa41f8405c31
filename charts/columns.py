"""Stacked columns: where each piece of each column stands in the picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

# The picture, in the units of its viewBox.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 800, 280, 44, 24, 12, 34
STEPS = tuple(lead * 10**zeros for zeros in range(7) for lead in (1, 2, 2.5, 5) if lead != 2.5 or zeros)
GRID_LINES = 4
MOST_LABELS = 9
CHARACTER = 7

# How a piece looks (static/css/admin-charts.css); never by its colour alone.
Tone = Literal["good", "waiting", "bad", "empty", "plain"]


class Column(Protocol):
    """`counts`: how many of each kind, by the kinds' keys."""

    @property
    def label(self) -> str: ...

    @property
    def counts(self) -> Mapping[str, int]: ...


@dataclass(frozen=True)
class Kind:
    """What one piece of every column counts; the first kind stands at the bottom."""

    key: str
    label: str
    tone: Tone


@dataclass(frozen=True)
class Bar:
    """One piece of a column, in the units of the picture."""

    tone: Tone
    x: float
    y: float
    width: float
    height: float
    title: str


@dataclass(frozen=True)
class Line:
    """A line of the grid with its number, or a label below the columns."""

    position: float
    label: str


@dataclass(frozen=True)
class Chart:
    """Input of templates/charts/columns.html."""

    kinds: Sequence[Kind]
    bars: list[Bar]
    lines: list[Line]
    labels: list[Line]
    height: int
    left: int
    width: int = WIDTH

    @property
    def bottom(self) -> int:
        return self.height - BOTTOM

    @property
    def numbers_end(self) -> int:
        return self.left - 8


def chart_of(columns: Sequence[Column], kinds: Sequence[Kind], height: int = HEIGHT) -> Chart:
    """Lay the columns out, the first on the left."""
    highest = max((sum(column.counts.get(kind.key, 0) for kind in kinds) for column in columns), default=0)
    step = int(next((step for step in STEPS if step * GRID_LINES >= highest), STEPS[-1]))
    top = step * GRID_LINES
    left = max(LEFT, 12 + CHARACTER * len(grouped(top)))
    room = height - TOP - BOTTOM
    slot = (WIDTH - left - RIGHT) / max(len(columns), 1)
    # A few columns do not become walls.
    thickness = min(slot * 0.7, 72.0)
    bars, labels = [], []
    every = -(-len(columns) // MOST_LABELS)
    for number, column in enumerate(columns):
        middle, y = left + (number + 0.5) * slot, float(height - BOTTOM)
        for kind in kinds:
            count = column.counts.get(kind.key, 0)
            tall = count / top * room
            y -= tall
            if count:
                title = f"{column.label}: {grouped(count)} {kind.label}"
                bars.append(Bar(kind.tone, middle - thickness / 2, y, thickness, tall, title))
        if (len(columns) - 1 - number) % every == 0:
            labels.append(Line(middle, column.label))
    numbered = range(0, top + 1, step)
    lines = [Line(height - BOTTOM - number / top * room, grouped(number)) for number in numbered]
    return Chart(kinds, bars, lines, labels, height, left)


def grouped(number: int) -> str:
    """Write a number as one does in Dutch: 12.500."""
    return f"{number:,}".replace(",", ".")
