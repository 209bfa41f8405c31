"""How well the filter does on reactions whose label is known."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from comments.spam.document import Document
from comments.spam.filter import Verdict, judge

Judged = tuple[Document, Verdict]


@dataclass
class Evaluation:
    spam: int = 0
    ham: int = 0
    caught: int = 0
    # Both with the worst first.
    missed: list[Judged] = field(default_factory=list)
    false_alarms: list[Judged] = field(default_factory=list)

    @property
    def marked(self) -> int:
        return self.caught + len(self.false_alarms)

    @property
    def precision(self) -> float:
        return self.caught / self.marked if self.marked else 0.0

    @property
    def recall(self) -> float:
        return self.caught / self.spam if self.spam else 0.0

    @property
    def false_alarm_share(self) -> float:
        return len(self.false_alarms) / self.ham if self.ham else 0.0


def evaluate(pairs: Iterable[tuple[Document, str]]) -> Evaluation:
    """Judge each of `pairs` and compare with its label; learns nothing."""
    found = Evaluation()
    for document, label in pairs:
        verdict = judge(document)
        if label == "spam":
            found.spam += 1
            if verdict.is_spam:
                found.caught += 1
            else:
                found.missed.append((document, verdict))
        else:
            found.ham += 1
            if verdict.is_spam:
                found.false_alarms.append((document, verdict))
    found.missed.sort(key=lambda judged: judged[1].score)
    found.false_alarms.sort(key=lambda judged: -judged[1].score)
    return found
