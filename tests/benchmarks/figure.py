"""One figure of the bench: what was measured, what it has to be, and what others reach."""

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`good` is None where there is nothing to reach, or where it was left out (then `note` says why)."""

    name: str
    measured: str
    goal: str = ""
    good: bool | None = None
    peer: str = ""
    note: str = ""

    @property
    def verdict(self) -> str:
        if self.good is None:
            return "left out" if not self.measured else ""
        return "ok" if self.good else "MISSED"

    def line(self) -> str:
        """Return one line for the terminal."""
        said = self.measured or self.note
        goal = f"  (goal {self.goal})" if self.goal else ""
        return f"  {self.name:44} {said}{goal}  {self.verdict}".rstrip()


def at_least(name: str, value: float, goal: float, unit: str = "", **more: str) -> Figure:
    return Figure(name, shown(value, unit), f"≥ {shown(goal, unit)}", value >= goal, **more)


def at_most(name: str, value: float, goal: float, unit: str = "", **more: str) -> Figure:
    return Figure(name, shown(value, unit), f"≤ {shown(goal, unit)}", value <= goal, **more)


def told(name: str, value: float, unit: str = "", **more: str) -> Figure:
    """Return a figure without a goal."""
    return Figure(name, shown(value, unit), **more)


def left_out(name: str, why: str, goal: str = "", peer: str = "") -> Figure:
    return Figure(name, "", goal, None, peer, why)


def shown(value: float, unit: str = "") -> str:
    """Return a number with three significant digits at least, and its unit."""
    digits = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
    if 0 < abs(value) < 0.1:
        digits = 3
    return f"{value:,.{digits}f}{' ' + unit if unit else ''}"


def medians(rounds: Iterable[dict[str, float]]) -> dict[str, float]:
    """Return the median of each name over the rounds."""
    gathered = list(rounds)
    return {name: statistics.median(one[name] for one in gathered) for name in gathered[0]}


def missed(figures: Iterable[Figure]) -> Iterator[Figure]:
    return (figure for figure in figures if figure.good is False)
