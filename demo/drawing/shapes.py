"""Outlines as SVG path data. Coordinates are the picture's own pixels."""

import math
import random
import re
from collections.abc import Sequence

Point = tuple[float, float]


def smooth(points: Sequence[Point], closed: bool = False, tension: float = 1.0) -> str:
    """A soft line through all points (Catmull-Rom written as Bézier curves)."""
    last = len(points) - 1
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for i in range(len(points) if closed else last):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % (last + 1)] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + k, 0), last)] for k in (-1, 0, 1, 2))
        c1 = (p1[0] + (p2[0] - p0[0]) * tension / 6, p1[1] + (p2[1] - p0[1]) * tension / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) * tension / 6, p2[1] - (p3[1] - p1[1]) * tension / 6)
        parts.append(f"C{c1[0]:.1f} {c1[1]:.1f} {c2[0]:.1f} {c2[1]:.1f} {p2[0]:.1f} {p2[1]:.1f}")
    return "".join(parts) + ("Z" if closed else "")


def straight(points: Sequence[Point], closed: bool = True) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")


def ridge(points: Sequence[Point], bottom: float) -> str:
    """Land or water: a soft upper edge, filled down to `bottom`."""
    return f"{smooth(points)}L{points[-1][0]:.1f} {bottom:.1f}L{points[0][0]:.1f} {bottom:.1f}Z"


def hills(
    y: float, swell: float, seed: int, width: float = 1600, bottom: float = 1200, bumps: int = 5
) -> str:
    rng = random.Random(seed)
    step = (width + 240) / bumps
    points = [(-120 + i * step, y + rng.uniform(-swell, swell)) for i in range(bumps + 1)]
    return ridge(points, bottom)


def tide(
    y: float,
    height: float = 14,
    length: float = 260,
    phase: float = 0.0,
    width: float = 1600,
    bottom: float = 1200,
    slope: float = 0.0,
) -> str:
    """A row of waves with rounded troughs and slightly pinched crests."""
    count = int((width + 200) / (length / 8)) + 1
    points = []
    for i in range(count + 1):
        x = -100 + i * length / 8
        turn = 2 * math.pi * (x / length + phase)
        crest = math.sin(turn) + 0.25 * math.sin(2 * turn + 0.8) + 0.35 * math.sin(turn * 0.37 + phase * 5)
        points.append((x, y - height * crest + slope * x))
    return ridge(points, bottom)


def scallops(y: float, size: float, phase: float = 0.0, width: float = 1600, bottom: float = 1200) -> str:
    """Waves as half circles that meet in points."""
    x = -size + phase * size
    parts = [f"M{x:.1f} {y:.1f}"]
    while x < width + size:
        parts.append(f"a{size / 2:.1f} {size * 0.36:.1f} 0 0 0 {size:.1f} 0")
        x += size
    return "".join(parts) + f"L{x:.1f} {bottom}L{-size:.1f} {bottom}Z"


def disc(cx: float, cy: float, r: float, ry: float | None = None) -> str:
    ry = r if ry is None else ry
    return (
        f"M{cx - r:.1f} {cy:.1f}a{r:.1f} {ry:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {ry:.1f} 0 1 0 {-2 * r:.1f} 0Z"
    )


def pebble(
    cx: float, cy: float, r: float, seed: int, rough: float = 0.06, ry: float | None = None, n: int = 11
) -> str:
    """A circle as scissors cut it: nearly round."""
    rng = random.Random(seed)
    ry = r if ry is None else ry
    points = []
    for i in range(n):
        turn = 2 * math.pi * i / n
        reach = 1 + rng.uniform(-rough, rough)
        points.append((cx + r * reach * math.cos(turn), cy + ry * reach * math.sin(turn)))
    return smooth(points, closed=True)


def box(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    if not r:
        return f"M{x:.1f} {y:.1f}h{w:.1f}v{h:.1f}h{-w:.1f}Z"
    return (
        f"M{x + r:.1f} {y:.1f}h{w - 2 * r:.1f}a{r} {r} 0 0 1 {r} {r}v{h - 2 * r:.1f}a{r} {r} 0 0 1 {-r} {r}"
        f"h{2 * r - w:.1f}a{r} {r} 0 0 1 {-r} {-r}v{2 * r - h:.1f}a{r} {r} 0 0 1 {r} {-r}Z"
    )


def ribbon(points: Sequence[Point], widths: Sequence[float], closed_round: bool = True) -> str:
    """A band along a line, as wide at each point as told: paths, ropes, limbs, strands of hair."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        before, after = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        norm = math.hypot(dx, dy) or 1
        half = widths[i] / 2
        left.append((x - dy / norm * half, y + dx / norm * half))
        right.append((x + dy / norm * half, y - dx / norm * half))
    outline = smooth(left)
    back = smooth(right[::-1])[1:].split("C", 1)
    if closed_round and widths[-1] > 2:
        r = widths[-1] / 2
        return f"{outline}A{r:.1f} {r:.1f} 0 0 0 {back[0]}C{back[1]}Z"
    return f"{outline}L{back[0]}C{back[1]}Z"


def leaf(x: float, y: float, length: float, width: float, turn: float) -> str:
    """A leaf from its stem at (x, y), pointing `turn` degrees (0 is to the right, -90 up)."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(along: float, aside: float) -> str:
        return f"{x + along * c - aside * s:.1f} {y + along * s + aside * c:.1f}"

    return (
        f"M{at(0, 0)}C{at(length * 0.25, width * 0.7)} {at(length * 0.7, width * 0.55)} {at(length, 0)}"
        f"C{at(length * 0.7, -width * 0.45)} {at(length * 0.25, -width * 0.6)} {at(0, 0)}Z"
    )


def stencil(x: float, y: float, size: float, d: str) -> str:
    """A small outline written in relative commands (no arcs), put at (x, y) and enlarged."""
    scaled = re.sub(r"-?[\d.]+", lambda number: f"{float(number[0]) * size:.1f}", d)
    return f"M{x:.1f} {y:.1f}{scaled}"
