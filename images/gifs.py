"""A GIF as a picture that we keep: its first frame, which stands still."""

import io
import struct
import warnings
from typing import IO, Any, NamedTuple

from django.core.exceptions import ValidationError
from PIL import Image

from images.uploads import DAMAGED, FAR_TOO_MANY, refuse_too_many, room_for_one

# What Pillow raises, as its own `Image.open` knows too.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, MemoryError, IndexError, TypeError, struct.error)


class Still(NamedTuple):
    """A PNG, and whether more frames came after it."""

    png: bytes
    moved: bool


def is_gif(file: IO[bytes]) -> bool:
    """Say whether a file says of itself that it is one, whatever it is called; rewind it."""
    beginning = file.read(6)
    file.seek(0)
    return beginning in (b"GIF87a", b"GIF89a")


def first_frame(file: IO[bytes]) -> Still:
    """Return the first frame of a GIF, which was measured before it was decoded. Raises ValidationError.

    The caller has seen to it that there are not too many bytes.
    """
    try:
        with warnings.catch_warnings(), room_for_one:
            # Our own limit is lower.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=("GIF",))
            # The others are not decoded.
            refuse_too_many(picture.width * picture.height)
            picture.load()
            png = io.BytesIO()
            picture.save(png, "PNG")
            return Still(png.getvalue(), _moves(picture))
    except Image.DecompressionBombError as error:
        raise ValidationError(FAR_TOO_MANY) from error
    except _BROKEN as error:
        raise ValidationError(DAMAGED) from error


def _moves(picture: Any) -> bool:
    try:
        return bool(picture.is_animated)
    except (*_BROKEN, Image.DecompressionBombError):
        # What comes after the first is broken, but there is something.
        return True
