"""What the two portraits share: outlines, eyes, nose."""

from demo.drawing.palette import INK, IVORY, PETAL, PLUM, ROSE, WINE, mix
from demo.drawing.paper import Sheet
from demo.drawing.shapes import disc, ribbon

FACE = (
    "M366 404C362 520 404 606 452 634Q500 658 548 634C596 606 638 520 634 404"
    "C634 300 576 244 500 244C424 244 366 300 366 404Z"
)
JAW = (
    "M362 390C358 520 396 612 446 646Q500 674 554 646C604 612 642 520 638 390"
    "C636 300 580 240 500 240C420 240 364 300 362 390Z"
)
# the side of the face that the light does not reach
HALF = (
    "M520 236C610 246 642 330 642 404C642 520 602 606 550 646Q528 658 505 660"
    "C590 590 606 470 590 380C580 320 556 270 520 236Z"
)


def eyes(
    sheet: Sheet, y: float, apart: float, iris: str, brow: str, brow_width: float, lift: float, lash: bool
) -> None:
    """Two open eyes with their lids and brows; `lift` is how high the brows sit."""
    for side in (-1, 1):
        x = 500 + side * apart
        outer, inner = (x + side * 40, y - lift + 9), (x - side * 32, y - lift + 5)
        arch = ribbon(
            [inner, (x + side * 6, y - lift - 6), outer], [brow_width, brow_width * 1.05, brow_width * 0.45]
        )
        sheet.cut(arch, brow, "flat", 2)
        white = (
            f"M{x - 28} {y + 3}C{x - 14} {y - 20} {x + 14} {y - 20} {x + 28} {y + 3}"
            f"C{x + 13} {y + 13} {x - 13} {y + 13} {x - 28} {y + 3}Z"
        )
        sheet.shade(white, mix(IVORY, PETAL, 0.5), 1)
        inside = sheet.window(white)
        sheet.shade(disc(x, y - 2, 13), iris, 1, clip=inside)
        sheet.shade(disc(x, y - 2, 6.5), INK, 1, clip=inside)
        sheet.shade(disc(x + 4, y - 7, 2.8), IVORY, 0.95, clip=inside)
        sheet.shade(f"M{x - 30} {y - 20}h60v11q-30 -9 -60 8Z", INK, 0.2, 2, clip=inside)
        lid = f"M{x - 29} {y + 3}C{x - 14} {y - 21} {x + 14} {y - 21} {x + 29} {y + 3}"
        sheet.line(lid, mix(INK, PLUM, 0.3), 4.6)
        if lash:
            sheet.line(f"M{x + side * 30} {y + 2}l{side * 7} -5", mix(INK, PLUM, 0.3), 3)


def nose(sheet: Sheet, skin: str) -> None:
    shadow = mix(skin, ROSE, 0.3)
    sheet.shade(
        "M505 408C516 448 536 486 533 502Q526 516 500 514Q514 500 509 470C505 448 503 428 505 408Z",
        shadow,
        0.5,
    )
    sheet.line("M474 505q10 11 26 10q16 1 26 -10", mix(skin, WINE, 0.5), 3.4, 0.7)
