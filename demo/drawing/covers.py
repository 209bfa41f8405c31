"""The gifts' covers and a newspaper's wordmark."""

import math

from demo.drawing.palette import (
    BLUSH,
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
    PLUM,
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
from demo.drawing.shapes import box, disc, pebble, smooth, tide


def routekaart(sheet: Sheet) -> None:
    """A folded map: from the night shore below to the morning above, in five stops."""
    sheet.light = (0.35, 0.9)
    sheet.ground((SAND, DUNE), angle=60)
    sheet.light = UPWARD
    land = steps(mix(STRAW, SHELL, 0.45), mix(SAGE, MIST, 0.3), 3) + steps(
        mix(SAGE, MOSS, 0.2), mix(PLUM, NIGHT, 0.2), 5
    )
    for i, tone in enumerate(land):
        line = [
            (-100 + k * 200, 560 + i * 98 + 52 * math.sin(k * 1.25 + i * 1.7) + 20 * math.cos(k * 2.4 - i))
            for k in range(8)
        ]
        sheet.cut(f"{smooth(line)}L1300 1600L-100 1600Z", (mix(tone, IVORY, 0.13), tone), "mid", 7)
        echo = [(x, y + 26) for x, y in line]
        sheet.line(smooth(echo), mix(tone, IVORY, 0.35), 2.2, 0.5)
    stops = [(250, 1268), (640, 1130), (330, 964), (720, 826), (500, 640)]
    route = [
        (90, 1380),
        stops[0],
        (470, 1250),
        stops[1],
        (600, 1010),
        stops[2],
        (420, 866),
        stops[3],
        (690, 690),
        stops[4],
    ]
    sheet.line(smooth(route), IVORY, 7, 0.95, dash="3 18")
    sheet.light = (0.35, 0.9)
    for n, (x, y) in enumerate(stops, 1):
        tone = mix(ROSE, STRAW, 0.0 if n < 5 else 0.15)
        sheet.cut(disc(x, y, 47), (IVORY, SHELL), "high", 2)
        sheet.cut(disc(x, y, 37), (tone, mix(tone, WINE, 0.4)), "flat", 2)
        sheet.text(x, y + 16, str(n), 46, IVORY, weight=600, anchor="middle")
    for k in range(1, 4):
        x = 250 * k
        sheet.shade(f"M{x} -20h70v1460h-70Z", INK if k % 2 else IVORY, 0.0)
        sheet.shade(f"M{x - 46} -20h46v1460h-46Z", INK, 0.10, 12)
        sheet.shade(f"M{x} -20h5v1460h-5Z", IVORY, 0.35)
        sheet.shade(f"M{x + 5} -20h40v1460h-40Z", IVORY, 0.13, 12)
    sheet.text(
        84, 150, "PRAKTIJK TUSSENTIJ", 25, mix(ROSE, WINE, 0.4), family="Figtree", weight=600, spacing=5
    )
    sheet.text(78, 268, "De Tussentij-", 118, INK, weight=600, spacing=-2.5)
    sheet.text(78, 386, "routekaart", 118, INK, weight=600, spacing=-2.5)
    sheet.text(84, 456, "Vijf bladen voor de weg van eb naar vloed", 36, mix(INK, MAUVE, 0.3), italic=True)


def ebook(sheet: Sheet) -> None:
    """A circle of which one half has slipped, above a tide that goes on."""
    sheet.ground((mix(PLUM, MULBERRY, 0.45), PLUM, DUSK))
    for r, share in ((402, 0.3), (332, 0.65)):
        sheet.cut(
            pebble(500, 912, r, 8, 0.012, n=14),
            mix(mix(PLUM, MULBERRY, 0.5), mix(MULBERRY, MAUVE, 0.7), share),
            "mid",
            7,
        )
    sheet.cut("M494 560A270 270 0 0 0 494 1100Z", (mix(BLUSH, PETAL, 0.3), mix(ROSE, BLUSH, 0.45)), "high", 3)
    sheet.cut(
        "M512 664A270 270 0 0 1 512 1204Z",
        (mix(ROSE, BLUSH, 0.15), mix(ROSE, WINE, 0.5)),
        "high",
        3,
        turn=(5, 512, 930),
    )
    sheet.light = UPWARD
    for i, tone in enumerate(steps(mix(MAUVE, LILAC, 0.25), NIGHT, 5)):
        sheet.cut(tide(1052 + i * 76, 13 + 4 * i, 300 + 50 * i, 0.12 + 0.37 * i, 1000, 1600), tone, "mid", 6)
        for k in range(2 if i < 4 else 0):
            wide = 150 - 24 * i - 30 * k
            sheet.line(
                f"M{386 - wide / 2 + 12 * (-1) ** (k + i)} {1078 + i * 76 + 15 * k}q{wide / 2} -7 {wide} 0",
                mix(BLUSH, PETAL, 0.4),
                5,
                0.55 - 0.08 * i,
            )
    sheet.text(
        500,
        130,
        "PRAKTIJK TUSSENTIJ",
        25,
        mix(BLUSH, PETAL, 0.4),
        family="Figtree",
        weight=600,
        anchor="middle",
        spacing=5,
    )
    sheet.text(500, 270, "Als de liefde", 128, IVORY, weight=600, anchor="middle", spacing=-2.5)
    sheet.text(500, 396, "wegvalt", 128, IVORY, weight=600, anchor="middle", spacing=-2.5)
    sheet.text(
        500,
        470,
        "Een klein boek voor de eerste maanden",
        38,
        mix(PETAL, SHELL, 0.4),
        anchor="middle",
        italic=True,
    )
    sheet.text(
        500,
        1374,
        "Marit van Wezel &amp; Joost Aldering",
        33,
        mix(SHELL, PETAL, 0.3),
        anchor="middle",
        weight=500,
    )


def media_logo(sheet: Sheet) -> None:
    """The wordmark of a newspaper that does not exist."""
    sheet.ground((IVORY, mix(IVORY, SAND, 0.6)))
    horizon = sheet.window(box(0, 0, 800, 143))
    for turn in range(-165, -10, 15):
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        sheet.line(f"M{400 + 58 * c:.1f} {143 + 58 * s:.1f}L{400 + 80 * c:.1f} {143 + 80 * s:.1f}", ROSE, 4)
    sheet.cut(disc(400, 143, 46), (mix(CORAL, STRAW, 0.3), ROSE), "low", 2, clip=horizon)
    sheet.line("M60 146H740", INK, 5)
    sheet.line("M60 155H740", INK, 1.6)
    sheet.text(400, 250, "De Ochtendbode", 82, INK, weight=800, anchor="middle", spacing=-2.5)
    sheet.line("M60 300H740", INK, 1.6)
    sheet.text(
        400,
        340,
        "DAGBLAD VOOR WIE VROEG WAKKER IS",
        20,
        mix(INK, MAUVE, 0.25),
        family="Figtree",
        weight=600,
        anchor="middle",
        spacing=4.5,
    )
