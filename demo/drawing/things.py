"""Pictures in which one thing stands for the story: a bowl, a letter, a chest, a shared house."""

import math
import random

from demo.drawing.land import UPWARD
from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    DUSK,
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
from demo.drawing.shapes import box, disc, leaf, pebble, ribbon, ridge, smooth, straight, tide


def vertrouwen(sheet: Sheet) -> None:
    """A broken bowl, mended so that the seams may be seen."""
    sheet.ground((mix(PLUM, MULBERRY, 0.5), PLUM))
    for r, share in ((410, 0.25), (330, 0.5)):
        sheet.cut(
            pebble(800, 450, r, 7, 0.012, n=14),
            mix(mix(PLUM, MULBERRY, 0.6), mix(ROSE, MAUVE, 0.4), share),
            "mid",
            8,
        )
    sheet.cut(disc(800, 450, 252), (mix(BLUSH, PETAL, 0.45), mix(ROSE, BLUSH, 0.6)), "mid", 4)
    sheet.cut(
        ridge([(-120, 806), (500, 796), (1100, 804), (1750, 796)], 1250),
        (mix(WINE, PLUM, 0.35), mix(WINE, NIGHT, 0.6)),
        "high",
        4,
    )
    sheet.shade(disc(840, 872, 330, 34), opacity=0.6, blur=16)
    sheet.cut(
        "M690 818h220l26 56q-136 26 -272 0Z",
        (mix(SAND, MAUVE, 0.2), mix(CLAY, MULBERRY, 0.45)),
        "mid",
        3,
        angle=0,
    )
    bowl = "M404 470q4 216 176 322q96 56 220 56t220 -56q172 -106 176 -322Z"
    inside = sheet.window(bowl)
    sheet.cut(bowl, (IVORY, SAND, mix(DUNE, MAUVE, 0.3)), "high", 3, angle=25)
    # shards: each its own tint
    shards = [
        ([(404, 440), (640, 440), (596, 560), (520, 640), (400, 620)], PETAL, 0.35),
        ([(640, 440), (880, 440), (820, 590), (700, 650), (596, 560)], IVORY, 0.6),
        ([(880, 440), (1200, 440), (1200, 560), (1010, 620), (820, 590)], SHELL, 0.5),
        ([(596, 560), (700, 650), (690, 860), (400, 860), (400, 620), (520, 640)], DUNE, 0.55),
        ([(820, 590), (1010, 620), (1000, 860), (690, 860), (700, 650)], mix(PETAL, DUNE, 0.5), 0.5),
        ([(1010, 620), (1200, 560), (1200, 860), (1000, 860)], mix(DUNE, CLAY, 0.4), 0.6),
    ]
    for outline, tone, see in shards:
        sheet.cut(straight(outline), tone, "low", 4, opacity=see, clip=inside)
    sheet.shade(
        "M1196 470q-4 216 -176 322q-96 56 -220 56q-60 0 -120 -16q260 -20 360 -160q80 -110 70 -202Z",
        MULBERRY,
        0.3,
        18,
        clip=inside,
    )
    gold, light = mix(STRAW, CLAY, 0.4), mix(STRAW, LAMP, 0.6)
    seams = [
        [(640, 470), (622, 516), (596, 560), (552, 604), (520, 640), (452, 640)],
        [(596, 560), (652, 600), (700, 650), (704, 740), (684, 846)],
        [(880, 470), (856, 530), (820, 590), (762, 612), (700, 650)],
        [(820, 590), (912, 618), (1010, 620), (1096, 582), (1196, 556)],
        [(1010, 620), (1022, 700), (990, 800)],
    ]
    for seam in seams:
        sheet.cut(smooth(seam), (light, gold), "low", 7, stroke=10, clip=inside)
        sheet.line(smooth([(x - 1.5, y - 2) for x, y in seam]), IVORY, 2, 0.45, clip=inside)
    for x, y in ((596, 560), (700, 650), (820, 590), (1010, 620)):
        sheet.cut(pebble(x, y, 13, int(x), 0.2), gold, "flat", 3, clip=inside)
    sheet.cut(disc(800, 470, 396, 50), (mix(SAND, CLAY, 0.15), SHELL), "low", 3)
    hollow = sheet.window(disc(800, 473, 376, 41))
    sheet.cut(disc(800, 473, 376, 41), (mix(MULBERRY, PLUM, 0.4), mix(ROSE, MAUVE, 0.45)), "flat", 3)
    sheet.shade(disc(800, 452, 380, 34), NIGHT, 0.45, 8, clip=hollow)
    for x, dx in ((640, -8), (880, 8)):
        sheet.cut(smooth([(x + dx, 512), (x, 520), (x, 532)]), gold, "flat", 2, stroke=9)


