"""Exports as files with a path, wherever they are kept."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

# What the form takes; more goes by the command (docs/operations.md).
LARGEST = 1024**3


@contextmanager
def at_hand(file: Any) -> Iterator[Path]:
    """Give the path of an upload or of a kept export; where it has none, of a copy that goes afterwards.

    Raises FileNotFoundError when it is no longer there.
    """
    path = _path(file)
    if path is not None:
        if not path.exists():
            raise FileNotFoundError(path.name)
        yield path
        return
    with NamedTemporaryFile(suffix=".xml") as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy, 1024 * 1024)
        copy.flush()
        yield Path(copy.name)
        file.seek(0)


def _path(file: Any) -> Path | None:
    if hasattr(file, "temporary_file_path"):
        return Path(file.temporary_file_path())
    try:
        return Path(file.path)
    except (AttributeError, NotImplementedError):
        # In memory still, or in an object store.
        return None
