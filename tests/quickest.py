"""How long something takes at best: for rules against work that grows faster than its input."""

import time
from collections.abc import Callable


def quickest(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the seconds of processor time that the quickest of `rounds` took."""
    took = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return min(took)
