"""Is this reaction spam, and why?"""

from dataclasses import dataclass

from comments.spam import counts, reasons, weighing
from comments.spam.document import Document
from comments.spam.features import extract


@dataclass(frozen=True)
class Verdict:
    score: float  # 0 surely real … 1 surely spam
    is_spam: bool
    reasons: list[str]  # Dutch phrases, the strongest first, for the side that the verdict is on


def judge(document: Document) -> Verdict:
    """Judge by the starting corpus and what was learned since, in one query. Any text gets a verdict."""
    features = extract(document)
    weights = weighing.weigh(features, counts.starting(), counts.learned(features))
    score = weighing.score(weights)
    is_spam = score >= weighing.MARK
    return Verdict(score, is_spam, reasons.explain(weights, is_spam))
