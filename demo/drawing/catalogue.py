"""Which pictures there are, how large, and which function draws each."""

from demo.drawing.palette import BLUSH, DUNE, IVORY, MAUVE, PETAL, PLUM, SAGE, SAND, STRAW, steps
from demo.drawing.paper import Sheet
from demo.drawing.shapes import disc, hills

LANDSCAPE, SQUARE, COVER, BOOK, LOGO = (1600, 1067), (1000, 1000), (1400, 1400), (1000, 1414), (800, 400)


def quick(sheet: Sheet) -> None:
    h = sheet.height
    sheet.ground((SAND, PETAL))
    sheet.cut(disc(sheet.width * 0.6, h * 0.4, h * 0.14), STRAW)
    for i, colour in enumerate(steps(BLUSH, PLUM, 5)):
        sheet.cut(hills(h * (0.5 + i * 0.11), 40, sheet.seed + i, sheet.width, h + 150), colour)


NAMES = """de-eerste-nacht-alleen waarom-liefdesverdriet-lichamelijk-pijn-doet uit-elkaar-en-toch-onder-een-dak
geen-contact-met-je-ex mijn-partner-wil-niet-in-therapie komt-mijn-ex-terug blijven-malen-over-je-ex
hechtingsstijlen-in-de-liefde de-brief-die-je-niet-verstuurt opnieuw-daten-na-liefdesverdriet
grenzen-in-een-nieuwe-relatie vertrouwen-na-ontrouw twee-cirkels eb vloed lamp-in-het-raam papieren-heuvels
brief-op-tafel pad-langs-het-water twee-stoelen home begeleiding over-ons podcast""".split()
PICTURES = {name: (LANDSCAPE, quick) for name in NAMES}
PICTURES |= {name: (SQUARE, quick) for name in ("portret-marit", "portret-joost")}
PICTURES |= {f"aflevering-{i}": (COVER, quick) for i in (1, 2, 3)}
PICTURES |= {name: (BOOK, quick) for name in ("kaft-routekaart", "kaft-ebook")}
PICTURES |= {"media-logo": (LOGO, quick)}
