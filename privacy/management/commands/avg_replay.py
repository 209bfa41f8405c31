"""Erase again whoever was erased since the backup that was put back."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from privacy import journal
from privacy.erasures import ReplayFailed, WrongHashKey, import_journal, replay


class Command(BaseCommand):
    help = (
        "Wist opnieuw wie gewist was toen er een back-up werd teruggezet, volgens het journaal van "
        "wissingen. Eindigt met 0 als alles gedaan is, 1 als er iets bleef liggen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--journal", type=Path, help="Neem eerst over wat in dit journaal (van een back-up) staat."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["journal"]:
                if not options["journal"].is_file():
                    raise CommandError(f"Er is geen journaal {options['journal']}.")
                added = import_journal(options["journal"])
                self.stdout.write(f"Overgenomen in {journal.path()}: {added}.")
            count = replay()
        except WrongHashKey as error:
            raise CommandError(
                "De sleutel van de kenmerken (HASH_KEY of DATA_DIR/hash_key) is niet die van deze database. "
                "Zet de goede terug en probeer het opnieuw; er is niets gewist."
            ) from error
        except (ReplayFailed, OSError) as error:
            raise CommandError(f"Nog niet alles is opnieuw gewist: {error}") from error
        self.stdout.write(self.style.SUCCESS(f"Opnieuw gewist: {count}."))
