"""Chairs, a lamp and a cup that several pictures share."""

from demo.drawing.palette import INK, IVORY, LAMP, NIGHT, PLUM, SAND, mix
from demo.drawing.paper import Sheet
from demo.drawing.shapes import Point, box, disc, pebble, ribbon, stencil, straight


def armchair(sheet: Sheet, x: float, y: float, size: float, tone: str, face: int = 1) -> None:
    """A club chair from the side, its feet on `y`, looking right (1) or left (-1)."""

    def at(px: float, py: float) -> tuple[float, float]:
        return x + face * px * size, y + py * size

    def slab(px: float, py: float, w: float, h: float, r: float) -> str:
        left = x + px * size if face > 0 else x - (px + w) * size
        return box(left, y + py * size, w * size, h * size, r * size)

    wood = mix(PLUM, NIGHT, 0.3)
    sheet.shade(disc(x, y + 4, 190 * size, 20 * size), opacity=0.4, blur=10)
    for a, b in ((-86, -104), (96, 112)):
        sheet.cut(straight([at(a - 11, -70), at(a + 13, -70), at(b + 5, 0), at(b - 5, 0)]), wood, "low", 2)
    back = [at(-128, -352), at(-112, -250), at(-84, -120)]
    sheet.cut(
        ribbon([back[0], back[0], *back[1:]], [60 * size, 74 * size, 92 * size, 96 * size]),
        (mix(tone, IVORY, 0.12), mix(tone, INK, 0.3)),
        "mid",
        4,
    )
    sheet.cut(pebble(*at(-124, -352), 37 * size, 3, 0.03), mix(tone, IVORY, 0.1), "flat", 3)
    sheet.cut(slab(-90, -122, 226, 70, 22), mix(tone, INK, 0.3), "low", 3)
    sheet.cut(slab(-72, -180, 214, 64, 29), (mix(tone, IVORY, 0.22), mix(tone, IVORY, 0.04)), "mid", 3)
    sheet.cut(slab(-74, -238, 186, 182, 42), (mix(tone, IVORY, 0.08), mix(tone, INK, 0.16)), "mid", 4)
    sheet.cut(slab(-80, -250, 206, 48, 23), mix(tone, IVORY, 0.14), "low", 3)


def beach_chair(sheet: Sheet, x: float, y: float, size: float, tone: str, tilt: float) -> None:
    """A wooden chair seen from behind; (x, y) is the middle between its feet."""
    turn = (tilt, x, y)
    dark = mix(tone, INK, 0.3)

    def slab(px: float, py: float, w: float, h: float, r: float = 5) -> str:
        return box(x + px * size, y + py * size, w * size, h * size, r)

    sheet.shade(disc(x + 20, y + 2, 150 * size, 15 * size), opacity=0.45, blur=7)
    for px in (-80, 64):
        sheet.cut(slab(px, -150, 16, 150), dark, "low", 2, turn=turn)
    sheet.cut(slab(-104, -168, 208, 26, 10), (mix(tone, IVORY, 0.1), dark), "low", 3, turn=turn)
    for px in (-92, 76):
        sheet.cut(
            slab(px, -390, 17, 384, 7), (mix(tone, IVORY, 0.16), mix(tone, INK, 0.2)), "mid", 2, turn=turn
        )
    for k, py in enumerate((-372, -316, -260, -206)):
        slat = stencil(x, y, size, f"m-84 {py}q84 -16 168 0v34q-84 -16 -168 0Z")
        sheet.cut(slat, mix(tone, IVORY, 0.2 - 0.05 * k), "low", 3, turn=turn)


def chair(sheet: Sheet, x: float, y: float, size: float, tone: str, face: int) -> None:
    """A dining chair from the side, its feet on `y`."""

    def at(px: float, py: float) -> Point:
        return x + face * px * size, y + py * size

    for a, b in ((88, 96), (-74, -96)):
        leg = ribbon([at(a, -190), at(b, 0)], [17 * size, 11 * size], False)
        sheet.cut(leg, mix(tone, INK, 0.35), "low", 2)
    sheet.cut(
        ribbon([at(-76, -190), at(-92, -300), at(-100, -380)], [18 * size, 18 * size, 16 * size]),
        tone,
        "mid",
        2,
    )
    rest = ribbon([at(-90, -306), at(-96, -362), at(-104, -416)], [30 * size, 40 * size, 34 * size])
    sheet.cut(rest, mix(tone, IVORY, 0.12), "low", 3)
    left = min(at(-94, 0)[0], at(104, 0)[0])
    seat = box(left, y - 212 * size, 198 * size, 30 * size, 13 * size)
    sheet.cut(seat, (mix(tone, IVORY, 0.2), tone), "mid", 2)


def pendant(sheet: Sheet, x: float, y: float, size: float, tone: str) -> None:
    """A lamp on its cord; (x, y) is the top of the shade."""
    sheet.cut(box(x - 2.5, -60, 5, y + 64), mix(PLUM, NIGHT, 0.2), "low", 1)
    sheet.glow(x, y + 96 * size, 250 * size, LAMP, 0.6)
    sheet.cut(disc(x, y + 100 * size, 28 * size), LAMP, "flat", 1)
    shade = stencil(x, y, size, "m-16 0h32q14 58 96 96h-224q82 -38 96 -96Z")
    sheet.cut(shade, (mix(tone, IVORY, 0.12), tone, mix(tone, INK, 0.18)), "mid", 2, angle=0)


def cup(sheet: Sheet, x: float, y: float, size: float, tone: str, face: int = 1) -> None:
    """A cup on its saucer; (x, y) is the middle of the saucer."""
    sheet.cut(disc(x, y, 78 * size, 13 * size), mix(tone, SAND, 0.5), "mid", 2)
    ear = f"m{face * 44} -62q{face * 44} 2 {face * 26} 28q{face * -14} 14 {face * -34} 8"
    sheet.cut(stencil(x, y, size, ear), mix(tone, INK, 0.08), "low", 2, stroke=9 * size)
    body = stencil(x, y, size, "m-52 -76h104q0 70 -36 74h-32q-36 -4 -36 -74Z")
    sheet.cut(body, (mix(tone, IVORY, 0.2), mix(tone, INK, 0.12)), "low", 2, angle=0)
    for k in (-1, 1):
        steam = f"m{14 * k} -92q{-14 * k} -22 {-2 * k} -40q{14 * k} -16 {2 * k} -38"
        sheet.line(stencil(x, y, size, steam), IVORY, 5 * size, 0.7)
