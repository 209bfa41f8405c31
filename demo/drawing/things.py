"""Pictures in which one thing stands for the story: a bowl, a chest, a microphone."""

import math

from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    IVORY,
    LAMP,
    LILAC,
    MAUVE,
    MULBERRY,
    NIGHT,
    PETAL,
    PLUM,
    ROSE,
    SAND,
    SHELL,
    STRAW,
    WINE,
    mix,
    steps,
)
from demo.drawing.paper import UPWARD, Sheet
from demo.drawing.shapes import box, disc, pebble, ridge, smooth, straight, tide


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
    sheet.cut(bowl, (IVORY, SAND, mix(DUNE, MAUVE, 0.3)), "high", 0, angle=25)
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
        sheet.cut(pebble(x, y, 8, int(x), 0.15), gold, "flat", 3, clip=inside)
    sheet.cut(disc(800, 470, 396, 50), (mix(SAND, CLAY, 0.15), SHELL), "low", 3)
    hollow = sheet.window(disc(800, 473, 376, 41))
    sheet.cut(disc(800, 473, 376, 41), (mix(MULBERRY, PLUM, 0.4), mix(ROSE, MAUVE, 0.45)), "flat", 3)
    sheet.shade(disc(800, 452, 380, 34), NIGHT, 0.45, 8, clip=hollow)


def lichamelijk(sheet: Sheet) -> None:
    """Someone with an ache that lies in layers under the breastbone."""
    sheet.light = (0.4, 0.9)
    sheet.ground((mix(SHELL, PETAL, 0.35), SAND), angle=70)
    for r, share in ((560, 0.2), (450, 0.4), (345, 0.62)):
        sheet.cut(pebble(812, 560, r, 11, 0.02, n=14), mix(SAND, mix(PETAL, BLUSH, 0.3), share), "low", 9)
    cx, cy = 806, 872
    face = [
        (690, 712),
        (742, 664),
        (744, 592),
        (700, 566),
        (642, 568),
        (600, 548),
        (596, 516),
        (606, 490),
        (588, 470),
    ]
    face += [
        (596, 446),
        (566, 420),
        (572, 398),
        (606, 352),
        (606, 316),
        (604, 262),
        (650, 186),
        (740, 136),
        (850, 136),
    ]
    nape = [(936, 190), (974, 288), (960, 390), (926, 470), (920, 560), (946, 640), (1040, 706), (1150, 778)]
    body = [
        (322, 1180),
        (348, 1010),
        (420, 868),
        (560, 764),
        *face,
        *nape,
        (1226, 892),
        (1262, 1030),
        (1284, 1180),
    ]
    figure = smooth(body, closed=True)
    inside = sheet.window(figure)
    sheet.cut(disc(cx, cy, 190), (mix(STRAW, CORAL, 0.2), CORAL), "flat", 2, clip=inside)
    sheet.glow(cx, cy, 60, LAMP, 0.7)
    for i, tone in enumerate(steps(CORAL, mix(PLUM, WINE, 0.25), 6)):
        r = 22 + i * 27
        layer = [
            pebble(cx, cy, r + 62, 30 + i, 0.03, n=14),
            pebble(cx, cy, r, 20 + i, 0.07 - 0.006 * i, n=13),
        ]
        sheet.cut(layer, tone, "mid", 8, clip=inside)
    skin = (mix(PLUM, MULBERRY, 0.55), PLUM, mix(PLUM, NIGHT, 0.35))
    sheet.cut(disc(982, 420, 92), (mix(WINE, NIGHT, 0.3), mix(NIGHT, WINE, 0.25)), "mid", 5)
    sheet.cut([figure, pebble(cx, cy, 172, 44, 0.05, n=14)], skin, "high", 4)
    for k in range(5):
        r = 208 + 40 * k
        low, high = math.radians(-22 + 5 * k), math.radians(40 - 3 * k)
        for side in (-1, 1):
            start = (cx + side * r * math.cos(low), cy + r * math.sin(low))
            end = (cx + side * r * math.cos(high), cy + r * math.sin(high))
            arc = (
                f"M{start[0]:.0f} {start[1]:.0f}A{r} {r} 0 0 {1 if side > 0 else 0} {end[0]:.0f} {end[1]:.0f}"
            )
            sheet.line(arc, mix(BLUSH, CORAL, 0.4), 5, 0.75 - 0.14 * k, dash="1 15", clip=inside)
    hair = [
        (600, 300),
        (592, 236),
        (640, 160),
        (740, 112),
        (862, 112),
        (956, 174),
        (1002, 290),
        (996, 400),
        (966, 470),
    ]
    hair += [(930, 496), (902, 470), (892, 420), (868, 380), (846, 330), (790, 300), (720, 262), (660, 262)]
    sheet.cut(smooth(hair, closed=True), (mix(WINE, NIGHT, 0.35), mix(NIGHT, WINE, 0.25)), "mid", 4)
    for k in range(4):
        strand = [(660 + 14 * k, 246 - 22 * k), (780 + 12 * k, 226 - 14 * k), (876 + 16 * k, 286 - 8 * k)]
        strand += [(930 + 12 * k, 372 + 4 * k), (976 + 8 * k, 412 - 4 * k)]
        sheet.line(smooth(strand), mix(WINE, MAUVE, 0.4), 2.6, 0.5)
    sheet.line(smooth([(640, 402), (662, 412), (688, 404)]), mix(MAUVE, LILAC, 0.3), 4.5, 0.9)
    sheet.line(smooth([(634, 356), (664, 344), (694, 352)]), mix(MAUVE, LILAC, 0.1), 4, 0.6)
    ear = [(822, 376), (852, 370), (864, 410), (842, 448), (820, 424)]
    sheet.cut(smooth(ear, closed=True), mix(PLUM, MULBERRY, 0.8), "low", 2)


