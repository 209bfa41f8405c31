"""What is said about a text."""

from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    MISSING = "ontbreekt"
    COULD_BE_BETTER = "kan beter"
    GOOD = "goed"


@dataclass(frozen=True)
class Place:
    """Where something was found, and the first words there."""

    where: str
    excerpt: str = ""


@dataclass(frozen=True)
class Finding:
    rule: str
    verdict: Verdict
    message: str
    why: str
    places: tuple[Place, ...] = field(default=())
    # From 1 (a matter of taste) to 10: how much it would help to mend this.
    weight: int = 1

    @property
    def gain(self) -> int:
        """What mending it would bring, in the unit of all others: twice the weight where it is missing."""
        return {Verdict.MISSING: 2, Verdict.COULD_BE_BETTER: 1, Verdict.GOOD: 0}[self.verdict] * self.weight


EXCERPT = 60


def excerpt(text: str) -> str:
    """Return the first words of `text`, at most `EXCERPT` signs of them."""
    text = " ".join(text.split())
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0].rstrip(",;:") + " …"
