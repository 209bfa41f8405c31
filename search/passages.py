"""The passage of a text that shows why it was found, with the words that did it marked."""

import re
from collections.abc import Container
from typing import NamedTuple

from dutch.lemmas import lemma
from dutch.words import plain, words

WIDTH = 220
# Shorter terms are not looked for inside other words.
SHORTEST_INSIDE = 5
_WORD = re.compile(r"[^\W_]+(?:['’‘´`][^\W_]+)*")


class Piece(NamedTuple):
    text: str
    is_hit: bool


def mark(text: str, terms: Container[str]) -> list[Piece]:
    """Cut `text` where a word is a hit: all of it, in order."""
    pieces: list[Piece] = []
    end = 0
    for word in words(text):
        if _is_hit(word.text, terms):
            if word.start > end:
                pieces.append(Piece(text[end : word.start], False))
            pieces.append(Piece(word.text, True))
            end = word.end
    if end < len(text):
        pieces.append(Piece(text[end:], False))
    return pieces


def passage(text: str, terms: set[str], width: int = WIDTH) -> list[Piece]:
    """Return the stretch of about `width` letters with the most different hits, [] without any."""
    hits = _hits(text, terms)
    if not hits:
        return []
    best_start, best_kinds, first = 0, 0, 0
    for last, (at, _) in enumerate(hits):
        while at - hits[first][0] > width * 0.8:
            first += 1
        kinds = len({term for _, term in hits[first : last + 1]})
        if kinds > best_kinds:
            best_start, best_kinds = hits[first][0], kinds
    start, end = _stretch(text, best_start, width)
    shown = " ".join(text[start:end].split())
    before = "… " if start and text[start - 1] != "\n" and text[start - 2] not in ".!?" else ""
    after = " …" if end < len(text) and not shown.endswith((".", "!", "?")) else ""
    return mark(f"{before}{shown}{after}", terms)


def _hits(text: str, terms: set[str]) -> list[tuple[int, str]]:
    """Return where hits stand and of which dictionary form, judging each different word once."""
    different = {word: lemma(word) for word in set(_WORD.findall(text)) if _is_hit(word, terms)}
    if not different:
        return []
    found = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, different), key=len, reverse=True)) + r")\b")
    return [(match.start(), different[match.group()]) for match in found.finditer(text)]


def _is_hit(word: str, terms: Container[str]) -> bool:
    if lemma(word) in terms:
        return True
    # A part of a compound: its beginning or its end.
    bare = plain(word)
    return any(
        bare[:size] in terms or bare[-size:] in terms for size in range(SHORTEST_INSIDE, len(bare) - 2)
    )


def _stretch(text: str, hit: int, width: int) -> tuple[int, int]:
    """Return a stretch around `hit`, from the beginning of its sentence where that is near."""
    least = max(0, hit - width // 3)
    ends = [at + len(sign) for sign in (". ", "! ", "? ", "\n") if (at := text.rfind(sign, least, hit)) >= 0]
    if ends:
        start = max(ends)
    elif least == 0:
        start = 0
    else:
        start = text.find(" ", least, hit) + 1 or hit
    end = min(len(text), start + width)
    line = text.find("\n", hit, end)
    if line > hit + width // 4:
        end = line
    elif end < len(text):
        end = (
            max(text.rfind(" ", hit, end), text.find(" ", hit) if text.rfind(" ", hit, end) < 0 else 0) or end
        )
    return start, end
