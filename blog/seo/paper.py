"""Cut paper: sheets with a waving edge that shade what lies under them, in the site's colours."""

import math
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFilter

# Drawn so much larger, and made smaller again, edges are smooth.
_FINE = 2
Points = list[tuple[float, float]]

# The tokens of static/css/tokens.css as sRGB: oklch is nothing to Pillow.
PAPER, INK, INK_SOFT, ACCENT, SAGE = "#fbf7ef", "#301928", "#5b4653", "#9a3538", "#365942"
NIGHT, SAND, DEEP = "#1e121d", "#f0dcc4", "#eee1cf"


class Scheme(NamedTuple):
    """The colours of a picture, from the sky to the nearest hill, and of the sheets beside the text."""

    sky: str
    sun: tuple[str, str, str]
    hills: tuple[str, str, str, str]
    sheets: tuple[str, str, str]


ROSE = Scheme(
    "#f6cfc2",
    ("#f3bfa6", "#f4cfa9", "#f8e3bd"),
    ("#dd9d94", "#b9656a", "#8f3a45", "#4a2138"),
    ("#4a2138", ACCENT, "#e2a79b"),
)
PLUM = Scheme(
    "#4a2f49",
    ("#5c3d57", "#7a5268", "#f3dfc8"),
    ("#6d4563", "#54324f", "#3c2238", "#271525"),
    ("#271525", "#5a3550", "#c98f93"),
)
GREEN = Scheme(
    "#dfe9dc",
    ("#e8e2c5", "#f1d9ae", "#f4c795"),
    ("#a9c4ac", "#7aa185", "#4d7a60", "#2b4a38"),
    ("#2b4a38", "#5f8f72", "#c9d9bf"),
)
SCHEMES = (ROSE, PLUM, GREEN)


def sheet(canvas: Image.Image, outline: Points, fill: str, *, depth: int = 12, shade: float = 0.34) -> None:
    """Lay a sheet with this outline (pixels) on `canvas`; `depth` is how far its shadow reaches."""
    large = (canvas.width * _FINE, canvas.height * _FINE)
    mask = Image.new("L", large, 0)
    ImageDraw.Draw(mask).polygon([(x * _FINE, y * _FINE) for x, y in outline], fill=255)
    mask = mask.resize(canvas.size, Image.Resampling.BOX)
    if depth:
        shadow = mask.filter(ImageFilter.GaussianBlur(depth)).point(lambda value: round(value * shade))
        canvas.paste(NIGHT, (depth // 3, depth // 4), shadow)
    canvas.paste(fill, (0, 0), mask)


def grain(canvas: Image.Image, strength: float = 0.035) -> Image.Image:
    """Return `canvas` with the tooth of paper, so that large plain parts are not dead."""
    noise = Image.effect_noise((canvas.width // 2, canvas.height // 2), 60).resize(canvas.size).convert("RGB")
    return Image.blend(canvas, Image.composite(canvas, noise, Image.new("L", canvas.size, 0)), strength)


def wave(random: Random, height: float) -> Callable[[float], float]:
    """Return a calm line: how far it is from its middle, at most `height`, at each place (pixels)."""
    parts = [(random.uniform(0.6, 1), random.uniform(330, 520), random.uniform(0, math.tau))]
    parts.append((random.uniform(0.2, 0.4), random.uniform(150, 240), random.uniform(0, math.tau)))
    total = sum(part[0] for part in parts)
    return lambda at: height * sum(a * math.sin(at / b * math.tau + c) for a, b, c in parts) / total


def upright_edge(random: Random, x: float, height: int, swing: float = 22) -> Points:
    """Return the outline of a sheet that covers all left of a waving line at `x`."""
    line = wave(random, swing)
    steps = range(-40, height + 41, 8)
    return [(-80, -40), *((x + line(y), y) for y in steps), (-80, height + 40)]


def landscape(size: tuple[int, int], scheme: Scheme, random: Random) -> Image.Image:
    """Draw a sun above hills, or a moon above water, each time a little otherwise."""
    width, height = size
    canvas = Image.new("RGB", size, scheme.sky)
    x, y = width * random.uniform(0.42, 0.66), height * random.uniform(0.34, 0.46)
    for radius, colour in zip((0.40, 0.285, 0.175), scheme.sun, strict=True):
        sheet(canvas, _circle(x, y, width * radius), colour, depth=9, shade=0.16)
    for number, colour in enumerate(scheme.hills):
        line = wave(random, 15 + 4 * number)
        top = height * (0.56 + 0.12 * number)
        edge = [(at, top + line(at)) for at in range(-40, width + 41, 8)]
        sheet(canvas, [(-40, height + 40), *edge, (width + 40, height + 40)], colour)
    return canvas


def _circle(x: float, y: float, radius: float) -> Points:
    angles = (step / 120 * math.tau for step in range(120))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def mark(canvas: Image.Image, x: int, middle: int, height: int, colours: tuple[str, str]) -> int:
    """Draw the site's mark, two circles near and apart, at `x`; return how wide it is."""
    fine, line = 4, height * 0.085
    width = round(height * 37 / 21)
    layer = Image.new("RGBA", (width * fine, (height + 2) * fine))
    draw = ImageDraw.Draw(layer)
    for left, colour in zip((0, width - height), colours, strict=True):
        box = [(left + 1) * fine, fine, (left + height - 1) * fine, (height - 1) * fine]
        draw.ellipse(box, outline=colour, width=round(line * fine))
    layer = layer.resize((width, height + 2), Image.Resampling.LANCZOS)
    canvas.paste(layer, (x, middle - height // 2), layer)
    return width
