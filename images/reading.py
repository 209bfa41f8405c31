"""Which renditions a reader gets: those that are there. A reader's request never makes one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from images.models import SiteImage, SiteRendition
from images.shapes import AVIF, SHAPES, specs_of, wagtail_filter
from pagecache.prepared import Prepared

# The original itself, while there is no rendition yet: in bytes and pixels.
SMALL_FILE, SMALL_WIDTH = 300_000, 1600
_PREFERRED_WIDTH = 810
_STORAGE = SiteRendition._meta.get_field("file").storage
# Where an image carries its rows.
_KNOWN = "known_renditions"


@dataclass(frozen=True)
class Shown:
    """What is shown of a picture: address, size in pixels, and the sets to choose from."""

    url: str
    width: int
    height: int
    srcset: str = ""
    avif: str = ""


class Row(NamedTuple):
    """What of a rendition tells where it is and whether it fits; a model instance costs ten times as much."""

    filter_spec: str
    file: str
    width: int
    height: int
    focal_point_key: str

    @property
    def url(self) -> str:
        return _url(self.file)


_rows_of = Prepared(
    lambda images: SiteRendition.objects.filter(image__in=images).values_list("image_id", *Row._fields)
)


# The name of a file tells what is in it, so where it is does not change.
@lru_cache(maxsize=2000)
def _url(name: str) -> str:
    return str(_STORAGE.url(name))


def prefetch_renditions(pictures: Iterable[SiteImage | None]) -> None:
    """Fetch the renditions of all `pictures` in one query, for `shown`."""
    images = [picture for picture in pictures if picture is not None and not hasattr(picture, _KNOWN)]
    if not images:
        return
    rows: dict[int, list[Row]] = {image.pk: [] for image in images}
    for image_id, *fields in _rows_of(rows):
        rows[image_id].append(Row(*fields))
    for image in images:
        setattr(image, _KNOWN, rows[image.pk])


def shown(image: SiteImage, shape: str, *, or_original: bool = True) -> Shown | None:
    """Return what there is of `image` in `shape`, else uncut, else a small original, else None."""
    prefetch_renditions([image])
    for wanted in dict.fromkeys((shape, "whole")):
        specs = specs_of(wanted)
        there = [row for row in getattr(image, _KNOWN) if row.filter_spec in specs]
        # All cuts of one shape go by the same focus.
        focus = wagtail_filter(SHAPES[wanted][0]).get_cache_key(image)
        # While new ones are made, the cut of an earlier focus still has the right shape.
        there = [row for row in there if row.focal_point_key == focus] or there
        there.sort(key=lambda row: row.width)
        if found := _sets(there):
            return found
    if or_original and image.width <= SMALL_WIDTH and (image.file_size or SMALL_FILE + 1) <= SMALL_FILE:
        return Shown(image.file.url, image.width, image.height)
    return None


def _sets(rows: list[Row]) -> Shown | None:
    """Return the sets of `rows`, from narrow to wide; None without one that every browser can show."""
    avif = [row for row in rows if row.filter_spec.endswith(AVIF)]
    others = [row for row in rows if not row.filter_spec.endswith(AVIF)]
    if not others:
        return None
    usual = next((row for row in reversed(others) if row.width <= _PREFERRED_WIDTH), others[0])
    # Half a set of AVIF would be taken for the whole, and shown too coarse.
    is_complete = bool(avif) and avif[-1].width >= others[-1].width
    return Shown(
        usual.url,
        usual.width,
        usual.height,
        _srcset(others) if len(others) > 1 else "",
        _srcset(avif) if is_complete else "",
    )


def _srcset(rows: list[Row]) -> str:
    """Return a srcset, each width once (HTML standard, 4.8.4.2.1)."""
    return ", ".join({row.width: f"{row.url} {row.width}w" for row in rows}.values())
