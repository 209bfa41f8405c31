"""Pictures of the edge between land and water."""

import math
from collections.abc import Sequence

from demo.drawing.boats import boat
from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    IVORY,
    LILAC,
    MAUVE,
    MIST,
    MULBERRY,
    NIGHT,
    PETAL,
    PINE,
    PLUM,
    REED,
    ROSE,
    SAGE,
    SAND,
    SHELL,
    STRAW,
    WINE,
    mix,
    steps,
)
from demo.drawing.paper import UPWARD, Sheet
from demo.drawing.shapes import Point, box, disc, hills, pebble, ribbon, smooth, straight, tide


def geen_contact(sheet: Sheet) -> None:
    """Two circles on two shores, from high above, with deep water between."""
    sheet.light = (0.5, 0.9)
    sheet.ground((mix(MULBERRY, NIGHT, 0.35), mix(PLUM, NIGHT, 0.4)), angle=60)
    middle = [
        (1010, -140),
        (930, 60),
        (800, 250),
        (830, 470),
        (745, 640),
        (640, 830),
        (650, 1010),
        (540, 1210),
    ]
    west = [(x - 70 - 26 * math.sin(k * 1.7), y) for k, (x, y) in enumerate(middle)]
    east = [(x + 78 + 24 * math.cos(k * 1.5), y) for k, (x, y) in enumerate(middle)]
    bank(sheet, west, -1, [*steps(mix(MULBERRY, MAUVE, 0.35), PETAL, 5), SHELL, SAND], 46)
    bank(sheet, east, 1, [*steps(mix(PINE, MAUVE, 0.3), MIST, 5), mix(MIST, SAND, 0.5), SAND], 46)
    for x, y, tone, dark in ((388, 470, ROSE, WINE), (1212, 612, SAGE, PINE)):
        sheet.cut([disc(x, y, 106), disc(x, y, 99)], mix(SAND, tone, 0.4), "flat", 4)
        sheet.cut(disc(x, y, 76), (mix(tone, SAND, 0.14), mix(tone, dark, 0.35)), "high", 4)


def bank(sheet: Sheet, edge: Sequence[Point], side: int, tones: list[str], pitch: float) -> None:
    """A coast seen from above, rising in terraces to the left (-1) or the right (1)."""
    for i, tone in enumerate(tones):
        line = [
            (x + side * (i * pitch + 13 * math.sin(i * 1.9 + k * 1.3)), y + 6 * math.cos(i + k * 2.2))
            for k, (x, y) in enumerate(edge)
        ]
        beyond = 1750 if side > 0 else -150
        sheet.cut(
            f"{smooth(line)}L{beyond} {line[-1][1]:.0f}L{beyond} {line[0][1]:.0f}Z", tone, "mid", wobble=10
        )


def komt_terug(sheet: Sheet) -> None:
    """A jetty, a loose rope, a sail far off: going or coming cannot be seen from here."""
    sheet.light = UPWARD
    sheet.ground((mix(MAUVE, PETAL, 0.45), mix(PETAL, BLUSH, 0.3), mix(PETAL, STRAW, 0.4), PETAL))
    for r, share in ((330, 0.2), (250, 0.42), (176, 0.7)):
        sheet.cut(
            pebble(1010, 512, r, 9, 0.015),
            mix(mix(PETAL, BLUSH, 0.2), mix(STRAW, IVORY, 0.35), share),
            "low",
            8,
        )
    sheet.cut(disc(1010, 512, 108), (mix(CORAL, STRAW, 0.35), CORAL), "low", wobble=3)
    sheet.cut(hills(520, 14, 12, bumps=5), mix(MAUVE, PETAL, 0.2), "low")
    tones = steps(mix(MAUVE, BLUSH, 0.35), mix(PLUM, NIGHT, 0.3), 6)
    for i, tone in enumerate(tones[:3]):
        sheet.cut(tide(548 + i * 58, 4 + 2.5 * i, 340 + 50 * i, 0.3 * i), tone, "mid")
        if i == 0:
            sheet.cut("M1010 440q46 66 44 118h-44Z", (IVORY, SHELL), "low", 2)
            sheet.cut("M1002 464q-34 52 -34 94h34Z", mix(SHELL, PETAL, 0.5), "low", 2)
            sheet.cut("M952 564h118q-14 26 -30 26h-62q-18 -4 -26 -26Z", WINE, "low", 2)
        for k in range(3):
            wide = 150 - 34 * i - 22 * k
            sheet.line(
                f"M{1010 - wide / 2 + 14 * (-1) ** k} {598 + i * 58 + k * 13}h{wide}",
                mix(CORAL, STRAW, 0.5),
                4,
                0.55 - 0.1 * i,
            )
    wood = mix(CLAY, MULBERRY, 0.55)
    for i, tone in enumerate(tones[3:]):
        sheet.cut(tide(724 + i * 96, 12 + 4 * i, 420 + 60 * i, 0.2 + 0.33 * i), tone, "mid")
        if i == 0:
            for x, y, w in ((468, 668, 15), (602, 672, 15), (430, 730, 19), (610, 738, 19)):
                sheet.cut(box(x, y, w, 250, 4), (mix(wood, NIGHT, 0.3), NIGHT), "mid", 2)
    planks = 15
    for k in range(planks - 1, -1, -1):
        near, far = 1 - k / planks, 1 - (k + 0.86) / planks
        top, low = 676 + 470 * far**1.9, 676 + 470 * near**1.9
        left = [462 - 300 * s**1.9 for s in (far, near)]
        right = [626 + 190 * s**1.9 for s in (far, near)]
        tone = mix(mix(wood, CLAY, 0.45), mix(wood, NIGHT, 0.35), (near * 0.8) + 0.12 * (k % 2))
        sheet.cut(
            straight([(left[0], top), (right[0], top), (right[1], low), (left[1], low)]), tone, "low", 3
        )
    for x, y, w, h in ((452, 596, 30, 130), (604, 600, 30, 132), (300, 730, 52, 210), (700, 742, 52, 210)):
        sheet.cut(box(x, y, w, h, 7), (mix(wood, PLUM, 0.25), mix(wood, NIGHT, 0.65)), "mid", 3, angle=0)
        sheet.cut(disc(x + w / 2, y + 4, w / 2 + 2, w / 5), mix(wood, CLAY, 0.5), "flat", 2)
    line = mix(SAND, CLAY, 0.3)
    for x, y, r in ((548, 876, 66), (552, 870, 50), (546, 866, 33)):
        sheet.cut(disc(x, y, r, r * 0.36), line, "low", 2, stroke=8)
    sheet.cut(smooth([(612, 872), (650, 858), (676, 828), (704, 812)]), line, "low", 2, stroke=8)
    sheet.cut("M699 806q27 12 54 0M699 820q27 12 54 0", line, "low", 1, stroke=8)


