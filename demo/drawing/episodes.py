"""The podcast's covers."""

from demo.drawing.greenery import cloud
from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUSK,
    IVORY,
    LAMP,
    LILAC,
    MAUVE,
    MIST,
    MOSS,
    MULBERRY,
    NIGHT,
    PETAL,
    PINE,
    PLUM,
    ROSE,
    SAGE,
    SAND,
    SHELL,
    STRAW,
    WINE,
    mix,
)
from demo.drawing.paper import UPWARD, Sheet
from demo.drawing.shapes import box, disc, hills, leaf, pebble, ribbon, smooth, straight

PORTHOLE = (700, 580, 418)


def episode(sheet: Sheet, number: int, lines: list[str], tones: tuple[str, str], accent: str) -> None:
    """The series' own front: a sheet with a round opening, the number above and the title below."""
    cx, cy, r = PORTHOLE
    everything = box(-100, -100, 1600, 1600)
    inner = mix(tones[0], accent, 0.4)
    sheet.cut([everything, disc(cx, cy, r)], inner, "high", 4)
    sheet.cut([everything, disc(cx, cy, r + 36)], tones, "mid", 4)
    sheet.text(96, 158, "Tussentij", 58, IVORY, weight=600)
    sheet.text(
        1304,
        158,
        "DE PODCAST",
        30,
        mix(IVORY, accent, 0.3),
        family="Figtree",
        weight=600,
        anchor="end",
        spacing=5,
    )
    sheet.cut(disc(232, 930, 116), (mix(accent, IVORY, 0.1), accent), "high", 3)
    sheet.text(232, 984, str(number), 158, mix(tones[1], NIGHT, 0.3), weight=600, anchor="middle")
    for i, words in enumerate(lines):
        sheet.text(
            700,
            1176 + 108 * i - (0 if len(lines) > 1 else -30),
            words,
            100,
            IVORY,
            weight=600,
            anchor="middle",
            spacing=-1.5,
        )


def stil_huis(sheet: Sheet) -> None:
    cx, cy, r = PORTHOLE
    sheet.ground((mix(PLUM, MULBERRY, 0.6), PLUM))
    sheet.cut(box(-100, 800, 1600, 700), (mix(MULBERRY, WINE, 0.35), mix(PLUM, NIGHT, 0.3)), "low", 3)
    sheet.cut(box(520, 268, 270, 360, 4), mix(MAUVE, SAND, 0.3), "mid", 2)
    view = sheet.window(box(538, 286, 234, 324))
    sheet.cut(box(538, 286, 234, 324), (NIGHT, DUSK, mix(PLUM, MAUVE, 0.5)), "flat", 1)
    sheet.cut(disc(690, 380, 44), (IVORY, PETAL), "low", 2, clip=view)
    sheet.cut(hills(540, 16, 5, 1600, 640, bumps=14), mix(PLUM, MULBERRY, 0.4), "low", 4, clip=view)
    sheet.cut(box(649, 286, 12, 324), mix(MAUVE, SAND, 0.3), "low", 1)
    sheet.cut(box(538, 430, 234, 11), mix(MAUVE, SAND, 0.3), "low", 1)
    light = straight([(560, 832), (760, 832), (900, 1010), (600, 1010)])
    sheet.shade(light, mix(IVORY, LILAC, 0.3), 0.2, 4)
    # a chair, a blanket over its back, nobody in it
    wood = mix(CLAY, ROSE, 0.4)
    for a, b in ((846, 838), (1000, 1012)):
        sheet.cut(ribbon([(a, 740), (b, 916)], [20, 13], False), mix(wood, NIGHT, 0.4), "low", 2)
    for a in (862, 984):
        sheet.cut(box(a - 10, 440, 19, 320, 7), wood, "mid", 2)
    for y in (470, 540, 610):
        sheet.cut(box(860, y, 126, 32, 8), mix(wood, IVORY, 0.1), "low", 2)
    sheet.cut(box(826, 726, 194, 34, 14), (mix(wood, IVORY, 0.2), wood), "mid", 2)
    sheet.cut(
        "M880 452q52 -14 92 0q10 130 2 250q-20 12 -44 2q-28 14 -52 -2q12 -120 2 -250Z",
        (mix(SAGE, MIST, 0.4), SAGE),
        "mid",
        4,
    )
    for y in (500, 560, 620):
        sheet.line(f"M884 {y}q46 -10 88 0", mix(MIST, IVORY, 0.4), 6, 0.6)
    sheet.cut(disc(430, 880, 92, 20), mix(WINE, PLUM, 0.4), "low", 2)
    sheet.cut(box(424, 690, 12, 180), mix(NIGHT, PLUM, 0.5), "low", 1)
    sheet.glow(430, 640, 210, STRAW, 0.5)
    sheet.cut("M386 560h88l40 130q-84 26 -168 0Z", (IVORY, LAMP, STRAW), "mid", 2)
    episode(sheet, 1, ["Als het huis", "stil is"], (mix(PLUM, DUSK, 0.4), DUSK), BLUSH)


