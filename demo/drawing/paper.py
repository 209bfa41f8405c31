"""A picture as sheets of paper on top of each other: every cut has fibre, a lit edge and a shadow on what lies below."""

from demo.drawing.palette import IVORY, LAMP, SHADOW

# Depth of a sheet: (offset, blur, opacity) of its near and far shadow, in pixels of a 1600 wide picture.
DEPTHS = {
    "flat": ((0.8, 1.0, 0.22), (1.5, 2.5, 0.10)),
    "low": ((1.6, 1.8, 0.30), (4.0, 7.0, 0.16)),
    "mid": ((2.6, 3.0, 0.32), (9.0, 15.0, 0.22)),
    "high": ((3.6, 4.5, 0.34), (18.0, 28.0, 0.30)),
}
BLEED = 80


class Sheet:
    """Collects cuts from the back to the front and writes them as one SVG."""

    def __init__(
        self, width: int = 1600, height: int = 1067, seed: int = 1, tooth: float = 0.8, fonts: str = ""
    ):
        self.width, self.height, self.seed = width, height, seed
        self.tooth = tooth
        self.fonts = fonts
        self._body: list[str] = []
        self._defs: list[str] = []
        self._filters: dict[str, str] = {}

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
    ) -> None:
        """One piece of paper. `fill` is a colour or a gradient's colours; with `stroke` it is a strip that wide.

        A list of outlines is one piece with holes. `turn` is (degrees, x, y).
        """
        data = d if isinstance(d, str) else "".join(d)
        paint = fill if isinstance(fill, str) else self._gradient(fill, angle)
        if stroke:
            look = f'fill="none" stroke="{paint}" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round"'
        else:
            look = f'fill="{paint}" fill-rule="evenodd"'
        spin = f' transform="rotate({turn[0]} {turn[1]} {turn[2]})"' if turn else ""
        see = f' opacity="{opacity}"' if opacity < 1 else ""
        piece = f'<g filter="url(#{self._filter(depth, wobble)})"{see}><path d="{data}" {look}{spin}/></g>'
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
            f'stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
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
            f'<text x="{x}" y="{y}" font-family="{family}" font-size="{size}" font-weight="{weight}" fill="{colour}" '
            f'text-anchor="{anchor}" letter-spacing="{spacing}"{slant}>{words}</text>'
        )

    def svg(self) -> str:
        w, h = self.width, self.height
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
            f"<style>{self.fonts}</style><defs>{''.join(self._filters.values())}{''.join(self._defs)}</defs>"
            f"{''.join(self._body)}</svg>"
        )

    def _gradient(self, colours: tuple[str, ...], angle: float) -> str:
        name = f"tint{len(self._defs)}"
        stops = "".join(
            f'<stop offset="{i / (len(colours) - 1):.3f}" stop-color="{c}"/>' for i, c in enumerate(colours)
        )
        self._defs.append(
            f'<linearGradient id="{name}" x1="0" y1="0" x2="1" y2="0" gradientTransform="rotate({angle} 0.5 0.5)">'
            f"{stops}</linearGradient>"
        )
        return f"url(#{name})"

    def _filter(self, depth: str, wobble: float) -> str:
        key = f"{depth}{wobble:g}".replace(".", "_")
        if key not in self._filters:
            self._filters[key] = self._paper_filter(
                f"p{key}", depth, wobble, self.seed + 7 * len(self._filters)
            )
        return f"p{key}"

    def _paper_filter(self, name: str, depth: str, wobble: float, seed: int) -> str:
        (near, near_blur, near_dark), (far, far_blur, far_dark) = DEPTHS[depth]
        region = (
            f'x="{-BLEED}" y="{-BLEED}" width="{self.width + 2 * BLEED}" height="{self.height + 2 * BLEED}"'
        )
        return f"""<filter id="{name}" filterUnits="userSpaceOnUse" {region} color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="0.011" numOctaves="3" seed="{seed}" result="drift"/>
<feDisplacementMap in="SourceGraphic" in2="drift" scale="{wobble}" xChannelSelector="R" yChannelSelector="G" result="cut"/>
<feTurbulence type="fractalNoise" baseFrequency="0.35 0.5" numOctaves="3" seed="{seed + 1}" result="fibre"/>
<feDiffuseLighting in="fibre" surfaceScale="{self.tooth}" diffuseConstant="1.13" lighting-color="#fff" result="lit">
<feDistantLight azimuth="230" elevation="60"/></feDiffuseLighting>
<feComposite in="cut" in2="lit" operator="arithmetic" k1="1" k2="0" k3="0" k4="0" result="toothed"/>
<feComposite in="toothed" in2="cut" operator="in" result="paper"/>
<feOffset in="cut" dx="1.1" dy="1.5" result="moved"/>
<feComposite in="cut" in2="moved" operator="out" result="edge"/>
<feFlood flood-color="#fff6ea" flood-opacity="0.42"/><feComposite in2="edge" operator="in" result="rim"/>
<feGaussianBlur in="cut" stdDeviation="{near_blur}" result="b1"/><feOffset in="b1" dx="{near * 0.35}" dy="{near}" result="o1"/>
<feFlood flood-color="{SHADOW}" flood-opacity="{near_dark}"/><feComposite in2="o1" operator="in" result="s1"/>
<feGaussianBlur in="cut" stdDeviation="{far_blur}" result="b2"/><feOffset in="b2" dx="{far * 0.35}" dy="{far}" result="o2"/>
<feFlood flood-color="{SHADOW}" flood-opacity="{far_dark}"/><feComposite in2="o2" operator="in" result="s2"/>
<feMerge><feMergeNode in="s2"/><feMergeNode in="s1"/><feMergeNode in="paper"/><feMergeNode in="rim"/></feMerge>
</filter>"""