def lichamelijk(sheet: Sheet) -> None:
    """Someone bent over an ache that lies in layers under the breastbone."""
    sheet.light = (0.4, 0.9)
    sheet.ground((mix(SHELL, PETAL, 0.35), SAND), angle=70)
    for r, share in ((560, 0.2), (450, 0.4), (345, 0.62)):
        sheet.cut(pebble(812, 560, r, 11, 0.02, n=14), mix(SAND, mix(PETAL, BLUSH, 0.3), share), "low", 9)
    hole = (806, 872)
    body = [(322, 1180), (348, 1010), (420, 868), (560, 764), (690, 712), (742, 664), (744, 592), (700, 566), (642, 568), (600, 548),
            (596, 516), (606, 490), (588, 470), (596, 446), (566, 420), (572, 398), (606, 352), (606, 316), (604, 262), (650, 186),
            (740, 136), (850, 136), (936, 190), (974, 288), (960, 390), (926, 470), (920, 560), (946, 640), (1040, 706), (1150, 778),
            (1226, 892), (1262, 1030), (1284, 1180)]  # fmt: skip
    figure = smooth(body, closed=True)
    inside = sheet.window(figure)
    sheet.cut(disc(*hole, 190), (mix(STRAW, CORAL, 0.2), CORAL), "flat", 2, clip=inside)
    sheet.glow(*hole, 60, LAMP, 0.7)
    tones = steps(CORAL, mix(PLUM, WINE, 0.25), 6)
    for i, tone in enumerate(tones):
        r = 22 + i * 27
        sheet.cut(
            [pebble(*hole, r + 62, 30 + i, 0.03, n=14), pebble(*hole, r, 20 + i, 0.07 - 0.006 * i, n=13)],
            tone,
            "mid",
            8,
            clip=inside,
        )
    sheet.cut(
        [figure, pebble(*hole, 172, 44, 0.05, n=14)],
        (mix(PLUM, MULBERRY, 0.55), PLUM, mix(PLUM, NIGHT, 0.35)),
        "high",
        4,
    )
    rng = random.Random(5)
    for k in range(15):
        turn = math.radians(-168 + k * 24 + rng.uniform(-4, 4))
        start, end = 192, 192 + rng.uniform(70, 190)
        if math.sin(turn) > 0.6 or math.sin(turn) < -0.45:
            continue
        bend = rng.uniform(-0.16, 0.16)
        line = [
            (hole[0] + d * math.cos(turn + bend * s), hole[1] + d * math.sin(turn + bend * s))
            for s, d in ((0, start), (1, (start + end) / 2), (-0.6, end))
        ]
        sheet.line(smooth(line), mix(BLUSH, CORAL, 0.4), 4.5, 0.6, dash="2 13", clip=inside)
    hair = [(600, 300), (592, 236), (640, 160), (740, 112), (862, 112), (956, 174), (1002, 290), (996, 420), (962, 520), (930, 566),
            (902, 520), (896, 452), (868, 396), (852, 330), (790, 300), (720, 262), (660, 262)]  # fmt: skip
    sheet.cut(smooth(hair, closed=True), (mix(WINE, NIGHT, 0.35), mix(NIGHT, WINE, 0.25)), "mid", 4)
    for k in range(4):
        strand = [
            (660 + 14 * k, 246 - 22 * k),
            (780 + 12 * k, 226 - 14 * k),
            (876 + 16 * k, 290 - 8 * k),
            (914 + 14 * k, 400 + 10 * k),
            (922 + 9 * k, 500),
        ]
        sheet.line(smooth(strand), mix(WINE, MAUVE, 0.4), 2.6, 0.5)
    sheet.line(smooth([(640, 402), (662, 412), (688, 404)]), mix(MAUVE, LILAC, 0.3), 4.5, 0.9)
    sheet.line(smooth([(634, 356), (664, 344), (694, 352)]), mix(MAUVE, LILAC, 0.1), 4, 0.6)
    sheet.cut(
        smooth([(822, 376), (852, 370), (864, 410), (842, 448), (820, 424)], closed=True),
        mix(PLUM, MULBERRY, 0.8),
        "low",
        2,
    )


