"""The two coaches, cut from paper."""

from demo.drawing.faces import FACE, HALF, JAW, eyes, nose
from demo.drawing.palette import (
    BLUSH,
    CHESTNUT,
    CLAY,
    CORAL,
    IVORY,
    LILAC,
    MAUVE,
    MIST,
    MOSS,
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
)
from demo.drawing.paper import Sheet
from demo.drawing.shapes import disc, leaf, pebble, ribbon, ridge, smooth


def marit(sheet: Sheet) -> None:
    """Marit, 46: round glasses, a grey lock she does not dye, a rose cardigan."""
    soft = mix(MIST, REED, 0.3)
    sheet.ground((mix(MIST, SAND, 0.25), mix(soft, SAND, 0.2)), angle=70)
    for r, share in ((430, 0.25), (345, 0.6)):
        sheet.cut(pebble(500, 470, r, 4, 0.014, n=14), mix(mix(MIST, SAGE, 0.22), SHELL, share), "mid", 7)
    for k, (x, y, turn) in enumerate(((70, 960, -74), (130, 1000, -48), (930, 960, -106), (870, 1000, -132))):
        sheet.cut(leaf(x, y, 300, 92, turn), mix(SAGE, MOSS, 0.3 + 0.15 * k), "mid", 4)

    skin = mix(PETAL, CLAY, 0.34)
    hair, grey = mix(PLUM, WINE, 0.5), mix(LILAC, SAND, 0.5)
    behind = [
        (500, 170),
        (384, 184),
        (306, 272),
        (288, 400),
        (270, 510),
        (258, 610),
        (246, 690),
        (300, 744),
        (400, 738),
    ]
    behind += [
        (500, 706),
        (600, 738),
        (700, 744),
        (754, 690),
        (742, 610),
        (730, 510),
        (712, 400),
        (694, 272),
        (616, 184),
    ]
    sheet.cut(smooth(behind, closed=True), (mix(hair, NIGHT, 0.3), mix(hair, NIGHT, 0.5)), "high", 4)
    cardigan(sheet, skin)

    sheet.cut(FACE, (mix(skin, IVORY, 0.18), skin), "mid", 3)
    inside = sheet.window(FACE)
    sheet.shade(HALF, mix(ROSE, CLAY, 0.4), 0.18, 3, clip=inside)
    for x in (418, 582):
        sheet.shade(disc(x, 512, 40, 30), CORAL, 0.3, 11, clip=inside)
    sheet.shade("M366 250H634V336Q560 300 470 306Q400 330 366 400Z", WINE, 0.26, 9, clip=inside)
    eyes(sheet, 428, 67, mix(MOSS, PLUM, 0.25), mix(hair, MAUVE, 0.2), 9, 66, lash=True)
    nose(sheet, skin)
    # a smile kept small
    lip = "M448 556Q476 553 488 558Q500 563 512 558Q524 553 552 556Q532 586 500 587Q468 586 448 556Z"
    sheet.cut(lip, (mix(ROSE, BLUSH, 0.3), mix(ROSE, BLUSH, 0.5)), "flat", 1)
    sheet.line("M437 549Q466 568 500 569Q534 568 563 549", mix(WINE, PLUM, 0.2), 3.6)
    sheet.line("M480 604q20 8 40 0", mix(skin, WINE, 0.5), 3, 0.3)
    for side in (-1, 1):
        sheet.line(f"M{500 + side * 73} 538q{side * 9} 10 {side * 5} 22", mix(skin, WINE, 0.5), 2.6, 0.35)
    # glasses
    rim = mix(WINE, PLUM, 0.35)
    for x in (433, 567):
        sheet.shade(disc(x, 430, 54, 51), IVORY, 0.12)
        sheet.cut([disc(x, 430, 58, 55), disc(x, 430, 51.5, 48.5)], rim, "low", 1)
    sheet.cut("M488 420q12 -11 24 0", rim, "low", 1, stroke=6)
    # hair in front
    left = [
        (470, 188),
        (392, 200),
        (318, 274),
        (298, 384),
        (276, 494),
        (266, 560),
        (264, 626),
        (244, 700),
        (240, 744),
        (296, 750),
        (352, 724),
        (378, 664),
        (366, 596),
        (374, 520),
        (362, 430),
        (390, 340),
        (440, 280),
        (484, 232),
    ]
    right = [
        (456, 186),
        (540, 168),
        (636, 204),
        (692, 296),
        (706, 390),
        (724, 494),
        (734, 560),
        (736, 626),
        (756, 700),
        (760, 744),
        (704, 750),
        (648, 724),
        (622, 664),
        (634, 596),
        (626, 520),
        (638, 420),
        (612, 330),
        (548, 284),
        (486, 246),
    ]
    sheet.cut(smooth(left, closed=True), (mix(hair, MAUVE, 0.14), mix(hair, NIGHT, 0.1)), "mid", 3)
    sheet.cut(smooth(right, closed=True), (mix(hair, MAUVE, 0.22), mix(hair, NIGHT, 0.06)), "mid", 3)
    lock = [(462, 196), (540, 206), (606, 256), (644, 340), (654, 430), (664, 510), (668, 590), (676, 680)]
    sheet.cut(ribbon(lock, [3, 20, 30, 30, 27, 24, 18, 4]), (grey, mix(grey, LILAC, 0.4)), "low", 3)
    strands = (
        [(450, 210), (372, 266), (338, 366), (316, 480), (300, 590), (288, 680), (276, 734)],
        [(444, 228), (388, 296), (354, 390), (336, 500), (328, 610), (322, 680), (316, 734)],
        [(510, 186), (610, 212), (672, 310), (694, 410), (706, 510), (716, 620), (724, 734)],
    )
    for strand in strands:
        sheet.line(smooth(strand), mix(hair, LILAC, 0.4), 2.6, 0.5)


