"""Pictures of land: hills, a canal path, a dike."""

import math
import random

from demo.drawing.greenery import poplar, tree, willow
from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    IVORY,
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
    SHELL,
    STRAW,
    WINE,
    mix,
    steps,
)
from demo.drawing.paper import UPWARD, Sheet
from demo.drawing.people import walker
from demo.drawing.shapes import box, disc, hills, leaf, pebble, ribbon, ridge, tide


def papieren_heuvels(sheet: Sheet) -> None:
    """Nothing but hills, from far and pale to near and deep."""
    sheet.light = UPWARD
    sheet.ground((SHELL, mix(PETAL, SHELL, 0.4), mix(STRAW, PETAL, 0.5)))
    sheet.cut(pebble(612, 330, 182, 4, 0.016), mix(PETAL, STRAW, 0.45), "low", 6)
    sheet.cut(disc(612, 330, 120), (mix(IVORY, STRAW, 0.3), mix(STRAW, CORAL, 0.3)), "low", 3)
    ranges = [
        (
            [(-120, 470), (150, 400), (420, 452), (760, 372), (1090, 440), (1380, 360), (1750, 430)],
            mix(PETAL, LILAC, 0.35),
        ),
        (
            [(-120, 520), (240, 500), (560, 430), (900, 520), (1240, 446), (1500, 500), (1750, 460)],
            mix(BLUSH, LILAC, 0.45),
        ),
        (
            [(-120, 556), (180, 610), (520, 540), (820, 602), (1110, 520), (1420, 590), (1750, 550)],
            mix(CORAL, LILAC, 0.3),
        ),
        (
            [(-120, 700), (200, 640), (500, 668), (860, 616), (1180, 690), (1480, 620), (1750, 680)],
            mix(ROSE, MAUVE, 0.35),
        ),
        ([(-120, 740), (260, 770), (600, 700), (980, 760), (1300, 690), (1750, 760)], mix(SAGE, MIST, 0.25)),
        ([(-120, 860), (220, 790), (620, 850), (1020, 778), (1380, 850), (1750, 790)], mix(SAGE, MOSS, 0.35)),
        ([(-120, 900), (340, 930), (760, 872), (1180, 950), (1750, 880)], mix(MOSS, PINE, 0.4)),
        ([(-120, 1030), (300, 980), (720, 1020), (1200, 984), (1750, 1060)], mix(PINE, NIGHT, 0.12)),
    ]
    for i, (line, tone) in enumerate(ranges):
        sheet.cut(
            ridge(line, 1250),
            (mix(tone, IVORY, 0.16), tone, mix(tone, PLUM, 0.1)),
            "high" if i > 3 else "mid",
            7,
        )
        if i == 4:
            for x, y, size in ((1010, 762, 96), (1046, 758, 120), (1084, 752, 104), (1122, 744, 84)):
                poplar(sheet, x, y, size, mix(PINE, MOSS, 0.4))
        if i == 5:
            tree(sheet, 420, 828, 66, MOSS, 5)
            tree(sheet, 500, 842, 48, mix(MOSS, SAGE, 0.5), 9)


