"""Canal houses: the outlines of their gables and the places of their windows."""

from demo.drawing.shapes import straight


def gable(kind: str, x: float, width: float, top: float, base: float) -> str:
    """The outline of a canal house; `top` is where its gable ends."""
    right, mid, eave = x + width, x + width / 2, top + width * 0.55
    if kind == "trap":
        step = width / 9
        points = [(x, base), (x, eave)]
        for i in range(4):
            points += [(x + i * step, eave - i * width * 0.13), (x + (i + 1) * step, eave - i * width * 0.13)]
        points = [(x, base), *points[2:], (x + 4 * step, top), (right - 4 * step, top)]
        for i in range(3, -1, -1):
            points += [
                (right - (i + 1) * step, eave - i * width * 0.13),
                (right - i * step, eave - i * width * 0.13),
            ]
        return straight([*points, (right, base)])
    if kind == "klok":
        return (
            f"M{x} {base}V{eave}C{x + width * 0.26} {eave} {x + width * 0.16} {top + 8}"
            f" {mid - width * 0.16} {top}"
            f"Q{mid} {top - width * 0.16} {mid + width * 0.16} {top}"
            f"C{right - width * 0.16} {top + 8} {right - width * 0.26} {eave} {right} {eave}V{base}Z"
        )
    if kind == "hals":
        neck, lip = width * 0.24, width * 0.03
        return (
            f"M{x} {base}V{eave}Q{mid - neck} {eave} {mid - neck} {top + width * 0.24}V{top + 6}"
            f"H{mid - neck - lip}L{mid} {top - width * 0.16}L{mid + neck + lip} {top + 6}H{mid + neck}"
            f"V{top + width * 0.24}Q{mid + neck} {eave} {right} {eave}V{base}Z"
        )
    if kind == "tuit":
        spout = width * 0.1
        return straight(
            [
                (x, base),
                (x, eave),
                (mid - spout, top + width * 0.08),
                (mid - spout, top - width * 0.06),
                (mid + spout, top - width * 0.06),
                (mid + spout, top + width * 0.08),
                (right, eave),
                (right, base),
            ]
        )
    return straight(
        [
            (x, base),
            (x, top + 26),
            (x - 7, top + 26),
            (x - 7, top),
            (right + 7, top),
            (right + 7, top + 26),
            (right, top + 26),
            (right, base),
        ]
    )


def panes(
    x: float, width: float, top: float, base: float, rows: int, columns: int
) -> list[tuple[float, ...]]:
    """Places for windows (x, y, width, height) in a façade."""
    w = width / (columns * 1.9)
    gap = (width - columns * w) / (columns + 1)
    pitch = (base - top) / rows
    h = min(pitch * 0.62, w * 1.7)
    return [
        (x + gap + c * (w + gap), top + r * pitch + (pitch - h) * 0.5, w, h)
        for r in range(rows)
        for c in range(columns)
    ]