def cardigan(sheet: Sheet, skin: str) -> None:
    """Marit's neck, blouse and cardigan."""
    coat = "M120 1080C126 872 250 806 420 752H580C750 806 874 872 880 1080Z"
    inside = sheet.window(coat)
    sheet.cut(coat, (mix(ROSE, CORAL, 0.15), mix(ROSE, WINE, 0.45)), "high", 4)
    sheet.cut("M404 752L500 940L596 752L570 726H430Z", (IVORY, SHELL), "low", 3)
    neck = "M446 586H554V716Q556 756 588 764Q546 832 500 834Q454 832 412 764Q444 756 446 716Z"
    sheet.cut(neck, (mix(skin, ROSE, 0.2), skin), "low", 2)
    sheet.shade("M446 620Q500 690 554 620V660Q500 734 446 668Z", mix(ROSE, WINE, 0.4), 0.3, 5)
    for side in (-1, 1):
        edge = [(92, 744), (118, 800), (70, 900), (10, 1010), (8, 1090)]
        lapel = ribbon([(500 + side * x, y) for x, y in edge], [30, 52, 58, 54, 54])
        sheet.cut(lapel, mix(ROSE, WINE, 0.3), "mid", 3)
        for k in range(4):
            rib = f"M{500 + side * (196 + 54 * k)} {862 + 26 * k}q{side * 12} 120 {side * 6} 260"
            sheet.line(rib, mix(ROSE, WINE, 0.6), 3, 0.45, clip=inside)
    for y in (968, 1044):
        sheet.cut(disc(474, y, 11), STRAW, "low", 1)


