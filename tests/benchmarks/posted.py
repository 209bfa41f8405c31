"""Reactions that come in sixteen at a time, as figures of the bench; `posting` measures on its own site."""

from tests.benchmarks import posting
from tests.benchmarks.figure import Figure, at_least, at_most

NAME, QUICK_POSTS = "reactions posted, 16 at a time", 400


def figures(*, quick: bool) -> list[Figure]:
    found = posting.measure(QUICK_POSTS if quick else posting.POSTS)
    return [
        at_least(NAME, found.a_second, posting.LEAST[found.database], "a second"),
        at_most("reactions posted: 99 of 100 answered within", found.p99, posting.MOST_P99, "ms"),
        at_most("reactions posted: not taken", found.sent - found.answered, 0, f"of {found.sent:,}"),
        at_most("reactions posted: answered, yet not stored", found.lost, 0),
    ]
