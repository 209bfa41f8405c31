"""A move in one call, for tests."""

import tempfile
from pathlib import Path
from typing import Any

from tests.wordpress import exports
from wordpress.taking_over.report import Report
from wordpress.taking_over.run import take_over
from wordpress.taking_over.task import Options, Task


def move(
    *items: dict[str, Any], dry_run: bool = False, site: dict[str, Any] | None = None, **options: Any
) -> Report:
    """Take over an export of these items, with the options named."""
    return move_bytes(exports.export(items, **(site or {})), dry_run=dry_run, **options)


def move_bytes(data: bytes, *, dry_run: bool = False, user: Any = None, **options: Any) -> Report:
    with tempfile.TemporaryDirectory(prefix="liefdesverdriet-move-") as folder:
        path = Path(folder) / "export.xml"
        path.write_bytes(data)
        return take_over(path, Task(Options(**options), dry_run=dry_run, user=user))


def adds_up(report: Report) -> bool:
    """Say whether what was read is what became of it, kind by kind."""
    return all(sum(report.counts[kind].values()) == read for kind, read in report.read.items())
