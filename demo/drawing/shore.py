"""Pictures of sea and shore: tides, boats, the far side."""

import math

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
from demo.drawing.paper import Sheet
from demo.drawing.shapes import box, disc, hills, pebble, ribbon, ridge, smooth, straight, tide

UPWARD = (0.3, -0.8)


def bank(sheet: Sheet, edge: list[tuple[float, float]], side: int, tones: list[str], pitch: float) -> None:
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
    bank(sheet, west, -1, [*steps(mix(MULBERRY, MAUVE, 0.35), PETAL, 5), SHELL, SAND], 58)
    bank(sheet, east, 1, [*steps(mix(PLUM, SAGE, 0.45), MIST, 5), mix(MIST, SAND, 0.5), SAND], 58)
    for x, y, r, tone, dark in ((392, 520, 84, ROSE, WINE), (1216, 590, 84, SAGE, PINE)):
        sheet.cut([disc(x, y, r + 58), disc(x, y, r + 34)], mix(SAND, tone, 0.28), "low", wobble=6)
        sheet.cut(disc(x, y, r), (mix(tone, SAND, 0.14), mix(tone, dark, 0.35)), "high", wobble=4)


def boat(sheet: Sheet, x: float, y: float, size: float, hull: str, flip: int = 1, tilt: float = 0) -> None:
    """A folded paper boat, its keel at (x, y)."""
    turn = (tilt, x, y)

    def at(px: float, py: float) -> tuple[float, float]:
        return x + flip * px * size, y + py * size

    sheet.cut(
        straight([at(-20, -48), at(18, -152), at(62, -48)]),
        (mix(hull, IVORY, 0.72), mix(hull, SAND, 0.55)),
        "low",
        2,
        turn=turn,
    )
    sheet.cut(straight([at(18, -152), at(62, -48), at(24, -48)]), mix(hull, SAND, 0.32), "flat", 2, turn=turn)
    sheet.cut(
        straight([at(-122, -62), at(-20, -40), at(124, -66), at(74, 4), at(-70, 4)]),
        (hull, mix(hull, INK, 0.22)),
        "mid",
        3,
        turn=turn,
    )
    sheet.cut(
        straight([at(-122, -62), at(-20, -40), at(-70, 4)]), mix(hull, IVORY, 0.16), "flat", 2, turn=turn
    )


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
    boat(sheet, 370, 668, 1.62, ROSE, -1, -8)
    boat(sheet, 1226, 672, 1.62, mix(MULBERRY, PLUM, 0.4), -1, 4)
    rope = [(566, 586), (690, 604), (800, 609), (910, 602), (1032, 580)]
    sheet.cut(smooth(rope), mix(CLAY, SAND, 0.25), "mid", wobble=2, stroke=7)
    sheet.line(smooth(rope), mix(CLAY, WINE, 0.5), 1.6, 0.7, dash="5 7")
    for x, y, tilt in ((566, 586, -20), (1032, 580, 12)):
        sheet.cut([disc(x, y, 13), disc(x, y, 6)], mix(CLAY, WINE, 0.3), "low", wobble=1, turn=(tilt, x, y))
    for i in range(2, 6):
        sheet.cut(tide(652 + (i - 2) * 84, 13 + 3 * i, 300 + 38 * i, 0.16 + 0.37 * i), tones[i], "mid")
        if i in (2, 3):
            for k in range(3):
                x = 214 - k * 26 + i * 46
                sheet.line(f"M{x} {700 + 84 * (i - 2) + k * 17}q42 -13 {92 + 12 * k} -2", MIST, 4, 0.5)
    chain = [(1256, 690), (1268, 760), (1260, 820), (1272, 862)]
    sheet.line(smooth(chain), mix(MIST, SAND, 0.4), 5, 0.7, dash="11 9")
    anchor(sheet, 1272, 874)


def anchor(sheet: Sheet, x: float, y: float) -> None:
    tone = mix(MIST, SAND, 0.3)
    sheet.cut([disc(x, y, 15), disc(x, y, 7)], tone, "low", 1)
    sheet.cut(f"M{x} {y + 14}v78M{x - 26} {y + 32}h52", tone, "low", 1, stroke=9)
    sheet.cut(f"M{x - 50} {y + 58}q8 46 50 44q42 2 50 -44", tone, "low", 1, stroke=10)


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
                f"M{1010 - wide / 2 + 14 * (-1) ** k} {574 + i * 58 + k * 13}h{wide}",
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
    rope = [
        (700, 800),
        (752, 806),
        (752, 822),
        (690, 818),
        (640, 850),
        (560, 838),
        (520, 880),
        (590, 902),
        (640, 880),
        (600, 862),
    ]
    sheet.cut(smooth(rope), mix(SAND, CLAY, 0.35), "mid", 2, stroke=9)


