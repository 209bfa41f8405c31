"""Houses from outside, and one cut open."""

import random

from demo.drawing.greenery import cloud, tree
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
from demo.drawing.people import sitting
from demo.drawing.shapes import box, disc, hills, pebble, ribbon, ridge, straight, tide


def grenzen(sheet: Sheet) -> None:
    """A hedge with a gate that stands ajar: whoever lives here decides."""
    sheet.light = UPWARD
    sheet.ground((mix(SHELL, PETAL, 0.3), SHELL, IVORY))
    sheet.cut(hills(440, 26, 63, bumps=5), mix(MIST, LILAC, 0.2), "low", 7)
    sheet.cut(hills(500, 20, 68, bumps=4), mix(MINT, MIST, 0.35), "low", 7)
    cloud(sheet, 230, 240, 330, IVORY)
    cloud(sheet, 1130, 170, 400, IVORY)
    # the house
    sheet.cut(box(900, 330, 46, 110), mix(WINE, PLUM, 0.3), "low", 2)
    sheet.cut(box(716, 430, 250, 190), (mix(SAND, PETAL, 0.35), mix(SAND, PETAL, 0.6)), "mid", 3)
    sheet.cut(straight([(688, 440), (762, 318), (920, 318), (994, 440)]), (ROSE, WINE), "mid", 3)
    sheet.cut("M822 620v-98q28 -30 56 0v98Z", mix(PLUM, MULBERRY, 0.5), "flat", 2)
    for x in (746, 902):
        sheet.cut(box(x, 486, 44, 62, 3), LAMP, "flat", 1)
        sheet.line(f"M{x + 22} 486v62M{x} 512h44", mix(WINE, CLAY, 0.3), 3)
    tree(sheet, 600, 640, 190, mix(SAGE, MOSS, 0.3), 3)
    tree(sheet, 1092, 650, 150, mix(SAGE, MOSS, 0.55), 8)
    sheet.cut(hills(628, 8, 71, bumps=4), (mix(REED, MINT, 0.35), SAGE), "mid", 6)
    path = [(850, 622), (838, 690), (806, 770), (800, 880), (770, 1160)]
    sheet.cut(ribbon(path, [46, 74, 116, 210, 470]), (SHELL, mix(DUNE, CLAY, 0.35)), "low", 6)
    # hedges, back to front
    for row, (y, r, tone) in enumerate(((700, 92, MOSS), (756, 84, mix(MOSS, PINE, 0.45)), (820, 78, PINE))):
        rng = random.Random(40 + row)
        for k, x in enumerate([*range(-40, 560, 96), *range(1062, 1700, 96)]):
            shift = 30 * row if x < 700 else -24 * row
            tint = mix(tone, REED, rng.uniform(0.02, 0.2))
            sheet.cut(pebble(x - shift + 22, y + rng.uniform(-12, 12), r, row * 30 + k, 0.1), tint, "low", 5)
    for left, right in ((-90, 560), (1044, 1690)):
        sheet.cut(box(left, 830, right - left, 130, 46), (PINE, mix(PINE, NIGHT, 0.35)), "mid", 8)
    rng = random.Random(7)
    for k in range(46):
        fx = rng.choice((rng.uniform(10, 520), rng.uniform(1075, 1590)))
        fy, size = rng.uniform(650, 890), rng.uniform(8, 15)
        tone = (BLUSH, PETAL, CORAL, SHELL)[k % 4]
        sheet.cut(pebble(fx, fy, size, k, 0.16, n=7), tone, "flat", 2)
        sheet.cut(disc(fx, fy, size * 0.34), mix(tone, ROSE, 0.55), "flat", 1)
    # gate: two posts, a leaf that has swung open
    wood = mix(SHELL, SAND, 0.5)
    for k in range(5):
        x, lift = 584 + k * 30, k * 7
        tip = 628 + lift
        sheet.cut(
            straight(
                [
                    (x, 946 - lift * 1.6),
                    (x, tip),
                    (x + 11, tip - 18),
                    (x + 22, tip + 3),
                    (x + 22, 941 - lift * 1.6),
                ]
            ),
            mix(wood, CLAY, 0.08 * k),
            "low",
            2,
        )
    sheet.cut(straight([(580, 702), (732, 724), (732, 746), (580, 728)]), mix(wood, CLAY, 0.22), "low", 2)
    sheet.cut(straight([(580, 872), (732, 842), (732, 864), (580, 898)]), mix(wood, CLAY, 0.22), "low", 2)
    for x in (536, 1030):
        sheet.cut(box(x, 600, 46, 372, 4), (IVORY, mix(SAND, CLAY, 0.35)), "high", 3, angle=0)
        sheet.cut(straight([(x - 8, 602), (x + 23, 560), (x + 54, 602)]), mix(SAND, CLAY, 0.3), "mid", 2)
    sheet.cut(
        ridge([(-120, 958), (280, 942), (560, 968), (636, 1100)], 1200),
        (mix(MOSS, SAGE, 0.5), MOSS),
        "mid",
        6,
    )
    sheet.cut(
        ridge([(980, 1100), (1060, 968), (1340, 948), (1750, 960)], 1200),
        (mix(MOSS, SAGE, 0.5), MOSS),
        "mid",
        6,
    )