def eb(sheet: Sheet) -> None:
    """Low tide: wet sand, a creek that winds to the far water, a boat that waits."""
    sheet.light = UPWARD
    sheet.ground((mix(SHELL, LILAC, 0.22), SHELL, SAND))
    sheet.cut(disc(1150, 250, 72), (IVORY, mix(IVORY, STRAW, 0.4)), "low", 3)
    sheet.cut(tide(408, 3, 500, 0.2), mix(MIST, SAGE, 0.42), "low", 4)
    sheet.cut(tide(438, 4, 620, 0.6), mix(MIST, REED, 0.25), "low", 4)
    flats = [(470, 8, 41), (560, 16, 43), (690, 22, 46), (850, 26, 49)]
    tones = steps(mix(DUNE, MIST, 0.3), mix(CLAY, DUNE, 0.2), 4)
    for (y, swell, seed), tone in zip(flats, tones, strict=True):
        sheet.cut(hills(y, swell, seed, bumps=4), (mix(tone, IVORY, 0.16), tone), "mid", 8)
    sheet.light = (0.3, 0.9)
    sands = sheet.window(hills(478, 8, 41, bumps=4))
    creek = [
        (830, 440),
        (905, 468),
        (1010, 500),
        (1078, 548),
        (1040, 600),
        (930, 646),
        (830, 700),
        (800, 766),
    ]
    creek += [(856, 838), (916, 912), (912, 1000), (850, 1150)]
    widths = [10, 16, 22, 29, 37, 48, 62, 80, 104, 132, 164, 230]
    outline = ribbon(creek, widths)
    water = sheet.window(outline)
    sheet.cut(ribbon(creek, [w * 1.4 + 8 for w in widths]), mix(CLAY, DUNE, 0.35), "flat", 6, clip=sands)
    sheet.cut(
        outline, (mix(MIST, SAGE, 0.2), mix(MIST, LILAC, 0.3), mix(LILAC, MAUVE, 0.25)), "flat", 0, clip=sands
    )
    inner = [(x + 4, y + 8) for x, y in creek]
    sheet.shade(f"{outline}{ribbon(inner, [w * 0.86 for w in widths])}", opacity=0.3, blur=5, clip=water)
    for (x, y), w in list(zip(creek, widths, strict=True))[6:-1]:
        for k, part in enumerate((0.5, 0.32)):
            sheet.line(
                f"M{x - w * part * 0.6:.0f} {y + 18 * k}q{w * part / 2:.0f} -6 {w * part:.0f} 0",
                IVORY,
                3.5,
                0.55,
            )
    for x, y, r in (
        (300, 560, 46),
        (1310, 690, 60),
        (1420, 960, 84),
        (420, 1000, 70),
        (560, 584, 30),
        (1440, 560, 36),
    ):
        sheet.cut(pebble(x, y, r * 1.6, x, 0.08, ry=r * 0.2, n=16), mix(MIST, LILAC, 0.3), "flat", 6)
    sheet.shade("M318 802q150 -46 330 6q-60 44 -190 42q-120 0 -140 -48Z", opacity=0.34, blur=9)
    boat(sheet, 470, 812, 1.12, mix(ROSE, WINE, 0.25), 1, 15)
    sheet.cut(
        smooth([(598, 776), (650, 812), (640, 846), (704, 858)]), mix(WINE, CLAY, 0.5), "flat", 2, stroke=4
    )
    sheet.cut("M690 846q14 22 30 6M705 858v-26", mix(PLUM, MAUVE, 0.3), "low", 1, stroke=6)
    prints = [
        (1290, 1050),
        (1262, 985),
        (1246, 928),
        (1222, 876),
        (1208, 830),
        (1186, 790),
        (1172, 754),
        (1156, 722),
    ]
    for k, (x, y) in enumerate(prints):
        size = 14 - 1.3 * k
        sheet.shade(disc(x + (-1) ** k * size, y, size * 0.55, size), opacity=0.2)


SCENES = {
    "geen-contact-met-je-ex": geen_contact,
    "komt-mijn-ex-terug": komt_terug,
    "eb": eb,
}
