"""How wide a title and a description stand in a list of search results, in CSS pixels.

Google promises no length: a title or description "is truncated as needed, typically to fit the device width"
(developers.google.com/search/docs/appearance/title-link and …/snippet). What fits follows from its page for
wide screens, where titles are Arial of 20 px on one line of 600 px and descriptions Arial of 14 px on two
lines; the usual limits of checkers (Yoast, Screaming Frog, Sistrix) leave room for the ellipsis.
"""

TITLE_LIMIT = 580
DESCRIPTION_LIMIT = 990
TITLE_SIZE, DESCRIPTION_SIZE = 20, 14

# The advance widths of Arial (and of Liberation Sans, which is made to the same), in 2048ths of its size.
_UNITS = 2048
USUAL = 1139
_BY_WIDTH = {
    0: "\u00ad\u200b",
    391: "'",
    455: "ijlįĵĺļłſ‘’‚",
    532: "|¦",
    569: " \u00a0!,./:;I[\\]ft·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ",
    597: "ľ",
    682: "()-`r¡¨²³´¸¹ŕŗř“”„›‹",
    684: "{}ŀ",
    717: "•",
    727: '"',
    758: "ªº",
    768: "ť",
    797: "*",
    819: "°",
    909: "ĳ",
    961: "^",
    1024: "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżž",
    1124: "±÷¶",
    1180: "µ",
    1196: "+<=>~¬×",
    1251: "FTZ¿ßøŢŤŦŹŻŽďŉ",
    1366: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸ",
    1479: "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵŊ",
    1505: "Ĳ®©",
    1593: "GOQÒÓÔÕÖØĜĞĠĢŌŎŐ",
    1706: "Mm¼½¾",
    1821: "%æ",
    1933: "WœŴ",
    2048: "ÆŒ—…→",
    2079: "@",
}
# Letters not named here are taken for an average one, as wide as a figure.
WIDTHS = {glyph: units for units, glyphs in _BY_WIDTH.items() for glyph in glyphs}


def title_width(text: str) -> int:
    """Return how wide `text` is as the title of a search result, in CSS pixels."""
    return _width(text, TITLE_SIZE)


def description_width(text: str) -> int:
    """Return how wide `text` is as the description of a search result, on one line, in CSS pixels."""
    return _width(text, DESCRIPTION_SIZE)


def _width(text: str, size: int) -> int:
    return round(sum(WIDTHS.get(glyph, USUAL) for glyph in text) * size / _UNITS)
