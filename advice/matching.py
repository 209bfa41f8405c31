"""Finding a keyphrase back in a text: inflected, in a compound, its words in another order."""

from collections import Counter
from functools import lru_cache

from advice.sentences import sentences, words
from dutch.compounds import parts
from dutch.lemmas import is_known, lemma
from dutch.words import STOP_WORDS, plain


class _Dictionary:
    """All Dutch words, as far as simplemma knows them."""

    def __contains__(self, piece: object) -> bool:
        return isinstance(piece, str) and piece != "" and _is_word(piece)


@lru_cache(maxsize=50_000)
def _is_word(piece: str) -> bool:
    return is_known(piece)


_DICTIONARY = _Dictionary()


# Shorter pieces are found in words that have nothing to do with them: "man" in "manier".
_LEAST_PIECE = 4
# Say nothing by themselves, and are the first half of much: echtscheiding, zelfvertrouwen.
_FIRST_HALVES = ("echt", "zelf")


@lru_cache(maxsize=50_000)
def units(word: str) -> frozenset[str]:
    """Return the dictionary forms of a word and of what it is put together from.

    "relatietherapieën" gives "relatietherapie", "relatie" and "therapie".
    """
    own = lemma(word)
    return frozenset({own, *map(lemma, _pieces(word, own))})


def _pieces(word: str, own: str) -> tuple[str, ...]:
    if "-" in word:
        return tuple(filter(None, word.split("-")))
    for first in _FIRST_HALVES:
        rest = own.removeprefix(first)
        if rest != own and len(rest) >= _LEAST_PIECE and _is_word(rest):
            return (rest,)
    found = parts(own, _DICTIONARY) or parts(word, _DICTIONARY)
    return found if all(len(piece) >= _LEAST_PIECE for piece in found) else ()


class Keyphrase:
    """A keyphrase as the words that tell what it is about: "omgaan met een ex" is "omgaan" and "ex"."""

    def __init__(self, phrase: str) -> None:
        self.phrase = " ".join(phrase.split())
        typed = [piece for word in words(phrase) for piece in word.split("-") if piece]
        telling = [word for word in typed if plain(word) not in STOP_WORDS]
        self.wanted = frozenset(lemma(word) for word in telling or typed)

    def __bool__(self) -> bool:
        return bool(self.wanted)

    def key(self) -> str:
        """Return what is equal for two keyphrases that ask for the same."""
        return " ".join(sorted(self.wanted))

    def count(self, text: str) -> int:
        """Return how often the keyphrase occurs in `text`: all its words within one sentence."""
        return sum(self._in_sentence(sentence) for sentence in sentences(text))

    def occurs(self, text: str) -> bool:
        """Tell whether all words occur in `text`, a title or a name, whatever its sentences."""
        return self._in_sentence(text) > 0

    def _in_sentence(self, sentence: str) -> int:
        found: Counter[str] = Counter()
        for word in words(sentence):
            found.update(units(word) & self.wanted)
        return min((found[wanted] for wanted in self.wanted), default=0)