def onder_een_dak(sheet: Sheet) -> None:
    """One house cut open: a wall down the middle, a lamp on either side."""
    sheet.ground((mix(LILAC, PETAL, 0.55), mix(PETAL, SHELL, 0.4)))
    sheet.cut(disc(1270, 220, 74), (IVORY, SHELL), "low", 3)
    for x, y, w in ((170, 250, 300), (1180, 380, 330)):
        sheet.cut(
            f"M{x} {y}q{w * 0.1} -34 {w * 0.3} -24q{w * 0.16} -46 {w * 0.38} -8q{w * 0.22} -14 {w * 0.32} 32Z",
            SHELL,
            "low",
            6,
        )
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
    sheet.cut(box(1010, 190, 70, 150), mix(PLUM, NIGHT, 0.2), "mid", 2)
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


def sitting(sheet: Sheet, x: float, y: float, face: int, coat: str, hair: str, skin: str) -> None:
    """Someone sitting on a bed or couch, shoulders low; (x, y) is under the seat."""

    def at(px: float, py: float) -> tuple[float, float]:
        return x + face * px, y + py

    trousers = mix(INK, PLUM, 0.4)
    sheet.cut(
        ribbon([at(0, -78), at(72, -80), at(84, -76), at(88, -30), at(84, 4)], [46, 40, 36, 28, 22]),
        trousers,
        "low",
        2,
    )
    sheet.cut(ribbon([at(80, 0), at(112, 3)], [16, 12]), NIGHT, "flat", 1)
    sheet.cut(
        ribbon([at(-8, -70), at(-16, -130), at(-4, -186), at(12, -204)], [66, 64, 62, 34]),
        (mix(coat, IVORY, 0.12), mix(coat, INK, 0.2)),
        "mid",
        3,
    )
    sheet.cut(ribbon([at(4, -182), at(24, -128), at(72, -100)], [30, 26, 20]), mix(coat, INK, 0.14), "low", 2)
    sheet.cut(disc(*at(76, -98), 11), skin, "flat", 1)
    sheet.cut(ribbon([at(10, -196), at(18, -222)], [22, 20]), mix(skin, INK, 0.12), "flat", 1)
    sheet.cut(pebble(*at(28, -240), 30, 2, 0.03), skin, "low", 1)
    sheet.cut(
        smooth(
            [
                at(46, -262),
                at(22, -280),
                at(-8, -264),
                at(-12, -226),
                at(4, -206),
                at(14, -232),
                at(26, -254),
            ],
            closed=True,
        ),
        hair,
        "low",
        2,
    )


