"""What was done, or would be: counts that add up, and a line for all that needs a look."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

# Of each outcome of a kind so many lines stay in the database; the files on disk have them all.
KEPT_LINES = 1000


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    # With a reason, such as a revision or a pingback.
    LEFT_OUT = "left_out"
    # With a reason too: something was wrong with it, and another time it may come.
    FAILED = "failed"


@dataclass(slots=True)
class Line:
    """What became of one thing. `kind` is "post", "page", "attachment", "comment", "author" … as read."""

    kind: str
    old_id: int
    title: str
    outcome: Outcome
    # What was changed or needs a look, in Dutch, without readers' words or addresses.
    words: list[str] = field(default_factory=list)
    page_id: int | None = None


@dataclass(slots=True)
class Report:
    """For each kind: read = new + changed + known + left out + failed."""

    site: str = ""
    title: str = ""
    read: dict[str, int] = field(default_factory=dict)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    # Reasons why things were left out, with how many.
    reasons: dict[str, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    # How many redirects lead from old addresses to new ones.
    redirects: int = 0
    # What ended the reading before the end of the file, in Dutch.
    error: str = ""
    seconds: float = 0.0

    def tell(self, line: Line) -> None:
        """Count a thing that was read, and keep its line."""
        self.read[line.kind] = self.read.get(line.kind, 0) + 1
        outcomes = self.counts.setdefault(line.kind, {})
        outcomes[line.outcome] = outcomes.get(line.outcome, 0) + 1
        if line.outcome in (Outcome.LEFT_OUT, Outcome.FAILED):
            reason = line.words[0] if line.words else ""
            self.reasons[reason] = self.reasons.get(reason, 0) + 1
        self.lines.append(line)

    def change(self, line: Line, outcome: Outcome) -> None:
        """Let a line that was told already have another outcome."""
        outcomes = self.counts[line.kind]
        outcomes[line.outcome] -= 1
        if not outcomes[line.outcome]:
            del outcomes[line.outcome]
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
        line.outcome = outcome

    def mark(self) -> Any:
        """Return what was told until now, for `back_to`."""
        counts = {kind: dict(outcomes) for kind, outcomes in self.counts.items()}
        return dict(self.read), counts, dict(self.reasons), len(self.lines)

    def back_to(self, mark: Any) -> None:
        """Forget what was told since `mark`, as its transaction was taken back."""
        self.read, self.counts, self.reasons, lines = mark
        del self.lines[lines:]

    def of(self, outcome: Outcome) -> list[Line]:
        return [line for line in self.lines if line.outcome == outcome]

    def as_data(self) -> dict[str, Any]:
        """Return what is kept in the database."""
        kept: list[Line] = []
        number: dict[tuple[str, str], int] = {}
        for line in self.lines:
            key = (line.kind, line.outcome)
            number[key] = number.get(key, 0) + 1
            if number[key] <= KEPT_LINES:
                kept.append(line)
        return {**asdict(self), "lines": [asdict(line) for line in kept]}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Report":
        lines = [Line(**{**line, "outcome": Outcome(line["outcome"])}) for line in data.get("lines", [])]
        return cls(**{**data, "lines": lines}) if data else cls()
