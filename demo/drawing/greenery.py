"""Trees and clouds that several pictures share."""

import math
import random

from demo.drawing.palette import CLAY, IVORY, NIGHT, PINE, PLUM, mix
from demo.drawing.paper import Sheet
from demo.drawing.shapes import box, disc, leaf, pebble, ribbon, stencil


def tree(sheet: Sheet, x: float, y: float, size: float, tone: str, seed: int = 1) -> None:
    """A round tree of three sheets; (x, y) is its foot."""
    sheet.cut(
        ribbon([(x, y), (x + size * 0.02, y - size)], [size * 0.13, size * 0.06]),
        mix(PLUM, CLAY, 0.25),
        "low",
        2,
    )
    for k, (dx, dy, r) in enumerate(((-0.24, -0.92, 0.42), (0.25, -1.0, 0.40), (0.0, -1.32, 0.46))):
        sheet.cut(
            pebble(x + dx * size, y + dy * size, r * size, seed + k, 0.09),
            mix(tone, IVORY, 0.07 * k),
            "low",
            4,
        )


def poplar(sheet: Sheet, x: float, y: float, size: float, tone: str) -> None:
    sheet.cut(box(x - size * 0.025, y - size * 0.3, size * 0.05, size * 0.3), mix(PLUM, CLAY, 0.2), "flat", 1)
    sheet.cut(leaf(x, y - size * 0.1, size, size * 0.26, -90), tone, "low", 3)


def willow(sheet: Sheet, x: float, y: float, size: float, tone: str, seed: int) -> None:
    """A pollard willow; (x, y) is its foot."""
    rng = random.Random(seed)
    top = y - size * 0.6
    behind: list[str] = []
    front: list[str] = []
    for k in range(31):
        turn = math.radians(-172 + k * 5.5 + rng.uniform(-3, 3))
        reach = size * rng.uniform(0.5, 0.74) * (1 - 0.12 * abs(math.cos(turn)))
        bend = size * 0.1 * math.cos(turn)
        start = (x + size * 0.09 * math.cos(turn), top + size * 0.02)
        middle = (x + reach * 0.55 * math.cos(turn), top + reach * 0.62 * math.sin(turn))
        end = (x + reach * math.cos(turn) + bend, top + reach * math.sin(turn) + abs(bend) * 1.6)
        twigs = front if k % 2 else behind
        twigs.append(ribbon([start, middle, end], [size * 0.022, size * 0.014, size * 0.005]))
        for along in (0.35, 0.5, 0.65, 0.8, 0.93):
            px = middle[0] + (end[0] - middle[0]) * (along - 0.3) / 0.7
            py = middle[1] + (end[1] - middle[1]) * (along - 0.3) / 0.7
            twigs.append(
                leaf(px, py, size * 0.095, size * 0.028, math.degrees(turn) + 30 * (-1) ** int(along * 20))
            )
    sheet.shade(disc(x + size * 0.12, y, size * 0.3, size * 0.03), opacity=0.3, blur=size * 0.014)
    sheet.cut(behind, mix(tone, PINE, 0.45), "low", 3, holes=False)
    trunk = [(x, y + size * 0.01), (x - size * 0.012, y - size * 0.08), (x - size * 0.03, y - size * 0.3)]
    trunk += [(x + size * 0.01, y - size * 0.5), (x, top)]
    widths = [size * s for s in (0.25, 0.17, 0.13, 0.16, 0.2)]
    sheet.cut(ribbon(trunk, widths), (mix(PLUM, CLAY, 0.4), mix(PLUM, NIGHT, 0.2)), "mid", 5, angle=0)
    for k in range(4):
        knob = (x + (k - 1.5) * size * 0.06, top + size * 0.012 * (-1) ** k)
        sheet.cut(pebble(*knob, size * 0.055, k, 0.12), mix(PLUM, CLAY, 0.36 - 0.09 * k), "low", 2)
    sheet.cut(front, tone, "low", 3, holes=False)


def cloud(sheet: Sheet, x: float, y: float, w: float, tone: str) -> None:
    """A flat-bottomed cloud, its lower left corner at (x, y)."""
    sheet.cut(stencil(x, y, w / 100, "q10 -12 30 -8q16 -16 38 -3q22 -5 32 11Z"), tone, "low", 6)
