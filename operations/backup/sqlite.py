"""A SQLite database in a backup: its file, as it stood at one moment."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from operations.backup.archive import About, Writer
from operations.backup.sealing import Unreadable

NAME = "database/site.sqlite3"
# What must stay free beside the copy.
ROOM = 16 * 1024 * 1024


class NoRoom(Exception):
    """There is no room for the copy that a backup is made from."""


class InUse(Exception):
    """Somebody has the database open."""


def database_path() -> Path:
    return Path(connection.settings_dict["NAME"])


def dump(writer: Writer, about: About, folder: Path) -> None:
    """Put the database in by SQLite's online backup, through a copy in `folder`. Nobody has to wait for it.

    All pages are read in one transaction: in parts it would begin anew with each write of another process
    (sqlite.org/backup.html). Raises NoRoom, and sqlite3.Error.
    """
    source, copy = database_path(), folder / "site.sqlite3"
    needed = source.stat().st_size + ROOM
    if shutil.disk_usage(folder).free < needed:
        raise NoRoom(
            f"The copy of the database needs {needed // 1024**2} MB in {folder.parent}; that is not free."
        )
    with closing(sqlite3.connect(source, timeout=60)) as origin, closing(sqlite3.connect(copy)) as target:
        origin.backup(target)
    copy.chmod(0o600)
    with closing(sqlite3.connect(copy)) as target:
        # One file by itself, without a log beside it.
        target.execute("PRAGMA journal_mode=DELETE")
        about.rows = count_rows(target)
    writer.add_file(NAME, copy)
    copy.unlink()


def check(path: Path, about: About) -> None:
    """Make sure that an unpacked database is sound and has all its rows. Raises Unreadable."""
    try:
        with closing(sqlite3.connect(path)) as database:
            answer = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
            rows = count_rows(database)
    except sqlite3.Error as error:
        raise Unreadable(f"The database in the backup can't be opened ({error}).") from error
    if answer != "ok":
        raise Unreadable(f"The database in the backup is damaged ({answer}).")
    if rows != about.rows:
        raise Unreadable("The database in the backup does not have the rows that it should.")


def count_rows(database: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has, those of the full-text search's own left out."""
    tables = database.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    counted = 'SELECT count(*) FROM "{}"'
    return {name: database.execute(counted.format(name)).fetchone()[0] for (name,) in tables}


def is_empty(path: Path) -> bool:
    """Say whether there is no database, or one without tables."""
    if not path.exists():
        return True
    try:
        with closing(sqlite3.connect(path)) as database:
            return not database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.DatabaseError:
        return False


def require_unused(path: Path) -> None:
    """Make sure that nobody has a database open, and put its log into it. Raises InUse."""
    try:
        with closing(sqlite3.connect(path, timeout=1)) as database:
            # Leaving the log behind is only possible for who is alone.
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise InUse("Something still has the database open: stop the site first.") from error
    except sqlite3.DatabaseError:
        # Broken, which may be why somebody restores a backup.
        return
