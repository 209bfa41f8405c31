"""All rules together, and in which order one hears of them."""

from collections.abc import Callable

from advice.findings import Finding, Verdict
from advice.headings import headings
from advice.introductions import introductions
from advice.keyphrase import keyphrase
from advice.lengths import lengths
from advice.links import links
from advice.openings import openings
from advice.passive import passive
from advice.pictures import pictures
from advice.readability import readability
from advice.text import Text
from advice.transitions import transitions

RULES: tuple[Callable[[Text], list[Finding]], ...] = (
    lengths,
    keyphrase,
    pictures,
    links,
    headings,
    readability,
    passive,
    openings,
    transitions,
)
# What a page that leads on can be judged by.
LIST_RULES: tuple[Callable[[Text], list[Finding]], ...] = (introductions, lengths, pictures, links)
ORDER = {Verdict.MISSING: 0, Verdict.COULD_BE_BETTER: 1, Verdict.GOOD: 2}


def judge(text: Text) -> list[Finding]:
    """Return all findings: what is missing first, then what could be better, each by what it would bring."""
    rules = LIST_RULES if text.is_list else RULES
    found = [finding for rule in rules for finding in rule(text)]
    return sorted(found, key=lambda finding: (ORDER[finding.verdict], -finding.weight))


def gain(findings: list[Finding]) -> int:
    """Return what mending all of it would bring."""
    return sum(finding.gain for finding in findings)
