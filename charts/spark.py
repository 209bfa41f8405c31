"""A line as small as a word: how it went lately, without axes."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, MARGIN = 96, 24, 3


@dataclass(frozen=True)
class Spark:
    """Input of templates/charts/spark.html. `points`: for a polyline; `x`, `y`: the last one."""

    title: str
    points: str
    x: float
    y: float
    width: int = WIDTH
    height: int = HEIGHT


def spark_of(numbers: Sequence[int], title: str) -> Spark:
    """Draw at least one number, oldest first, from nothing to the highest."""
    top = max(*numbers, 1)
    apart = (WIDTH - 2 * MARGIN) / max(len(numbers) - 1, 1)
    drawn = [
        (round(MARGIN + place * apart, 1), round(HEIGHT - MARGIN - number / top * (HEIGHT - 2 * MARGIN), 1))
        for place, number in enumerate(numbers)
    ]
    return Spark(title, " ".join(f"{x},{y}" for x, y in drawn), *drawn[-1])
