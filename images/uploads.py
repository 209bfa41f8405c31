"""Which files are taken as a picture: recognised by what is in them, measured before they are decoded."""

import io
import re
import threading
import warnings
from pathlib import PurePath
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from PIL import Image, UnidentifiedImageError

from images.stripping import Damaged, stripped

# By the names that Pillow has for them; several pictures in one JPEG come from telephones.
EXTENSIONS = {
    "JPEG": ("jpg", "jpeg"),
    "MPO": ("jpg", "jpeg"),
    "PNG": ("png",),
    "WEBP": ("webp",),
    "AVIF": ("avif",),
}
# A program or a page that came along. No camera writes these.
_ACTIVE = re.compile(rb"<\s*(?:script|html|svg|iframe|!doctype\s+html)|<\?php", re.IGNORECASE)
_OTHER_FILE = re.compile(rb"PK\x03\x04|PK\x05\x06|%PDF-")
_KINDS = "JPEG, PNG, WebP of AVIF"
UNKNOWN = f"Dit is geen {_KINDS}. Sla de afbeelding in een van deze soorten op en kies haar opnieuw."
DAMAGED = "Dit bestand is beschadigd of niet compleet. Sla de afbeelding opnieuw op en kies haar nog eens."
MIXED = "In dit bestand zit meer dan een afbeelding. Sla haar opnieuw op als JPEG of PNG en kies dat bestand."
FAR_TOO_MANY = "Deze afbeelding heeft veel te veel beeldpunten. Maak haar eerst kleiner."
# So that ten people who choose a picture at once take the memory of one.
room_for_one = threading.Lock()


def accept(name: str, file: IO[bytes]) -> bytes:
    """Return the content of an uploaded picture without its notes.

    Raises ValidationError, in Dutch, before anything is decoded where there is too much of it
    (WAGTAILIMAGES_MAX_UPLOAD_SIZE in bytes, WAGTAILIMAGES_MAX_IMAGE_PIXELS over all its frames).
    """
    most = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    file.seek(0)
    data = file.read(most + 1)
    if len(data) > most:
        raise ValidationError(
            f"Dit bestand is groter dan {filesizeformat(most)}. Maak de afbeelding eerst kleiner."
        )
    _check_kind_and_size(name, data)
    try:
        with room_for_one:
            clean = stripped(data)
            _decode(clean)
    except (
        Damaged,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        MemoryError,
        Image.DecompressionBombError,
    ) as error:
        raise ValidationError(DAMAGED) from error
    if _ACTIVE.search(data) or (len(clean) < len(data) and _OTHER_FILE.search(data)):
        raise ValidationError(MIXED)
    return clean


def accepted(file: File) -> File:
    """Return a file with the same name and the content that `accept` gives. Raises ValidationError."""
    clean = accept(file.name or "", file)
    return ContentFile(clean, name=file.name)


def _check_kind_and_size(name: str, data: bytes) -> None:
    picture = _open(data)
    extension = PurePath(name).suffix.lstrip(".").lower()
    if extension not in EXTENSIONS[picture.format or ""]:
        kind = "JPEG" if picture.format == "MPO" else picture.format
        raise ValidationError(
            f"De inhoud van dit bestand is {kind}, maar de naam eindigt op ‘.{extension}’. "
            "Geef het bestand de naam die erbij hoort."
        )
    _check_pixels(picture)


def check_pixels(data: bytes) -> None:
    """Raise ValidationError where `data` is a picture of too many pixels; say nothing of what is none."""
    try:
        picture = _open(data)
    except ValidationError as error:
        if error.message == FAR_TOO_MANY:
            raise
        return
    _check_pixels(picture)


def _check_pixels(picture: Any) -> None:
    refuse_too_many(picture.width * picture.height * (1 if picture.format == "MPO" else _frames(picture)))


def refuse_too_many(pixels: int) -> None:
    """Raise ValidationError where a picture has more pixels than may be decoded."""
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if pixels > most:
        found, limit = (number_format(round(count / 1e6, 1)) for count in (pixels, most))
        raise ValidationError(
            f"Deze afbeelding heeft {found} miljoen beeldpunten; het mogen er hooguit {limit} miljoen zijn. "
            "Maak haar eerst kleiner."
        )


def _open(data: bytes) -> Any:
    """Return the picture with its size, not yet decoded. Raises ValidationError."""
    try:
        with warnings.catch_warnings():
            # Our own limit is lower.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF"))
    except Image.DecompressionBombError as error:
        raise ValidationError(FAR_TOO_MANY) from error
    except UnidentifiedImageError as error:
        raise ValidationError(UNKNOWN) from error
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
        raise ValidationError(DAMAGED) from error
    if picture.format not in EXTENSIONS:
        raise ValidationError(UNKNOWN)
    return picture


def _frames(picture: Any) -> int:
    return max(1, getattr(picture, "n_frames", 1))


def _decode(data: bytes) -> None:
    """Read the picture to its end. Raises what Pillow does where that is not there."""
    picture = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF"))
    # A JPEG tells whether it is whole at an eighth of its size too.
    picture.draft("RGB", (max(1, picture.width // 8), max(1, picture.height // 8)))
    picture.load()