def podcast(sheet: Sheet) -> None:
    """A microphone by the sea: what is said goes out in rings."""
    sheet.ground((mix(MULBERRY, PLUM, 0.35), mix(PLUM, MULBERRY, 0.35), mix(MAUVE, MULBERRY, 0.4)))
    cx, cy = 800, 400
    for i, tone in enumerate(steps(mix(PLUM, MULBERRY, 0.75), mix(ROSE, BLUSH, 0.55), 6)):
        r = 640 - i * 84
        sheet.cut([pebble(cx, cy, r, i + 3, 0.012, n=16)], tone, "mid", 8)
    sheet.cut(disc(cx, cy, 176), (mix(PETAL, STRAW, 0.3), mix(BLUSH, PETAL, 0.4)), "mid", 3)
    sheet.light = UPWARD
    seas = steps(mix(MAUVE, LILAC, 0.2), mix(NIGHT, PLUM, 0.35), 5)
    for i, tone in enumerate(seas[:3]):
        sheet.cut(tide(704 + i * 72, 12 + 4 * i, 290 + 50 * i, 0.15 + 0.36 * i), tone, "mid", 6)
    sheet.light = (0.35, 0.9)
    metal, dark = mix(DUNE, MAUVE, 0.25), mix(NIGHT, PLUM, 0.3)
    sheet.cut(box(786, 628, 28, 312, 4), (mix(dark, MAUVE, 0.3), dark), "mid", 2, angle=0)
    sheet.cut(
        "M624 372v70q0 176 176 176q176 0 176 -176v-70", (dark, mix(dark, MAUVE, 0.2)), "mid", 2, stroke=26
    )
    for x in (624, 976):
        sheet.cut(disc(x, 372, 27), metal, "mid", 2)
        sheet.cut(disc(x, 372, 10), mix(metal, NIGHT, 0.5), "flat", 1)
    body = box(672, 156, 256, 400, 128)
    inside = sheet.window(body)
    sheet.cut(body, (mix(metal, IVORY, 0.35), metal, mix(metal, MULBERRY, 0.4)), "high", 3, angle=0)
    sheet.shade(box(660, 130, 280, 216), PLUM, 0.5, clip=inside)
    for k in range(7):
        y = 196 + k * 24
        half = math.sqrt(max(0, 128**2 - max(0, 284 - y) ** 2)) - 10
        sheet.line(f"M{800 - half:.0f} {y}q{half:.0f} 14 {2 * half:.0f} 0", mix(metal, IVORY, 0.4), 7, 0.9)
    sheet.line("M800 160v186M744 176q-20 80 -12 172M856 176q20 80 12 172", mix(metal, IVORY, 0.4), 6, 0.75)
    sheet.cut("M666 338q134 36 268 0v46q-134 36 -268 0Z", (mix(ROSE, CORAL, 0.2), WINE), "mid", 2, angle=0)
    for k in range(5):
        sheet.cut(
            box(748 + k * 23, 428 + 4 * abs(k - 2), 11, 74 - 8 * abs(k - 2), 5),
            mix(metal, MULBERRY, 0.55),
            "flat",
            1,
        )
    sheet.cut("M640 940q20 -58 160 -58t160 58Z", (mix(dark, MAUVE, 0.25), dark), "high", 2)
    sheet.light = UPWARD
    for i, tone in enumerate(seas[3:]):
        sheet.cut(tide(926 + i * 70, 14 + 4 * i, 380 + 60 * i, 0.2 + 0.4 * i), tone, "mid", 6)


SCENES = {
    "vertrouwen-na-ontrouw": vertrouwen,
    "waarom-liefdesverdriet-lichamelijk-pijn-doet": lichamelijk,
    "podcast": podcast,
}
