"""What a text is searched by: the dictionary forms of its words, and those of the parts of compounds."""

from collections.abc import Container
from functools import lru_cache

from dutch.compounds import parts
from dutch.lemmas import lemma
from dutch.words import is_stop_word, plain, spelled

# The column that holds a word of the vocabulary.
LONGEST = 64
# Shorter words are no compounds ("exman" is).
SHORTEST_COMPOUND = 5
Known = dict[str, tuple[str, ...]]


def terms(text: str, vocabulary: Container[str], known: Known | None = None) -> list[str]:
    """Return the terms of `text` in their order, each compound followed by its parts.

    `known` remembers those of words that were met before, for texts that are read with one vocabulary.
    """
    known = {} if known is None else known
    found: list[str] = []
    for word in spelled(text):
        if word not in known:
            known[word] = () if is_stop_word(word) else terms_of(word, vocabulary)
        found += known[word]
    return found


def terms_of(word: str, vocabulary: Container[str]) -> tuple[str, ...]:
    """Return the dictionary form of `word`, with those of its parts."""
    if len(word) > LONGEST:
        return ()
    own = lemma(word)
    split = _parts(word, own, vocabulary) if len(word) >= SHORTEST_COMPOUND else ()
    return (own, *(part for part in split if part != own))


def part_terms(word: str, vocabulary: Container[str]) -> tuple[str, ...]:
    """Return the dictionary forms of the parts of a compound, () of any other word."""
    return _parts(word, lemma(word), vocabulary) if SHORTEST_COMPOUND <= len(word) <= LONGEST else ()


def _parts(word: str, own: str, vocabulary: Container[str]) -> tuple[str, ...]:
    found = tuple(lemma(part) for part in parts(own, vocabulary) or parts(word, vocabulary))
    return () if any(map(is_stop_word, found)) else found


def vocabulary_of(text: str) -> set[str]:
    """Return the words of `text` as the vocabulary has them: as they stand there, and as in a dictionary."""
    found: set[str] = set()
    for bare in {plain(word) for word in set(spelled(text))}:
        if 1 < len(bare) <= LONGEST and not is_stop_word(bare):
            found |= {bare, lemma(bare)[:LONGEST]}
    return found


@lru_cache(maxsize=20_000)
def spaced(term: str) -> str:
    """Return how a term stands in a field of terms."""
    return f" {term} "


def as_field(found: list[str]) -> str:
    return f" {' '.join(found)} " if found else ""
