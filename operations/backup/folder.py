"""A folder of backups: which are in it, by the names that they get. Light: it is all the scheduler loads."""

import re
from pathlib import Path

# The journal of erasures, in a backup and beside it.
JOURNAL = "erasures.jsonl"
NAME = re.compile(r"site-\d{8}T\d{6}Z(?:-\d+)?\.backup")


def backups_in(folder: Path) -> list[Path]:
    """Return the backups in a folder that got their name from us, newest first."""
    return sorted((path for path in folder.iterdir() if NAME.fullmatch(path.name)), reverse=True)


def rotate(folder: Path, keep: int) -> int:
    """Remove all but the newest backups of a folder; return how many went."""
    old = backups_in(folder)[keep:]
    for path in old:
        path.unlink()
    return len(old)
