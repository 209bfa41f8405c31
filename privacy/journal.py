"""The journal of erasures: a file beside the database, which no restored backup of the database can undo.

It is `settings.ERASURE_JOURNAL`, by default DATA_DIR/erasures.jsonl, for the site's user alone (0600). One
line an erasure, appended and never changed:

    {"id": "<uuid>", "hash": "<keyed hash of the address>", "what": "all", "at": "2026-11-23T08:00:00+00:00"}

It holds no address. Without the key of lasting hashes (settings.HASH_KEY) it is of no use, to nobody.
"""

import fcntl
import json
import logging
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from privacy.models import Erasure

log = logging.getLogger("privacy")


class Line(NamedTuple):
    id: UUID
    address_hash: str
    what: str
    erased_at: datetime


def path() -> Path:
    return Path(settings.ERASURE_JOURNAL)


def append(erasures: Iterable[Erasure]) -> None:
    """Write erasures down for good: on return they are on the disk. Raises OSError where they are not."""
    written = "".join(f"{_written(erasure)}\n" for erasure in erasures)
    if not written:
        return
    target = path()
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(target, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        size = file.seek(0, os.SEEK_END)
        # What a power cut left half-written must not take our line with it.
        torn = size and os.pread(file.fileno(), 1, size - 1) != b"\n"
        file.write((b"\n" if torn else b"") + written.encode())
        file.flush()
        os.fsync(file.fileno())


def write_new(target: Path, erasures: Iterable[Erasure]) -> None:
    """Write a journal of its own, such as a backup takes along. Raises FileExistsError."""
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(f"{_written(erasure)}\n" for erasure in erasures)
        file.flush()
        os.fsync(file.fileno())


def read(source: Path) -> Iterator[Line]:
    """Give the erasures of a journal, oldest first; none where there is no file. Passes over a torn line."""
    try:
        lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return
    for number, line in enumerate(lines, start=1):
        try:
            told = json.loads(line) if line.strip() else None
            if told:
                what = Erasure.What(told["what"])
                moment = datetime.fromisoformat(told["at"])
                yield Line(UUID(told["id"]), _hash_of(told["hash"]), what, moment)
        except (ValueError, KeyError, TypeError, AttributeError):
            log.warning("line %d of the journal of erasures can't be read", number)


def _hash_of(value: str) -> str:
    if len(bytes.fromhex(value)) != 32:
        raise ValueError("no SHA-256")
    return value


def _written(erasure: Erasure) -> str:
    return json.dumps(
        {
            "id": str(erasure.pk),
            "hash": erasure.address_hash,
            "what": str(erasure.what),
            "at": erasure.erased_at.isoformat(),
        }
    )
