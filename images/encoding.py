"""How renditions are written."""

import io

from PIL import Image

from images.shapes import AVIF, JPEG, WEBP

# Measured on the demo's pictures (docs/decisions/0019): AVIF at 55 is as near to its original as JPEG at 76
# in half the bytes. What phones get is written with three times the care (speed 6): a tenth to half of the
# bytes less, and nearer to its original. In what is wider that would take seconds.
OPTIONS: dict[str, dict[str, int | bool]] = {
    AVIF: {"quality": 55, "speed": 8, "autotiling": False},
    JPEG: {"quality": 76, "progressive": True, "optimize": True},
    WEBP: {"quality": 78, "method": 4},
}
CAREFUL = {"speed": 6}
CAREFUL_UP_TO = 810
EXTENSIONS = {AVIF: "avif", JPEG: "jpg", WEBP: "webp"}


def encode(picture: Image.Image, file_format: str) -> bytes:
    """Return `picture` as the bytes of a file, without the camera's notes (place and owner among them)."""
    target = io.BytesIO()
    options = OPTIONS[file_format]
    if file_format == AVIF and picture.width <= CAREFUL_UP_TO:
        options = options | CAREFUL
    picture.save(target, file_format.upper(), **options)
    return target.getvalue()
