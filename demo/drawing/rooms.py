"""Chairs and tables, and who is not sitting there."""

import math
import random

from demo.drawing.furniture import armchair, beach_chair, chair, cup, pendant
from demo.drawing.greenery import poplar
from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    IVORY,
    LAMP,
    LILAC,
    MAUVE,
    MINT,
    MIST,
    MOSS,
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
from demo.drawing.shapes import box, disc, hills, leaf, pebble, ribbon, ridge, straight, tide


def partner_therapie(sheet: Sheet) -> None:
    """Two chairs in a consulting room; one has turned its back."""
    wall, floor = mix(MIST, SAND, 0.55), mix(CLAY, PETAL, 0.35)
    sheet.ground((mix(wall, IVORY, 0.3), wall))
    # round window with evening hills
    view = sheet.window(disc(800, 372, 232))
    sheet.cut(disc(800, 372, 240), (mix(PETAL, BLUSH, 0.25), mix(PETAL, STRAW, 0.5)), "flat", 2)
    sheet.cut(disc(722, 352, 66), (mix(STRAW, IVORY, 0.35), mix(STRAW, CORAL, 0.35)), "low", 2, clip=view)
    for y, seed, tone in (
        (392, 4, mix(BLUSH, LILAC, 0.5)),
        (446, 8, mix(MAUVE, ROSE, 0.25)),
        (506, 12, mix(MULBERRY, MAUVE, 0.3)),
    ):
        sheet.cut(hills(y, 20, seed, bumps=11), tone, "mid", 6, clip=view)
    sheet.cut([box(-100, -100, 1800, 1000), disc(800, 372, 232)], (mix(wall, IVORY, 0.25), wall), "mid", 3)
    sheet.cut([disc(800, 372, 262), disc(800, 372, 230)], (SHELL, mix(DUNE, CLAY, 0.2)), "mid", 3)
    sheet.cut(box(789, 140, 22, 464), mix(SHELL, DUNE, 0.5), "low", 2)
    sheet.cut(box(-100, 784, 1800, 24), mix(SHELL, DUNE, 0.35), "low", 3)
    sheet.cut(box(-100, 806, 1800, 400), (floor, mix(floor, ROSE, 0.25)), "low", 3)
    for k in range(-6, 23):
        sheet.line(f"M{800 + (k - 8) * 74} 808L{800 + (k - 8) * 168} 1100", mix(floor, WINE, 0.4), 2, 0.35)
    rug = mix(MAUVE, PLUM, 0.25)
    sheet.cut(disc(800, 938, 610, 92), rug, "low", 5)
    sheet.cut([disc(800, 938, 560, 80), disc(800, 938, 536, 75)], mix(rug, PETAL, 0.5), "flat", 4)
    # lamp behind the left chair
    sheet.glow(322, 372, 300, STRAW, 0.4)
    sheet.cut(box(317, 380, 9, 520), mix(PLUM, NIGHT, 0.3), "low", 2)
    sheet.cut(disc(322, 902, 62, 13), mix(PLUM, NIGHT, 0.3), "low", 2)
    sheet.cut("M270 292h104l46 122q-98 26 -196 0Z", (IVORY, LAMP, STRAW), "mid", 3)
    armchair(sheet, 520, 940, 1.08, ROSE, 1)
    armchair(sheet, 1108, 940, 1.08, mix(PINE, SAGE, 0.3), 1)
    # small table with a carafe and paper tissues
    sheet.shade(disc(806, 966, 110, 13), opacity=0.35, blur=8)
    for a, b in ((752, 734), (858, 876), (804, 804)):
        sheet.cut(
            straight([(a - 6, 846), (a + 6, 846), (b + 4, 964), (b - 4, 964)]),
            mix(CLAY, WINE, 0.55),
            "low",
            2,
        )
    sheet.cut(disc(805, 842, 112, 20), (mix(CLAY, SAND, 0.3), mix(CLAY, WINE, 0.2)), "mid", 2)
    sheet.cut(
        "M770 836q-14 -8 -11 -36q3 -22 16 -34v-26h22v26q13 12 16 34q3 28 -11 36q-16 6 -32 0Z",
        mix(MIST, IVORY, 0.45),
        "low",
        2,
        opacity=0.92,
    )
    sheet.shade("M763 806q22 7 46 0q1 22 -8 30q-15 5 -30 0q-9 -10 -8 -30Z", SAGE, 0.4)
    sheet.cut(box(830, 800, 64, 36, 4), (PETAL, BLUSH), "low", 2)
    sheet.cut("M846 802q2 -30 16 -34q-2 12 8 16q8 -10 14 -6q-8 10 -6 24Z", IVORY, "low", 3)
    # plant at the right
    for k in range(11):
        sheet.cut(
            leaf(1420, 800, 190 + 30 * math.sin(k * 2.1), 52, -160 + k * 14),
            mix(MOSS, (PINE, REED)[k % 2], 0.35),
            "low",
            4,
        )
    sheet.cut(
        "M1352 790h136l-18 128q-50 16 -100 0Z",
        (mix(CLAY, ROSE, 0.35), mix(CLAY, WINE, 0.5)),
        "mid",
        3,
        angle=0,
    )


