"""What a text advertises, if anything: words looked up by their beginnings."""

from collections.abc import Iterable

from comments.spam import lexicon

THEMES = lexicon.lists("themes")
PRAISE = "algemene vleierij"
CALLS = "oproepen om te klikken of te bellen"
# Of these themes one word says little.
GENERAL = frozenset({"verkoop", CALLS, PRAISE})

# A word is looked up by its beginnings, so that ‘casinobonus’ and ‘leningen’ are found too.
_SHORTEST = 5
_BY_STEM = {stem: theme for theme, stems in THEMES.items() for stem in stems}
_LONGEST = max(map(len, _BY_STEM))
_WITHIN = {stem: theme for stem, theme in _BY_STEM.items() if len(stem) >= 5}

_SHOPS = ("shop", "koop", "deal", "deals", "sale", "store", "winkel", "outlet")


def theme_of(word: str) -> str:
    """Return the theme that `word` belongs to, or nothing."""
    if word in _BY_STEM:
        return _BY_STEM[word]
    for length in range(min(len(word), _LONGEST), _SHORTEST - 1, -1):
        if theme := _BY_STEM.get(word[:length]):
            return theme
    return ""


def themes_of(words: Iterable[str]) -> dict[str, int]:
    """Return how many of `words` belong to each theme."""
    found: dict[str, int] = {}
    for word in words:
        if theme := theme_of(word):
            found[theme] = found.get(theme, 0) + 1
    return found


def themes_within(run: str) -> set[str]:
    """Return the themes of words written together, as in ‘goedkopelening’."""
    return {theme for stem, theme in _WITHIN.items() if stem in run} | (
        {"verkoop"} if run.endswith(_SHOPS) else set()
    )
