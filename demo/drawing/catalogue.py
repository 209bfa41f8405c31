"""Which pictures there are, how large, and which function draws each."""

from collections.abc import Callable

from demo.drawing import covers, land, night, portraits, rooms, shore, things
from demo.drawing.paper import Sheet

LANDSCAPE, SQUARE, COVER, BOOK, LOGO = (1600, 1067), (1000, 1000), (1400, 1400), (1000, 1414), (800, 400)

SCENES = (
    night.SCENES | shore.SCENES | land.SCENES | rooms.SCENES | things.SCENES | {"podcast": covers.podcast}
)

PICTURES: dict[str, tuple[tuple[int, int], Callable[[Sheet], None]]] = {
    **{name: (LANDSCAPE, draw) for name, draw in SCENES.items()},
    "portret-marit": (SQUARE, portraits.marit),
    "portret-joost": (SQUARE, portraits.joost),
    **{name: (COVER, draw) for name, draw in covers.COVERS.items()},
    "kaft-routekaart": (BOOK, covers.routekaart),
    "kaft-ebook": (BOOK, covers.ebook),
    "media-logo": (LOGO, covers.media_logo),
}
