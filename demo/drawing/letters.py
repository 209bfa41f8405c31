"""Pictures of letters."""

import math
import random

from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    DUSK,
    INK,
    IVORY,
    LILAC,
    MAUVE,
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
from demo.drawing.shapes import Point, box, disc, leaf, pebble, ribbon, smooth, straight, tide


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
    sheet.cut(box(420, 556, 760, 380, 8), (mix(DUNE, CLAY, 0.7), mix(DUNE, CLAY, 0.5)), "mid", 3)
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


def brief_op_tafel(sheet: Sheet) -> None:
    """From above: a half-written letter in a ring of lamplight."""
    wood = mix(CLAY, WINE, 0.5)
    sheet.ground((mix(wood, PLUM, 0.3), mix(wood, PLUM, 0.45)), angle=0)
    for k in range(6):
        tone = mix(wood, PLUM, 0.26 + 0.07 * ((k * 5) % 3))
        sheet.cut(box(-90, -40 + k * 190, 1790, 184), (tone, mix(tone, WINE, 0.15)), "flat", 4, angle=0)
        for j in range(3):
            y = -10 + k * 190 + 48 * j
            grain = f"M{-60 + 210 * ((k + j) % 3)} {y}q260 {16 * (-1) ** j} 520 0t560 {8 * (-1) ** k}"
            sheet.line(grain, mix(wood, NIGHT, 0.5), 2, 0.3)
    sheet.glow(760, 470, 820, STRAW, 0.42)
    turn = (14.0, 1120.0, 400.0)
    sheet.cut(
        box(910, 250, 420, 290, 6), (mix(PETAL, BLUSH, 0.2), mix(PETAL, BLUSH, 0.5)), "mid", 3, turn=turn
    )
    sheet.cut(straight([(910, 250), (1330, 250), (1120, 424)]), mix(PETAL, BLUSH, 0.12), "low", 3, turn=turn)
    sheet.cut(box(462, 150, 500, 740, 4), (SAND, DUNE), "mid", 4, turn=(-3, 700, 560))
    sheet.cut(box(450, 140, 500, 740, 4), (IVORY, SHELL), "high", 4, turn=(-7, 700, 560), angle=60)
    handwriting(sheet)
    # pen
    turn = (38.0, 880.0, 730.0)
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
    # a twig
    stem = [(256, 906), (290, 830), (314, 750), (330, 670), (338, 590)]
    sheet.cut(ribbon(stem, [7, 6, 5, 4, 3]), mix(PINE, MOSS, 0.4), "mid", 3)
    for k, (x, y) in enumerate(stem[:-1]):
        sheet.cut(
            leaf(x + 14, y - 34, 112 - 10 * k, 50 - 4 * k, -24 - 5 * k),
            mix(SAGE, MOSS, 0.25 * (k % 3)),
            "mid",
            3,
        )
        sheet.cut(
            leaf(x + 22, y - 58, 106 - 10 * k, 46 - 4 * k, -142 + 4 * k), mix(SAGE, REED, 0.3), "mid", 3
        )
    sheet.cut(leaf(337, 596, 62, 30, -84), mix(SAGE, REED, 0.15), "mid", 2)


def handwriting(sheet: Sheet) -> None:
    """Lines that look written and say nothing, on the page of `brief_op_tafel`."""
    rng = random.Random(12)
    c, s = math.cos(math.radians(-7)), math.sin(math.radians(-7))

    def on_page(x: float, y: float) -> Point:
        return 700 + (x - 700) * c - (y - 560) * s, 560 + (x - 700) * s + (y - 560) * c

    for row in range(11):
        y, x = 226 + row * 46, 506.0
        stop = {0: 610, 4: 720, 8: 760, 10: 650}.get(row, 890)
        while x < stop - 30:
            word = min(rng.uniform(34, 100), stop - x)
            points = []
            for i in range(int(word / 5.5)):
                rise = -15 if rng.random() < 0.12 else -6 if i % 2 else 2
                points.append(
                    on_page(x + i * 5.5 + (1.5 if i % 2 else -1), y + rise + rng.uniform(-1.6, 1.6))
                )
            if len(points) > 3:
                sheet.line(smooth(points), mix(PLUM, INK, 0.4), 2.2, 0.78)
            x += word + 14
    for y in (388, 634):
        a, b = on_page(450, y), on_page(950, y)
        sheet.line(f"M{a[0]:.0f} {a[1]:.0f}L{b[0]:.0f} {b[1]:.0f}", mix(DUNE, CLAY, 0.5), 2, 0.6)


SCENES = {
    "de-brief-die-je-niet-verstuurt": envelope_letter,
    "brief-op-tafel": brief_op_tafel,
}
