"""Apps that stand beside this one, on its own floor, and that it therefore doesn't know by name.

The project knows both, and ties them on when it starts (liefdesverdriet.apps); apps below are called by name.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple

from audit.terms import Term


class Beside(NamedTuple):
    """`erase` comes before that of the apps below, without an address where nobody knows which it is."""

    name: str
    erase: Callable[[Collection[str]], int]
    expiring: Callable[[datetime], list[Term]]
    expire: Callable[[datetime], int]


APPS: list[Beside] = []
