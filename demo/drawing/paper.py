"""A picture as sheets of paper: every cut has fibre, a lit edge and a shadow on what lies below it."""

from demo.drawing.extent import Extent, extent, turned
from demo.drawing.palette import IVORY, LAMP, SHADOW

# Depth of a sheet: (offset, blur, opacity) of its near and far shadow, in pixels of a 1600 wide picture.
DEPTHS = {
    "flat": ((0.8, 1.0, 0.20), (1.5, 2.5, 0.10)),
    "low": ((1.6, 1.8, 0.28), (4.5, 8.0, 0.22)),
    "mid": ((2.6, 3.2, 0.30), (10.0, 17.0, 0.32)),
    "high": ((3.6, 5.0, 0.32), (19.0, 30.0, 0.42)),
}
BLEED = 80
UPWARD = (0.3, -0.8)
ROUND = 'stroke-linecap="round" stroke-linejoin="round"'


class Sheet:
    """Collects cuts from the back to the front and writes them as one SVG."""

    tooth = 0.22  # how rough the paper is
    rim = 0.3  # how much light an upper edge catches
    light = (
        0.35,
        1.0,
    )  # where shadows fall; a negative second number lets ridges shade what lies behind them

    def __init__(self, width: int = 1600, height: int = 1067, seed: int = 1, fonts: str = "") -> None:
        self.width, self.height, self.seed = width, height, seed
        self.fonts = fonts
        self._body: list[str] = []
        self._defs: list[str] = []

    def ground(self, fill: str | tuple[str, ...], angle: float = 90) -> None:
        """The backmost sheet."""
        d = f"M{-BLEED} {-BLEED}H{self.width + BLEED}V{self.height + BLEED}H{-BLEED}Z"
        self.cut(d, fill, depth="flat", angle=angle)

    def cut(
        self,
        d: str | list[str],
        fill: str | tuple[str, ...],
        depth: str = "mid",
        wobble: float = 5,
        angle: float = 90,
        turn: tuple[float, float, float] | None = None,
        stroke: float = 0,
        opacity: float = 1,
        clip: str | None = None,
        holes: bool = True,
    ) -> None:
        """One piece of paper. `fill` is a colour or a gradient's colours; with `stroke` it is a strip.

        A list of outlines is one piece, with holes where they overlap unless `holes` is false.
        `turn` is (degrees, x, y).
        """
        data = d if isinstance(d, str) else "".join(d)
        paint = fill if isinstance(fill, str) else self._gradient(fill, angle)
        if stroke:
            look = f'fill="none" stroke="{paint}" stroke-width="{stroke}" {ROUND}'
        else:
            look = f'fill="{paint}" fill-rule="{"evenodd" if holes else "nonzero"}"'
        spin = f' transform="rotate({turn[0]} {turn[1]} {turn[2]})"' if turn else ""
        see = f' opacity="{opacity}"' if opacity < 1 else ""
        area = turned(extent(data), *turn) if turn else extent(data)
        name = self._filter(depth, wobble, area, stroke)
        piece = f'<g filter="url(#{name})"{see}><path d="{data}" {look}{spin}/></g>'
        self._body.append(f'<g clip-path="url(#{clip})">{piece}</g>' if clip else piece)

    def window(self, d: str) -> str:
        """Register an outline through which later cuts can be seen; returns the name to give as `clip`."""
        name = f"clip{len(self._defs)}"
        self._defs.append(f'<clipPath id="{name}"><path d="{d}" clip-rule="evenodd"/></clipPath>')
        return name

    def glow(
        self,
        cx: float,
        cy: float,
        r: float,
        colour: str = LAMP,
        strength: float = 0.6,
        ry: float | None = None,
    ):
        """Light that lies over the sheets below it."""
        name = f"glow{len(self._defs)}"
        stops = ((0, 1), (0.25, 0.62), (0.55, 0.22), (1, 0))
        inner = "".join(
            f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{strength * share:.3f}"/>'
            for at, share in stops
        )
        self._defs.append(f'<radialGradient id="{name}">{inner}</radialGradient>')
        self._body.append(
            f'<ellipse cx="{cx}" cy="{cy}" rx="{r}" ry="{r if ry is None else ry}" fill="url(#{name})" '
            f'style="mix-blend-mode:screen"/>'
        )

    def shade(
        self, d: str, colour: str = SHADOW, opacity: float = 0.25, blur: float = 0, clip: str | None = None
    ):
        """A flat tint without an edge of its own: cast shadows, folds."""
        soft = f' style="filter:blur({blur}px)"' if blur else ""
        piece = f'<path d="{d}" fill="{colour}" opacity="{opacity}" fill-rule="evenodd"{soft}/>'
        self._body.append(f'<g clip-path="url(#{clip})">{piece}</g>' if clip else piece)

    def line(
        self,
        d: str,
        colour: str,
        width: float = 3,
        opacity: float = 1,
        dash: str = "",
        clip: str | None = None,
    ):
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        piece = (
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" opacity="{opacity}" '
            f"{ROUND}{dashes}/>"
        )
        self._body.append(f'<g clip-path="url(#{clip})">{piece}</g>' if clip else piece)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str = IVORY,
        family: str = "Literata",
        weight: int = 500,
        anchor: str = "start",
        spacing: float = 0,
        italic: bool = False,
    ) -> None:
        slant = ' font-style="italic"' if italic else ""
        self._body.append(
            f'<text x="{x}" y="{y}" font-family="{family}" font-size="{size}" font-weight="{weight}" '
            f'fill="{colour}" text-anchor="{anchor}" letter-spacing="{spacing}"{slant}>{words}</text>'
        )

    def svg(self) -> str:
        w, h = self.width, self.height
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
            f"<style>{self.fonts}</style><defs>{''.join(self._defs)}</defs>"
            f"{''.join(self._body)}</svg>"
        )

    def _gradient(self, colours: tuple[str, ...], angle: float) -> str:
        name = f"tint{len(self._defs)}"
        stops = "".join(
            f'<stop offset="{i / (len(colours) - 1):.3f}" stop-color="{c}"/>' for i, c in enumerate(colours)
        )
        self._defs.append(
            f'<linearGradient id="{name}" x1="0" y1="0" x2="1" y2="0" '
            f'gradientTransform="rotate({angle} 0.5 0.5)">{stops}</linearGradient>'
        )
        return f"url(#{name})"

    def _filter(self, depth: str, wobble: float, area: Extent, stroke: float) -> str:
        (near, near_blur, near_dark), (far, far_blur, far_dark) = DEPTHS[depth]
        margin = far + 3 * far_blur + wobble + stroke
        left, top = max(area[0] - margin, -BLEED), max(area[1] - margin, -BLEED)
        right, bottom = min(area[2] + margin, self.width + BLEED), min(area[3] + margin, self.height + BLEED)
        region = f'x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}"'
        name, seed = f"paper{len(self._defs)}", self.seed + len(self._defs) % 23
        dx, dy = self.light
        wander = (
            '<feTurbulence type="fractalNoise" baseFrequency="0.009" numOctaves="2" '
            f'seed="{seed}" result="drift"/><feDisplacementMap in="SourceGraphic" in2="drift" '
            f'scale="{wobble}" xChannelSelector="R" yChannelSelector="G" result="cut"/>'
        )
        texture = (
            '<feTurbulence type="fractalNoise" baseFrequency="0.62 0.74" numOctaves="2" '
            f'seed="{seed + 1}" result="fibre"/>'
            f'<feDiffuseLighting in="fibre" surfaceScale="{self.tooth}" diffuseConstant="1.15" '
            'lighting-color="#fff" result="lit"><feDistantLight azimuth="230" elevation="60"/>'
            "</feDiffuseLighting>"
            '<feComposite in="cut" in2="lit" operator="arithmetic" k1="0.7" k2="0.3" k3="0.55" k4="-0.545" '
            'result="toothed"/>'
            '<feComposite in="toothed" in2="cut" operator="in" result="paper"/>'
        )
        edge = (
            '<feOffset in="cut" dx="0.8" dy="1.3" result="moved"/>'
            '<feComposite in="cut" in2="moved" operator="out" result="edge"/>'
            f'<feFlood flood-color="#fff3e4" flood-opacity="{self.rim}"/>'
            '<feComposite in2="edge" operator="in" result="rim"/>'
        )
        shadows = "".join(
            f'<feGaussianBlur in="cut" stdDeviation="{blur}" result="b{i}"/>'
            f'<feOffset in="b{i}" dx="{offset * dx:.2f}" dy="{offset * dy:.2f}" result="o{i}"/>'
            f'<feFlood flood-color="{SHADOW}" flood-opacity="{dark}"/>'
            f'<feComposite in2="o{i}" operator="in" result="s{i}"/>'
            for i, (offset, blur, dark) in enumerate(
                ((near, near_blur, near_dark), (far, far_blur, far_dark))
            )
        )
        nodes = "".join(f'<feMergeNode in="{node}"/>' for node in ("s1", "s0", "paper", "rim"))
        self._defs.append(
            f'<filter id="{name}" filterUnits="userSpaceOnUse" {region} color-interpolation-filters="sRGB">'
            f"{wander}{texture}{edge}{shadows}<feMerge>{nodes}</feMerge></filter>"
        )
        return name
