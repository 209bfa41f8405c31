"""Reading an uploaded picture, however large, into the few megapixels that its renditions need."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from images.models import SiteImage
from images.shapes import AVIF, FALLBACKS, JPEG, SHAPES, SOCIAL, WEBP, spec, wagtail_filter

logger = logging.getLogger("images")

_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)
_SRGB = ImageCms.createProfile("sRGB")
Box = tuple[float, float, float, float]


class Unreadable(Exception):
    """The file can't be made into renditions; the message says why, in Dutch."""


@dataclass(frozen=True)
class Cut:
    """One size of a picture: what part of the original (pixels) it shows, and how large."""

    filter: str
    box: Box
    size: tuple[int, int]
    has_fallback: bool


@dataclass(frozen=True)
class Task:
    """One rendition to be made; `name` is Wagtail's."""

    cut: Cut
    format: str
    name: str


@dataclass(frozen=True)
class Source:
    """A picture in memory, upright, in sRGB, no larger than its largest rendition needs."""

    picture: Image.Image
    scale: float
    cuts: tuple[Cut, ...]
    _made: dict[Cut, Image.Image] = field(default_factory=dict)

    @property
    def is_opaque(self) -> bool:
        return self.picture.mode == "RGB"

    def tasks(self, *, with_avif: bool = False) -> list[Task]:
        """Return what is to be made; what every browser can show first, so that a page is soon whole."""
        formats = (JPEG if self.is_opaque else WEBP, *([AVIF] if with_avif else []))
        return [
            Task(cut, file_format, spec(cut.filter, file_format))
            for file_format in formats
            for cut in self.cuts
            if (cut.filter not in SOCIAL if file_format == AVIF else cut.has_fallback)
        ]

    def cut(self, cut: Cut) -> Image.Image:
        """Return the cut, which is kept for the next format: all together are no larger than the source."""
        if cut not in self._made:
            left, top, right, bottom = (side * self.scale for side in cut.box)
            box = (left, top, min(right, self.picture.width), min(bottom, self.picture.height))
            self._made[cut] = self.picture.resize(
                cut.size, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0
            )
        return self._made[cut]


def cuts_of(image: SiteImage, size: tuple[int, int], shapes: dict[str, tuple[str, ...]]) -> list[Cut]:
    """Return the sizes to be made; of those that come out equal, because a picture is never enlarged, one."""
    cuts = []
    for shape, filters in shapes.items():
        seen = set()
        for name in filters:
            transform = wagtail_filter(name).get_transform(image, size)
            width, height = (max(1, round(side)) for side in transform.size)
            if (width, height) not in seen:
                seen.add((width, height))
                rect = transform.get_rect().round()
                box = (rect.left, rect.top, rect.right, rect.bottom)
                cuts.append(Cut(name, box, (width, height), name in FALLBACKS))
        if cuts[-1].filter != SHAPES[shape][-1]:
            cuts[-1] = replace(cuts[-1], has_fallback=True)
    return cuts


@contextmanager
def opened(image: SiteImage) -> Iterator[BinaryIO]:
    try:
        file = image.file.storage.open(image.file.name, "rb")
    except OSError as error:
        raise Unreadable("Het bestand van deze afbeelding is er niet meer. Kies het opnieuw.") from error
    with file:
        yield file


def read(image: SiteImage, shapes: dict[str, tuple[str, ...]]) -> Source:
    """Return the picture, ready to be cut into `shapes`. Raises Unreadable."""
    with opened(image) as file:
        try:
            return _read(image, file, shapes)
        except Image.DecompressionBombError as error:
            raise Unreadable("Deze afbeelding heeft te veel beeldpunten. Maak haar eerst kleiner.") from error
        except MemoryError as error:
            raise Unreadable("Deze afbeelding past niet in het geheugen van de server.") from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
            logger.info("picture %s cannot be read: %s", image.pk, error)
            raise Unreadable(
                "Dit bestand is beschadigd of geen afbeelding. Sla het opnieuw op en kies het nog eens."
            ) from error


def _read(image: SiteImage, file: BinaryIO, shapes: dict[str, tuple[str, ...]]) -> Source:
    picture: Image.Image = Image.open(file)
    width, height = picture.size
    on_its_side = picture.getexif().get(_ORIENTATION) in _ON_ITS_SIDE
    size = (height, width) if on_its_side else (width, height)
    cuts = cuts_of(image, size, shapes)
    scale = min(1.0, max(cut.size[0] / (cut.box[2] - cut.box[0]) for cut in cuts))
    target = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    # A JPEG is decoded at an eighth, a quarter or half of its size, as long as that is large enough.
    picture.draft("RGB", target[::-1] if on_its_side else target)
    picture.load()
    # Shrunk first: then there is less to turn and to convert.
    picture = _with_channels(picture)
    if scale < 1:
        target = target[::-1] if on_its_side else target
        picture = picture.resize(target, Image.Resampling.LANCZOS, reducing_gap=2.0)
    picture = _in_srgb(ImageOps.exif_transpose(picture))
    return Source(picture, picture.width / size[0], tuple(cuts))


def _with_channels(picture: Image.Image) -> Image.Image:
    """Return the picture as RGB, RGBA or CMYK: other modes can't be made smaller, or lose their profile."""
    if picture.mode.startswith("I"):  # sixteen bits
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    elif picture.mode not in ("RGB", "RGBA", "CMYK"):
        picture = picture.convert("RGB")
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] == 255:
        return picture.convert("RGB")
    return picture


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Return the picture in the colours of the web; phones and printers bring profiles of their own."""
    profile = picture.info.pop("icc_profile", None)
    picture.info.clear()
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    if alpha:
        picture = picture.convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            converted = ImageCms.profileToProfile(picture, io.BytesIO(profile), _SRGB, outputMode="RGB")
            picture = converted or picture
            picture.info.clear()
    if picture.mode != "RGB":
        picture = picture.convert("RGB")
    if alpha:
        picture.putalpha(alpha)
    return picture
