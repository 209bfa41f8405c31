"""Pictures of open water."""

import math

from demo.drawing.boats import anchor, boat
from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUSK,
    INK,
    IVORY,
    LILAC,
    MAUVE,
    MINT,
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
from demo.drawing.shapes import box, disc, hills, pebble, ridge, smooth, tide


def hechtingsstijlen(sheet: Sheet) -> None:
    """Two boats on one rope: one pulls, the other lies at anchor."""
    sheet.light = UPWARD
    sheet.ground((SHELL, mix(SHELL, MIST, 0.5), MIST))
    sheet.cut(disc(800, 330, 150), (mix(STRAW, IVORY, 0.25), mix(PETAL, STRAW, 0.4)), "mid", wobble=3)
    sheet.cut(hills(452, 22, 31, bumps=6), mix(MIST, REED, 0.3), "low")
    sheet.cut(hills(486, 20, 35, bumps=5), mix(MINT, SAGE, 0.25), "low")
    tones = steps(mix(MINT, MIST, 0.35), mix(PINE, SAGE, 0.15), 6)
    for i in range(2):
        sheet.cut(tide(528 + i * 62, 8 + 3 * i, 300 + 40 * i, 0.2 + 0.4 * i), tones[i], "mid")
    boat(sheet, 470, 668, 1.4, ROSE, -1, -8)
    boat(sheet, 1126, 672, 1.4, mix(MULBERRY, PLUM, 0.4), -1, 4)
    rope = [(623, 563), (700, 577), (793, 583), (885, 579), (963, 572)]
    sheet.cut(smooth(rope), mix(CLAY, SAND, 0.25), "mid", wobble=2, stroke=7)
    sheet.line(smooth(rope), mix(CLAY, WINE, 0.5), 1.6, 0.7, dash="5 7")
    for x, y, tilt in ((623, 563, -20), (963, 572, 12)):
        sheet.cut([disc(x, y, 13), disc(x, y, 6)], mix(CLAY, WINE, 0.3), "low", wobble=1, turn=(tilt, x, y))
    for i in range(2, 6):
        sheet.cut(tide(652 + (i - 2) * 84, 13 + 3 * i, 300 + 38 * i, 0.16 + 0.37 * i), tones[i], "mid")
        if i in (2, 3):
            for k in range(3):
                x = 296 - k * 26 + i * 46
                sheet.line(f"M{x} {700 + 84 * (i - 2) + k * 17}q42 -13 {92 + 12 * k} -2", MIST, 4, 0.5)
    chain = [(1160, 690), (1172, 760), (1164, 820), (1176, 862)]
    sheet.line(smooth(chain), mix(MIST, SAND, 0.4), 5, 0.7, dash="11 9")
    anchor(sheet, 1176, 874)


def vloed(sheet: Sheet) -> None:
    """High water: swell behind swell, up to the moon."""
    sheet.light = UPWARD
    sheet.ground((mix(MAUVE, PETAL, 0.35), PETAL, mix(PETAL, SHELL, 0.5)))
    sheet.cut(disc(830, 330, 236), mix(PETAL, SHELL, 0.6), "low", 6)
    sheet.cut(disc(830, 330, 172), (IVORY, mix(STRAW, IVORY, 0.45)), "mid", 3)
    tones = [
        *steps(mix(LILAC, BLUSH, 0.5), mix(ROSE, MULBERRY, 0.5), 4),
        *steps(mix(WINE, MULBERRY, 0.65), mix(NIGHT, PLUM, 0.4), 4),
    ]
    for i, tone in enumerate(tones):
        y, height = 436 + i * 80 + i * i, 22 + i * 5.5
        length = 470 + i * 96
        line = swell(y, height, length, 0.17 + 0.41 * i)
        sheet.cut(
            ridge(line, 1250),
            (mix(tone, SHELL, 0.14), tone, mix(tone, INK, 0.1)),
            "high" if i > 3 else "mid",
            6,
        )
        for k in range(1, 3):
            echo = [(x, py + k * (13 + 2.2 * i)) for x, py in line]
            sheet.line(
                smooth(echo),
                mix(tone, SHELL, 0.42 - 0.13 * k),
                2 + 0.25 * i,
                0.6,
                dash=f"{90 + 30 * i} {34 + 16 * k} {30 + 8 * i} 26",
            )


def swell(y: float, height: float, length: float, phase: float) -> list[tuple[float, float]]:
    """The upper edge of a wave that leans: slow up, quick down."""
    points = []
    for i in range(-2, int(1800 / length * 12) + 3):
        turn = i / 12 + phase
        lean = turn + 0.11 * math.sin(2 * math.pi * turn)
        tall = 0.72 + 0.28 * math.sin(turn * 2.3 + phase * 9)
        points.append(
            (
                -120 + i * length / 12,
                y - height * tall * (math.cos(2 * math.pi * lean) + 0.12 * math.cos(4 * math.pi * lean)),
            )
        )
    return points


