"""Put a backup back: checked as a whole first, then in the place of nothing, or of what is kept aside."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from mailing.locks import ProcessLock, SenderLock
from operations.backup import postgresql, sqlite
from operations.backup.archive import About, read
from operations.backup.folder import JOURNAL, backups_in
from operations.backup.making import roots
from operations.rounds import SchedulerLock

STAGE = ".restore-"
ASIDE = ".before-restore"
KEYS = ("secret_key", "hash_key")
# In what is aside: what was there, and that all of it is in here.
TOLD, WHOLE = "told.json", "whole"


class NotRestored(Exception):
    """The site is as it was; says why in one sentence."""


def chosen(source: Path) -> Path:
    """Return a backup, the newest where a folder is given. Raises NotRestored."""
    if source.is_dir():
        found = backups_in(source)
        if not found:
            raise NotRestored(f"There is no backup in {source}.")
        return found[0]
    if not source.is_file():
        raise NotRestored(f"There is no file {source}.")
    return source


def check(source: Path, key: str, tell: Callable[[int], None] = lambda done: None) -> About:
    """Check a backup without writing anything. Raises sealing.Unreadable."""
    with source.open("rb") as file:
        return read(file, key, None, tell)


class Restore:
    """One backup that goes back into DATA_DIR and its database."""

    def __init__(self, source: Path, key: str, *, replace: bool, say: Callable[[str], None]) -> None:
        self.source, self.key, self.replace, self.say = source, key, replace, say
        self.data_dir = Path(settings.DATA_DIR)
        self.aside = self.data_dir / ASIDE
        self.is_sqlite = connection.vendor == "sqlite"

    def do(self, finish: Callable[[Path], None], tell: Callable[[int], None] = lambda done: None) -> About:
        """Restore; `finish` gets the journal of the backup, once all is in its place.

        Raises NotRestored, sealing.Unreadable, sqlite.InUse, postgresql.OtherDatabase and what `finish`
        raises: each time everything is as it was before.
        """
        self.data_dir.mkdir(parents=True, exist_ok=True)
        with _alone(), tempfile.TemporaryDirectory(prefix=STAGE, dir=self.data_dir) as name:
            stage = Path(name)
            self._undo_broken_off()
            self._require_room_for_it()
            self.say("Checking the backup …")
            with self.source.open("rb") as file:
                about = read(file, self.key, stage, tell)
            self._require_fitting(about)
            if self.is_sqlite:
                sqlite.check(stage / sqlite.NAME, about)
            self._put_in_place(about, stage, finish)
        return about

    def _undo_broken_off(self) -> None:
        """Take back what an earlier restore had put aside when it was killed."""
        if not self.aside.exists():
            if not self.is_sqlite:
                # That restore was done, all but throwing this away.
                postgresql.forget_aside()
            return
        if not self.replace:
            raise NotRestored(
                "An earlier restore was broken off half-way. Give --replace to begin it again; what was there"
                " before is kept until that is done."
            )
        self._put_back()

    def _require_room_for_it(self) -> None:
        """Refuse to mix two sites. The keys that starting a command makes, and a journal, are no site."""
        there = [place for place in self._places() if place.exists() and not _is_hollow(place)]
        if self.is_sqlite and there and sqlite.is_empty(sqlite.database_path()):
            # To have looked at it has made it.
            there = [place for place in there if place.is_dir()]
        if not self.is_sqlite and not postgresql.is_empty():
            there.append(Path(connection.settings_dict["NAME"]))
        if there and not self.replace:
            names = ", ".join(str(place) for place in there)
            raise NotRestored(
                f"There is a site already ({names}). Restore into an empty DATA_DIR and database, or give"
                " --replace: what is there is then kept until the backup is in its place."
            )
        if not there:
            return
        if self.is_sqlite and sqlite.database_path().exists():
            connection.close()
            sqlite.require_unused(sqlite.database_path())
        elif not self.is_sqlite:
            postgresql.require_unused()

    def _require_fitting(self, about: About) -> None:
        if about.vendor != connection.vendor:
            raise NotRestored(
                f"The backup is of a site on {about.vendor}, this one is on {connection.vendor}: restore it"
                " with the DATABASE_URL of its own kind."
            )
        known = MigrationLoader(None).disk_migrations
        unknown = [f"{app}.{name}" for app, name in about.migrations if (app, name) not in known]
        if unknown:
            raise NotRestored(
                f"The backup is of a newer version of the site, or of one with other apps ({unknown[0]}):"
                " restore it with that version."
            )

    def _put_in_place(self, about: About, stage: Path, finish: Callable[[Path], None]) -> None:
        self.say("Putting it in its place …")
        if self.is_sqlite:
            connection.close()
        try:
            self._put_aside(stage)
            if not self.is_sqlite:
                postgresql.put_aside()
                postgresql.load(about, stage)
            self._move_in(stage)
            finish(stage / JOURNAL)
        except BaseException:
            self._put_back()
            raise
        # From here on it is restored, whatever happens.
        os.replace(self.aside, stage / ASIDE)
        if not self.is_sqlite:
            postgresql.forget_aside()

    def _put_aside(self, stage: Path) -> None:
        """Move what is there into `aside`. It says first what that is: it may be killed at any moment."""
        keys = [self.data_dir / name for name in KEYS if (stage / "keys" / name).exists()]
        places = [*self._places(), *keys]
        unfinished = stage / ASIDE
        unfinished.mkdir(mode=0o700)
        told = {"all": [str(place) for place in places], "there": [str(p) for p in places if p.exists()]}
        (unfinished / TOLD).write_text(json.dumps(told))
        os.replace(unfinished, self.aside)
        for place in told["there"]:
            shutil.move(place, self.aside / Path(place).name)
        (self.aside / WHOLE).touch()

    def _move_in(self, stage: Path) -> None:
        pairs = [(stage / part, root) for part, root in roots().items()]
        pairs += [(stage / "keys" / name, self.data_dir / name) for name in KEYS]
        if self.is_sqlite:
            pairs.append((stage / sqlite.NAME, sqlite.database_path()))
        for staged, place in pairs:
            if staged.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(staged, place)
        private = roots().get("private")
        if private and private.exists():
            private.chmod(0o750 if settings.DOWNLOAD_BY == "accel" else 0o700)

    def _places(self) -> list[Path]:
        """Return where a site's own data is."""
        database = sqlite.database_path()
        logs = [database.with_name(f"{database.name}{end}") for end in ("-wal", "-shm")]
        return [*roots().values(), *([database, *logs] if self.is_sqlite else [])]

    def _put_back(self) -> None:
        """Make everything as it was, from what is aside. May be done again where it was killed itself."""
        if self.is_sqlite:
            connection.close()
        elif postgresql.is_aside():
            postgresql.put_back()
        if not self.aside.exists():
            return
        told = json.loads((self.aside / TOLD).read_text())
        # Until all was aside, what stands in a place is what always did.
        is_new = (self.aside / WHOLE).exists()
        for place in map(Path, told["all"]):
            kept = self.aside / place.name
            if is_new and (kept.exists() or str(place) not in told["there"]):
                _remove(place)
            if kept.exists():
                shutil.move(kept, place)
        shutil.rmtree(self.aside)


@contextmanager
def _alone() -> Iterator[None]:
    """Keep workers and schedulers from starting. Raises NotRestored where one runs."""
    locks: list[ProcessLock] = [SenderLock(), SchedulerLock()]
    taken: list[ProcessLock] = []
    try:
        for lock in locks:
            if not lock.acquire():
                raise NotRestored("The site is running (its worker or scheduler): stop it first.")
            taken.append(lock)
        yield
    finally:
        for lock in taken:
            lock.release()


def _is_hollow(place: Path) -> bool:
    """Say whether there is nothing in a folder or file."""
    if place.is_dir():
        return not any(files for _, _, files in os.walk(place))
    return place.stat().st_size == 0


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        with suppress(FileNotFoundError):
            place.unlink()
