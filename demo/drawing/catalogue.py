"""Which pictures there are, how large, and which function draws each."""

from collections.abc import Callable

from demo.drawing import covers, episodes, houses, land, letters, night, portraits, rooms, sea, shore, things
from demo.drawing.paper import Sheet

LANDSCAPE, SQUARE, COVER, BOOK, LOGO = (1600, 1067), (1000, 1000), (1400, 1400), (1000, 1414), (800, 400)

MODULES = (night, sea, shore, land, houses, rooms, letters, things)

PICTURES: dict[str, tuple[tuple[int, int], Callable[[Sheet], None]]] = {
    **{name: (LANDSCAPE, draw) for module in MODULES for name, draw in module.SCENES.items()},
    "portret-marit": (SQUARE, portraits.marit),
    "portret-joost": (SQUARE, portraits.joost),
    **{name: (COVER, draw) for name, draw in episodes.COVERS.items()},
    "kaft-routekaart": (BOOK, covers.routekaart),
    "kaft-ebook": (BOOK, covers.ebook),
    "media-logo": (LOGO, covers.media_logo),
}
