"""The list of widths of a picture, also right for one that is smaller than the sizes we ask for."""

from collections.abc import Sequence

from wagtail.images.models import AbstractRendition, ResponsiveImage


def width_srcset(renditions: Sequence[AbstractRendition]) -> str:
    """Return `renditions` as a srcset attribute: address and width in pixels, each width once.

    A picture is never enlarged, so a small one gives several renditions of one width; HTML allows each width
    only once (HTML standard, 4.8.4.2.1), and `sizes` only together with widths.
    """
    by_width: dict[int, str] = {}
    for rendition in renditions:
        by_width.setdefault(rendition.width, rendition.url)
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())


def list_each_width_once() -> None:
    """Let Wagtail's picture tags write their srcset with `width_srcset`; there is no setting for it."""
    ResponsiveImage.get_width_srcset = classmethod(lambda cls, renditions: width_srcset(renditions))
