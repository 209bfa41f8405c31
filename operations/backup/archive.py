"""One file that holds a whole site: a tar, sealed, whose last member says what there should be in it.

database/…    the database's own file (SQLite), or the rows of each table in pieces (PostgreSQL)
media/…  private/…  keys/…  erasures.jsonl
manifest.jsonl    first what it is of (`About`), then name, size and SHA-256 of every member before it
"""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from operations.backup.folder import JOURNAL
from operations.backup.sealing import Opener, Sealer, Unreadable

MANIFEST = "manifest.jsonl"
FORMAT = 1
PIECE = 1024 * 1024
# Of the manifest, before it goes to a file of its own.
IN_MEMORY = 1024 * 1024
PARTS = ("database", "media", "private", "keys")


@dataclass
class About:
    """What a backup is of."""

    made_at: str
    site: str
    vendor: str
    versions: dict[str, str]
    # [app, name] of each that was applied.
    migrations: list[list[str]]
    # How many rows each table has.
    rows: dict[str, int] = field(default_factory=dict)
    # PostgreSQL: the columns of each table, and how far each sequence has counted.
    columns: dict[str, list[str]] = field(default_factory=dict)
    sequences: dict[str, int] = field(default_factory=dict)
    # Files that went, or changed, while they were being copied.
    gone: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    # What is not in it and has to be kept in another way.
    left_out: list[str] = field(default_factory=list)
    format: int = FORMAT


class _Counted:
    """A file that is read once, of exactly `size` bytes, whatever happens to it meanwhile."""

    def __init__(self, source: IO[bytes], size: int) -> None:
        self._source, self._left = source, size
        self.digest = hashlib.sha256()
        self.is_short = False

    def read(self, size: int = -1) -> bytes:
        size = self._left if size < 0 else min(size, self._left)
        data = self._source.read(size)
        if len(data) < size:
            self.is_short = True
            data += bytes(size - len(data))
        self._left -= size
        self.digest.update(data)
        return data


class Writer:
    """Puts members into an archive, one after the other."""

    def __init__(self, target: IO[bytes], key: str) -> None:
        self._sealer = Sealer(target, key)
        # Written to and nothing else, whatever more a file can do.
        stream: Any = self._sealer
        self._tar = tarfile.open(  # noqa: SIM115 - `finish` closes it
            fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT
        )
        self._manifest = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - `finish` closes it
        self.files = self.bytes = 0

    def add(
        self, name: str, source: IO[bytes], size: int, *, mode: int = 0o600, changed_at: float = 0
    ) -> bool:
        """Put in a file of `size` bytes; return False where it turned out to be shorter."""
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = size, mode, changed_at
        counted = _Counted(source, size)
        self._tar.addfile(member, counted)
        self._manifest.write(json.dumps([name, size, counted.digest.hexdigest()]).encode() + b"\n")
        self.files += 1
        self.bytes += size
        return not counted.is_short

    def add_bytes(self, name: str, data: bytes) -> None:
        self.add(name, io.BytesIO(data), len(data))

    def add_file(self, name: str, path: Path) -> bool:
        """Put in a file as it is now. Raises FileNotFoundError where it is gone."""
        with path.open("rb") as source:
            stat = os.fstat(source.fileno())
            return self.add(
                name, source, stat.st_size, mode=stat.st_mode & 0o777, changed_at=int(stat.st_mtime)
            )

    def finish(self, about: About) -> None:
        """Put in what there should be, and end."""
        head = json.dumps(asdict(about)).encode() + b"\n"
        listed = self._manifest.tell()
        self._manifest.seek(0)
        member = tarfile.TarInfo(MANIFEST)
        member.size, member.mode = len(head) + listed, 0o600
        self._tar.addfile(member, _Chain(io.BytesIO(head), self._manifest))
        self._tar.close()
        self._manifest.close()
        self._sealer.finish()


class _Chain:
    """Files that are read as one."""

    def __init__(self, *files: IO[bytes]) -> None:
        self._files = list(files)

    def read(self, size: int = -1, /) -> bytes:
        data = b""
        while self._files and (size < 0 or len(data) < size):
            data += self._files[0].read(size if size < 0 else size - len(data))
            if size < 0 or len(data) < size:
                self._files.pop(0)
        return data


def read(
    source: IO[bytes], key: str, folder: Path | None, tell: Callable[[int], None] = lambda done: None
) -> About:
    """Check a whole archive, unpacking it into `folder` where one is given. Raises Unreadable.

    `tell` gets how many files were read. Nothing of what is in `folder` may be used before this returns.
    """
    opener = Opener(source, key)
    stream: Any = opener
    with SpooledTemporaryFile(max_size=IN_MEMORY) as seen, _understood():
        about: About | None = None
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for number, member in enumerate(tar):
                file = tar.extractfile(member) if member.isfile() else None
                if file is None or about is not None:
                    raise Unreadable(f"The backup holds something that does not belong in it: {member.name}.")
                if member.name == MANIFEST:
                    about = _compare(file, seen)
                    continue
                digest = _unpack(file, _place(folder, member.name), member)
                seen.write(json.dumps([member.name, member.size, digest]).encode() + b"\n")
                tell(number + 1)
        opener.finish()
        if about is None:
            raise Unreadable("The backup is not whole: what it should hold is not told at its end.")
        return about


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, UnicodeError) as error:
        raise Unreadable(f"The backup is damaged or not whole ({error}).") from error


def _place(folder: Path | None, name: str) -> Path | None:
    """Return where a member goes to. What would go elsewhere is refused."""
    path = PurePosixPath(name)
    is_ours = name == JOURNAL or (len(path.parts) > 1 and path.parts[0] in PARTS)
    if path.is_absolute() or ".." in path.parts or not is_ours:
        raise Unreadable(f"The backup holds something that does not belong in it: {name}.")
    return folder / path if folder else None


def _unpack(file: IO[bytes], target: Path | None, member: tarfile.TarInfo) -> str:
    """Write one member, in a file that is ours alone until it has its own mode; return its SHA-256."""
    digest = hashlib.sha256()
    if target is None:
        while data := file.read(PIECE):
            digest.update(data)
        return digest.hexdigest()
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as unpacked:
        while data := file.read(PIECE):
            digest.update(data)
            unpacked.write(data)
        os.fchmod(descriptor, member.mode & 0o777)
    os.utime(target, (member.mtime, member.mtime))
    return digest.hexdigest()


def _compare(manifest: IO[bytes], seen: IO[bytes]) -> About:
    """Return what the manifest says. Raises Unreadable where it lists anything else than was seen."""
    try:
        told: dict[str, Any] = json.loads(manifest.readline())
        if told["format"] != FORMAT:
            raise Unreadable("The backup was made by a newer version of the site.")
        about = About(**told)
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("What the backup says of itself is damaged.") from error
    seen.seek(0)
    for line in manifest:
        if seen.readline() != line:
            raise Unreadable(f"{json.loads(line)[0]} in the backup was changed or is missing.")
    if more := seen.readline():
        raise Unreadable(f"The backup holds something that does not belong in it: {json.loads(more)[0]}.")
    return about
