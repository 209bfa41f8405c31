"""Erase one address from all that the site keeps."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.trail import note
from privacy import journal
from privacy.erasures import erase
from privacy.models import Erasure
from privacy.people import known

CANCELLED = 2


class Command(BaseCommand):
    help = (
        "Wist wat er van een e-mailadres bewaard wordt, en zegt wat er blijft. Vraagt eerst of je "
        "het zeker weet. Eindigt met 0 als het gedaan is, 1 als het niet kon, 2 als je toch niet wilde."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="E-MAILADRES")
        parser.add_argument(
            "--what",
            choices=Erasure.What.values,
            default=Erasure.What.ALL,
            help="subscriptions: aanmeldingen en berichten; reactions: reacties; all: alles (standaard).",
        )
        parser.add_argument("--yes", action="store_true", help="Vraag niets.")

    def handle(self, *args: Any, **options: Any) -> None:
        email: str = options["email"]
        if "@" not in email:
            raise CommandError(f"{email!r} is geen e-mailadres.")
        what = Erasure.What(options["what"])
        for kind in known(email):
            self.stdout.write(f"{kind.name}: {len(kind.entries)}")
        if not options["yes"] and not self._is_sure(what):
            raise CommandError("Er is niets gewist.", returncode=CANCELLED)
        try:
            erasure = erase(email, what)
        except OSError as error:
            raise CommandError(
                f"Er is niets gewist: {journal.path()} is niet te schrijven ({error})."
            ) from error
        note(None, "privacy.erase", erasure, label=what.label, by="commando")
        self.stdout.write(self.style.SUCCESS(f"Gewist: {what.label}."))
        self.stdout.write("Wat blijft, onder een kenmerk waar geen adres uit te halen is:")
        for kind in known(email):
            self.stdout.write(f"- {kind.name}: {len(kind.entries)}")

    def _is_sure(self, what: Erasure.What) -> bool:
        try:
            return input(f"Wis {what.label}? Dit kan niet terug. Typ ja: ").strip().lower() == "ja"
        except EOFError:
            return False
