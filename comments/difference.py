"""What is different between two texts, word by word, to be read."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

# A word with the space before it, so that what is cut off at the end leaves the rest as it was.
_TOKEN = re.compile(r"\s*\S+|\s+")
# Comparing takes the square of the words, or more where they repeat; beyond this no one reads word by word.
MOST_WORDS = 400


@dataclass(frozen=True)
class Piece:
    """`kind`: "same", "gone" (only in the text before) or "new" (only in the text after)."""

    kind: str
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Return the pieces of both texts in reading order; what is gone stands before what came for it.

    Where more than MOST_WORDS of either text differ from the first to the last, they are one piece each.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    pieces = [
        Piece("same", "".join(old[:start])),
        *_compared(old_middle, new_middle),
        Piece("same", "".join(old[len(old) - end :])),
    ]
    return [piece for piece in pieces if piece.text]


def _alike(old: list[str], new: list[str]) -> int:
    """Count the words that both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _compared(old: list[str], new: list[str]) -> list[Piece]:
    if max(len(old), len(new)) > MOST_WORDS:
        return [Piece("gone", "".join(old)), Piece("new", "".join(new))]
    pieces = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[start:end])))
            continue
        pieces.append(Piece("gone", "".join(old[start:end])))
        pieces.append(Piece("new", "".join(new[new_start:new_end])))
    return pieces