def envelope_letter(sheet: Sheet) -> None:
    """A letter that opens onto a night sea and stays where it is."""
    sheet.ground((mix(SAGE, MIST, 0.3), mix(SAGE, MOSS, 0.25)), angle=70)
    for r, share in ((520, 0.16), (400, 0.3)):
        sheet.cut(pebble(800, 520, r, 5, 0.015, n=14), mix(SAGE, MIST, 0.3 + share), "low", 8)
    sheet.cut(
        straight([(420, 560), (800, 210), (1180, 560)]),
        (mix(DUNE, CLAY, 0.5), mix(DUNE, CLAY, 0.2)),
        "mid",
        3,
    )
    card = box(500, 148, 600, 660, 10)
    sheet.cut(card, (IVORY, SHELL), "high", 3)
    pane = box(530, 178, 540, 620, 6)
    view = sheet.window(pane)
    sheet.cut(pane, (DUSK, PLUM, MULBERRY, mix(MAUVE, BLUSH, 0.4)), "flat", 2)
    for r, share in ((132, 0.12), (94, 0.3)):
        sheet.cut(pebble(890, 318, r, 4, 0.02), mix(PLUM, MAUVE, share * 1.6), "low", 5, clip=view)
    sheet.cut(disc(890, 318, 58), (IVORY, PETAL), "low", 2, clip=view)
    for x, y in ((600, 240), (690, 340), (640, 420), (760, 230), (1020, 430)):
        sheet.cut(disc(x, y, 3.2), IVORY, "flat", 1)
    sheet.light = UPWARD
    for i, tone in enumerate(steps(mix(MAUVE, LILAC, 0.3), mix(NIGHT, PLUM, 0.4), 6)):
        sheet.cut(tide(474 + i * 44, 8 + 3 * i, 210 + 30 * i, 0.2 + 0.39 * i), tone, "mid", 6, clip=view)
        wide = 96 - 12 * i
        sheet.line(
            f"M{890 - wide / 2 + 9 * (-1) ** i} {496 + i * 44}q{wide / 2} -6 {wide} 0",
            IVORY,
            4,
            0.6,
            clip=view,
        )
    sheet.light = (0.35, 1.0)
    sheet.shade("M530 178h540v14h-526v606h-14Z", opacity=0.5, blur=7, clip=view)
    sheet.cut(
        straight([(420, 556), (800, 800), (420, 930)]),
        (mix(SAND, PETAL, 0.3), mix(DUNE, PETAL, 0.3)),
        "mid",
        3,
    )
    sheet.cut(
        straight([(1180, 556), (800, 800), (1180, 930)]),
        (mix(SAND, PETAL, 0.3), mix(DUNE, PETAL, 0.5)),
        "mid",
        3,
    )
    sheet.cut(
        "M420 950V906L768 726q32 -20 64 0L1180 906V950q0 12 -12 12H432q-12 0 -12 -12Z",
        (SHELL, mix(DUNE, PETAL, 0.25)),
        "mid",
        3,
    )
    sheet.cut(pebble(800, 846, 46, 9, 0.07), (ROSE, WINE), "mid", 3)
    sheet.cut([disc(800, 846, 30), disc(800, 846, 25)], mix(ROSE, BLUSH, 0.35), "flat", 2)
    sheet.line("M784 850q8 -14 16 0t16 0", mix(ROSE, PETAL, 0.5), 4)
    for turn, length in ((-152, 150), (-120, 170), (-178, 140)):
        sheet.cut(leaf(330, 930, length, 42, turn + 60), mix(MOSS, PINE, 0.3), "low", 4)


