"""The words of a text as a reader sees them, and the tricks that were used to hide them from a filter.

Repetitions in the patterns are bounded or start only where a word starts, so that no text takes long.
"""

import re
import unicodedata
from dataclasses import dataclass

from comments.models import MAX_TEXT

# Characters without width between two Latin letters: c<zero width>asino.
_HIDDEN = re.compile("(?<=[A-Za-z])[\u200b-\u200d\u2060\ufeff](?=[A-Za-z])")
# Letters of mathematics, full width and circled letters: words drawn instead of written.
_DRAWN = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff5a\u24b6-\u24e9\U0001f130-\U0001f189]")
# c.a.s.i.n.o and c a s i n o, from four letters on: "a.u.b." and "N E E" are how people write.
_SPELLED = re.compile(
    r"(?<![^\W_])[^\W\d_]"
    r"(?:(?:\.[^\W_]){3,30}|(?:-[^\W_]){3,30}|(?:\*[^\W_]){3,30}|(?: [^\W\d_]){3,30})(?![^\W_])"
)
_SEPARATORS = re.compile(r"[.\-* ]")
# A word with a digit or sign where a letter belongs: v1agra, fr33, 0ff, pre$cription.
_DIGITS = re.compile(r"(?<![^\W_])(?=[\w@$!]{3,30}(?![\w@$!]))[\w@$!]*[013457@$](?=[^\W\d_]|[@$])[\w@$!]*")
_AS_LETTERS = str.maketrans("013457@$!", "oieastasi")
# Someone else's words: at least three, between quotation marks.
_QUOTED = re.compile(
    r"(?:[‘“„\"«]|(?<!\w)')(?:[^\s‘“„\"”»]{1,60}\s+){2,80}?[^\s‘“„\"”»]{0,60}[”\"»’'](?!\w)"
    r"|^>.{0,1000}$",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f]")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
# Letters of other alphabets that look like Latin ones.
_LOOKALIKES = str.maketrans(
    "асеорхуікмтвнԁѕјԛԝһӏ" + "οανικρτυχε" + "АВЕКМНОРСТХУІЅЈ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",  # noqa: RUF001
    "aceopxyikmtbhdsjqwhl" + "oavikptuxe" + "ABEKMHOPCTXYISJ" + "ABEZHIKMNOPTYX",
)


@dataclass(frozen=True)
class Wording:
    words: tuple[str, ...]  # lower case, without accents, in order
    tricks: frozenset[str]  # of "spelled" and "digits"
    foreign: float  # share of letters that are not Latin, 0 to 1


def reveal(raw: str) -> tuple[str, frozenset[str]]:
    """Return at most MAX_TEXT characters as they look, in plain characters; never raises.

    With it come the tricks that were used, among "hidden", "drawn" and "mixed".
    """
    raw = raw[:MAX_TEXT]
    if raw.isascii():
        return raw, frozenset()
    tricks = set()
    if len(_HIDDEN.findall(raw)) > 1:
        tricks.add("hidden")
    if len(_DRAWN.findall(raw)) > 3:
        tricks.add("drawn")
    text = unicodedata.normalize("NFKC", raw)[:MAX_TEXT]
    text = _without(text, {char for char in set(text) if unicodedata.category(char) in ("Cf", "Cs")})
    if _LATIN.search(text) and _NOT_LATIN.search(text):
        latin = _in_latin(text)
        if latin != text:
            tricks.add("mixed")
            text = latin
    return text, frozenset(tricks)


def without_quotations(text: str) -> str:
    """Return a revealed text without what it quotes."""
    return _QUOTED.sub(" ", text)


def read(text: str) -> Wording:
    """Read the words of a revealed text; never raises."""
    other = 0 if text.isascii() else len(_NOT_LATIN.findall(text))
    latin = len(_LATIN.findall(text)) if other else 0
    text, spelled = _SPELLED.subn(lambda found: _SEPARATORS.sub("", found[0]), text)
    text, digits = _DIGITS.subn(_with_letters, text)
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain)
        plain = _without(plain, set(filter(unicodedata.combining, set(plain))))
    words = tuple(word.replace("’", "'") for word in _WORD.findall(plain))
    tricks = {"spelled"} if spelled else set()
    if digits > 1:
        tricks.add("digits")
    return Wording(words, frozenset(tricks), other / (latin + other) if other else 0.0)


def _without(text: str, characters: set[str]) -> str:
    return "".join(char for char in text if char not in characters) if characters else text


def _in_latin(text: str) -> str:
    """Write words that mix alphabets in Latin letters; leave words of one alphabet as they are."""
    parts = re.split(r"(\W+)", text)
    return "".join(
        part.translate(_LOOKALIKES) if _LATIN.search(part) and _NOT_LATIN.search(part) else part
        for part in parts
    )


def _with_letters(found: re.Match[str]) -> str:
    word = found[0]
    letters = sum(char.isalpha() for char in word)
    return word.translate(_AS_LETTERS) if letters * 2 >= len(word) else word