def home(sheet: Sheet) -> None:
    """Night on the left, morning on the right, one tide under both."""
    sheet.light = UPWARD
    sheet.ground(
        (DUSK, PLUM, mix(MULBERRY, MAUVE, 0.5), mix(LILAC, BLUSH, 0.45), PETAL, mix(STRAW, SHELL, 0.5)),
        angle=0,
    )
    for r, share in ((250, 0.10), (176, 0.22)):
        sheet.cut(pebble(420, 290, r, 5, 0.016), mix(mix(DUSK, PLUM, 0.7), MAUVE, share), "low", 8)
    sheet.cut("M452 196a104 104 0 1 0 62 150a84 84 0 1 1 -62 -150Z", (IVORY, PETAL), "mid", 3)
    for x, y, size in (
        (150, 150, 4),
        (250, 420, 3),
        (610, 120, 4),
        (660, 330, 3),
        (90, 330, 3),
        (560, 430, 2.5),
        (300, 70, 3),
    ):
        sheet.cut(disc(x, y, size), mix(IVORY, LILAC, 0.25), "flat", 1)
    for r, share in ((300, 0.3), (220, 0.6)):
        sheet.cut(
            pebble(1190, 520, r, 8, 0.016),
            mix(mix(PETAL, BLUSH, 0.25), mix(STRAW, IVORY, 0.4), share),
            "low",
            8,
        )
    sheet.cut(disc(1190, 520, 128), (mix(STRAW, IVORY, 0.3), mix(CORAL, STRAW, 0.45)), "mid", 3)

    def across(*tones: str) -> tuple[str, ...]:
        return tones

    far = across(
        mix(PLUM, NIGHT, 0.2), MULBERRY, mix(MAUVE, BLUSH, 0.3), mix(BLUSH, PETAL, 0.4), mix(PETAL, CLAY, 0.3)
    )
    sheet.cut(hills(500, 36, 77, bumps=6), far, "mid", 8, angle=0)
    sheet.cut(
        hills(560, 26, 71, bumps=5),
        across(mix(NIGHT, PLUM, 0.5), PLUM, MAUVE, mix(BLUSH, LILAC, 0.4), mix(REED, PETAL, 0.35)),
        "mid",
        8,
        angle=0,
    )
    seas = [
        across(
            PLUM,
            mix(MULBERRY, MAUVE, 0.2),
            mix(MAUVE, BLUSH, 0.35),
            mix(PETAL, BLUSH, 0.2),
            mix(SHELL, STRAW, 0.4),
        ),
        across(mix(NIGHT, PLUM, 0.8), MULBERRY, MAUVE, BLUSH, mix(PETAL, STRAW, 0.3)),
        across(mix(NIGHT, PLUM, 0.6), PLUM, mix(MAUVE, MULBERRY, 0.4), mix(BLUSH, MAUVE, 0.35), PETAL),
        across(mix(NIGHT, PLUM, 0.35), mix(PLUM, NIGHT, 0.15), MULBERRY, mix(MAUVE, ROSE, 0.3), BLUSH),
        across(NIGHT, mix(NIGHT, PLUM, 0.6), PLUM, mix(MULBERRY, WINE, 0.3), mix(ROSE, MAUVE, 0.4)),
    ]
    for i, tones in enumerate(seas):
        if i == 2:
            boat(sheet, 770, 772, 0.62, mix(WINE, ROSE, 0.6), 1, -3)
        sheet.cut(tide(616 + i * 84, 9 + 4 * i, 320 + 70 * i, 0.12 + 0.31 * i), tones, "mid", 6, angle=0)
        for k in range(3):
            wide = 190 - 30 * i - 34 * k
            if wide > 20 and i < 4:
                y = 648 + i * 84 + 14 * k
                sheet.line(
                    f"M{1190 - wide / 2 + 16 * (-1) ** (k + i)} {y}q{wide / 2} -6 {wide} 0",
                    mix(STRAW, IVORY, 0.5),
                    4.5,
                    0.7 - 0.12 * i,
                )
                sheet.line(
                    f"M{424 - wide / 3 + 12 * (-1) ** k} {y}q{wide / 3} -5 {wide * 0.66} 0",
                    IVORY,
                    4,
                    0.42 - 0.08 * i,
                )


def twee_cirkels(sheet: Sheet) -> None:
    """Two circles, a little apart, each half in the same water."""
    sheet.light = (0.4, 0.9)
    sheet.ground((IVORY, SAND), angle=60)
    above, below = sheet.window(box(-100, -100, 1800, 720)), sheet.window(box(-100, 555, 1800, 700))
    for x, y, tone, dark in ((592, 500, ROSE, WINE), (1008, 500, MULBERRY, PLUM)):
        sheet.cut(disc(x, y, 262), (mix(tone, SAND, 0.12), dark), "high", 5, angle=70, clip=above)
    overlap = sheet.window(disc(592, 500, 262))
    sheet.cut(disc(1008, 500, 262), mix(WINE, NIGHT, 0.35), "flat", 5, clip=overlap)
    sheet.light = UPWARD
    for i, tone in enumerate(steps(MIST, mix(SAGE, PINE, 0.35), 5)):
        sheet.cut(tide(566 + 96 * i, 12 + 4 * i, 360 + 40 * i, 0.2 + 0.37 * i), tone, "mid", 6)
        for x, colour in ((592, ROSE), (1008, MULBERRY)):
            reach = 236 - 38 * i
            for k in range(3):
                wide = reach - 22 * k
                if wide > 30 and i < 4:
                    start = x - wide / 2 + 18 * (-1) ** (k + i)
                    y = 606 + 96 * i + 17 * k
                    sheet.line(
                        f"M{start} {y}q{wide / 2} {-8 - i} {wide} 0", colour, 6, 0.5 - 0.09 * i, clip=below
                    )


SCENES = {
    "hechtingsstijlen-in-de-liefde": hechtingsstijlen,
    "vloed": vloed,
    "home": home,
    "twee-cirkels": twee_cirkels,
}
