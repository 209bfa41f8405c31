"""The card that social networks show of a page: its title in the site's type, on cut paper."""

import io
from functools import lru_cache
from random import Random
from typing import NamedTuple

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from blog.seo import paper
from blog.seo.sharing import HEIGHT, WIDTH
from blog.seo.wrapping import HYPHEN, Measure, Setting, fit

# Raised when the same words are to be drawn in another way.
RECIPE = 1
_FONTS = settings.BASE_DIR / "static" / "fonts"
_SERIF, _SANS = "literata-latin.woff2", "figtree-latin.woff2"
_LEFT, _TEXT_WIDTH, _EDGE = 76, 610, 748
SCENE, SLEEVE = (WIDTH - _EDGE - 8, HEIGHT), (330, 330)
_SIZES = (104, 94, 86, 78, 72, 66, 60, 55, 50, 46, 42)
_LARGE, _LEADING = 78, 1.16


class Words(NamedTuple):
    """What stands on the card; `seed` chooses its colours and cut, and stays the same for a page."""

    title: str
    kicker: str
    practice: str
    seed: int


def draw(words: Words, picture: Image.Image | None) -> bytes:
    """Return the card as a JPEG: the words on paper, beside `picture` or cut paper.

    A picture of size SCENE fills its side; another, such as a cover with words of its own, lies there whole.
    """
    # The same page gets the same cut each time.
    random = Random(words.seed)  # noqa: S311 - chooses waves
    scheme = paper.SCHEMES[words.seed % len(paper.SCHEMES)]
    canvas = Image.new("RGB", (WIDTH, HEIGHT), paper.PAPER)
    if picture is not None and picture.size == SCENE:
        canvas.paste(picture, (WIDTH - SCENE[0], 0))
    else:
        canvas.paste(paper.landscape(SCENE, scheme, random), (WIDTH - SCENE[0], 0))
        if picture is not None:
            _lay(canvas, picture)
    for number, colour in enumerate(scheme.sheets):
        outline = paper.upright_edge(random, _EDGE + 46 - 20 * number, HEIGHT)
        paper.sheet(canvas, outline, colour, depth=14, shade=0.42)
    paper.sheet(canvas, paper.upright_edge(random, _EDGE - 14, HEIGHT), paper.PAPER, depth=14, shade=0.42)
    canvas = paper.grain(canvas)
    _write(canvas, words)
    target = io.BytesIO()
    # Colours at their full size: letters in rose on paper would get rims otherwise.
    canvas.save(target, "JPEG", quality=86, subsampling=0, optimize=True, progressive=True)
    return target.getvalue()


def _lay(canvas: Image.Image, picture: Image.Image) -> None:
    """Lay a picture on the side of the scene that the sheets leave free."""
    x, y = WIDTH - SCENE[0] // 2 + 20 - picture.width // 2, (HEIGHT - picture.height) // 2
    right, bottom = x + picture.width, y + picture.height
    corners = [(float(x), float(y)), (right, y), (right, bottom), (x, bottom)]
    paper.sheet(canvas, corners, paper.PAPER, depth=18, shade=0.5)
    canvas.paste(picture, (x, y))


def _write(canvas: Image.Image, words: Words) -> None:
    draw = ImageDraw.Draw(canvas)
    foot = HEIGHT - 87
    top = 72
    if words.kicker:
        label = _font(_SANS, 25, 600)
        draw.text((_LEFT, top), _line(words.kicker, label), font=label, fill=paper.ACCENT, anchor="lt")
        top += 54
    room = foot - 62 - top
    setting = _set(words.title, room)
    line_height = round(setting.size * _LEADING)
    # In the middle of what is left, a little above it as the eye wants.
    y = top + max(0, (room - line_height * len(setting.lines)) * 0.44)
    font = _font(_SERIF, setting.size, 600)
    for line in setting.lines:
        draw.text((_LEFT, y), _printable(line), font=font, fill=paper.INK, anchor="la")
        y += line_height
    width = paper.mark(canvas, _LEFT, foot, 34, (paper.ACCENT, paper.SAGE)) + 16
    font = _font(_SERIF, 29, 600)
    name = _line(words.practice, font, width)
    draw.text((_LEFT + width, foot), name, font=font, fill=paper.INK, anchor="lm")


def _set(title: str, room: int) -> Setting:
    def measure(size: int) -> Measure:
        font = _font(_SERIF, size, 600)
        return lambda text: font.getlength(_printable(text))

    def most(size: int) -> int:
        # Large letters are for few words.
        return 2 if size > _LARGE else int(room // (size * _LEADING))

    return fit(title, _SIZES, measure, _TEXT_WIDTH, most)


def _line(text: str, font: ImageFont.FreeTypeFont, taken: int = 0) -> str:
    """Return `text` on one line, with an ellipsis where it is too long."""
    text = _printable(text)
    return fit(text, (1,), lambda _: font.getlength, _TEXT_WIDTH - taken, lambda _: 1).lines[0]


def _printable(text: str) -> str:
    """Return `text` with the signs that the site's fonts have."""
    return text.replace(HYPHEN, "-").replace("ĳ", "ij").replace("Ĳ", "IJ")


@lru_cache(maxsize=32)
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The site's own web fonts: Pillow's FreeType reads WOFF2.
    font = ImageFont.truetype(str(_FONTS / name), size)
    font.set_variation_by_axes([weight])
    return font
