"""The demo's pictures."""

from pathlib import Path

from django.core.files.images import ImageFile

from demo.loader.files import SavedFiles
from demo.loader.streams import Catalogue
from images.models import SiteImage

FOLDER = Path(__file__).resolve().parent.parent / "pictures"


def create_pictures(catalogue: Catalogue, files: SavedFiles) -> int:
    """Store every picture in demo/pictures, and return how many."""
    for path in sorted(FOLDER.glob("*.webp")):
        image = SiteImage(
            title=path.stem.replace("-", " ").capitalize(),
            credit="Getekend voor deze demosite",
        )
        with path.open("rb") as file:
            image.file = ImageFile(file, name=path.name)
            # The centre: where a picture is cropped to another shape, what matters stays in view.
            image.focal_point_x, image.focal_point_y = image.width // 2, image.height // 2
            image.focal_point_width, image.focal_point_height = image.width // 3, image.height // 3
            image.save()
        files.add(image.file)
        catalogue.pictures[path.stem] = image
    return len(catalogue.pictures)


def describe(image: SiteImage | None, description: str) -> None:
    """Keep the first description that a page gives a picture, so that choosing it again proposes it."""
    if image is not None and description and not image.description:
        image.description = description[:255]
        image.save(update_fields=["description"])