def twee_stoelen(sheet: Sheet) -> None:
    """Two empty chairs side by side, looking at the same morning."""
    sheet.light = UPWARD
    sheet.ground((mix(MIST, SHELL, 0.25), SHELL, mix(PETAL, STRAW, 0.3), PETAL))
    for r, share in ((300, 0.3), (222, 0.65)):
        sheet.cut(pebble(800, 470, r, 3, 0.015), mix(SHELL, mix(STRAW, IVORY, 0.35), share), "low", 6)
    sheet.cut(disc(800, 470, 140), (mix(STRAW, IVORY, 0.4), mix(CORAL, STRAW, 0.5)), "mid", 3)
    sheet.cut(hills(500, 12, 5, bumps=6), mix(LILAC, MIST, 0.5), "low", 5)
    for i, tone in enumerate(steps(mix(MIST, SAGE, 0.2), mix(SAGE, MIST, 0.2), 4)):
        sheet.cut(tide(530 + i * 42, 4 + 2 * i, 320 + 60 * i, 0.3 * i), tone, "low", 5)
        for k in range(2):
            wide = 210 - 32 * i - 40 * k
            sheet.line(
                f"M{800 - wide / 2 + 14 * (-1) ** (k + i)} {548 + i * 42 + 13 * k}q{wide / 2} -5 {wide} 0",
                mix(STRAW, IVORY, 0.4),
                4,
                0.7,
            )
    sheet.cut(tide(694, 12, 520, 0.1), mix(IVORY, MIST, 0.25), "low", 6)
    sheet.cut(tide(712, 12, 520, 0.12), (DUNE, mix(DUNE, CLAY, 0.6)), "mid", 6)
    sheet.cut(
        ridge([(-120, 880), (360, 836), (800, 872), (1250, 838), (1750, 890)], 1250),
        (mix(DUNE, CLAY, 0.4), mix(CLAY, BLUSH, 0.2)),
        "mid",
        6,
    )
    sheet.light = (0.3, 0.9)
    beach_chair(sheet, 604, 924, 1.12, mix(ROSE, CLAY, 0.15), -2)
    beach_chair(sheet, 992, 930, 1.12, mix(SAGE, MOSS, 0.3), 2)
    cloth = "M948 528q54 -20 118 -4q12 90 4 176q-24 12 -48 2q-30 14 -64 0q8 -90 -10 -174Z"
    sheet.cut(cloth, (mix(SHELL, PETAL, 0.4), mix(PETAL, BLUSH, 0.35)), "mid", 4)
    for y in (572, 616, 660):
        sheet.line(f"M953 {y}q58 -16 116 -3", mix(ROSE, BLUSH, 0.4), 6, 0.7)
    sheet.light = UPWARD
    rng = random.Random(4)
    for x0 in (-30, 1400):
        blades = [
            leaf(x0 + k * 15, 1110, rng.uniform(150, 330), 10, -90 + rng.uniform(-26, 26)) for k in range(16)
        ]
        sheet.cut(blades[::2], mix(REED, MOSS, 0.5), "mid", 3, holes=False)
        sheet.cut(blades[1::2], mix(SAGE, DUNE, 0.35), "mid", 3, holes=False)


