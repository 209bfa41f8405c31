"""Pictures of land: hills, dikes, a garden gate, the practice's own house."""

import math
import random

from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    INK,
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
from demo.drawing.paper import Sheet
from demo.drawing.shapes import box, disc, hills, leaf, pebble, ribbon, ridge, smooth, straight, tide

UPWARD = (0.3, -0.8)


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
        ([(-120, 1030), (300, 980), (720, 1020), (1200, 984), (1750, 1060)], mix(PINE, NIGHT, 0.45)),
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


def willow(sheet: Sheet, x: float, y: float, size: float, tone: str, seed: int) -> None:
    """A pollard willow; (x, y) is its foot."""
    rng = random.Random(seed)
    top = y - size * 0.6
    twigs = []
    for k in range(27):
        turn = math.radians(-174 + k * 6.6 + rng.uniform(-3, 3))
        reach = size * rng.uniform(0.5, 0.74) * (1 - 0.12 * abs(math.cos(turn)))
        bend = size * 0.1 * math.cos(turn)
        start = (x + size * 0.08 * math.cos(turn), top)
        middle = (x + reach * 0.55 * math.cos(turn), top + reach * 0.62 * math.sin(turn))
        end = (x + reach * math.cos(turn) + bend, top + reach * math.sin(turn) + abs(bend) * 1.6)
        twigs.append(ribbon([start, middle, end], [size * 0.024, size * 0.016, size * 0.006]))
        for along in (0.45, 0.62, 0.79, 0.95):
            px, py = x + reach * along * math.cos(turn), top + reach * along * math.sin(turn)
            twigs.append(leaf(px, py, size * 0.085, size * 0.03, math.degrees(turn) + 34 * (-1) ** k))
    half = len(twigs) // 10 * 5
    sheet.cut(twigs[:half], mix(tone, PINE, 0.4), "low", 3, holes=False)
    trunk = [(x, y), (x - size * 0.03, y - size * 0.3), (x + size * 0.01, y - size * 0.5), (x, top)]
    widths = [size * 0.2, size * 0.13, size * 0.17, size * 0.22]
    sheet.cut(ribbon(trunk, widths), (mix(PLUM, CLAY, 0.4), mix(PLUM, NIGHT, 0.2)), "mid", 5, angle=0)
    for k in range(4):
        knob = (x + (k - 1.5) * size * 0.065, top + size * 0.012 * (-1) ** k)
        sheet.cut(pebble(*knob, size * 0.06, k, 0.12), mix(PLUM, CLAY, 0.36 - 0.09 * k), "low", 2)
    sheet.cut(twigs[half:], tone, "low", 3, holes=False)


def walker(
    sheet: Sheet, x: float, y: float, size: float, coat: str, hair: str, step: int = 1, skin: str = ""
) -> None:
    """Someone walking, seen from the side or behind; (x, y) is between the feet, `size` the height."""
    skin = skin or mix(PETAL, CLAY, 0.5)
    leg = mix(INK, PLUM, 0.35)

    def at(px: float, py: float) -> tuple[float, float]:
        return x + px * size * step, y + py * size

    sheet.cut(
        ribbon([at(0.0, -0.42), at(-0.06, -0.2), at(-0.13, -0.02)], [size * 0.1, size * 0.075, size * 0.055]),
        mix(leg, NIGHT, 0.3),
        "flat",
        1,
    )
    sheet.cut(
        ribbon([at(0.01, -0.42), at(0.08, -0.21), at(0.1, -0.01)], [size * 0.1, size * 0.075, size * 0.055]),
        leg,
        "flat",
        1,
    )
    sheet.cut(ribbon([at(-0.13, -0.012), at(-0.07, -0.005)], [size * 0.05, size * 0.04]), NIGHT, "flat", 1)
    sheet.cut(ribbon([at(0.1, -0.008), at(0.17, -0.004)], [size * 0.05, size * 0.04]), NIGHT, "flat", 1)
    body = smooth(
        [
            at(-0.07, -0.83),
            at(0.06, -0.83),
            at(0.12, -0.68),
            at(0.13, -0.48),
            at(0.16, -0.3),
            at(-0.15, -0.3),
            at(-0.13, -0.5),
            at(-0.125, -0.7),
        ],
        closed=True,
        tension=0.8,
    )
    sheet.cut(body, (mix(coat, IVORY, 0.1), mix(coat, INK, 0.25)), "low", 2)
    sheet.cut(
        ribbon(
            [at(-0.03, -0.76), at(-0.05, -0.6), at(0.02, -0.46)], [size * 0.075, size * 0.07, size * 0.05]
        ),
        mix(coat, INK, 0.12),
        "flat",
        1,
    )
    sheet.cut(disc(*at(0.012, -0.915), size * 0.072), skin, "flat", 1)
    sheet.cut(
        smooth(
            [
                at(0.035, -0.975),
                at(-0.03, -0.995),
                at(-0.085, -0.94),
                at(-0.075, -0.86),
                at(-0.02, -0.865),
                at(-0.012, -0.93),
            ],
            closed=True,
        ),
        hair,
        "flat",
        1,
    )
    sheet.cut(
        ribbon([at(-0.075, -0.83), at(0.06, -0.825)], [size * 0.055, size * 0.05]),
        mix(coat, SAND, 0.5),
        "flat",
        1,
    )


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
    walker(sheet, 842, 640, 150, ROSE, mix(PLUM, NIGHT, 0.4), -1)
    sheet.shade("M842 640q90 -12 120 -4q-40 18 -122 10Z", opacity=0.28, blur=3)
    for x, y, size, seed in ((712, 520, 80, 3), (722, 580, 132, 4), (748, 700, 235, 5)):
        willow(sheet, x, y, size, mix(MOSS, REED, 0.35), seed)
    willow(sheet, 1262, 850, 520, mix(MOSS, REED, 0.22), 6)
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


