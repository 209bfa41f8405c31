"""The scenes on the gifts: which sheets of paper lie where."""

from collections.abc import Callable

from demo.gifts.paper import (
    BRICK,
    INK,
    PAPER,
    WHITE,
    Colour,
    Light,
    boat,
    css,
    curve,
    disc,
    hill,
    house,
    light,
    mix,
    reeds,
    sea,
    sheet,
    sky,
    stars,
    svg,
    tide,
)

FEET: dict[str, Colour | None] = {"paper": PAPER, "white": WHITE, "none": None}


def scene(name: str, w: float, h: float, hour: float, foot: str = "paper") -> str:
    """The named scene at that hour, `w` by `h` mm; its lower edge is a wave of the page below it (`foot`)."""
    now = light(hour)
    turn = 1.3 * list(SCENES).index(name)
    return svg(w, h, sky(w, h, now, turn) + SCENES[name](w, h, now, FEET[foot]))


def _unit(w: float, h: float) -> float:
    """What sizes are measured by: the height of a band, or rather less than that on an upright sheet."""
    return min(h, 0.5 * w)


def _low_water(w: float, h: float, now: Light, foot: Colour | None) -> str:
    return (
        f'<g transform="translate({w * 0.42:.1f})">{stars(w * 0.58, h * 0.5, 32, 4)}</g>'
        + disc(w * 0.76, h * 0.27, _unit(w, h) * 0.085, css(now.disc), css(now.disc, 0.06))
        + hill(w, h, h * 0.62, h * 0.12, 5, css(now.hills[0]), 6)
        + sea(w, h, now, h * 0.68, 4, foot, 0.7)
    )


def _swell(w: float, h: float, now: Light, foot: Colour | None) -> str:
    return (
        stars(w, h * 0.4, 24, 9)
        + disc(w * 0.22, h * 0.24, _unit(w, h) * 0.06, css(now.disc), css(now.disc, 0.07))
        + sea(w, h, now, h * 0.42, 6, foot, 1.35, 0.55)
    )


def _two_circles(w: float, h: float, now: Light, foot: Colour | None) -> str:
    r = _unit(w, h) * 0.17
    pair = disc(w * 0.5 - r * 0.78, h * 0.36, r, css(now.disc)) + disc(
        w * 0.5 + r * 0.78, h * 0.38, r, css(mix(now.disc, BRICK, 0.62))
    )
    return pair + hill(w, h, h * 0.72, h * 0.1, 14, css(now.hills[0]), 5) + sea(w, h, now, h * 0.72, 4, foot)


def _circles_apart(w: float, h: float, now: Light, foot: Colour | None) -> str:
    r = _unit(w, h) * 0.12
    return (
        disc(w * 0.79, h * 0.42, r, css(now.disc))
        + disc(w * 0.925, h * 0.38, r, css(mix(now.disc, BRICK, 0.62)))
        + hill(w, h, h * 0.72, h * 0.1, 14, css(now.hills[0]), 5)
        + sea(w, h, now, h * 0.72, 4, foot)
    )


def _lamp(w: float, h: float, now: Light, foot: Colour | None) -> str:
    return (
        hill(w, h, h * 0.66, h * 0.2, 21, css(now.hills[0]), 4)
        + house(w * 0.31, h * 0.60, _unit(w, h) * 0.14, css(mix(now.hills[1], INK, 0.45)))
        + hill(w, h, h * 0.76, h * 0.16, 34, css(now.hills[1]), 5)
        + sea(w, h, now, h * 0.76, 3, foot)
    )


def _cover(w: float, h: float, now: Light, foot: Colour | None) -> str:
    """An upright sheet: a moon, one lit house on its own hill, and water down to the reader."""

    def ridge(heights: tuple[float, ...], fill: str) -> str:
        points = [(w * (i / (len(heights) - 1) * 1.2 - 0.1), h * y) for i, y in enumerate(heights)]
        return sheet(f"{curve(points)}L{w + 20} {h + 8}L-20 {h + 8}Z", fill, 1.3)

    far, near = now.hills
    return (
        stars(w, h * 0.1, 18, 12)
        + f'<g transform="translate({w * 0.7})">{stars(w * 0.3, h * 0.5, 22, 5)}</g>'
        + disc(w * 0.8, h * 0.4, w * 0.062, css(now.disc), css(now.disc, 0.06))
        + ridge((0.57, 0.55, 0.585, 0.56, 0.53, 0.56), css(mix(far, now.sky[1], 0.45)))
        + ridge((0.6, 0.585, 0.62, 0.63, 0.6, 0.585), css(far))
        + house(w * 0.27, h * 0.59, w * 0.062, css(mix(near, INK, 0.5)))
        + ridge((0.645, 0.625, 0.625, 0.67, 0.685, 0.655), css(near))
        + sea(w, h, now, h * 0.7, 6, foot, 0.9, 0.7)
    )


