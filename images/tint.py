"""The colour that stands where a picture is still to come."""

import math

from PIL import Image

STEPS_OF_LIGHT, STEPS_OF_CHROMA, CHROMA_STEP, HUES = 10, 3, 0.04, 12
_TO_LINEAR = [
    value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)
]
# Pillow averages whole numbers, which is too coarse for linear light in the dark: so the picture is made
# small in its own light first, and these few pixels are added up exactly.
_SAMPLE = (16, 16)


def mean_colour(picture: Image.Image) -> str:
    """Return the mean of an opaque RGB picture, taken in linear light, as `#rrggbb`."""
    sample = picture.resize(_SAMPLE, Image.Resampling.BOX, reducing_gap=2.0)
    pixels = _SAMPLE[0] * _SAMPLE[1]
    means = [
        sum(_TO_LINEAR[value] * count for value, count in enumerate(channel.histogram())) / pixels
        for channel in sample.split()
    ]
    return "#" + "".join(f"{round(255 * _from_linear(mean)):02x}" for mean in means)


def tint_classes(colour: str) -> str:
    """Return the CSS classes nearest to `#rrggbb`, "" without one (static/css/components/picture.css).

    Public pages may not carry styles of their own, so the colour is told in steps that the style sheet knows:
    lightness by a tenth, chroma by 0.04, hue by thirty degrees of OKLCH.
    """
    if not colour:
        return ""
    lightness, chroma, hue = _oklch(*(_TO_LINEAR[int(colour[at : at + 2], 16)] for at in (1, 3, 5)))
    light = min(STEPS_OF_LIGHT, max(1, round(lightness * STEPS_OF_LIGHT)))
    strength = min(STEPS_OF_CHROMA, round(chroma / CHROMA_STEP))
    if not strength:
        return f"tint tint-l{light}"
    return f"tint tint-l{light} tint-c{strength} tint-h{round(hue / 360 * HUES) % HUES}"


def _from_linear(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _oklch(red: float, green: float, blue: float) -> tuple[float, float, float]:
    """Return lightness, chroma and hue in degrees (https://bottosson.github.io/posts/oklab/)."""
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360
