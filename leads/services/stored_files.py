"""Files of gifts on the disk: none is lost, and none stays that no row speaks of.

A file is written before the row that names it is committed, and taken away after the commit of the row that
let go of it. What a killed process leaves behind is found by `sweep`.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from leads.files import GIFTS_FOLDER, private_storage
from leads.models import LeadMagnetFile, LeadMagnetFileVersion

# Longer than the slowest upload and its transaction take.
SWEEP_AFTER = timedelta(days=1)


def discard_after_commit(name: str) -> None:
    transaction.on_commit(lambda: remove_unused([name]), robust=True)


def remove_unused(names: Iterable[str]) -> None:
    """Delete those files that no row names."""
    storage = private_storage()
    for name in sorted(set(names) - _used()):
        storage.delete(name)


def sweep(now: datetime) -> None:
    """Delete files without a row that are older than SWEEP_AFTER."""
    storage = private_storage()
    if not storage.exists(GIFTS_FOLDER):
        return
    paths = [f"{GIFTS_FOLDER}/{name}" for name in storage.listdir(GIFTS_FOLDER)[1]]
    remove_unused(path for path in paths if storage.get_modified_time(path) < now - SWEEP_AFTER)


def _used() -> set[str]:
    """Return the names in both tables, from one statement: in between two, a name could change tables."""
    present = LeadMagnetFile.objects.order_by().values_list("file", flat=True)
    return set(present.union(LeadMagnetFileVersion.objects.order_by().values_list("file", flat=True)))
