"""Cut paper for the gifts: colours from night to morning; sheets of sky, hill and water as SVG in mm."""

import math
import random
from dataclasses import dataclass

Colour = tuple[float, float, float]  # oklch: lightness, chroma, hue

PAPER: Colour = (0.977, 0.011, 80)
INK: Colour = (0.25, 0.045, 340)
WHITE: Colour = (1.0, 0.0, 0)
BRICK: Colour = (0.52, 0.14, 22)
LAMP: Colour = (0.9, 0.095, 82)

# One row a key moment: hour of the night (0) to morning (1), then sky above, sky below, hill far, hill near,
# water far, water near, disc (moon or sun).
HOURS: list[tuple[float, list[Colour]]] = [
    (
        0.0,
        [
            (0.235, 0.035, 325),
            (0.33, 0.05, 335),
            (0.40, 0.055, 345),
            (0.29, 0.045, 335),
            (0.47, 0.055, 350),
            (0.24, 0.04, 335),
            (0.93, 0.035, 85),
        ],
    ),
    (
        0.4,
        [
            (0.38, 0.06, 340),
            (0.58, 0.085, 0),
            (0.48, 0.075, 350),
            (0.36, 0.055, 340),
            (0.64, 0.07, 10),
            (0.34, 0.06, 345),
            (0.92, 0.065, 80),
        ],
    ),
    (
        0.72,
        [
            (0.74, 0.07, 20),
            (0.87, 0.06, 48),
            (0.66, 0.09, 22),
            (0.52, 0.10, 15),
            (0.80, 0.06, 35),
            (0.46, 0.09, 8),
            (0.95, 0.06, 82),
        ],
    ),
    (
        1.0,
        [
            (0.90, 0.04, 58),
            (0.955, 0.025, 76),
            (0.80, 0.036, 140),
            (0.62, 0.05, 150),
            (0.86, 0.055, 45),
            (0.55, 0.12, 23),
            (0.87, 0.10, 76),
        ],
    ),
]


@dataclass(frozen=True)
class Light:
    sky: tuple[Colour, Colour]
    hills: tuple[Colour, Colour]
    water: tuple[Colour, Colour]
    disc: Colour


def mix(one: Colour, two: Colour, share: float) -> Colour:
    """A colour between two others, by way of the grey between them rather than round the colour wheel."""
    x, y = (
        first + (second - first) * share
        for first, second in zip(_opponents(one), _opponents(two), strict=True)
    )
    return (one[0] + (two[0] - one[0]) * share, math.hypot(x, y), math.degrees(math.atan2(y, x)) % 360)


def _opponents(colour: Colour) -> tuple[float, float]:
    _, chroma, hue = colour
    return chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))


def css(colour: Colour, alpha: float = 1.0) -> str:
    return f"oklch({colour[0]:.3f} {colour[1]:.3f} {colour[2]:.1f}" + (
        f" / {alpha:.2f})" if alpha < 1 else ")"
    )


def light(hour: float) -> Light:
    """The colours of an hour between 0 (night) and 1 (morning)."""
    for (start, first), (end, second) in zip(HOURS, HOURS[1:], strict=False):
        if hour <= end:
            share = max(0.0, (hour - start) / (end - start))
            c = [mix(a, b, share) for a, b in zip(first, second, strict=True)]
            return Light((c[0], c[1]), (c[2], c[3]), (c[4], c[5]), c[6])
    raise ValueError(hour)


def curve(points: list[tuple[float, float]]) -> str:
    """A smooth path through the points (Catmull-Rom, written as Bézier curves)."""
    out = f"M{points[0][0]:.2f} {points[0][1]:.2f}"
    for i in range(len(points) - 1):
        before, a, b = points[max(i - 1, 0)], points[i], points[i + 1]
        after = points[min(i + 2, len(points) - 1)]
        out += (
            f"C{a[0] + (b[0] - before[0]) / 6:.2f} {a[1] + (b[1] - before[1]) / 6:.2f}"
            f" {b[0] - (after[0] - a[0]) / 6:.2f} {b[1] - (after[1] - a[1]) / 6:.2f}"
            f" {b[0]:.2f} {b[1]:.2f}"
        )
    return out


def sheet(path: str, fill: str, depth: float = 1.0, edge: float = 0.22) -> str:
    """One cut sheet: a soft shadow thrown upwards on the sheet behind it, the paper, and a lit edge."""
    shade = css(INK, 0.07)
    shadows = "".join(
        f'<path d="{path}" fill="{shade}" transform="translate({dx * depth:.2f} {-dy * depth:.2f})"/>'
        for dx, dy in ((0.1, 0.35), (0.2, 0.75), (0.3, 1.25), (0.45, 1.9))
    )
    lit = f'<path d="{path}" fill="none" stroke="white" stroke-opacity="{edge}" stroke-width=".22"/>'
    return f'{shadows}<path d="{path}" fill="{fill}"/>{lit}'


def tide(
    w: float, h: float, base: float, height: float, waves: float, phase: float, fill: str, depth: float = 1
) -> str:
    """A sheet of water whose edge swells from one side to the other."""
    points = []
    for i in range(41):
        x = -6 + (w + 12) * i / 40
        turn = 2 * math.pi * waves * i / 40 + phase
        points.append((x, base + height * (0.75 * math.sin(turn) + 0.25 * math.sin(2.3 * turn + 1))))
    return sheet(f"{curve(points)}L{w + 8:.1f} {h + 8:.1f}L-8 {h + 8:.1f}Z", fill, depth)