def over_ons(sheet: Sheet) -> None:
    """The practice: a small house on the dike at dusk, the lamps on, two bicycles' worth of room."""
    sheet.light = UPWARD
    sheet.ground((mix(MULBERRY, MAUVE, 0.6), mix(MAUVE, BLUSH, 0.5), mix(BLUSH, PETAL, 0.55), PETAL))
    for x, y, w in ((240, 210, 300), (1120, 150, 360), (1330, 330, 240)):
        cloud(sheet, x, y, w, mix(LILAC, PETAL, 0.55))
    sheet.cut(hills(640, 22, 93, bumps=5), mix(MAUVE, LILAC, 0.45), "low", 7)
    sheet.cut(hills(690, 16, 97, bumps=4), mix(MAUVE, MULBERRY, 0.35), "low", 7)
    tree(sheet, 410, 790, 310, mix(MOSS, PINE, 0.4), 12)
    tree(sheet, 1246, 800, 210, mix(MOSS, PINE, 0.65), 17)
    # house
    sheet.cut(box(1000, 280, 58, 160), mix(WINE, NIGHT, 0.25), "mid", 2)
    for k, (dx, dy, r) in enumerate(((6, -36, 17), (28, -82, 24), (12, -140, 30))):
        sheet.cut(pebble(1030 + dx, 280 + dy, r, k + 2, 0.1), mix(SHELL, LILAC, 0.3 + 0.12 * k), "low", 4)
    sheet.cut(box(548, 500, 540, 310), (mix(ROSE, CLAY, 0.25), mix(ROSE, WINE, 0.55)), "high", 3)
    for row in range(6):
        for k in range(4):
            x = 566 + k * 138 + 62 * (row % 2)
            sheet.line(f"M{x} {524 + row * 47}h{30 + 9 * ((k + row) % 3)}", mix(WINE, PLUM, 0.35), 3, 0.4)
    roof = straight([(500, 520), (604, 330), (1032, 330), (1136, 520)])
    sheet.cut(roof, (mix(PLUM, MULBERRY, 0.5), PLUM), "high", 3)
    for row in range(4):
        y, inset = 368 + row * 40, 80 - row * 22
        sheet.line(
            "M" + f"{516 + inset} {y}" + "q12 11 24 0" * int((604 - 2 * inset) / 24),
            mix(PLUM, NIGHT, 0.6),
            3,
            0.55,
        )
    for x in (604, 712, 936):
        sheet.cut(box(x - 9, 571, 98, 128, 4), mix(SAND, LILAC, 0.2), "low", 2)
        sheet.cut(box(x, 580, 80, 110, 2), (LAMP, STRAW), "flat", 1)
        sheet.line(f"M{x + 40} 580v110M{x} 620h80", mix(SAND, MAUVE, 0.35), 5)
        sheet.glow(x + 40, 636, 120, LAMP, 0.42)
    sheet.cut(box(834, 572, 82, 240, 4), mix(SAND, LILAC, 0.2), "low", 2)
    sheet.cut(box(842, 582, 66, 230, 2), (mix(SAGE, PINE, 0.2), PINE), "flat", 1, angle=0)
    sheet.cut(box(852, 594, 46, 62, 3), LAMP, "flat", 1)
    sheet.cut(disc(897, 708, 5), STRAW, "flat", 1)
    # attic window
    sheet.cut(disc(818, 430, 42), mix(SAND, LILAC, 0.2), "low", 2)
    sheet.cut(disc(818, 430, 33), (LAMP, STRAW), "flat", 1)
    sheet.line("M818 397v66M785 430h66", mix(SAND, MAUVE, 0.35), 5)
    sheet.glow(818, 430, 100, LAMP, 0.35)
    sheet.cut(
        ridge([(-120, 826), (300, 800), (800, 806), (1240, 812), (1750, 846)], 1250),
        (MOSS, mix(PINE, MOSS, 0.4)),
        "high",
        6,
    )
    sheet.cut(
        ribbon([(876, 808), (884, 850), (930, 900), (980, 960)], [66, 84, 116, 150]),
        mix(DUNE, MAUVE, 0.35),
        "flat",
        5,
    )
    sheet.glow(875, 850, 150, LAMP, 0.3, ry=50)
    # bench
    for x in (628, 776):
        sheet.cut(box(x, 726, 11, 108, 2), NIGHT, "low", 1)
    sheet.cut(box(610, 766, 196, 14, 5), mix(CLAY, WINE, 0.4), "low", 1)
    sheet.cut(box(614, 722, 188, 12, 5), mix(CLAY, WINE, 0.4), "low", 1)
    for i, tone in enumerate(steps(mix(MAUVE, MULBERRY, 0.5), NIGHT, 3)):
        sheet.cut(tide(914 + i * 58, 9 + 3 * i, 350 + 60 * i, 0.25 + 0.35 * i), tone, "mid", 6)
        for x in (644, 752, 976):
            sheet.line(
                f"M{x - 26 + 14 * (-1) ** i} {942 + i * 56}q26 -7 {56 - 8 * i} 0",
                mix(STRAW, LAMP, 0.4),
                5,
                0.62 - 0.16 * i,
            )