def _rounds(w: float, h: float, now: Light, foot: Colour | None) -> str:
    """Rings like those of a stone in water, seen as cut sheets."""
    rings = "".join(
        disc(w * 0.78, h * 0.42, _unit(w, h) * k, css(mix(now.sky[1], now.water[1], share)))
        for k, share in ((0.33, 0.18), (0.245, 0.42), (0.165, 0.66), (0.085, 0.9))
    )
    return (
        rings
        + disc(w * 0.78, h * 0.42, _unit(w, h) * 0.028, css(now.disc))
        + hill(w, h, h * 0.78, h * 0.1, 8, css(now.hills[0]), 6)
        + sea(w, h, now, h * 0.78, 3, foot)
    )


def _village(w: float, h: float, now: Light, foot: Colour | None) -> str:
    walls = mix(now.hills[1], INK, 0.25)
    row = "".join(
        house(w * x, h * y, _unit(w, h) * s, css(mix(walls, now.hills[0], tint)), lit)
        for x, y, s, tint, lit in (
            (0.16, 0.62, 0.1, 0.5, False),
            (0.30, 0.60, 0.125, 0.15, True),
            (0.45, 0.63, 0.1, 0.35, True),
            (0.60, 0.59, 0.135, 0.05, True),
            (0.76, 0.62, 0.11, 0.3, False),
            (0.88, 0.63, 0.09, 0.5, True),
        )
    )
    return (
        disc(w * 0.82, h * 0.22, _unit(w, h) * 0.08, css(now.disc), css(now.disc, 0.12))
        + hill(w, h, h * 0.62, h * 0.16, 41, css(now.hills[0]), 4)
        + row
        + hill(w, h, h * 0.74, h * 0.1, 52, css(now.hills[1]), 6)
        + sea(w, h, now, h * 0.78, 3, foot)
    )


def _morning(w: float, h: float, now: Light, foot: Colour | None) -> str:
    return (
        disc(w * 0.82, h * 0.36, _unit(w, h) * 0.16, css(now.disc), css(now.disc, 0.22))
        + hill(w, h, h * 0.64, h * 0.17, 62, css(now.hills[0]), 5)
        + hill(w, h, h * 0.72, h * 0.12, 77, css(now.hills[1]), 4)
        + tide(w, h, h * 0.71, 1.2, 1.3, 0.3, css(now.water[0]))
        + boat(w * 0.3, h * 0.75, _unit(w, h) * 0.085, css(PAPER), css(mix(PAPER, now.water[1], 0.18)))
        + sea(w, h, now, h * 0.79, 3, foot)
    )


def _path(w: float, h: float, now: Light, foot: Colour | None) -> str:
    ground = css(mix(now.hills[1], INK, 0.15))
    return (
        disc(w * 0.8, h * 0.28, _unit(w, h) * 0.13, css(now.disc), css(now.disc, 0.18))
        + hill(w, h, h * 0.6, h * 0.2, 81, css(now.hills[0]), 4)
        + sea(w, h, now, h * 0.62, 2, None, 0.7)
        + hill(w, h, h * 0.86, h * 0.14, 93, css(now.hills[1]), 5)
        + reeds(w * 0.8, h * 0.86, _unit(w, h) * 0.26, 3, ground)
        + reeds(w * 0.87, h * 0.88, _unit(w, h) * 0.2, 6, ground, 7)
        + (tide(w, h, h - 5.2, 1.9, 1.0, 5.1, css(foot)) if foot else "")
    )


Scene = Callable[[float, float, Light, Colour | None], str]
SCENES: dict[str, Scene] = {
    "laagwater": _low_water,
    "golfslag": _swell,
    "twee-cirkels": _two_circles,
    "twee-cirkels-apart": _circles_apart,
    "lamp": _lamp,
    "kaft": _cover,
    "kringen": _rounds,
    "dorp": _village,
    "morgen": _morning,
    "pad": _path,
}
