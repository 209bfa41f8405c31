"""An empty database with all migrations done, made once and copied: two hundred and fifty steps take a while.

It stands in .cache/tests, for SQLite, or beside the database of DATABASE_URL. Its name is a fingerprint of
all that makes it what it is, so that a change of code or packages makes a new one. What copies it migrates as
ever, and finds nothing left to do.
"""

import fcntl
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import django

from tests.running_site import ROOT, OwnDatabase, manage

KEPT = ROOT / ".cache" / "tests"


def fingerprint() -> str:
    """Return 16 characters for all that is not a test, the installed packages and this Python."""
    digest = sha256(sys.version.encode())
    for package in sorted(Path(django.__file__).parent.parent.glob("*.dist-info")):
        digest.update(f"{package.name}\n".encode())
    for app in sorted(path.parent for path in ROOT.glob("*/__init__.py")):
        for path in sorted(app.rglob("*")) if app.name != "tests" else ():
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(ROOT)} {path.stat().st_size}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(**settings: str) -> None:
    with tempfile.TemporaryDirectory(prefix="liefdesverdriet-migrated-") as folder:
        done = manage("migrate", "--verbosity", "0", DATA_DIR=folder, **settings)
    assert done.returncode == 0, done.stderr


def sqlite_file() -> Path:
    """Return the migrated SQLite database, in which nobody may write."""
    with _one_at_a_time():
        while not (kept := KEPT / f"migrated-{(made_of := fingerprint())}.sqlite3").exists():
            making = KEPT / "migrated.making"
            making.unlink(missing_ok=True)
            with tempfile.TemporaryDirectory(prefix="liefdesverdriet-migrated-") as folder:
                path = Path(folder) / "site.sqlite3"
                _migrate(DATABASE_URL=f"sqlite:///{path}")
                with closing(copy_sqlite(path, str(making))) as copy:
                    copy.execute("PRAGMA journal_mode = DELETE")
            for old in KEPT.glob("migrated-*.sqlite3"):
                old.unlink()
            # Where code changed meanwhile it begins again.
            if fingerprint() == made_of:
                making.rename(kept)
        return kept


def copy_sqlite(source: Path, target: str) -> sqlite3.Connection:
    """Copy a database into another, a path or a URI of one in memory; return the connection to that."""
    copy = sqlite3.connect(target, uri=target.startswith("file:"))
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as original:
        original.backup(copy)
    return copy


def postgres_url(database_url: str) -> str:
    """Return the address of the migrated database beside that of `database_url`; nobody may be using it."""
    with _one_at_a_time():
        while True:
            kept = _beside(database_url, made_of := fingerprint())
            making = _beside(database_url, "making")
            others = kept.beside(_beside(database_url, "").name)
            if kept.name in others:
                return kept.url
            for name in others:
                _beside(database_url, name.rpartition("_")[2]).drop()
            making.create()
            _migrate(DATABASE_URL=making.url)
            if fingerprint() == made_of:
                making.rename(kept.name)


def _beside(database_url: str, what: str) -> OwnDatabase:
    return OwnDatabase(database_url, f"migrated_{what}", of=0)
