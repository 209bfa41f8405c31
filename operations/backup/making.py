"""Make a backup of the whole site: database, uploaded and private files, keys, journal of erasures."""

import errno
import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from operations.backup import postgresql, sqlite
from operations.backup.archive import About, Writer
from operations.backup.folder import JOURNAL, rotate

UNFINISHED = ".unfinished"
WORKSHOP = ".backup-"


@dataclass(frozen=True)
class Made:
    """What came of it. `removed`: older backups that gave way."""

    path: Path
    about: About
    files: int
    removed: int


def make(
    target: Path,
    key: str,
    *,
    now: datetime,
    keep: int = 0,
    export_journal: Callable[[Path], object],
    say: Callable[[str], None] = lambda line: None,
) -> Made:
    """Write a backup to `target`, a new file or a folder; in a folder keep the `keep` newest, 0 for all.

    `key` "" leaves it readable for anyone. Files are copied after the database, so that each row finds its
    file. Raises OSError, sqlite.NoRoom and the database's errors; nothing half-made is left then.
    """
    is_folder = target.is_dir() or not target.suffix
    if is_folder:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear_unfinished(target)
    path = _free_name(target, now) if is_folder else target
    if path.exists():
        raise FileExistsError(errno.EEXIST, "There is a file of that name already", str(path))
    about = _about(now)
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file, _workshop() as folder:
            writer = Writer(file, key)
            say("The database …")
            if connection.vendor == "sqlite":
                sqlite.dump(writer, about, folder)
            else:
                postgresql.dump(writer, about)
            export_journal(folder / JOURNAL)
            writer.add_file(JOURNAL, folder / JOURNAL)
            if key:
                _add_keys(writer)
            for part, root in roots(about).items():
                say(f"{part} …")
                _add_folder(writer, about, part, root)
            writer.finish(about)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
        _sync(path.parent)
    except BaseException:
        with suppress(FileNotFoundError):
            unfinished.unlink()
        raise
    removed = rotate(target, keep) if is_folder and keep else 0
    return Made(path, about, writer.files, removed)


def roots(about: About | None = None) -> dict[str, Path]:
    """Return the folders of uploaded and of private files; notes in `about` which are kept elsewhere."""
    found = {}
    for part, name in (("media", "default"), ("private", "private")):
        storage = storages[name]
        if isinstance(storage, FileSystemStorage):
            found[part] = Path(storage.location)
        elif about:
            about.left_out.append(part)
    return found


def _about(now: datetime) -> About:
    applied = MigrationRecorder(connection).applied_migrations()
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        database = str(cursor.fetchone()[0])
    return About(
        made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
        site=settings.SITE_URL,
        vendor=connection.vendor,
        versions={
            "python": platform.python_version(),
            "django": version("django"),
            "wagtail": version("wagtail"),
            connection.vendor: database,
        },
        migrations=[list(one) for one in sorted(applied)],
    )


def _free_name(folder: Path, now: datetime) -> Path:
    name = f"site-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    path, number = folder / f"{name}.backup", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.backup"
    return path


def _add_keys(writer: Writer) -> None:
    """Put in the keys that the site made itself: without them nobody is recognised by a hash."""
    for name in ("secret_key", "hash_key"):
        with suppress(FileNotFoundError):
            writer.add_file(f"keys/{name}", settings.DATA_DIR / name)


def _add_folder(writer: Writer, about: About, part: str, root: Path) -> None:
    for path in _files(root):
        name = f"{part}/{path.relative_to(root).as_posix()}"
        try:
            if not writer.add_file(name, path):
                about.changed.append(name)
        except FileNotFoundError:
            # Taken away since the folder was read.
            about.gone.append(name)


def _files(folder: Path) -> Iterator[Path]:
    """Give all files below a folder, by name; what goes meanwhile is passed over."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


@contextmanager
def _workshop() -> Iterator[Path]:
    """Give a folder in DATA_DIR, where the data may lie as it is; what a killed backup left there goes."""
    for left in settings.DATA_DIR.glob(f"{WORKSHOP}*"):
        _remove_when_left(left)
    with tempfile.TemporaryDirectory(prefix=f"{WORKSHOP}{os.getpid()}-", dir=settings.DATA_DIR) as name:
        yield Path(name)


def _remove_when_left(folder: Path) -> None:
    pid = folder.name.removeprefix(WORKSHOP).partition("-")[0]
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        shutil.rmtree(folder, ignore_errors=True)
    except (ValueError, PermissionError):
        return


def _clear_unfinished(folder: Path) -> None:
    """Remove what killed backups left in a folder; none is at it for longer than a day."""
    for path in folder.glob(f".*{UNFINISHED}"):
        with suppress(FileNotFoundError):
            if datetime.now(UTC).timestamp() - path.stat().st_mtime > 24 * 3600:
                path.unlink()


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
