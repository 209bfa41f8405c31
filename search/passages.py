"""The passage of a text that shows why it was found, with the words that did it marked."""

import re
from collections.abc import Iterable
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


class Hits:
    """Which words are hits for `terms`: forms of them, or compounds that begin or end with one.

    Each different word is judged once, however many texts have it; so one is made for each answer.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = frozenset(terms)
        self._inside = tuple(term for term in self._terms if len(term) >= SHORTEST_INSIDE)
        self._judged: dict[str, str] = {}

    def form(self, word: str) -> str:
        """Return the dictionary form of a word that is a hit, "" of any other."""
        found = self._judged.get(word)
        if found is None:
            found = self._judged[word] = self._judge(word)
        return found

    def _judge(self, word: str) -> str:
        own, bare = lemma(word), plain(word)
        is_hit = own in self._terms or any(
            len(term) < len(bare) - 2 and (bare.startswith(term) or bare.endswith(term))
            for term in self._inside
        )
        return own if is_hit else ""


def mark(text: str, hits: Hits) -> list[Piece]:
    """Cut `text` where a word is a hit: all of it, in order."""
    pieces: list[Piece] = []
    end = 0
    for word in words(text):
        if hits.form(word.text):
            if word.start > end:
                pieces.append(Piece(text[end : word.start], False))
            pieces.append(Piece(word.text, True))
            end = word.end
    if end < len(text):
        pieces.append(Piece(text[end:], False))
    return pieces


def passage(text: str, hits: Hits, width: int = WIDTH) -> list[Piece]:
    """Return the stretch of about `width` letters with the most different hits, [] without any."""
    found = [(match.start(), form) for match in _WORD.finditer(text) if (form := hits.form(match.group()))]
    if not found:
        return []
    best_start, best_kinds, first = 0, 0, 0
    for last, (at, _) in enumerate(found):
        while at - found[first][0] > width * 0.8:
            first += 1
        kinds = len({form for _, form in found[first : last + 1]})
        if kinds > best_kinds:
            best_start, best_kinds = found[first][0], kinds
    start, end = _stretch(text, best_start, width)
    shown = " ".join(text[start:end].split())
    before = "… " if start and text[start - 1] != "\n" and text[start - 2] not in ".!?" else ""
    after = " …" if end < len(text) and not shown.endswith((".", "!", "?")) else ""
    return mark(f"{before}{shown}{after}", hits)


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