def geen_plan(sheet: Sheet) -> None:
    sheet.light = UPWARD
    sheet.ground((mix(PETAL, BLUSH, 0.35), PETAL, mix(PETAL, STRAW, 0.5)))
    sheet.cut(pebble(566, 560, 190, 4, 0.015), mix(PETAL, STRAW, 0.4), "low", 5)
    sheet.cut(disc(566, 560, 126), (mix(IVORY, STRAW, 0.4), mix(STRAW, CORAL, 0.35)), "low", 3)
    for i, tone in enumerate(
        (
            mix(BLUSH, LILAC, 0.3),
            mix(CORAL, MAUVE, 0.35),
            mix(ROSE, MAUVE, 0.25),
            mix(WINE, MULBERRY, 0.35),
            mix(WINE, PLUM, 0.6),
        )
    ):
        sheet.cut(
            hills(600 + 84 * i, 34, 60 + i, 1400, 1500, bumps=5), (mix(tone, IVORY, 0.12), tone), "mid", 6
        )
    cloud(sheet, 440, 330, 230, IVORY)
    trail = [
        (318, 820),
        (450, 760),
        (610, 740),
        (700, 650),
        (660, 560),
        (580, 590),
        (610, 690),
        (740, 690),
        (840, 600),
        (900, 500),
    ]
    sheet.line(smooth(trail), IVORY, 6, 0.9, dash="2 17")
    sheet.light = (0.3, 0.9)
    sheet.cut(straight([(1040, 356), (826, 452), (892, 486)]), (IVORY, SHELL), "high", 2)
    sheet.cut(straight([(1040, 356), (892, 486), (902, 560), (934, 506)]), mix(SAND, MAUVE, 0.45), "mid", 2)
    sheet.cut(straight([(1040, 356), (934, 506), (1008, 544)]), (SHELL, mix(SAND, PETAL, 0.5)), "mid", 2)
    episode(
        sheet,
        2,
        ["Hoop is", "geen plan"],
        (mix(ROSE, WINE, 0.75), mix(WINE, PLUM, 0.4)),
        mix(STRAW, PETAL, 0.35),
    )


def eerste_date(sheet: Sheet) -> None:
    sheet.ground((mix(MIST, SHELL, 0.5), mix(PETAL, SHELL, 0.4)))
    for r, share in ((300, 0.35), (226, 0.8)):
        sheet.cut(pebble(700, 470, r, 6, 0.015), mix(SHELL, mix(STRAW, IVORY, 0.3), share), "low", 5)
    sheet.cut(disc(700, 470, 150), (mix(STRAW, IVORY, 0.35), mix(CORAL, STRAW, 0.5)), "mid", 3)
    sheet.line("M220 250q240 130 480 96t500 -86", mix(PLUM, NIGHT, 0.2), 4, 0.8)
    for x, y in ((330, 298), (450, 338), (580, 352), (720, 342), (850, 312), (980, 288), (1090, 272)):
        sheet.glow(x, y + 26, 58, LAMP, 0.8)
        sheet.cut(pebble(x, y + 24, 17, x, 0.05, ry=21), LAMP, "low", 1)
    sheet.cut(box(-100, 820, 1600, 700), (mix(CLAY, ROSE, 0.35), mix(CLAY, WINE, 0.5)), "mid", 3)
    sheet.cut([box(-100, 826, 1600, 8)], mix(CLAY, SAND, 0.4), "flat", 2)
    for x, tone in ((560, ROSE), (840, mix(SAGE, PINE, 0.2))):
        sheet.shade(disc(x + 12, 884, 86, 11), opacity=0.4, blur=6)
        sheet.cut(disc(x, 878, 74, 12), mix(MIST, IVORY, 0.5), "low", 1)
        sheet.cut(box(x - 6, 712, 12, 166, 4), mix(MIST, IVORY, 0.4), "low", 1)
        glass = f"M{x - 92} 500h184q14 216 -92 222q-106 -6 -92 -222Z"
        sheet.cut(glass, mix(MIST, IVORY, 0.5), "mid", 2, opacity=0.72)
        inside = sheet.window(glass)
        sheet.cut(box(x - 120, 590, 240, 150), (mix(tone, CORAL, 0.12), tone), "flat", 3, clip=inside)
        sheet.line(f"M{x - 70} 520q-6 110 20 150", IVORY, 7, 0.6)
    twig = [(700, 876), (702, 780), (690, 700), (704, 610)]
    sheet.cut("M676 880q-10 -60 8 -90h32q18 30 8 90Z", (mix(LILAC, PLUM, 0.3), PLUM), "mid", 2, angle=0)
    sheet.cut(ribbon(twig, [6, 6, 5, 3]), mix(PINE, MOSS, 0.3), "low", 2)
    for x, y, turn in ((702, 770, -32), (694, 728, -150), (692, 690, -36), (698, 648, -144), (704, 616, -70)):
        sheet.cut(leaf(x, y, 66, 30, turn), mix(SAGE, MOSS, 0.4), "low", 2)
    episode(
        sheet,
        3,
        ["De eerste date", "daarna"],
        (mix(PINE, MOSS, 0.3), mix(PINE, NIGHT, 0.35)),
        mix(MIST, STRAW, 0.45),
    )


COVERS = {"aflevering-1": stil_huis, "aflevering-2": geen_plan, "aflevering-3": eerste_date}