def onder_een_dak(sheet: Sheet) -> None:
    """One house cut open: a wall down the middle, a lamp on either side."""
    sheet.ground((mix(LILAC, PETAL, 0.55), mix(PETAL, SHELL, 0.4)))
    sheet.cut(disc(1270, 220, 74), (IVORY, SHELL), "low", 3)
    cloud(sheet, 170, 250, 300, SHELL)
    cloud(sheet, 1180, 380, 330, SHELL)
    sheet.cut(ridge([(-120, 900), (400, 880), (1100, 892), (1750, 876)], 1250), (SAGE, MOSS), "mid", 6)
    left, right = (378, 470, 398, 430), (824, 470, 398, 430)
    for (x, y, w, h), tone in ((left, mix(STRAW, BLUSH, 0.5)), (right, mix(MINT, MIST, 0.3))):
        sheet.cut(box(x - 20, y - 20, w + 40, h + 40), (mix(tone, IVORY, 0.4), tone), "flat", 2)
        sheet.cut(box(x - 20, y + h - 44, w + 40, 60), mix(tone, PLUM, 0.45), "low", 2)
    attic = "M800 236L1010 420H590Z"
    sheet.cut("M800 216L1040 440H560Z", mix(MULBERRY, PLUM, 0.3), "flat", 2)
    for x, y, s in ((668, 372, 52), (730, 352, 72), (892, 366, 56), (842, 334, 48)):
        sheet.cut(box(x, y, s, 424 - y, 2), mix(CLAY, WINE, 0.2 + 0.005 * s), "low", 2)
        sheet.line(f"M{x + s / 2} {y + 3}v{420 - y}", mix(SAND, CLAY, 0.4), 4, 0.6)
    # furniture behind the people
    sheet.cut(box(400, 716, 66, 142, 10), mix(WINE, PLUM, 0.3), "mid", 2)
    sheet.cut(box(404, 786, 356, 72, 18), (mix(SHELL, BLUSH, 0.35), mix(BLUSH, ROSE, 0.35)), "mid", 3)
    sheet.cut(box(418, 764, 96, 42, 18), IVORY, "low", 3)
    sheet.cut(box(840, 790, 352, 68, 20), mix(PINE, SAGE, 0.4), "mid", 3)
    sheet.cut(box(1130, 716, 68, 142, 24), mix(PINE, SAGE, 0.25), "mid", 3)
    for x, tone in ((500, ROSE), (1100, mix(SAGE, PINE, 0.25))):
        sheet.cut(box(x - 2, 440, 4, 96), NIGHT, "flat", 1)
        sheet.glow(x, 586, 210, LAMP, 0.6)
        sheet.cut(f"M{x - 14} 528h28q8 34 48 54h-124q40 -20 48 -54Z", tone, "low", 2)
    sheet.cut(box(434, 600, 74, 92, 3), mix(SAND, ROSE, 0.12), "low", 2)
    sheet.cut(disc(471, 646, 22), mix(CORAL, BLUSH, 0.5), "flat", 1)
    sheet.cut(box(1104, 610, 92, 70, 3), mix(SAND, SAGE, 0.2), "low", 2)
    sheet.cut(
        ridge([(1112, 660), (1140, 640), (1164, 654), (1188, 632)], 674), mix(SAGE, MOSS, 0.4), "flat", 1
    )
    sitting(sheet, 700, 852, -1, ROSE, mix(PLUM, NIGHT, 0.4), mix(PETAL, CLAY, 0.45))
    sitting(sheet, 900, 852, 1, mix(MULBERRY, MAUVE, 0.25), mix(CLAY, WINE, 0.55), mix(CLAY, PETAL, 0.35))
    # the house's own sheet, with its rooms cut out
    shell = straight([(338, 940), (338, 440), (800, 180), (1262, 440), (1262, 940)])
    rooms = [box(*left, 6), box(*right, 6), attic]
    sheet.cut([shell, *rooms], (mix(PLUM, MULBERRY, 0.3), PLUM), "high", 3)
    sheet.cut(box(1010, 190, 70, 122), mix(PLUM, NIGHT, 0.2), "mid", 2)
    roof = straight([(800, 142), (1316, 434), (1290, 480), (800, 204), (310, 480), (284, 434)])
    sheet.cut(roof, (mix(ROSE, WINE, 0.2), WINE), "high", 3)
    sheet.cut(
        ridge([(-120, 932), (500, 920), (1000, 930), (1750, 918)], 1250),
        (mix(MOSS, SAGE, 0.3), mix(PINE, MOSS, 0.3)),
        "mid",
        6,
    )
    for x in (150, 214, 1392, 1470):
        sheet.cut(pebble(x, 926, 62, x, 0.1), mix(MOSS, PINE, 0.4 + 0.2 * (x % 3) / 2), "low", 5)


SCENES = {
    "grenzen-in-een-nieuwe-relatie": grenzen,
    "over-ons": over_ons,
    "uit-elkaar-en-toch-onder-een-dak": onder_een_dak,
}
