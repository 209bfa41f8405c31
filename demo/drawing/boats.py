"""A folded boat and its anchor."""

from demo.drawing.palette import INK, IVORY, MIST, SAND, mix
from demo.drawing.paper import Sheet
from demo.drawing.shapes import disc, straight


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


def anchor(sheet: Sheet, x: float, y: float) -> None:
    tone = mix(MIST, SAND, 0.3)
    sheet.cut([disc(x, y, 15), disc(x, y, 7)], tone, "low", 1)
    sheet.cut(f"M{x} {y + 14}v78M{x - 26} {y + 32}h52", tone, "low", 1, stroke=9)
    sheet.cut(f"M{x - 50} {y + 58}q8 46 50 44q42 2 50 -44", tone, "low", 1, stroke=10)