def pad(sheet: Sheet) -> None:
    """A path along a canal, willows, and someone who walks."""
    sheet.light = UPWARD
    sheet.ground((mix(MIST, SHELL, 0.4), SHELL, PETAL))
    sheet.cut(disc(1190, 262, 84), (IVORY, mix(IVORY, STRAW, 0.5)), "low", 3)
    sheet.cut(hills(428, 12, 52, bumps=6), mix(MIST, LILAC, 0.4), "low", 6)
    sheet.cut(hills(458, 8, 58, bumps=5), mix(MINT, LILAC, 0.2), "low", 6)
    for x in (150, 190, 236, 1330, 1372, 1420):
        poplar(sheet, x, 470, 82 + 13 * math.sin(x), mix(SAGE, LILAC, 0.25))
    sheet.cut(
        ridge([(-120, 474), (400, 480), (900, 470), (1750, 478)], 1250),
        (mix(REED, MIST, 0.3), SAGE),
        "mid",
        6,
    )
    sheet.light = (0.3, 0.9)
    water = [(700, 478), (640, 540), (610, 620), (590, 740), (520, 900), (330, 1160)]
    sheet.cut(ribbon(water, [22, 76, 150, 276, 450, 760]), mix(SAGE, MOSS, 0.5), "flat", 6)
    canal = ribbon(water, [10, 56, 122, 238, 404, 700])
    hole = sheet.window(canal)
    sheet.cut(canal, (mix(PETAL, MIST, 0.45), mix(LILAC, MIST, 0.35), mix(LILAC, MAUVE, 0.5)), "flat", 4)
    sheet.shade(
        f"{canal}{ribbon([(x + 4, y + 10) for x, y in water], [8, 50, 112, 224, 388, 680])}",
        PINE,
        0.4,
        5,
        clip=hole,
    )
    for x, y, w in (
        (598, 620, 50),
        (570, 690, 80),
        (600, 770, 96),
        (470, 850, 130),
        (560, 930, 120),
        (380, 1000, 170),
    ):
        sheet.line(f"M{x} {y}q{w / 2} -8 {w} 0", IVORY, 4, 0.55)
    path = [(742, 478), (790, 530), (850, 600), (960, 720), (1060, 880), (1110, 1160)]
    sheet.cut(
        ribbon(path, [8, 28, 62, 116, 190, 330]), (mix(DUNE, SHELL, 0.4), mix(DUNE, CLAY, 0.45)), "low", 6
    )
    sheet.light = UPWARD
    for x, y, size, seed in ((712, 520, 80, 3), (716, 566, 116, 4), (736, 668, 190, 5)):
        willow(sheet, x, y, size, mix(MOSS, REED, 0.35), seed)
    willow(sheet, 1336, 838, 450, mix(MOSS, REED, 0.22), 6)
    walker(sheet, 934, 716, 200, ROSE, mix(PLUM, NIGHT, 0.4), -1)
    sheet.shade("M934 716q110 -14 150 -4q-50 20 -152 10Z", opacity=0.28, blur=3)
    rng = random.Random(9)
    for group, tone in (
        (range(-40, 420, 17), mix(MOSS, PINE, 0.5)),
        (range(1180, 1680, 19), mix(MOSS, PINE, 0.3)),
    ):
        blades = [leaf(x, 1130, rng.uniform(120, 270), 15, -90 + rng.uniform(-16, 16)) for x in group]
        sheet.cut(blades, tone, "mid", 4, holes=False)
    for x, h in ((60, 250), (118, 300), (176, 230), (1470, 260), (1530, 310)):
        sheet.cut(
            ribbon([(x, 1130), (x + 10, 1080 - h * 0.4), (x + 4, 1080 - h)], [6, 5, 4]),
            mix(MOSS, PINE, 0.4),
            "low",
            2,
        )
        sheet.cut(box(x - 6, 1040 - h, 21, 74, 10), mix(WINE, PLUM, 0.45), "low", 2)


def begeleiding(sheet: Sheet) -> None:
    """Two people on a dike, going the same way at the same pace."""
    sheet.light = UPWARD
    sheet.ground((mix(LILAC, PETAL, 0.5), PETAL, mix(PETAL, STRAW, 0.45), SHELL))
    for r, share in ((372, 0.2), (286, 0.5), (204, 1.0)):
        tone = mix(mix(PETAL, STRAW, 0.3), mix(STRAW, IVORY, 0.55), share)
        sheet.cut(pebble(830, 470, r, 6, 0.014), tone, "low", 7)
    sheet.cut(hills(600, 20, 83, bumps=5), mix(MIST, LILAC, 0.55), "low", 7)
    sheet.cut(hills(650, 14, 88, bumps=4), mix(REED, LILAC, 0.4), "low", 7)
    for x, size in ((1310, 150), (1362, 190), (1418, 164), (1470, 128)):
        poplar(sheet, x, 690, size, mix(SAGE, MAUVE, 0.3))
    dike = [(-120, 800), (240, 760), (620, 728), (980, 716), (1320, 738), (1750, 770)]
    walker(sheet, 764, 736, 300, ROSE, mix(PLUM, NIGHT, 0.3), 1)
    walker(sheet, 886, 732, 322, mix(PINE, MOSS, 0.35), mix(CLAY, WINE, 0.55), 1, mix(CLAY, WINE, 0.2))
    sheet.cut(ridge(dike, 1250), (mix(SAGE, REED, 0.4), SAGE, MOSS), "high", 6)
    sheet.cut(ridge([(x, y + 74) for x, y in dike], 1250), (mix(SAGE, MOSS, 0.3), MOSS), "mid", 8)
    rng = random.Random(3)
    tufts = []
    for _ in range(30):
        left = rng.uniform(-40, 1640)
        foot = 830 + rng.uniform(0, 70) + 40 * abs(left - 900) / 900
        tufts += [leaf(left + k * 5, foot, rng.uniform(26, 52), 7, -90 + (k - 1) * 18) for k in range(3)]
    sheet.cut(tufts, mix(MOSS, PINE, 0.45), "flat", 2, holes=False)
    for i, tone in enumerate(steps(mix(LILAC, MIST, 0.3), mix(MULBERRY, PLUM, 0.3), 3)):
        sheet.cut(tide(924 + i * 54, 8 + 3 * i, 330 + 60 * i, 0.15 + 0.35 * i), tone, "mid", 6)
        sheet.line(f"M{740 + 30 * i} {950 + i * 52}q60 -9 {150 - 20 * i} 0", mix(STRAW, IVORY, 0.5), 5, 0.55)


SCENES = {
    "papieren-heuvels": papieren_heuvels,
    "pad-langs-het-water": pad,
    "begeleiding": begeleiding,
}
