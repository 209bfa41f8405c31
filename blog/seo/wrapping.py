"""Lines of a title: as large as fits, about equally long, a word broken only where nothing else helps."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

Measure = Callable[[str], float]
# A hyphen of the title's own is another one.
HYPHEN, SOFT_HYPHEN = "\u2010", "\u00ad"
# Consonants that stand together at the beginning of a Dutch syllable; the break comes before them.
_BEGINNINGS = frozenset(
    (
        *"bcdfghjklmnpqrstvwxz",
        *("bl", "br", "ch", "dr", "dw", "fl", "fr", "gl", "gr", "kl", "kn", "kr"),
        *("kw", "pl", "pr", "th", "tr", "tw", "vl", "vr", "wr", "zw", "sch", "schr"),
    )
)
_VOWELS = "aeiouyáéíóúàèìòùâêîôûäëïöüĳ"
_BETWEEN = re.compile(f"(?<=[{_VOWELS}])([^\\W\\d_{_VOWELS}]+)(?=[{_VOWELS}])", re.IGNORECASE)
# The least of a word on either line.
_LEAST = 4
# A narrow word at the end of a line is carried over rather than left there alone.
_TIED = re.compile(r" (?=[–—-] )")


class Setting(NamedTuple):
    """A size in pixels and the lines that a title makes at it."""

    size: int
    lines: list[str]


def fit(
    title: str,
    sizes: Iterable[int],
    measure: Callable[[int], Measure],
    width: float,
    most: Callable[[int], int],
) -> Setting:
    """Return the largest of `sizes` (falling) at which `title` takes at most `most` lines of `width`.

    Words are broken where they fit at none of the sizes, and then as few as can be; what is too long at the
    smallest size ends with an ellipsis.
    """
    words = _TIED.sub("\u00a0", " ".join(title.split())).split(" ")
    whole = [word.replace(SOFT_HYPHEN, "") for word in words]
    sizes = list(sizes)
    for size in sizes:
        wide = measure(size)
        if all(wide(word) <= width for word in whole):
            lines = _balanced(whole, wide, width)
            if len(lines) <= most(size):
                return Setting(size, lines)
    tried = [Setting(size, _balanced(words, measure(size), width)) for size in sizes]
    if fitting := [found for found in tried if len(found.lines) <= most(found.size)]:
        return min(fitting, key=lambda found: _broken(found.lines))
    size, lines = tried[-1]
    last = most(size) - 1
    return Setting(size, [*lines[:last], _shortened(lines[last], measure(size), width)])


def breaks(word: str) -> list[int]:
    """Return where `word` may be broken: at its soft hyphens, else between syllables."""
    if SOFT_HYPHEN in word:
        return [place for place, letter in enumerate(word) if letter == SOFT_HYPHEN]
    places = []
    for found in _BETWEEN.finditer(word):
        cluster = found[1].lower()
        start = next((at for at in range(len(cluster)) if cluster[at:] in _BEGINNINGS), None)
        if start is not None:
            places.append(found.start(1) + start)
    letters = len(word.rstrip("?!.,:;…”’"))
    return [place for place in places if _LEAST <= place <= letters - _LEAST]


def _balanced(words: list[str], wide: Measure, width: float) -> list[str]:
    """Return the lines at the least width that needs no more of them, so that they are about equal."""
    lines = _greedy(words, wide, width)
    least, most = width / 2, width
    while most - least > 4:
        middle = (least + most) / 2
        tried = _greedy(words, wide, middle)
        # Breaking a word only to make lines more equal is no gain.
        if len(tried) > len(lines) or _broken(tried) > _broken(lines):
            least = middle
        else:
            most = middle
    return _greedy(words, wide, most)


def _broken(lines: list[str]) -> int:
    return sum(line.endswith(HYPHEN) for line in lines)


def _greedy(words: list[str], wide: Measure, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        plain = word.replace(SOFT_HYPHEN, "")
        joined = f"{line} {plain}".strip()
        if wide(joined) <= width:
            line = joined
            continue
        if line and wide(plain) <= width:
            lines.append(line)
            line = plain
            continue
        *done, line = _divided(line, word, wide, width)
        lines += done
    return [*lines, line] if line else lines


def _divided(line: str, word: str, wide: Measure, width: float) -> list[str]:
    """Return the lines that `word`, wider than a line, makes after `line`."""
    lines = []
    while wide(f"{line} {word}".strip().replace(SOFT_HYPHEN, "")) > width:
        begin = f"{line} ".lstrip()
        parts = [(place, f"{begin}{word[:place]}{HYPHEN}".replace(SOFT_HYPHEN, "")) for place in breaks(word)]
        fitting = [part for part in parts if wide(part[1]) <= width]
        if fitting:
            place, head = fitting[-1]
            lines.append(head)
            word = word[place:].lstrip(SOFT_HYPHEN)
        elif line:
            lines.append(line)
        else:
            place = next(
                count for count in range(len(word), 0, -1) if count == 1 or wide(word[:count]) <= width
            )
            lines.append(word[:place])
            word = word[place:]
        line = ""
    return [*lines, f"{line} {word}".strip().replace(SOFT_HYPHEN, "")]


def _shortened(line: str, wide: Measure, width: float) -> str:
    line = line.rstrip(HYPHEN)
    while wide(f"{line}…") > width:
        line = line[:-1]
    return line.rstrip(" ,.;:–") + "…"