def opnieuw_daten(sheet: Sheet) -> None:
    """Two lamps above one table, in the morning."""
    wall = mix(PETAL, SHELL, 0.45)
    sheet.ground((wall, wall))
    view = sheet.window(box(476, 150, 648, 470, 6))
    sheet.cut(box(460, 140, 680, 500), (mix(MIST, IVORY, 0.3), SHELL, mix(STRAW, PETAL, 0.3)), "flat", 2)
    sheet.cut(disc(872, 396, 80), (mix(IVORY, STRAW, 0.4), mix(STRAW, CORAL, 0.3)), "low", 2, clip=view)
    for y, seed, tone in ((424, 22, mix(MIST, LILAC, 0.4)), (476, 25, MINT), (532, 28, mix(SAGE, REED, 0.4))):
        sheet.cut(hills(y, 18, seed, bumps=10), tone, "mid", 6, clip=view)
    for x, size in ((560, 120), (590, 150), (622, 128)):
        poplar(sheet, x, 575, size, mix(MOSS, SAGE, 0.5))
    sheet.cut(
        [box(-100, -100, 1800, 1300), box(476, 150, 648, 470, 6)],
        (mix(wall, SHELL, 0.4), mix(wall, BLUSH, 0.2)),
        "mid",
        3,
    )
    sheet.cut(
        [box(446, 120, 708, 530, 6), box(480, 154, 640, 462, 3)], (IVORY, mix(SAND, CLAY, 0.2)), "mid", 2
    )
    sheet.cut(box(790, 150, 20, 470), mix(IVORY, SAND, 0.6), "low", 2)
    sheet.cut(box(416, 640, 768, 28, 4), mix(SAND, CLAY, 0.12), "mid", 2)
    sheet.cut(box(-100, 868, 1800, 330), (mix(CLAY, ROSE, 0.25), mix(CLAY, WINE, 0.4)), "low", 3)
    chair(sheet, 352, 1010, 1.22, mix(ROSE, WINE, 0.3), 1)
    chair(sheet, 1248, 1010, 1.22, mix(SAGE, PINE, 0.3), -1)
    pendant(sheet, 620, 196, 1.0, ROSE)
    pendant(sheet, 980, 152, 1.0, mix(SAGE, MOSS, 0.25))
    sheet.shade(disc(800, 1006, 330, 22), opacity=0.35, blur=14)
    sheet.cut(ribbon([(800, 720), (800, 960)], [54, 40], False), mix(CLAY, WINE, 0.6), "mid", 2)
    sheet.cut("M800 930q120 18 150 78h-300q30 -60 150 -78Z", mix(CLAY, WINE, 0.65), "mid", 2)
    sheet.cut(
        "M398 716h804q-10 46 -60 48h-684q-50 -2 -60 -48Z",
        (mix(CLAY, WINE, 0.3), mix(CLAY, WINE, 0.5)),
        "mid",
        2,
    )
    sheet.cut(disc(800, 714, 410, 26), (mix(CLAY, SAND, 0.45), mix(CLAY, ROSE, 0.12)), "low", 2)
    cup(sheet, 612, 714, 1.0, mix(PETAL, BLUSH, 0.3), -1)
    cup(sheet, 988, 714, 1.0, mix(MIST, MINT, 0.4), 1)
    sheet.cut(
        "M776 712q-26 -44 8 -78v-26h32v26q34 34 8 78q-24 8 -48 0Z",
        (mix(LILAC, PLUM, 0.3), PLUM),
        "mid",
        2,
        angle=0,
    )
    twig = [(800, 612), (806, 540), (790, 470), (808, 400)]
    sheet.cut(ribbon(twig, [6, 5, 4, 3]), mix(PLUM, CLAY, 0.3), "low", 2)
    for x, y, turn in (
        (804, 566, -34),
        (803, 540, -146),
        (794, 492, -30),
        (792, 470, -150),
        (803, 424, -48),
        (806, 402, -110),
    ):
        sheet.cut(leaf(x, y, 62, 30, turn), mix(SAGE, MOSS, 0.4), "low", 2)
    for x, y in ((838, 520), (766, 446), (818, 384)):
        sheet.cut(pebble(x, y, 13, 2, 0.1), CORAL, "low", 1)


SCENES = {
    "mijn-partner-wil-niet-in-therapie": partner_therapie,
    "twee-stoelen": twee_stoelen,
    "opnieuw-daten-na-liefdesverdriet": opnieuw_daten,
}
