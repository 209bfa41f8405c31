"""Words that somebody may have meant who wrote another one."""

import re
from collections.abc import Iterable

# Spellings that sound alike, in this order: "zei" and "zij", "blauw" and "blou", "wordt" and "word".
_ALIKE = (
    *(
        ("ij", "y"),
        ("ei", "y"),
        ("au", "ou"),
        ("ph", "f"),
        ("ch", "g"),
        ("sh", "sj"),
        ("th", "t"),
        ("x", "ks"),
    ),
    *(("qu", "kw"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("v", "f"), ("dt", "t"), ("ie", "i")),
)
_DOUBLE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """Return what a plain word sounds like, roughly: equal for the usual mistakes of spelling."""
    # "Therapy" is "therapie"; elsewhere a y is an ij.
    heard = word[:-1] + "ie" if word.endswith("y") and not word.endswith(("ay", "ey", "oy", "uy")) else word
    for written, said in _ALIKE:
        heard = heard.replace(written, said)
    heard = _DOUBLE.sub(r"\1", heard)
    return heard[:-1] + "t" if heard.endswith("d") else heard


def mistakes_allowed(word: str) -> int:
    """Return how many letters may be wrong: none in a short word, where each letter makes another."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters to add, drop, change or swap with their neighbour; `most` + 1 for any more.

    The restricted Damerau-Levenshtein distance, given up as soon as a row holds nothing within `most`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        current = [i]
        for j, opposite in enumerate(other, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, previous = previous, current
    return min(previous[-1], most + 1)


def nearest(word: str, candidates: Iterable[tuple[str, int]]) -> str | None:
    """Return which of `candidates` (a word and how often it is used) was most likely meant by `word`.

    What sounds the same comes before what is only written alike, the same beginning before another.
    """
    most = mistakes_allowed(word)
    heard = sound(word)
    best: tuple[float, int, str] | None = None
    for candidate, used in candidates:
        same_sound = sound(candidate) == heard
        limit = max(most, 2) if same_sound else most
        apart = distance(word, candidate, limit)
        if candidate == word or apart > limit:
            continue
        rank = (apart - 0.6 * same_sound + 0.4 * (candidate[0] != word[0]), -used, candidate)
        if best is None or rank < best:
            best = rank
    return best[2] if best else None
