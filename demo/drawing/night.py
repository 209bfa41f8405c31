"""Night pictures: the lit window, the lamp seen from the street, the mill that keeps turning."""

import math

from demo.drawing.facades import gable, panes
from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUSK,
    INK,
    IVORY,
    LAMP,
    MAUVE,
    MULBERRY,
    NIGHT,
    PETAL,
    PINE,
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
from demo.drawing.shapes import box, disc, hills, leaf, pebble, ribbon, smooth, straight, tide


def eerste_nacht(sheet: Sheet) -> None:
    """One lit window in a sleeping row of houses above dark water."""
    sheet.light = UPWARD
    sheet.ground((DUSK, PLUM, mix(MULBERRY, MAUVE, 0.25), mix(MAUVE, ROSE, 0.35), mix(MAUVE, ROSE, 0.45)))
    for r, share in ((330, 0.08), (235, 0.2), (150, 0.36)):
        tones = (mix(DUSK, MAUVE, share), mix(PLUM, MAUVE, 0.45 + share * 0.5))
        sheet.cut(pebble(1150, 232, r, 3, 0.02), tones, "low", wobble=8)
    sheet.cut([disc(1150, 232, 66)], (IVORY, PETAL), "low", wobble=2)
    behind = mix(MULBERRY, MAUVE, 0.3)
    for i, (left, wide, peak) in enumerate(
        ((-30, 170, 455), (215, 150, 410), (500, 190, 430), (905, 160, 395))
    ):
        sheet.cut(gable(("tuit", "klok", "trap", "hals")[i], left, wide, peak, 800), behind, "low", wobble=4)
    for i, (left, wide, peak) in enumerate(((1120, 175, 440), (1370, 165, 415), (1500, 160, 470))):
        sheet.cut(gable(("klok", "tuit", "hals")[i], left, wide, peak, 800), behind, "low", wobble=4)

    row: list[tuple[str, float, float, float, int, int]] = [
        ("klok", -70, 190, 470, 3, 2),
        ("lijst", 118, 168, 500, 3, 2),
        ("trap", 284, 200, 400, 3, 3),
        ("hals", 482, 172, 446, 3, 2),
        ("tuit", 652, 206, 366, 3, 2),
        ("klok", 856, 184, 452, 3, 2),
        ("lijst", 1040, 172, 520, 3, 2),
        ("trap", 1210, 196, 420, 3, 3),
        ("hals", 1404, 170, 478, 3, 2),
        ("tuit", 1572, 190, 440, 3, 2),
    ]
    for i, (kind, x, w, top, rows, columns) in enumerate(row):
        tone = mix(NIGHT, PLUM, (0.35, 0.85, 0.5, 1.0, 0.2, 0.9, 0.45, 0.8, 0.4, 0.6)[i])
        sheet.cut(gable(kind, x, w, top, 830), (mix(tone, MULBERRY, 0.2), tone), "mid", wobble=3)
        door = x + w * (0.12 if i % 2 else 0.62)
        sheet.cut(
            f"M{door} 810v-58q{w * 0.12} -26 {w * 0.24} 0v58Z",
            mix(tone, (WINE, PINE, MAUVE)[i % 3], 0.3),
            "flat",
            2,
        )
        eave = top + (40 if kind == "lijst" else w * 0.6)
        for n, (px, py, pw, ph) in enumerate(panes(x, w, eave, 735, rows, columns)):
            if (i, n) == (4, 2):
                lit = (px, py, pw, ph)
            else:
                glass = mix(tone, INK, 0.75) if (i + n) % 4 else mix(tone, MAUVE, 0.4)
                glass = mix(tone, MULBERRY, 0.3) if i == 4 else glass
                sheet.cut(box(px, py, pw, ph, 3), glass, "flat", wobble=2)
                sheet.line(f"M{px + pw / 2} {py}v{ph}M{px} {py + ph * 0.4}h{pw}", tone, 2.5, 0.9)
    x, y, w, h = lit
    sheet.glow(x + w / 2, y + h / 2, 210, STRAW, 0.5)
    sheet.cut(box(x - 7, y - 7, w + 14, h + 14, 4), CLAY, "flat", wobble=1)
    sheet.cut(box(x, y, w, h, 2), (LAMP, IVORY, STRAW), "flat", wobble=1)
    sheet.line(f"M{x + w / 2} {y}v{h}M{x} {y + h * 0.4}h{w}", mix(CLAY, WINE, 0.35), 3.5)
    sheet.glow(x + w / 2, y + h / 2, 95, LAMP, 0.75)

    sheet.cut(tide(806, 3, 700, 0.1), mix(NIGHT, INK, 0.4), "mid", wobble=4)
    sheet.cut(box(-100, 806, 1800, 14), mix(PLUM, MAUVE, 0.3), "flat", wobble=4)
    water = steps(mix(MULBERRY, MAUVE, 0.3), mix(NIGHT, PLUM, 0.2), 4)
    centre = x + w / 2
    for i, tone in enumerate(water):
        at = 842 + i * 62
        sheet.cut(tide(at, 5 + i * 3.2, 230 + i * 70, 0.13 + 0.29 * i), tone, "mid", wobble=4)
        for k, reach in enumerate((58, 40, 66, 30)):
            if k > 3 - i:
                continue
            gy = at + 21 + k * 11 + (5 if i == 3 else 0)
            half = reach / 2 + 12 * i
            shift = (-1) ** (k + i) * (7 + 5 * i)
            sheet.line(
                f"M{centre - half + shift:.0f} {gy}q{half} {-5 - i} {2 * half} 0",
                mix(STRAW, LAMP, 0.5),
                5 + i,
                0.85 - 0.17 * i - 0.08 * k,
            )
    sheet.glow(centre, 900, 170, STRAW, 0.22, ry=110)


