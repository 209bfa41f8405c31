import signal
import sqlite3
from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from liefdesverdriet.preparation import require_database
from operations.backup import keys, making
from operations.backup.sqlite import NoRoom
from privacy.erasures import export_journal


class Command(BaseCommand):
    help = (
        "Make one encrypted file of the whole site: database, uploaded and private files, keys, journal of"
        " erasures. The site may go on meanwhile."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "dest", type=Path, help="A folder, in which the file is named after the moment, or a new file."
        )
        parser.add_argument("--keep", type=int, default=0, help="Keep so many in the folder; the oldest go.")
        keys.add_arguments(parser)
        parser.add_argument(
            "--plain", action="store_true", help="Do not encrypt: anyone who has the file can read it all."
        )

    def handle(self, *args: Any, dest: Path, keep: int, plain: bool, **options: Any) -> None:
        signal.signal(signal.SIGTERM, keys.interrupt)
        if keep < 0:
            raise CommandError("--keep takes a number of backups, such as 14.")
        key = "" if plain else keys.key_from(options)
        if not plain and not key:
            raise CommandError(
                "Give the key to encrypt with, by BACKUP_KEY or --key-file (`openssl rand -base64 32` makes"
                " one), or --plain to go without."
            )
        require_database()
        try:
            made = making.make(
                dest,
                key,
                now=timezone.now(),
                keep=keep,
                export_journal=export_journal,
                say=self.say if options["verbosity"] else lambda line: None,
            )
        except (OSError, NoRoom) as error:
            raise CommandError(f"The backup was not made. {keys.sentence(error)}") from error
        except (DatabaseError, sqlite3.Error, psycopg.Error) as error:
            raise CommandError(f"The backup was not made: the database failed ({error}).") from error
        about = made.about
        for name in about.gone:
            self.stderr.write(f"Gone while the files were copied: {name}")
        for name in about.changed:
            self.stderr.write(f"Changed while it was copied, and not whole in the backup: {name}")
        for part in about.left_out:
            self.stderr.write(
                f"Not in the backup, because it is kept elsewhere: {part} (back that up there)."
            )
        size = made.path.stat().st_size / 1024**2
        removed = f"; {made.removed} older removed" if made.removed else ""
        self.stdout.write(
            f"{made.path.name}: {made.files} files, {sum(about.rows.values())} rows, {size:.1f} MB{removed}"
        )

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
