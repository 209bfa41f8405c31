"""How far an outline reaches, so that a filter need not work on the whole picture."""

import math
import re

TOKEN = re.compile(r"[MLHVCQTAZmlhvcqtaz]|-?\d*\.?\d+(?:e-?\d+)?")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "T": 2, "A": 7}
Extent = tuple[float, float, float, float]


def extent(d: str) -> Extent:
    """(left, top, right, bottom) of path data; generous, as it counts control points and whole arcs."""
    tokens = TOKEN.findall(d)
    xs: list[float] = []
    ys: list[float] = []
    x = y = start_x = start_y = 0.0
    command, i = "M", 0
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        upper = command.upper()
        if upper == "Z":
            x, y = start_x, start_y
            continue
        values = [float(token) for token in tokens[i : i + TAKES[upper]]]
        i += TAKES[upper]
        ox, oy = (x, y) if command.islower() else (0.0, 0.0)
        reach = 0.0
        if upper == "H":
            points = [(values[0] + ox, y)]
        elif upper == "V":
            points = [(x, values[0] + oy)]
        elif upper == "A":
            points = [(values[5] + ox, values[6] + oy)]
            reach = max(values[0], values[1])
        else:
            points = [(values[k] + ox, values[k + 1] + oy) for k in range(0, len(values), 2)]
        for px, py in [*points, (x, y)] if reach else points:
            xs += [px - reach, px + reach]
            ys += [py - reach, py + reach]
        x, y = points[-1]
        if upper == "M":
            start_x, start_y = x, y
            command = "l" if command == "m" else "L"
    return min(xs), min(ys), max(xs), max(ys)


def turned(area: Extent, degrees: float, x: float, y: float) -> Extent:
    """The extent after a rotation around (x, y)."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    corners = [(px - x, py - y) for px in (area[0], area[2]) for py in (area[1], area[3])]
    xs = [x + px * c - py * s for px, py in corners]
    ys = [y + px * s + py * c for px, py in corners]
    return min(xs), min(ys), max(xs), max(ys)
