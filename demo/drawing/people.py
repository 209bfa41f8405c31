"""Small figures, a few sheets each."""

import math
from collections.abc import Sequence

from demo.drawing.palette import CLAY, INK, IVORY, NIGHT, PETAL, PLUM, SAND, mix
from demo.drawing.paper import Sheet
from demo.drawing.shapes import Point, disc, pebble, ribbon, smooth

# eight points of a circle
COMPASS = [(math.cos(k * math.pi / 4), math.sin(k * math.pi / 4)) for k in range(8)]


def walker(
    sheet: Sheet, x: float, y: float, size: float, coat: str, hair: str, step: int = 1, skin: str = ""
) -> None:
    """Someone walking, from the side; (x, y) is between the feet, `size` the height, `step` the direction."""
    skin = skin or mix(PETAL, CLAY, 0.5)
    leg = mix(INK, PLUM, 0.35)

    def band(points: Sequence[Point], widths: Sequence[float]) -> str:
        return ribbon(
            [(x + px * size * step, y + py * size) for px, py in points], [w * size for w in widths]
        )

    def shape(points: Sequence[Point]) -> str:
        return smooth([(x + px * size * step, y + py * size) for px, py in points], closed=True, tension=0.85)

    sheet.cut(
        band([(0.0, -0.46), (-0.05, -0.24), (-0.14, -0.03)], [0.09, 0.07, 0.05]),
        mix(leg, NIGHT, 0.4),
        "flat",
        1,
    )
    sheet.cut(band([(-0.15, -0.022), (-0.08, -0.012)], [0.045, 0.035]), NIGHT, "flat", 1)
    sheet.cut(band([(0.01, -0.46), (0.09, -0.25), (0.11, -0.02)], [0.09, 0.07, 0.05]), leg, "flat", 1)
    sheet.cut(band([(0.1, -0.016), (0.18, -0.01)], [0.045, 0.035]), NIGHT, "flat", 1)
    body = [
        (-0.045, -0.845),
        (0.04, -0.845),
        (0.095, -0.74),
        (0.095, -0.58),
        (0.125, -0.37),
        (0.0, -0.35),
        (-0.125, -0.37),
    ]
    body += [(-0.105, -0.58), (-0.11, -0.74)]
    sheet.cut(shape(body), (mix(coat, IVORY, 0.12), mix(coat, INK, 0.28)), "low", 2)
    sheet.line(
        f"M{x + 0.02 * size * step:.1f} {y - 0.52 * size:.1f}v{0.14 * size:.1f}", mix(coat, INK, 0.4), 2, 0.5
    )
    arm = [(-0.015, -0.785), (-0.03, -0.72), (-0.045, -0.62), (-0.01, -0.52), (0.035, -0.46)]
    sheet.cut(band(arm, [0.02, 0.062, 0.066, 0.056, 0.042]), mix(coat, INK, 0.16), "flat", 1)
    sheet.cut(disc(x + 0.045 * size * step, y - 0.452 * size, 0.02 * size), skin, "flat", 1)
    sheet.cut(disc(x + 0.014 * size * step, y - 0.915 * size, 0.06 * size), skin, "flat", 1)
    locks = [
        (0.05, -0.968),
        (-0.01, -0.985),
        (-0.062, -0.945),
        (-0.066, -0.885),
        (-0.025, -0.868),
        (-0.012, -0.92),
        (0.012, -0.948),
    ]
    sheet.cut(shape(locks), hair, "flat", 1)
    sheet.cut(band([(-0.062, -0.845), (0.058, -0.84)], [0.045, 0.042]), mix(coat, SAND, 0.55), "flat", 1)


def sitting(sheet: Sheet, x: float, y: float, face: int, coat: str, hair: str, skin: str) -> None:
    """Someone sitting on a bed or couch, shoulders low; (x, y) is under the seat."""

    def band(points: Sequence[Point], widths: Sequence[float]) -> str:
        return ribbon([(x + face * px, y + py) for px, py in points], widths)

    trousers = mix(INK, PLUM, 0.4)
    torso = [(-10, -58), (-18, -128), (-5, -184), (8, -206)]
    sheet.cut(band(torso, [62, 66, 62, 30]), (mix(coat, IVORY, 0.12), mix(coat, INK, 0.2)), "mid", 3)
    thigh = band([(-14, -68), (30, -82), (70, -82), (84, -74), (88, -30), (84, 4)], [48, 46, 40, 36, 28, 22])
    # the seat as a second outline, wound the same way as the leg so that both read as one piece
    seat = smooth([(x + face * (-12 + 33 * c), y - 66 + 26 * s) for c, s in COMPASS], closed=True)
    sheet.cut([seat, thigh], trousers, "low", 2, holes=False)
    sheet.cut(band([(80, 0), (112, 3)], [16, 12]), NIGHT, "flat", 1)
    sheet.cut(
        band([(0, -192), (6, -176), (24, -128), (72, -100)], [14, 30, 27, 20]), mix(coat, INK, 0.14), "low", 2
    )
    sheet.cut(disc(x + face * 76, y - 98, 11), skin, "flat", 1)
    sheet.cut(band([(8, -196), (18, -222)], [22, 20]), mix(skin, INK, 0.12), "flat", 1)
    sheet.cut(pebble(x + face * 28, y - 240, 30, 2, 0.03), skin, "low", 1)
    locks = [(46, -262), (22, -280), (-8, -264), (-12, -226), (4, -206), (14, -232), (26, -254)]
    sheet.cut(smooth([(x + face * px, y + py) for px, py in locks], closed=True), hair, "low", 2)
