"""The shapes and widths in which pictures are shown: a picture can be asked for these and no others.

Two neighbouring widths differ by a factor of at most 1.5, so a browser never fetches much more than it shows.
"""

import re
from functools import cache

from wagtail.images.models import Filter

# As it was uploaded, only smaller. 2240 is twice the width of the widest picture that is not cropped.
WHOLE = tuple(f"width-{width}" for width in (240, 360, 540, 800, 1120, 1600, 2240))
CARD = tuple(f"fill-{width}x{width * 2 // 3}" for width in (360, 540, 810))
SQUARE = tuple(f"fill-{width}x{width}" for width in (96, 160, 240, 360, 540, 800))
# What social networks show; they read no AVIF.
SOCIAL = ("fill-1200x630",)
SHAPES = {"whole": WHOLE, "card": CARD, "square": SQUARE, "social": SOCIAL}

# What browsers without AVIF get (one in twenty): fewer widths, and the widest of a picture that is smaller.
FALLBACKS = frozenset(
    {
        *("width-360", "width-800", "width-1600", "fill-540x360", "fill-160x160", "fill-540x540"),
        *SOCIAL,
    }
)

# Made while the coach waits for the upload, so that there is always something to show.
FIRST = "width-800"
AVIF, JPEG, WEBP = "avif", "jpeg", "webp"
# Raised when the same widths are to be made once more, in another way.
RECIPE = 2
_OURS = re.compile(r"(width-\d+|fill-\d+x\d+)\|format-(avif|jpeg|webp)")


def spec(shape_filter: str, file_format: str) -> str:
    """Return Wagtail's name of a rendition: `width-240|format-avif`."""
    return f"{shape_filter}|format-{file_format}"


def all_specs(*shapes: str) -> list[str]:
    """Return the names of all renditions of these shapes; of every shape without any."""
    filters = [name for shape in shapes or SHAPES for name in SHAPES[shape]]
    return [spec(name, file_format) for name in filters for file_format in (AVIF, JPEG, WEBP)]


@cache
def specs_of(shape: str) -> frozenset[str]:
    return frozenset(all_specs(shape))


@cache
def wagtail_filter(name: str) -> Filter:
    return Filter(spec=name)


def is_for_readers(name: str) -> bool:
    """Tell whether a rendition of this name is, or once was, ours; the admin makes others for itself."""
    return bool(_OURS.fullmatch(name))
