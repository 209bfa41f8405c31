"""How far a move is."""

import time
from collections import deque
from dataclasses import dataclass

# The rate is that of the last so many seconds.
_LATELY = 20.0


@dataclass(frozen=True, slots=True)
class Progress:
    """So many things of the export were taken up; the rate is of lately, per second."""

    done: int
    total: int
    rate: float
    seconds_left: float
    title: str
    phase: str


class Clock:
    """Counts what was done, and tells how quick that goes."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0
        self.began = time.monotonic()
        self._marks: deque[tuple[float, int]] = deque([(self.began, 0)])

    def progress(self, title: str, phase: str) -> Progress:
        now = time.monotonic()
        self._marks.append((now, self.done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _LATELY:
            self._marks.popleft()
        (then, before), passed = self._marks[0], now - self._marks[0][0]
        rate = (self.done - before) / passed if passed > 0 and then < now else 0.0
        left = max(self.total - self.done, 0)
        return Progress(self.done, self.total, rate, left / rate if rate else 0.0, title, phase)

    def seconds(self) -> float:
        return time.monotonic() - self.began