def hill(w: float, h: float, base: float, height: float, seed: int, fill: str, bumps: int = 5) -> str:
    rng = random.Random(seed)
    points = []
    for i in range(bumps + 3):
        x = -w * 0.1 + w * 1.2 * (i + rng.uniform(-0.22, 0.22)) / (bumps + 2)
        points.append((x, base - height * (rng.uniform(0.65, 1) if i % 2 else rng.uniform(0, 0.3))))
    points[0] = (-w * 0.12, points[0][1])
    points[-1] = (w * 1.12, points[-1][1])
    return sheet(f"{curve(points)}L{w + 20:.1f} {h + 8:.1f}L-20 {h + 8:.1f}Z", fill)


def disc(x: float, y: float, r: float, fill: str, glow: str | None = None) -> str:
    halo = (
        "".join(f'<circle cx="{x}" cy="{y}" r="{r * k:.2f}" fill="{glow}"/>' for k in (2.3, 1.65))
        if glow
        else ""
    )
    path = f"M{x - r:.2f} {y:.2f}a{r} {r} 0 1 1 {2 * r} 0a{r} {r} 0 1 1 {-2 * r} 0Z"
    return halo + sheet(path, fill, 0.5)


def cutout(x: float, y: float, size: float, corners: tuple[tuple[float, float], ...]) -> str:
    """The path of a shape with straight sides, its corners given in units of `size` from (x, y)."""
    return "M" + "L".join(f"{x + size * across:.2f} {y + size * down:.2f}" for across, down in corners) + "Z"


def house(x: float, y: float, size: float, wall: str, lit: bool = True) -> str:
    """A small house around (x, y), with a lamp behind its window."""
    body = ((-0.72, -0.8), (0, -1.5), (0.72, -0.8), (0.58, -0.8), (0.58, 1), (-0.58, 1), (-0.58, -0.8))
    panes = "".join(
        f'<path d="{cutout(x, y, size, ((a, b), (a + 0.18, b), (a + 0.18, b + 0.21), (a, b + 0.21)))}"/>'
        for a in (-0.2, 0.02)
        for b in (-0.68, -0.43)
    )
    window = f'<g fill="{css(LAMP) if lit else css(INK, 0.4)}">{panes}</g>'
    glow = f'<circle cx="{x}" cy="{y - 0.45 * size:.2f}" r="{1.5 * size:.2f}" fill="{css(LAMP, 0.14)}"/>'
    return sheet(cutout(x, y, size, body), wall, 0.4) + (glow if lit else "") + window


def boat(x: float, y: float, size: float, fill: str, sail: str) -> str:
    """A folded paper boat on the water line y."""
    mast = cutout(x, y, size, ((-0.55, 0), (0, -1.15), (0.55, 0)))
    hull = cutout(x, y, size, ((-1.2, -0.3), (0, 0.05), (1.2, -0.3), (0.7, 0.6), (-0.7, 0.6)))
    return sheet(mast, sail, 0.3) + sheet(hull, fill, 0.3)


def stars(w: float, h: float, count: int, seed: int) -> str:
    rng = random.Random(seed)
    dots = ""
    for _ in range(count):
        x, y, r = rng.uniform(0.02, 0.98) * w, rng.uniform(0.04, 0.9) * h, rng.uniform(0.14, 0.36)
        dots += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.2f}"/>'
    return f'<g fill="{css(LAMP, 0.75)}">{dots}</g>'


def reeds(x: float, y: float, size: float, seed: int, stroke: str, count: int = 9) -> str:
    rng = random.Random(seed)
    blades = ""
    for i in range(count):
        foot = x + (i - count / 2) * size * 0.09
        lean = rng.uniform(-0.35, 0.5) * size
        top = size * rng.uniform(0.6, 1)
        blades += (
            f"M{foot:.2f} {y:.2f}Q{foot + lean * 0.1:.2f} {y - top * 0.6:.2f} {foot + lean:.2f} {y - top:.2f}"
        )
    pen = f'fill="none" stroke="{stroke}" stroke-width="{0.035 * size:.2f}" stroke-linecap="round"'
    return f'<path d="{blades}" {pen}/>'


def sky(w: float, h: float, hour: Light, turn: float = 0) -> str:
    """Three torn strips of sky, lighter towards the horizon."""
    one, two = hour.sky
    out = f'<rect x="-8" y="-8" width="{w + 16}" height="{h + 16}" fill="{css(one)}"/>'
    for share, base, phase in ((0.45, 0.30, 0.4), (1.0, 0.56, 2.6)):
        out += tide(w, h, h * base, h * 0.03, 1.1, phase + turn, css(mix(one, two, share)), 0.7)
    return out


def sea(
    w: float,
    h: float,
    hour: Light,
    top: float,
    sheets: int = 4,
    foot: Colour | None = PAPER,
    swell: float = 1,
    pace: float = 1,
) -> str:
    """Sheets of water from `top` downwards; the last one may be the page itself (`foot`)."""
    out = ""
    for i in range(sheets):
        share = i / max(sheets - 1, 1)
        base = top + (h * 0.97 - top) * (i / sheets)
        out += tide(
            w,
            h,
            base,
            (1.3 + 1.1 * i) * swell,
            (1.2 + 0.35 * i) * pace,
            1.7 * i,
            css(mix(*hour.water, share)),
        )
    if foot:
        out += tide(w, h, h - 5.2, 1.9 * swell, 1.0, 5.1, css(foot))
    return out


def svg(w: float, h: float, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:g} {h:g}" width="{w:g}mm" height="{h:g}mm" '
        f'preserveAspectRatio="xMidYMid slice" aria-hidden="true">{content}</svg>'
    )