def eb(sheet: Sheet) -> None:
    """Low tide: wet sand, a creek that winds to the far water, a boat that waits."""
    sheet.light = UPWARD
    sheet.ground((mix(SHELL, LILAC, 0.22), SHELL, SAND))
    sheet.cut(disc(1150, 250, 72), (IVORY, mix(IVORY, STRAW, 0.4)), "low", 3)
    sheet.cut(tide(408, 3, 500, 0.2), mix(MIST, SAGE, 0.42), "low", 4)
    sheet.cut(tide(438, 4, 620, 0.6), mix(MIST, REED, 0.25), "low", 4)
    flats = [(470, 8, 41), (560, 16, 43), (690, 22, 46), (850, 26, 49)]
    tones = steps(mix(DUNE, MIST, 0.3), mix(CLAY, DUNE, 0.2), 4)
    creek = [
        (922, 474),
        (960, 494),
        (1046, 528),
        (1072, 578),
        (960, 632),
        (806, 690),
        (752, 762),
        (832, 846),
        (902, 930),
        (866, 1030),
        (740, 1150),
    ]
    widths = [10, 17, 25, 35, 47, 62, 82, 106, 134, 172, 230]
    for (y, swell, seed), tone in zip(flats, tones, strict=True):
        sheet.cut(hills(y, swell, seed, bumps=4), (mix(tone, IVORY, 0.16), tone), "mid", 8)
    sheet.light = (0.3, 0.9)
    outline = ribbon(creek, widths)
    water = sheet.window(outline)
    sheet.cut(ribbon(creek, [w * 1.45 + 10 for w in widths]), mix(CLAY, DUNE, 0.35), "flat", 8)
    sheet.cut(outline, (mix(MIST, IVORY, 0.3), mix(MIST, LILAC, 0.35), mix(LILAC, MAUVE, 0.25)), "flat", 4)
    inner = [(x + 4, y + 8) for x, y in creek]
    sheet.shade(f"{outline}{ribbon(inner, [w * 0.86 for w in widths])}", opacity=0.3, blur=5, clip=water)
    for k, (x, y, w) in enumerate(
        ((840, 722, 60), (790, 800, 44), (935, 868, 80), (905, 950, 96), (820, 1010, 90))
    ):
        sheet.line(f"M{x} {y}q{w / 2} {-6 - k} {w} 0", IVORY, 3.5, 0.55)
    for x, y, r in (
        (300, 560, 46),
        (1300, 690, 60),
        (1210, 930, 84),
        (420, 1000, 70),
        (620, 560, 30),
        (1440, 560, 36),
    ):
        sheet.cut(pebble(x, y, r * 1.6, x, 0.12, ry=r * 0.2), mix(MIST, LILAC, 0.3), "flat", 6)
    sheet.shade("M318 802q150 -46 330 6q-60 44 -190 42q-120 0 -140 -48Z", opacity=0.34, blur=9)
    boat(sheet, 470, 812, 1.12, mix(ROSE, WINE, 0.25), 1, 15)
    sheet.cut(
        smooth([(590, 772), (650, 812), (640, 846), (720, 858)]), mix(WINE, CLAY, 0.5), "flat", 2, stroke=4
    )
    sheet.cut("M712 846q14 22 30 6M727 858v-26", mix(PLUM, MAUVE, 0.3), "low", 1, stroke=6)
    steps_at = [(1330, 1040), (1292, 985), (1268, 928), (1236, 876), (1216, 826), (1190, 782), (1172, 742)]
    for k, (x, y) in enumerate(steps_at):
        size = 15 - 1.5 * k
        sheet.shade(disc(x + (-1) ** k * size, y, size * 0.62, size), opacity=0.25)


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
    for x, y, r in (
        (150, 150, 4),
        (250, 420, 3),
        (610, 120, 4),
        (660, 330, 3),
        (90, 330, 3),
        (560, 430, 2.5),
        (300, 70, 3),
    ):
        sheet.cut(disc(x, y, r), mix(IVORY, LILAC, 0.25), "flat", 1)
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
    "geen-contact-met-je-ex": geen_contact,
    "hechtingsstijlen-in-de-liefde": hechtingsstijlen,
    "komt-mijn-ex-terug": komt_terug,
    "eb": eb,
    "vloed": vloed,
    "home": home,
    "twee-cirkels": twee_cirkels,
}