def grenzen(sheet: Sheet) -> None:
    """A hedge with a gate that stands ajar: whoever lives here decides."""
    sheet.light = UPWARD
    sheet.ground((mix(SHELL, PETAL, 0.3), SHELL, IVORY))
    sheet.cut(hills(440, 26, 63, bumps=5), mix(MIST, LILAC, 0.2), "low", 7)
    sheet.cut(hills(500, 20, 68, bumps=4), mix(MINT, MIST, 0.35), "low", 7)
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
        x = rng.choice((rng.uniform(10, 520), rng.uniform(1075, 1590)))
        y, r = rng.uniform(650, 890), rng.uniform(8, 15)
        tone = (BLUSH, PETAL, CORAL, SHELL)[k % 4]
        sheet.cut(pebble(x, y, r, k, 0.16, n=7), tone, "flat", 2)
        sheet.cut(disc(x, y, r * 0.34), mix(tone, ROSE, 0.55), "flat", 1)
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
    walker(sheet, 742, 736, 300, ROSE, mix(PLUM, NIGHT, 0.3), 1)
    walker(sheet, 890, 732, 322, mix(PINE, MOSS, 0.35), mix(CLAY, WINE, 0.55), 1, mix(CLAY, WINE, 0.2))
    sheet.cut(ridge(dike, 1250), (mix(SAGE, REED, 0.4), SAGE, MOSS), "high", 6)
    sheet.cut(ridge([(x, y + 74) for x, y in dike], 1250), (mix(SAGE, MOSS, 0.3), MOSS), "mid", 8)
    rng = random.Random(3)
    tufts = []
    for _ in range(30):
        x = rng.uniform(-40, 1640)
        y = 830 + rng.uniform(0, 70) + 40 * abs(x - 900) / 900
        tufts += [leaf(x + k * 5, y, rng.uniform(26, 52), 7, -90 + (k - 1) * 18) for k in range(3)]
    sheet.cut(tufts, mix(MOSS, PINE, 0.45), "flat", 2, holes=False)
    for i, tone in enumerate(steps(mix(LILAC, MIST, 0.3), mix(MULBERRY, PLUM, 0.3), 3)):
        sheet.cut(tide(924 + i * 54, 8 + 3 * i, 330 + 60 * i, 0.15 + 0.35 * i), tone, "mid", 6)
        sheet.line(f"M{740 + 30 * i} {950 + i * 52}q60 -9 {150 - 20 * i} 0", mix(STRAW, IVORY, 0.5), 5, 0.55)


def over_ons(sheet: Sheet) -> None:
    """The practice: a small house on the dike at dusk, the lamps on, two bicycles' worth of room."""
    sheet.light = UPWARD
    sheet.ground((mix(MULBERRY, MAUVE, 0.6), mix(MAUVE, BLUSH, 0.5), mix(BLUSH, PETAL, 0.55), PETAL))
    for x, y, w in ((240, 210, 300), (1120, 150, 360), (1330, 330, 240)):
        cloud = (
            f"M{x} {y}q{w * 0.1} -34 {w * 0.3} -24q{w * 0.16} -46 {w * 0.38} -8q{w * 0.22} -14 {w * 0.32} 32Z"
        )
        sheet.cut(cloud, mix(LILAC, PETAL, 0.55), "low", 6)
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
        sheet.cut(box(x, 776, 11, 58, 2), NIGHT, "low", 1)
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


SCENES = {
    "papieren-heuvels": papieren_heuvels,
    "pad-langs-het-water": pad,
    "grenzen-in-een-nieuwe-relatie": grenzen,
    "begeleiding": begeleiding,
    "over-ons": over_ons,
}
