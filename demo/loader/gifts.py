"""The demo's lead magnets."""

from pathlib import Path

from django.core.files import File

from demo.content.gifts import GIFTS
from demo.loader.files import SavedFiles
from demo.loader.pictures import describe
from demo.loader.streams import Catalogue
from leads.models import LeadMagnet, LeadMagnetFile

FOLDER = Path(__file__).resolve().parent.parent / "gifts"


def create_gifts(catalogue: Catalogue, files: SavedFiles) -> int:
    """Create every gift with its file, and return how many."""
    for gift in GIFTS:
        cover = catalogue.picture(gift["cover"])
        describe(cover, f"Voorkant van ‘{gift['title']}’")
        magnet = LeadMagnet.objects.create(
            name=gift["title"],
            slug=gift["slug"],
            kind=gift["kind"],
            cover=cover,
            pitch=gift["pitch"],
            bullets="\n".join(gift["bullets"]),
            button_text=gift["button_text"],
        )
        with (FOLDER / gift["file"]).open("rb") as file:
            row = LeadMagnetFile(magnet=magnet, title=gift["title"], file=File(file, name=gift["file"]))
            row.save()
        files.add(row.file)
        catalogue.magnets[gift["slug"]] = magnet
    return len(catalogue.magnets)
