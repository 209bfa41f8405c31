"""The site's colours and the tints between them, as hex for SVG."""

import math


def oklch(lightness: float, chroma: float, hue: float) -> str:
    """An oklch colour as sRGB hex, clipped to gamut (Björn Ottosson's Oklab matrices)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    return _hex(lightness, a, b)


def mix(first: str, second: str, share: float) -> str:
    """`share` (0 to 1) of the second colour in the first, mixed in Oklab so that the tints stay clean."""
    one, two = _oklab(first), _oklab(second)
    return _hex(*(p + (q - p) * share for p, q in zip(one, two, strict=True)))


def steps(first: str, second: str, count: int) -> list[str]:
    """`count` colours from the first to the second, both included."""
    return [mix(first, second, i / max(count - 1, 1)) for i in range(count)]


def _hex(lightness: float, a: float, b: float) -> str:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _encode(min(max(c, 0.0), 1.0))):02x}" for c in linear)


def _encode(c: float) -> float:
    return 12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055


def _decode(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _oklab(colour: str) -> tuple[float, float, float]:
    r, g, b = (_decode(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


IVORY = oklch(0.977, 0.011, 80)
SAND = oklch(0.945, 0.02, 78)
DUNE = oklch(0.88, 0.042, 72)
CLAY = oklch(0.79, 0.062, 62)
CHESTNUT = oklch(0.42, 0.055, 42)
STRAW = oklch(0.84, 0.085, 76)
LAMP = oklch(0.9, 0.095, 82)

INK = oklch(0.25, 0.045, 340)
NIGHT = oklch(0.21, 0.03, 330)
DUSK = oklch(0.26, 0.035, 330)
PLUM = oklch(0.33, 0.05, 338)
MULBERRY = oklch(0.42, 0.068, 345)
MAUVE = oklch(0.55, 0.06, 350)
LILAC = oklch(0.7, 0.045, 350)

WINE = oklch(0.42, 0.115, 18)
ROSE = oklch(0.52, 0.14, 22)
CORAL = oklch(0.64, 0.125, 26)
BLUSH = oklch(0.76, 0.1, 25)
PETAL = oklch(0.86, 0.055, 35)
SHELL = oklch(0.92, 0.032, 48)

PINE = oklch(0.34, 0.03, 160)
MOSS = oklch(0.45, 0.043, 155)
SAGE = oklch(0.55, 0.055, 155)
REED = oklch(0.66, 0.058, 152)
MINT = oklch(0.76, 0.06, 155)
MIST = oklch(0.87, 0.03, 150)

SHADOW = oklch(0.19, 0.06, 345)
