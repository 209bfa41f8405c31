import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from liefdesverdriet.preparation import Progress, require_database
from operations.backup import keys, restoring
from operations.backup.folder import JOURNAL
from operations.backup.postgresql import OtherDatabase
from operations.backup.restoring import NotRestored, Restore
from operations.backup.sealing import Unreadable
from operations.backup.sqlite import InUse


class Command(BaseCommand):
    help = (
        "Put a backup back, into an empty DATA_DIR and database. All of it is checked first, and who was"
        " erased since is erased again. The site must not run."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help="The file, or a folder of which the newest is taken.")
        keys.add_arguments(parser)
        parser.add_argument("--check", action="store_true", help="Check the backup only, and write nothing.")
        parser.add_argument(
            "--replace", action="store_true", help="Take the place of the site that is there already."
        )
        parser.add_argument(
            "--journal", type=Path, help="Who was erased since, where that is not beside the backup."
        )

    def handle(self, *args: Any, source: Path, check: bool, **options: Any) -> None:
        signal.signal(signal.SIGTERM, keys.interrupt)
        progress = Progress(self.stdout)
        key = keys.key_from(options)
        try:
            path = restoring.chosen(source)
            progress.say(str(path))
            if check:
                about = restoring.check(path, key, lambda done: progress.count(f"{done} files"))
                progress.counted()
                progress.say(
                    f"Whole and unchanged: made {about.made_at} of {about.site} on {about.vendor},"
                    f" {sum(about.rows.values())} rows."
                )
                return
            if options["journal"] and not options["journal"].is_file():
                raise NotRestored(f"There is no file {options['journal']}.")
            journals = _journals(path, options["journal"])
            if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
                require_database()
            restore = Restore(path, key, replace=options["replace"], say=progress.say)

            def finish(own: Path) -> None:
                """Take the site on from where the backup has it, with the keys that it has now."""
                progress.say("Migrations …")
                _manage("migrate", "--verbosity", "0")
                for journal in (own, *journals):
                    progress.say(_manage("avg_replay", "--journal", str(journal)))

            about = restore.do(finish, lambda done: progress.count(f"{done} files"))
        except (NotRestored, Unreadable, InUse, OtherDatabase) as error:
            progress.counted()
            raise CommandError(f"{error} Nothing was changed.") from error
        except (OSError, DatabaseError, psycopg.Error, sqlite3.Error) as error:
            raise CommandError(f"{keys.sentence(error)} Everything is as it was.") from error
        for part in about.left_out:
            self.stderr.write(f"Not in the backup, because it is kept elsewhere: {part}.")
        progress.say(f"Restored: {sum(about.rows.values())} rows, as of {about.made_at}. Start the site.")


def _journals(backup: Path, named: Path | None) -> list[Path]:
    beside = backup.parent / JOURNAL
    return [journal for journal in (beside, named) if journal and journal.is_file()]


def _manage(*arguments: str) -> str:
    """Run another command in a process of its own, which reads the restored keys. Raises NotRestored."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise NotRestored(f"`manage.py {arguments[0]}` failed: {lines[-1] if lines else done.returncode}.")
    return done.stdout.strip()