def brief_op_tafel(sheet: Sheet) -> None:
    """From above: a half-written letter in a ring of lamplight."""
    wood = mix(CLAY, WINE, 0.5)
    sheet.ground((mix(wood, PLUM, 0.3), mix(wood, PLUM, 0.45)), angle=0)
    for k in range(6):
        tone = mix(wood, PLUM, 0.26 + 0.07 * ((k * 5) % 3))
        sheet.cut(box(-90, -40 + k * 190, 1790, 184), (tone, mix(tone, WINE, 0.15)), "flat", 4, angle=0)
        for j in range(3):
            y = -10 + k * 190 + 48 * j
            sheet.line(
                f"M{-60 + 210 * ((k + j) % 3)} {y}q260 {16 * (-1) ** j} 520 0t560 {8 * (-1) ** k}",
                mix(wood, NIGHT, 0.5),
                2,
                0.3,
            )
    sheet.glow(760, 470, 820, STRAW, 0.42)
    sheet.cut(
        box(910, 250, 420, 290, 6),
        (mix(PETAL, BLUSH, 0.2), mix(PETAL, BLUSH, 0.5)),
        "mid",
        3,
        turn=(14, 1120, 400),
    )
    sheet.cut(
        straight([(910, 250), (1330, 250), (1120, 424)]),
        mix(PETAL, BLUSH, 0.12),
        "low",
        3,
        turn=(14, 1120, 400),
    )
    page = (-7, 700, 560)
    sheet.cut(box(462, 150, 500, 740, 4), (SAND, DUNE), "mid", 4, turn=(-3, 700, 560))
    sheet.cut(box(450, 140, 500, 740, 4), (IVORY, SHELL), "high", 4, turn=page, angle=60)
    rng = random.Random(12)
    c, s = math.cos(math.radians(page[0])), math.sin(math.radians(page[0]))

    def on_page(x: float, y: float) -> tuple[float, float]:
        return 700 + (x - 700) * c - (y - 560) * s, 560 + (x - 700) * s + (y - 560) * c

    for row in range(11):
        y, x = 226 + row * 46, 506.0
        stop = 884 - (
            330 if row == 0 else 250 if row == 10 else rng.uniform(0, 50) + (160 if row in (4, 8) else 0)
        )
        while x < stop:
            word = rng.uniform(34, 96)
            points = [
                (x + i * 7, y + (-7 if i % 2 else 4) + rng.uniform(-4, 4) - (9 if rng.random() < 0.13 else 0))
                for i in range(int(word / 7))
            ]
            if len(points) > 2:
                sheet.line(smooth([on_page(*p) for p in points]), mix(PLUM, INK, 0.4), 2.6, 0.8)
            x += word + 15
    for y in (388, 634):
        a, b = on_page(450, y), on_page(950, y)
        sheet.line(f"M{a[0]:.0f} {a[1]:.0f}L{b[0]:.0f} {b[1]:.0f}", mix(DUNE, CLAY, 0.5), 2, 0.6)
    # pen
    turn = (38, 880, 730)
    sheet.cut(box(872, 520, 26, 250, 12), (mix(ROSE, IVORY, 0.12), WINE), "high", 2, turn=turn, angle=0)
    sheet.cut(
        straight([(874, 766), (896, 766), (889, 806), (885, 822), (881, 806)]), STRAW, "mid", 1, turn=turn
    )
    sheet.cut(box(871, 640, 28, 10), STRAW, "flat", 1, turn=turn)
    # tea
    sheet.cut(disc(1210, 742, 152), (SHELL, mix(DUNE, PETAL, 0.4)), "mid", 3)
    sheet.cut([disc(1210, 742, 138), disc(1210, 742, 131)], mix(SAGE, MIST, 0.3), "flat", 2)
    sheet.cut("M1292 700q70 -34 84 4q10 34 -66 36", mix(MIST, IVORY, 0.4), "mid", 2, stroke=20)
    sheet.cut(disc(1210, 742, 96), (IVORY, mix(MIST, SAND, 0.5)), "mid", 2)
    tea = sheet.window(disc(1210, 742, 82))
    sheet.cut(disc(1210, 742, 82), (mix(CORAL, WINE, 0.3), mix(CLAY, CORAL, 0.4)), "flat", 2)
    sheet.shade(disc(1210, 742, 92) + disc(1216, 756, 80), NIGHT, 0.4, 6, clip=tea)
    sheet.line("M1170 776q26 28 66 16", mix(STRAW, IVORY, 0.4), 5, 0.6)
    # a twig and a matchbox's worth of quiet
    stem = [(250, 900), (300, 800), (330, 690), (338, 590)]
    sheet.cut(ribbon(stem, [7, 6, 5, 3]), mix(PINE, MOSS, 0.4), "mid", 3)
    for k in range(5):
        x, y = 268 + 17 * k, 862 - 62 * k
        sheet.cut(
            leaf(x, y, 118 - 10 * k, 52 - 4 * k, -20 - 5 * k), mix(SAGE, MOSS, 0.25 * (k % 3)), "mid", 4
        )
        sheet.cut(leaf(x - 6, y - 26, 110 - 10 * k, 48 - 4 * k, -140 + 4 * k), mix(SAGE, REED, 0.3), "mid", 4)


SCENES = {
    "vertrouwen-na-ontrouw": vertrouwen,
    "waarom-liefdesverdriet-lichamelijk-pijn-doet": lichamelijk,
    "uit-elkaar-en-toch-onder-een-dak": onder_een_dak,
    "de-brief-die-je-niet-verstuurt": envelope_letter,
    "brief-op-tafel": brief_op_tafel,
}
