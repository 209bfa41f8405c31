"""Passwords that a Dutch guesser tries first: a usual word or two, a name, a row of keys, with digits around.

NIST SP 800-63B-4, 3.1.1.2: a new password is compared as a whole with what is commonly used, with words of
the dictionary and of the context (the service, the user's name) "and derivatives thereof"; OWASP ASVS 5.0,
6.2.4 and 6.2.11.
Three words or more are left alone: that is what we advise.
"""

import unicodedata
from collections.abc import Collection
from functools import cache
from pathlib import Path

from dutch.lemmas import is_known

_LIST = Path(__file__).parent / "data" / "usual_words.txt"
# So many usual words, each as often as one likes, are no secret yet.
MOST_WORDS = 2
# Digits and other signs that add little: a date, a year and an exclamation mark. More may be a secret.
MOST_SIGNS = 8
# Beyond this nobody guesses, and looking costs time.
LONGEST = 128
_SHORTEST_RUN = 3
_ROWS = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    *("abcdefghijklmnopqrstuvwxyz", "01234567890"),
    *("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0"),
)
_FOLLOWING = {
    pair for row in (*_ROWS, *(row[::-1] for row in _ROWS)) for pair in zip(row, row[1:], strict=False)
}
_LEET = str.maketrans("0345789@$€+", "oeastbgaset")
# What stands for an i may as well stand for an l.
_SPELLINGS = (_LEET | {ord(sign): "i" for sign in "1!|"}, _LEET | {ord(sign): "l" for sign in "1!|"})


def is_guessable(password: str, context: Collection[str] = ()) -> bool:
    """Say whether `password` is at most two words of the list or of `context`, or one of the dictionary.

    `context`: names of the site and its people, each of which counts as a word, and so do its parts.
    """
    text = plain(password)
    if len(text) > LONGEST:
        return False
    text = _once(text)
    words = _usual_words() | {word for name in context for word in _parts(name)}
    spelled = [text.translate(signs) for signs in _SPELLINGS]
    return _is_made_of(text, spelled, words) or any(_is_one_word(text, letters) for letters in spelled)


def plain(text: str) -> str:
    """Return `text` in lower case, without accents: "Één" is "een"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _usual_words() -> frozenset[str]:
    lines = _LIST.read_text().splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _parts(name: str) -> set[str]:
    """Return the words of a name, and the name written as one: "Tussen Tij" is three."""
    parts = "".join(sign if sign.isalpha() else " " for sign in plain(name)).split()
    return {word for word in (*parts, "".join(parts)) if len(word) > 2}


def _once(text: str) -> str:
    """Return what `text` repeats: "ajaxajaxajax" is "ajax"."""
    again = (text + text).find(text, 1)
    return text[:again] if 0 < again < len(text) else text


def _is_one_word(text: str, letters: str) -> bool:
    """Say whether a word of the dictionary is left when digits and signs are taken from the ends."""
    inner = [at for at, sign in enumerate(text) if sign.isalpha()]
    if not inner:
        return False
    start, end = inner[0], inner[-1] + 1
    signs = len(text) - (end - start)
    core = letters[start:end]
    return signs <= MOST_SIGNS and core.isalpha() and is_known(core)


def _is_made_of(text: str, spelled: list[str], words: Collection[str]) -> bool:
    """Say whether words, rows of keys and a few signs cover all of `text`."""
    longest = max(map(len, words))
    # From each place the words used to get there, with the fewest signs that were passed over.
    reached: list[dict[frozenset[str], int]] = [{} for _ in range(len(text) + 1)]
    reached[0][frozenset()] = 0
    for at, ways in enumerate(reached[:-1]):
        if not ways:
            continue
        found = {
            (letters[at:end], end)
            for letters in spelled
            for end in range(at + 1, min(at + longest, len(text)) + 1)
            if letters[at:end] in words
        }
        run = _run(text, at)
        for used, signs in ways.items():
            steps = [(used | {word}, end, signs) for word, end in found]
            if not text[at].isalpha():
                steps.append((used, at + 1, signs + 1))
            if run:
                steps.append((used, run, signs))
            for now, end, passed in steps:
                if len(now) <= MOST_WORDS and passed <= MOST_SIGNS:
                    reached[end][now] = min(passed, reached[end].get(now, passed))
    return bool(reached[-1])


def _run(text: str, at: int) -> int:
    """Return where the row of keys, of the alphabet or of one sign ends that begins at `at`; 0 for none."""
    for goes_on in (lambda pair: pair in _FOLLOWING, lambda pair: pair[0] == pair[1]):
        end = at + 1
        while end < len(text) and goes_on((text[end - 1], text[end])):
            end += 1
        if end - at >= _SHORTEST_RUN:
            return end
    return 0
