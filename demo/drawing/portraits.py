"""The two coaches, as faces cut from paper."""

from demo.drawing.palette import (
    BLUSH,
    CLAY,
    CORAL,
    DUNE,
    INK,
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
from demo.drawing.shapes import disc, leaf, pebble, ribbon, smooth

FACE = "M366 404C362 520 404 606 452 634Q500 658 548 634C596 606 638 520 634 404C634 300 576 244 500 244C424 244 366 300 366 404Z"


def eyes(sheet: Sheet, y: float, apart: float, iris: str, brow: str, brow_width: float, lash: float) -> None:
    for side in (-1, 1):
        x = 500 + side * apart
        sheet.cut(
            ribbon(
                [(x - 34, y - 39), (x - 4, y - 52 + 2 * side), (x + 34, y - 41)],
                [brow_width * (0.7 - 0.25 * side), brow_width, brow_width * (0.7 + 0.25 * side)],
            ),
            brow,
            "flat",
            2,
        )
        white = f"M{x - 27} {y + 2}Q{x} {y - 22} {x + 27} {y + 2}Q{x} {y + 16} {x - 27} {y + 2}Z"
        sheet.shade(white, mix(IVORY, PETAL, 0.25), 1)
        inside = sheet.window(white)
        sheet.shade(disc(x, y - 3, 12.5), iris, 1, clip=inside)
        sheet.shade(disc(x, y - 3, 6), INK, 1, clip=inside)
        sheet.shade(disc(x + 4, y - 7, 2.6), IVORY, 0.95, clip=inside)
        sheet.line(f"M{x - 28} {y + 2}Q{x} {y - 23} {x + 28} {y + 2}", mix(INK, PLUM, 0.3), lash)
        sheet.line(f"M{x - 22} {y + 17}Q{x} {y + 24} {x + 21} {y + 16}", brow, 2, 0.35)


def nose(sheet: Sheet, skin: str) -> None:
    shadow = mix(skin, ROSE, 0.3)
    sheet.shade(
        "M505 408C516 448 536 486 533 502Q526 516 500 514Q514 500 509 470C505 448 503 428 505 408Z",
        shadow,
        0.5,
    )
    sheet.line("M472 504q10 12 28 11q18 1 28 -11", mix(skin, WINE, 0.5), 3.4, 0.75)


def marit(sheet: Sheet) -> None:
    """Marit, 46: round glasses, a grey lock she does not dye, a rose cardigan."""
    sheet.ground((mix(MIST, SAND, 0.25), mix(MINT_SOFT, SAND, 0.2)), angle=70)
    for r, share in ((430, 0.25), (345, 0.6)):
        sheet.cut(pebble(500, 470, r, 4, 0.014, n=14), mix(mix(MIST, SAGE, 0.22), SHELL, share), "mid", 7)
    for k, (x, y, turn) in enumerate(((70, 900, -78), (120, 960, -50), (930, 900, -104), (880, 960, -128))):
        sheet.cut(leaf(x, y, 300, 92, turn), mix(SAGE, MOSS, 0.3 + 0.15 * k), "mid", 4)

    skin = mix(PETAL, CLAY, 0.34)
    hair, grey = mix(PLUM, WINE, 0.45), mix(LILAC, SAND, 0.45)
    behind = [(500, 168), (384, 180), (300, 270), (288, 400), (262, 500), (278, 596), (252, 672), (310, 742), (420, 730), (500, 700),
              (580, 730), (690, 744), (748, 676), (722, 596), (738, 500), (712, 400), (700, 270), (616, 180)]  # fmt: skip
    sheet.cut(smooth(behind, closed=True), (mix(hair, NIGHT, 0.25), mix(hair, NIGHT, 0.45)), "high", 4)
    # body
    sheet.cut(
        "M120 1080C126 872 250 806 420 752H580C750 806 874 872 880 1080Z",
        (mix(ROSE, CORAL, 0.15), mix(ROSE, WINE, 0.45)),
        "high",
        4,
    )
    sheet.cut("M404 752L500 940L596 752L570 726H430Z", (IVORY, SHELL), "low", 3)
    sheet.cut(
        "M446 586H554V716Q556 756 588 764Q546 832 500 834Q454 832 412 764Q444 756 446 716Z",
        (mix(skin, ROSE, 0.2), skin),
        "low",
        2,
    )
    sheet.shade("M446 620Q500 690 554 620V660Q500 734 446 668Z", mix(ROSE, WINE, 0.4), 0.3, 5)
    for side in (-1, 1):
        lapel = [
            (500 + side * 92, 744),
            (500 + side * 118, 800),
            (500 + side * 70, 900),
            (500 + side * 10, 1010),
            (500 + side * 8, 1090),
        ]
        sheet.cut(ribbon(lapel, [30, 52, 58, 54, 54]), mix(ROSE, WINE, 0.3), "mid", 3)
        for k in range(4):
            x, y = 500 + side * (196 + 60 * k), 850 + 24 * k
            sheet.line(f"M{x} {y}q{side * 12} 120 {side * 6} 260", mix(ROSE, WINE, 0.6), 3, 0.45)
    for y in (968, 1044):
        sheet.cut(disc(470, y, 11), STRAW, "low", 1)

    sheet.cut(FACE, (mix(skin, IVORY, 0.18), skin), "mid", 3)
    inside = sheet.window(FACE)
    sheet.shade(
        "M520 240C610 250 640 330 640 404C640 520 600 606 548 636Q526 650 505 652C590 580 606 470 590 380C580 320 556 270 520 240Z",
        mix(ROSE, CLAY, 0.4),
        0.2,
        3,
        clip=inside,
    )
    for x in (420, 580):
        sheet.shade(disc(x, 508, 40, 30), CORAL, 0.28, 11, clip=inside)
    sheet.shade("M366 250H634V336Q560 300 470 306Q400 330 366 400Z", WINE, 0.28, 9, clip=inside)
    eyes(sheet, 424, 66, mix(MOSS, PLUM, 0.3), mix(hair, MAUVE, 0.15), 11, 5)
    nose(sheet, skin)
    # mouth: a smile kept small
    sheet.cut(
        "M446 560Q474 551 488 557Q500 562 512 557Q528 551 554 559Q530 590 500 590Q470 590 446 560Z",
        (mix(ROSE, CORAL, 0.4), mix(ROSE, CORAL, 0.15)),
        "flat",
        1,
    )
    sheet.line("M440 557Q470 566 500 567Q532 566 560 555", mix(WINE, PLUM, 0.2), 3.6)
    sheet.line("M478 604q22 9 44 0", mix(skin, WINE, 0.5), 3, 0.4)
    for side in (-1, 1):
        sheet.line(f"M{500 + side * 72} 540q{side * 10} 16 {side * 3} 34", mix(skin, WINE, 0.5), 2.6, 0.38)
        sheet.line(
            f"M{500 + side * 112} {430}q{side * 10} 2 {side * 15} -6m{side * -14} 14q{side * 8} 6 {side * 15} 3",
            mix(skin, WINE, 0.5),
            2.2,
            0.4,
        )
    # glasses
    rim = mix(WINE, PLUM, 0.35)
    for x in (434, 566):
        sheet.shade(disc(x, 426, 53, 50), IVORY, 0.13)
        sheet.cut([disc(x, 426, 57, 54), disc(x, 426, 50, 47)], rim, "low", 1)
    sheet.cut("M486 416q14 -12 28 0", rim, "low", 1, stroke=6)
    # hair in front
    left = [(462, 196), (400, 206), (336, 268), (318, 372), (300, 470), (316, 560), (292, 640), (336, 700), (384, 668), (362, 590),
            (380, 500), (362, 420), (392, 336), (446, 276), (482, 232)]  # fmt: skip
    right = [(456, 190), (540, 170), (634, 204), (690, 300), (684, 400), (704, 490), (686, 570), (712, 644), (668, 704), (618, 668),
             (640, 584), (622, 500), (640, 410), (612, 330), (548, 284), (486, 246)]  # fmt: skip
    sheet.cut(smooth(left, closed=True), (mix(hair, MAUVE, 0.12), mix(hair, NIGHT, 0.12)), "mid", 3)
    sheet.cut(smooth(right, closed=True), (mix(hair, MAUVE, 0.2), mix(hair, NIGHT, 0.08)), "mid", 3)
    lock = [(470, 204), (548, 214), (616, 268), (648, 350), (652, 430), (668, 510), (652, 590), (672, 654)]
    sheet.cut(ribbon(lock, [16, 30, 32, 28, 26, 24, 18, 6]), (grey, mix(grey, LILAC, 0.4)), "low", 3)
    for line in (
        [(450, 212), (380, 262), (346, 360), (332, 470), (344, 560), (328, 640)],
        [(440, 232), (384, 300), (362, 380)],
        [(500, 196), (600, 216), (668, 310), (670, 400), (686, 490)],
    ):
        sheet.line(smooth(line), mix(hair, LILAC, 0.35), 2.6, 0.5)
    for x in (352, 648):
        sheet.cut(disc(x, 640, 13), STRAW, "low", 1)


MINT_SOFT = mix(MIST, REED, 0.3)


def joost(sheet: Sheet) -> None:
    """Joost, 39: short beard, hair that stands up by itself, a dark green jumper."""
    sheet.ground((mix(PETAL, SHELL, 0.3), mix(PETAL, BLUSH, 0.35)), angle=70)
    for r, share in ((430, 0.3), (345, 0.65)):
        sheet.cut(pebble(500, 470, r, 9, 0.014, n=14), mix(mix(BLUSH, CLAY, 0.3), SHELL, share), "mid", 7)
    for i, tone in enumerate((mix(MAUVE, BLUSH, 0.45), mix(MAUVE, ROSE, 0.3))):
        y = 770 + 84 * i
        sheet.cut(
            smooth([(-60, y), (150, y - 34), (330, y + 14), (620, y - 20), (850, y + 22), (1060, y - 16)])
            + "L1060 1100L-60 1100Z",
            tone,
            "mid",
            6,
        )

    skin = mix(mix(CLAY, PETAL, 0.5), CORAL, 0.1)
    hair = mix(mix(CLAY, WINE, 0.62), PLUM, 0.25)
    sheet.cut(
        "M96 1080C108 880 230 812 400 762H600C770 812 892 880 904 1080Z",
        (mix(PINE, SAGE, 0.22), PINE),
        "high",
        4,
    )
    sheet.cut(
        "M440 586H560V718Q562 764 606 776Q560 850 500 850Q440 850 394 776Q438 764 440 718Z",
        (mix(skin, ROSE, 0.25), skin),
        "low",
        2,
    )
    sheet.shade("M440 620Q500 716 560 620V676Q500 760 440 680Z", mix(ROSE, WINE, 0.5), 0.34, 6)
    sheet.cut(
        "M384 766Q392 800 420 826Q500 884 580 826Q608 800 616 766L640 778Q632 836 590 868Q500 926 410 868Q368 836 360 778Z",
        mix(PINE, SAGE, 0.34),
        "mid",
        3,
    )
    for k in range(-6, 7):
        sheet.line(
            f"M{500 + k * 17} {872 - abs(k) * abs(k) * 0.95:.0f}l{k * 1.2} 24",
            mix(PINE, NIGHT, 0.4),
            2.6,
            0.5,
        )
        sheet.line(
            f"M{500 + k * 62} {930 + abs(k) * 8}q{k * 3} 60 {k * 2} 170", mix(PINE, NIGHT, 0.4), 3, 0.35
        )
    for side in (-1, 1):
        sheet.cut(pebble(500 + side * 140, 444, 25, 4, 0.05, ry=41), mix(skin, CORAL, 0.16), "low", 2)
        sheet.line(f"M{500 + side * 146} 420q{side * 12} 18 {side * 1} 44", mix(skin, WINE, 0.5), 3, 0.45)
    face = "M362 390C358 520 396 612 446 646Q500 674 554 646C604 612 642 520 638 390C636 300 580 240 500 240C420 240 364 300 362 390Z"
    sheet.cut(face, (mix(skin, IVORY, 0.16), skin), "mid", 3)
    inside = sheet.window(face)
    sheet.shade(
        "M520 236C610 246 644 330 644 404C644 520 606 606 554 650Q530 660 505 662C590 590 608 470 592 380C582 320 556 270 520 236Z",
        mix(ROSE, CLAY, 0.4),
        0.2,
        3,
        clip=inside,
    )
    for x in (420, 580):
        sheet.shade(disc(x, 494, 36, 26), CORAL, 0.26, 11, clip=inside)
    sheet.shade("M360 236H640V318Q560 290 500 292Q430 296 360 340Z", WINE, 0.26, 8, clip=inside)
    eyes(sheet, 418, 68, mix(PLUM, CLAY, 0.4), mix(hair, PLUM, 0.3), 15, 4.4)
    nose(sheet, skin)
    for k in range(2):
        sheet.line(
            f"M{446 + 10 * k} {326 + 20 * k}q{52 - 8 * k} -9 {106 - 18 * k} 0",
            mix(skin, WINE, 0.5),
            2.4,
            0.28,
        )
    # beard with the mouth left free
    beard = "M360 436Q376 500 404 524Q436 540 462 530Q482 522 500 528Q518 522 538 530Q564 540 596 524Q624 500 640 436C646 540 610 632 558 668Q500 700 442 668C390 632 354 540 360 436Z"
    mouth = "M448 560Q474 548 500 553Q526 548 552 560Q536 596 500 598Q464 596 448 560Z"
    sheet.cut([beard, mouth], (hair, mix(hair, PLUM, 0.25)), "low", 3)
    for k in range(-7, 8):
        x = 500 + 15 * k
        sheet.line(f"M{x} {622 - abs(k) * 3}q{k} 14 {k * 0.7} {32 - abs(k)}", mix(hair, CLAY, 0.4), 2.2, 0.4)
    sheet.cut(
        "M456 571Q480 563 500 567Q520 563 544 571Q526 590 500 590Q474 590 456 571Z",
        mix(ROSE, CORAL, 0.4),
        "flat",
        1,
    )
    sheet.line("M450 568Q476 577 500 577Q524 577 550 568", mix(WINE, PLUM, 0.25), 3.4)
    # hair
    crown = [(356, 410), (348, 340), (352, 268), (390, 204), (438, 172), (470, 148), (520, 152), (566, 140), (606, 172), (638, 206),
             (654, 270), (652, 340), (644, 410), (628, 360), (616, 318), (570, 300), (536, 270), (492, 290), (440, 284), (404, 312),
             (376, 350)]  # fmt: skip
    sheet.cut(
        smooth(crown, closed=True, tension=0.9), (mix(hair, CLAY, 0.12), mix(hair, PLUM, 0.15)), "mid", 3
    )
    for i, (x, lift) in enumerate(((420, 24), (462, 30), (508, 22), (552, 32), (594, 20))):
        quiff = [
            (x - 40, 284),
            (x - 30, 226),
            (x, 176 - lift),
            (x + 34, 156 - lift),
            (x + 16, 200),
            (x + 6, 268),
            (x - 12, 292),
        ]
        sheet.cut(
            smooth(quiff, closed=True),
            mix(hair, (CLAY, DUNE, CLAY, STRAW, CLAY)[i], 0.1 + 0.03 * i),
            "low",
            3,
        )
        sheet.line(smooth([(x - 18, 272), (x - 10, 220), (x + 14, 168)]), mix(hair, SAND, 0.35), 2.4, 0.4)
