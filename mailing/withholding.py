"""Writing that may be taken back without a trace, for answers that must tell nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction


@dataclass
class Attempt:
    withheld: bool


@contextmanager
def taken_back(withheld: bool = False) -> Iterator[Attempt]:
    """Take back what is written inside when `withheld` is true, within the caller's transaction.

    Where that is only known inside, it can be set there on what this gives.

    The statements are the same ones either way: only which of two savepoints is gone back to differs. So
    neither their number nor their kind shows whether something was kept (GUARANTEES S4).
    """
    before = transaction.savepoint()
    attempt = Attempt(withheld)
    yield attempt
    after = transaction.savepoint()
    transaction.savepoint_rollback(before if attempt.withheld else after)
    transaction.savepoint_commit(before)