def joost(sheet: Sheet) -> None:
    """Joost, 39: short beard, hair that stands up by itself, a dark green jumper."""
    sheet.ground((mix(PETAL, SHELL, 0.3), mix(PETAL, BLUSH, 0.35)), angle=70)
    for r, share in ((430, 0.3), (345, 0.65)):
        sheet.cut(pebble(500, 470, r, 9, 0.014, n=14), mix(mix(BLUSH, CLAY, 0.3), SHELL, share), "mid", 7)
    for i, tone in enumerate((mix(MAUVE, BLUSH, 0.45), mix(MAUVE, ROSE, 0.3))):
        line = [(-60, 0), (150, -34), (330, 14), (620, -20), (850, 22), (1060, -16)]
        sheet.cut(ridge([(x, y + 770 + 84 * i) for x, y in line], 1100), tone, "mid", 6)
    skin = mix(mix(CLAY, PETAL, 0.5), CORAL, 0.1)
    hair = mix(CHESTNUT, PLUM, 0.12)
    jumper(sheet, skin)
    for side in (-1, 1):
        sheet.cut(pebble(500 + side * 140, 444, 25, 4, 0.05, ry=41), mix(skin, CORAL, 0.16), "low", 2)
        sheet.line(f"M{500 + side * 146} 420q{side * 12} 18 {side * 1} 44", mix(skin, WINE, 0.5), 3, 0.45)
    sheet.cut(JAW, (mix(skin, IVORY, 0.16), skin), "mid", 3)
    inside = sheet.window(JAW)
    sheet.shade(HALF, mix(ROSE, CLAY, 0.4), 0.18, 3, clip=inside)
    for x in (418, 582):
        sheet.shade(disc(x, 494, 36, 26), CORAL, 0.28, 11, clip=inside)
    sheet.shade("M360 236H640V318Q560 290 500 292Q430 296 360 340Z", WINE, 0.26, 8, clip=inside)
    eyes(sheet, 420, 67, mix(PINE, CLAY, 0.3), mix(hair, PLUM, 0.35), 12, 48, lash=False)
    nose(sheet, skin)
    # beard with the mouth left free
    beard = (
        "M360 428Q374 496 402 522Q434 542 462 530Q482 521 500 527Q518 521 538 530"
        "Q566 542 598 522Q626 496 640 428C648 540 612 634 558 670Q500 702 442 670C388 634 352 540 360 428Z"
    )
    mouth = "M450 556Q476 552 500 556Q524 552 550 556Q534 585 500 586Q466 585 450 556Z"
    sheet.cut([beard, mouth], (hair, mix(hair, PLUM, 0.3)), "low", 2)
    for k in range(-6, 7):
        start = f"M{500 + 15 * k} {620 - abs(k) * 4}"
        sheet.line(f"{start}q{k} 14 {k * 0.5} {30 - abs(k) * 2}", mix(hair, CLAY, 0.5), 2.2, 0.4)
    sheet.shade("M458 561Q500 572 542 561Q528 580 500 581Q472 580 458 561Z", mix(ROSE, BLUSH, 0.3), 0.75)
    sheet.line("M445 554Q472 569 500 570Q528 569 555 554", mix(WINE, PLUM, 0.3), 3.6)
    # hair
    crown = [
        (356, 420),
        (346, 350),
        (350, 276),
        (382, 214),
        (432, 172),
        (500, 150),
        (574, 148),
        (628, 178),
        (656, 234),
        (658, 300),
        (644, 420),
        (632, 360),
        (620, 326),
        (576, 310),
        (520, 304),
        (460, 296),
        (410, 312),
        (378, 350),
    ]
    sheet.cut(
        smooth(crown, closed=True, tension=0.9), (mix(hair, CLAY, 0.06), mix(hair, PLUM, 0.22)), "mid", 3
    )
    sweep = [
        (366, 350),
        (360, 286),
        (384, 222),
        (434, 178),
        (500, 156),
        (570, 152),
        (620, 176),
        (648, 222),
        (652, 270),
        (634, 318),
        (602, 300),
        (552, 290),
        (500, 296),
        (450, 282),
        (404, 306),
    ]
    sheet.cut(
        smooth(sweep, closed=True, tension=0.8), (mix(hair, CLAY, 0.32), mix(hair, CLAY, 0.08)), "mid", 3
    )
    strands = (
        [(380, 318), (388, 254), (432, 206), (500, 178), (566, 176)],
        [(402, 302), (426, 248), (480, 216), (550, 200), (610, 206)],
        [(446, 280), (480, 250), (536, 232), (590, 230), (634, 244)],
        [(500, 286), (540, 264), (590, 258), (634, 276)],
    )
    for strand in strands:
        sheet.line(smooth(strand), mix(hair, SAND, 0.4), 2.8, 0.45)


def jumper(sheet: Sheet, skin: str) -> None:
    """Joost's neck and jumper."""
    sheet.cut(
        "M96 1080C108 880 230 812 400 762H600C770 812 892 880 904 1080Z",
        (mix(PINE, SAGE, 0.22), PINE),
        "high",
        4,
    )
    neck = "M440 586H560V718Q562 764 606 776Q560 850 500 850Q440 850 394 776Q438 764 440 718Z"
    sheet.cut(neck, (mix(skin, ROSE, 0.25), skin), "low", 2)
    sheet.shade("M440 630Q500 716 560 630V690Q500 764 440 690Z", mix(ROSE, WINE, 0.5), 0.32, 6)
    collar = (
        "M384 766Q392 800 420 826Q500 884 580 826Q608 800 616 766"
        "L640 778Q632 836 590 868Q500 926 410 868Q368 836 360 778Z"
    )
    sheet.cut(collar, mix(PINE, SAGE, 0.34), "mid", 3)
    for k in range(-6, 7):
        sheet.line(f"M{500 + k * 17} {872 - k * k * 0.95:.0f}l{k * 1.2} 24", mix(PINE, NIGHT, 0.4), 2.6, 0.5)
    for k in range(-5, 6):
        rib = f"M{500 + k * 62} {930 + abs(k) * 10}q{k * 3} 60 {k * 2} 170"
        sheet.line(rib, mix(PINE, NIGHT, 0.4), 3, 0.35)
