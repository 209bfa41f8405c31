"""Exports as files with a path, wherever they are kept."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings


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
    with NamedTemporaryFile(suffix=".xml", dir=settings.FILE_UPLOAD_TEMP_DIR) as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy, 1024 * 1024)
        copy.flush()
        yield Path(copy.name)
        file.seek(0)


def forget_broken_uploads(before: datetime) -> None:
    """Delete what came in when the server was killed: readers' addresses may stand in it."""
    folder = settings.FILE_UPLOAD_TEMP_DIR
    if not folder:
        # The system's own, where others keep things too.
        return
    for place in Path(folder).glob("*"):
        with suppress(FileNotFoundError):
            if place.is_file() and place.stat().st_mtime < before.timestamp():
                place.unlink()


def _path(file: Any) -> Path | None:
    if hasattr(file, "temporary_file_path"):
        return Path(file.temporary_file_path())
    try:
        return Path(file.path)
    except (AttributeError, NotImplementedError):
        # In memory still, or in an object store.
        return None
