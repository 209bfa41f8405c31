"""Make the renditions of all pictures, so that they are ready before the first reader comes."""

import threading
from collections.abc import Callable

from images import maker, queue

_EVERY = 8


def make_renditions(progress: Callable[[str], None]) -> None:
    """Make them with a process for each processor, and tell how far it is; what fails, the coach is told."""

    def say(done: int, total: int) -> None:
        if done and (done == total or done % _EVERY == 0):
            progress(f"  {done} van {total}")

    queue.ask_for_all()
    maker.make_all(threading.Event(), say)
