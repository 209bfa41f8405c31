"""`manage.py export_site MAP`: the whole site in a folder, so that nobody is locked in."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wordpress.export.site import FORMATS, MARKDOWN_FOLDER, WXR_FILE, CanNotExport, export_site

NAMES = {
    "post": "artikelen",
    "page": "pagina's",
    "podcast": "afleveringen",
    "liefdesverdriet_author": "pagina's van auteurs",
    "liefdesverdriet_home": "startpagina",
    "liefdesverdriet_blog": "overzicht van artikelen",
    "liefdesverdriet_people": "overzicht van auteurs",
    "liefdesverdriet_show": "overzicht van de podcast",
    "attachment": "bestanden in de export",
    "comment": "reacties",
    "markdown": "tekstbestanden",
    "file": "gekopieerde bestanden",
}


class Command(BaseCommand):
    help = "Schrijf de hele site weg: als export voor WordPress (WXR) en als map met Markdown."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dest", metavar="MAP", type=Path, help="Een nieuwe of lege map.")
        parser.add_argument("--format", choices=FORMATS, default="both", help="Wat er geschreven wordt.")

    def handle(self, dest: Path, format: str, **options: Any) -> None:
        try:
            exported = export_site(dest.absolute(), format)
        except (CanNotExport, OSError) as error:
            raise CommandError(str(error)) from None
        say = self.stdout.write
        say(f"Geschreven naar {dest}:")
        for kind, number in exported.counts.items():
            say(f"  {number:6} {NAMES.get(kind, kind)}")
        if exported.unpublished:
            say(f"Van {exported.unpublished} pagina's bleven ongepubliceerde wijzigingen hier.")
        if exported.missing:
            names = ", ".join(exported.missing[:10])
            say(f"{len(exported.missing)} bestanden ontbreken in de opslag: {names}")
        if format != "markdown":
            say(f"Let op: in {WXR_FILE} staan e-mailadressen van lezers die reageerden. Bewaar hem goed.")
        if format != "wxr":
            say(f"In {MARKDOWN_FOLDER}/ staan alleen goedgekeurde reacties, zonder e-mailadressen.")
        say("Inschrijvers en weggevers zitten er niet in; die hebben in de admin een eigen export.")
