"""Which process runs what, where there are several: one the stories, all of them the rest, class by class."""

from collections.abc import Iterable

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

# What asks for the running site, in the order in which it is told: the last stops and starts it.
AT_THE_SITE = ("tests/e2e/", "tests/liefdesverdriet/test_serve.py")


def rank(nodeid: str) -> int:
    """Return what to sort by: what is at the site comes first, because it takes longest."""
    return next(
        (number for number, path in enumerate(AT_THE_SITE) if nodeid.startswith(path)), len(AT_THE_SITE)
    )


class OneSite(LoadScopeScheduling):
    """Keeps the order of the collection, in which what empties the database comes after what counts on it.

    All that is at the site shares one process and so one site, which takes a minute to start. What follows on
    each other in one class, or in one module outside a class, shares what that class or module prepares.
    """

    def __init__(self, config: pytest.Config, log: object = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False
        self.units: dict[str, str] = {}

    def _split_scope(self, nodeid: str) -> str:
        if nodeid not in self.units:
            self.units = units(self.collection or [])
        return self.units[nodeid]


def units(collection: Iterable[str]) -> dict[str, str]:
    """Return the unit of each test: all at the site is one, else what follows on each other in a class."""
    found: dict[str, str] = {}
    before = name = ""
    for number, nodeid in enumerate(collection):
        at_the_site = rank(nodeid) < len(AT_THE_SITE)
        scope = "the site" if at_the_site else nodeid.split("[", 1)[0].rpartition("::")[0]
        if scope != before:
            name, before = f"{scope} {number}", scope
        found[nodeid] = name
    return found
