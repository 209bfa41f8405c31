"""All that is kept of one address, as JSON."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.trail import note
from privacy.as_json import as_json
from privacy.models import Erasure
from privacy.people import document

NOTHING_KNOWN = 3


class Command(BaseCommand):
    help = (
        "Geeft alles wat er van een e-mailadres bewaard wordt, als JSON. Eindigt met 0, of met 3 als er "
        "niets bekend is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="E-MAILADRES")
        parser.add_argument(
            "--output", type=Path, help="Schrijf naar dit bestand, dat er nog niet mag zijn, voor jou alleen."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        email: str = options["email"]
        if "@" not in email:
            raise CommandError(f"{email!r} is geen e-mailadres.")
        told = document(email)
        if not told["gegevens"]:
            raise CommandError("Van dit adres is niets bekend.", returncode=NOTHING_KNOWN)
        # Before it leaves: a file that could not be written whole has been one.
        note(None, "privacy.export", Erasure, format="json", by="commando")
        if options["output"] is None:
            self.stdout.write(as_json(told))
            return
        try:
            descriptor = os.open(options["output"], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise CommandError(f"{options['output']} kon niet gemaakt worden: {error.strerror}.") from error
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(as_json(told))
        self.stdout.write(self.style.SUCCESS(f"Alles staat in {options['output']}."))