def lamp_in_raam(sheet: Sheet) -> None:
    """A lamp on the sill, seen from the dark street."""
    sheet.ground((mix(STRAW, CORAL, 0.25), mix(CLAY, ROSE, 0.3)))
    inside = sheet.window(box(455, 110, 690, 730))
    sheet.cut(box(440, 90, 720, 770), (mix(STRAW, SAND, 0.45), mix(STRAW, CORAL, 0.34)), "flat", clip=inside)
    sheet.cut(box(860, 210, 190, 250, 4), mix(SAND, STRAW, 0.4), "low", wobble=3, clip=inside)
    sheet.cut(box(884, 234, 142, 202), mix(CLAY, SAND, 0.3), "flat", wobble=3, clip=inside)
    sheet.cut(disc(955, 318, 40), mix(CORAL, STRAW, 0.3), "flat", wobble=3, clip=inside)
    sheet.cut(
        hills(370, 12, 4, 1600, 436), mix(ROSE, CLAY, 0.4), "flat", clip=sheet.window(box(884, 234, 142, 202))
    )
    sheet.glow(690, 470, 430, LAMP, 0.85)

    sheet.cut(
        box(430, 790, 760, 90), (mix(CLAY, ROSE, 0.25), mix(CLAY, WINE, 0.5)), "mid", wobble=3, clip=inside
    )
    # lamp
    sheet.cut(
        ribbon([(690, 560), (684, 640), (690, 700)], [16, 20, 16]), mix(WINE, PLUM, 0.3), "low", wobble=2
    )
    sheet.cut(
        "M690 690c62 0 78 26 78 62v44h-156v-44c0-36 16-62 78-62Z", (ROSE, WINE), "mid", wobble=3, angle=0
    )
    sheet.cut("M612 388h156l62 176q-140 34-280 0Z", (IVORY, LAMP, STRAW), "mid", wobble=3)
    sheet.glow(690, 480, 220, LAMP, 0.5)
    # cup and plant
    sheet.cut("M905 716h92c0 66-14 80-22 80h-48c-8 0-22-14-22-80Z", (SAND, CLAY), "mid", wobble=2, angle=0)
    sheet.cut("M994 728c44-8 46 46-4 46", mix(SAND, CLAY, 0.5), "low", wobble=2, stroke=10)
    for i, lift in enumerate((0, 1)):
        at = 935 + i * 30
        steam = smooth([(at, 690), (at - 10, 660), (at + 8, 632), (at - 4, 600 - 16 * lift)])
        sheet.line(steam, IVORY, 6, 0.55)

    # curtains
    for side in (-1, 1):
        mid = 800 + side * 345
        for k, tone in enumerate(steps(mix(ROSE, MAUVE, 0.3), mix(WINE, PLUM, 0.35), 3)):
            reach = (150 - k * 42) * -side
            fold = [
                (mid + reach, 90),
                (mid + reach * 0.92, 330),
                (mid + reach * 0.45, 560),
                (mid + reach * 0.72, 860),
            ]
            edge = smooth(fold)
            sheet.cut(
                f"{edge}L{mid + side * 60} 860L{mid + side * 60} 90Z", tone, "low", wobble=5, clip=inside
            )

    # the wall with its opening
    outer = box(-100, -100, 1800, 1300)
    sheet.cut([outer, box(430, 84, 740, 782, 6)], (DUSK, NIGHT), "high", wobble=3)
    bricks: list[list[str]] = [[], [], [], []]
    for y in range(26, 1090, 52):
        for n, x in enumerate(range(-60, 1660, 124)):
            bx = x + (62 if (y // 52) % 2 else 0)
            chance = (x * 7 + y * 13 + n * n * 29) % 17
            if chance < 8 and not (320 < bx < 1165 and 60 < y < 840):
                bricks[chance % 4].append(box(bx, y, 116, 44, 4))
    for share, outlines in enumerate(bricks):
        sheet.cut(outlines, mix(NIGHT, MULBERRY, 0.2 + 0.11 * share), "flat", wobble=3)
    frame = mix(SAND, MAUVE, 0.35)
    sheet.cut(
        [box(392, 46, 816, 850, 4), box(450, 104, 700, 742, 3)],
        (frame, mix(frame, MULBERRY, 0.3)),
        "mid",
        wobble=2,
    )
    sheet.cut(box(450, 286, 700, 20), mix(frame, MULBERRY, 0.15), "low", wobble=2)
    sheet.cut(box(790, 104, 20, 190), mix(frame, MULBERRY, 0.15), "low", wobble=2)
    sheet.cut(
        box(352, 884, 896, 44, 4), (mix(SHELL, MAUVE, 0.3), mix(frame, MULBERRY, 0.45)), "high", wobble=3
    )
    sheet.glow(800, 930, 480, STRAW, 0.24, ry=90)
    ivy = [(262, 1130), (250, 960), (292, 800), (258, 640), (286, 480), (250, 330), (276, 190)]
    sheet.cut(ribbon(ivy, [14, 13, 11, 10, 8, 6, 4]), mix(PINE, NIGHT, 0.45), "low", wobble=4)
    for i in range(34):
        t = i / 33 * (len(ivy) - 1)
        a = ivy[min(int(t), 5)]
        b = ivy[min(int(t) + 1, 6)]
        lx, ly = (a[k] + (b[k] - a[k]) * (t - int(t)) for k in (0, 1))
        turn = (-28 if i % 2 else -152) + 22 * math.sin(i * 2.4)
        tone = mix(PINE, mix(PINE, NIGHT, 0.55), (i * 37 % 10) / 10)
        sheet.cut(leaf(lx, ly, 92 - i * 1.1, 62 - i * 0.6, turn), tone, "low", wobble=4)


def malen(sheet: Sheet) -> None:
    """A mill at night in the grooves of its own turning ('malen' is both to grind and to ruminate)."""
    sheet.light = UPWARD
    hub = (800, 400)
    sheet.ground((NIGHT, DUSK))
    for i, tone in enumerate(steps(mix(NIGHT, PLUM, 0.4), mix(MULBERRY, MAUVE, 0.65), 9)):
        sheet.cut(pebble(hub[0], hub[1], 940 - i * 102, i + 5, 0.018, n=16), tone, "mid", wobble=10)
    sheet.cut(hills(820, 18, 8, bumps=4), mix(PLUM, NIGHT, 0.25), "mid")
    # body
    body = "M716 470L884 470L962 905L638 905Z"
    sheet.cut(body, (mix(ROSE, WINE, 0.3), WINE, mix(WINE, NIGHT, 0.55)), "high", wobble=3, angle=0)
    for y in range(520, 900, 48):
        half = 84 + (y - 470) * 78 / 435
        sheet.line(f"M{800 - half + 6} {y}q{half - 6} 12 {2 * half - 12} 0", PLUM, 2.5, 0.45)
    sheet.cut("M700 478q-6-110 96-122q120 6 108 122q-104 22-204 0Z", (DUSK, NIGHT), "high", wobble=3)
    sheet.cut(box(768, 600, 60, 84, 30), LAMP, "flat", wobble=2)
    sheet.line("M798 600v84M768 646h60", WINE, 4)
    sheet.glow(798, 642, 130, LAMP, 0.55)
    sheet.cut("M768 905v-86q32-38 64 0v86Z", NIGHT, "flat", wobble=2)
    sheet.cut(
        straight([(590, 742), (1010, 742), (998, 764), (602, 764)]), mix(CLAY, PLUM, 0.45), "mid", wobble=2
    )
    for x in range(598, 1010, 34):
        sheet.line(f"M{x} 742v-34", mix(CLAY, PLUM, 0.45), 4)
    sheet.cut(box(592, 702, 416, 7, 3), mix(CLAY, PLUM, 0.35), "low", wobble=2)
    # sails: where they were, then where they are
    for turn, see in ((-27, 0.16), (-16, 0.26), (-6, 0.4)):
        for quarter in range(4):
            sheet.cut(sail(*hub), SHELL, "flat", 2, turn=(17 + turn + 90 * quarter, *hub), opacity=see)
    for quarter in range(4):
        spin = (17 + 90 * quarter, *hub)
        sheet.cut(box(hub[0] - 6, hub[1] - 352, 12, 352, 4), mix(CLAY, WINE, 0.35), "mid", 2, turn=spin)
        sheet.cut(lattice(*hub), (IVORY, SAND, PETAL), "mid", 2, turn=spin)
    sheet.cut(disc(*hub, 25), ROSE, "mid", wobble=2)
    sheet.cut(disc(*hub, 9), BLUSH, "flat", wobble=2)
    sheet.cut(hills(930, 16, 22, bumps=4), (mix(PINE, NIGHT, 0.55), mix(PINE, NIGHT, 0.75)), "mid")
    for x in (-20, 170, 330, 1240, 1400, 1560):
        for k in range(7):
            at, turn = x + k * 13, -90 + (k - 3) * 9
            sheet.cut(
                leaf(at, 1080, 150 + 40 * math.sin(k * 2.1 + x), 12, turn), mix(PINE, NIGHT, 0.5), "low", 3
            )
    sheet.cut(tide(1018, 7, 330, 0.4), (mix(PLUM, NIGHT, 0.3), NIGHT), "mid")


def sail(x: float, y: float) -> str:
    return straight([(x + 4, y - 66), (x + 78, y - 74), (x + 78, y - 350), (x + 4, y - 350)])


def lattice(x: float, y: float) -> str:
    """A sail with its slots cut out."""
    slots = "".join(box(x + 14 + c * 31, y - 340 + r * 45, 24, 36) for r in range(6) for c in range(2))
    return sail(x, y) + slots


SCENES = {
    "de-eerste-nacht-alleen": eerste_nacht,
    "lamp-in-het-raam": lamp_in_raam,
    "blijven-malen-over-je-ex": malen,
}
