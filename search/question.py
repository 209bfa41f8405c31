"""A question in words, as the search understands it: for each word what would do for it as well."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dutch.compounds import pieces
from dutch.lemmas import is_known, lemma, mended_forms
from dutch.spelling import mistakes_allowed, nearest, sound
from dutch.words import is_stop_word, plain, words
from pagecache.kept import kept
from search.models import Synonyms, Word
from search.models.synonyms import split_words
from search.terms import LONGEST, part_terms

MOST_WORDS = 12
# What a hit counts for that is not the word itself.
PARTS, SYNONYM, BEGINNING, SLIP = 0.8, 0.6, 0.7, 0.7
MOST_BEGINNINGS = 6
# How many words of the site are compared with one that it does not have.
MOST_COMPARED = 4_000
# "Overspelige" is about "overspel", "boosheid" about "boos".
_DERIVED = re.compile(r"(?<=.{4})(?:ige?|lijke?|loze|loos|heid|heden|achtige?|bare?)$")
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """A word of the question, or some that belong together, and which terms would do for it."""

    text: str
    # Each: terms that have to be there all, and what that counts for.
    ways: tuple[tuple[Phrase, float], ...]
    # Whether the site knows it, in any of these ways.
    is_known: bool = True

    @property
    def terms(self) -> set[str]:
        return {term for way, _ in self.ways for term in way}


@dataclass(frozen=True)
class Question:
    wanted: tuple[Wanted, ...]
    # In how many entries each term is found.
    used: dict[str, int]
    # With words in place of those that the site does not have, "" where there are none such.
    meant: str = ""

    @property
    def terms(self) -> set[str]:
        return {term for wanted in self.wanted for term in wanted.terms}


def read(text: str) -> Question:
    """Understand `text`: dictionary forms, compounds, synonyms, beginnings of words, slips of the pen."""
    typed = [word.text for word in words(text)][:MOST_WORDS]
    lemmas = [lemma(word) for word in typed]
    telling = [not is_stop_word(word) for word in typed]
    if not any(telling):
        telling = [True] * len(typed)
    vocabulary = _known(
        {piece for word, tells in zip(typed, telling, strict=True) if tells for piece in _pieces(word)}
        | set(lemmas)
    )
    wanted = _with_synonyms(typed, lemmas, telling, vocabulary)
    terms = {term for one in wanted for term in one.terms}
    used = {**vocabulary, **_known(terms - vocabulary.keys())}
    wanted = [replace(one, is_known=any(_is_used(way, used) for way, _ in one.ways)) for one in wanted]
    return _mended(text, wanted, used)


def _pieces(word: str) -> set[str]:
    if len(word) > LONGEST:
        return set()
    # Nobody makes a compound of more letters than this; its pieces would be a thousand.
    found = pieces(word) | pieces(lemma(word)) if len(word) <= 30 else set()
    return found | {plain(word)}


def _known(asked: Iterable[str]) -> dict[str, int]:
    every = list(asked)
    return dict(Word.objects.filter(word__in=every, used__gt=0).values_list("word", "used")) if every else {}


def _is_used(way: Phrase, used: dict[str, int]) -> bool:
    return all(term in used for term in way)


def _with_synonyms(
    typed: list[str], lemmas: list[str], telling: list[bool], vocabulary: dict[str, int]
) -> list[Wanted]:
    table = synonyms()
    longest = max(map(len, table), default=0)
    found: list[Wanted] = []
    at = 0
    while at < len(typed):
        size = next(
            (
                size
                for size in range(min(longest, len(typed) - at), 0, -1)
                if tuple(lemmas[at : at + size]) in table
            ),
            0,
        )
        if not size:
            if telling[at]:
                found.append(Wanted(typed[at], _ways(typed[at], lemmas[at], vocabulary)))
            at += 1
            continue
        span = range(at, at + size)
        own = [i for i in span if telling[i]] or list(span)
        ways: dict[Phrase, float] = {}
        if len(own) == 1:
            ways.update(_ways(typed[own[0]], lemmas[own[0]], vocabulary))
        else:
            ways[tuple(lemmas[i] for i in own)] = 1.0
        for other in table[tuple(lemmas[i] for i in span)]:
            ways.setdefault(other, SYNONYM)
        found.append(Wanted(" ".join(typed[i] for i in span), tuple(ways.items())))
        at += size
    return found


def _ways(word: str, own: str, vocabulary: dict[str, int]) -> tuple[tuple[Phrase, float], ...]:
    split = part_terms(word, vocabulary)
    return (((own,), 1.0), (split, PARTS)) if split and split != (own,) else (((own,), 1.0),)


def synonyms() -> dict[Phrase, tuple[Phrase, ...]]:
    """Return for each word or phrase, as dictionary forms, which others mean the same."""
    return kept("synonyms", _read_synonyms)


def _read_synonyms() -> dict[Phrase, tuple[Phrase, ...]]:
    table: dict[Phrase, dict[Phrase, None]] = {}
    for line in Synonyms.objects.values_list("words", flat=True):
        phrases = [[word.text for word in words(part)] for part in split_words(line)]
        for phrase in phrases:
            key = tuple(lemma(word) for word in phrase)
            for other in phrases:
                sought = tuple(lemma(word) for word in other)
                # Words that say nothing are not in the index, and what is left without them says another
                # thing: "nee zeggen" is not "zeggen". They can only be asked for.
                if key and sought and other != phrase and not any(map(is_stop_word, other)):
                    table.setdefault(key, {})[sought] = None
    return {key: tuple(others) for key, others in table.items()}


def _words_of_synonyms() -> frozenset[str]:
    """Return words that somebody may mean though no page has them: those of synonyms, in some forms."""
    return kept("words_of_synonyms", _read_words_of_synonyms)


def _read_words_of_synonyms() -> frozenset[str]:
    single = {plain(phrase[0]) for phrase in synonyms() if len(phrase) == 1}
    found = single | {form for word in single for form in mended_forms(word)}
    return frozenset(word for word in found if 4 <= len(word) <= LONGEST)


def _mended(text: str, wanted: list[Wanted], used: dict[str, int]) -> Question:
    """Find for each word that the site does not have how one there begins with it, or what was meant."""
    instead: dict[str, str] = {}
    for number, one in enumerate(wanted):
        if one.is_known:
            continue
        bare = plain(one.text)
        beginnings = _beginnings(bare)
        if beginnings:
            ways = tuple({(lemma(word),): BEGINNING for word in beginnings}.items())
            used.update({lemma(word): count for word, count in beginnings.items()})
            wanted[number] = Wanted(one.text, ways)
        elif root := _root(bare, used):
            wanted[number] = _as_meant(one, root, used)
        elif meant := _meant(bare):
            instead[one.text] = meant
            # A question that is all slips is answered as if it were another one (`search.finding`).
            if any(other.is_known for other in wanted):
                wanted[number] = _as_meant(one, meant, used)
    corrected = text
    for written, meant in instead.items():
        corrected = corrected.replace(written, meant)
    return Question(tuple(wanted), used, corrected if instead else "")


def _as_meant(one: Wanted, meant: str, used: dict[str, int]) -> Wanted:
    """Return what a slip of the pen is looked for by: all that would do for the word that was meant."""
    question = read(meant)
    used.update(question.used)
    ways = {way: weight * SLIP for other in question.wanted for way, weight in other.ways}
    return Wanted(one.text, tuple(ways.items()) or one.ways, is_known=False)


def _beginnings(bare: str) -> dict[str, int]:
    if len(bare) < 3:
        return {}
    found = Word.objects.filter(word__startswith=bare, used__gt=0).order_by("-used", "word")
    return dict(found.values_list("word", "used")[:MOST_BEGINNINGS])


def _root(bare: str, used: dict[str, int]) -> str | None:
    """Return the word that this one is made of, where the site or a synonym has that."""
    root = _DERIVED.sub("", bare)
    if root == bare:
        return None
    own = lemma(root)
    return root if (own,) in synonyms() or used.get(own) or _known([own]) else None


def _meant(bare: str) -> str | None:
    if len(bare) < 4 or len(bare) > LONGEST:
        return None
    most = mistakes_allowed(bare)
    same_sound = list(Word.objects.filter(sound=sound(bare), used__gt=0).values_list("word", "used")[:50])
    if best := nearest(bare, same_sound):
        return best
    if is_known(bare):
        # No slip but a word that the site does not have: "doodgaan" is not "doorgaan".
        return None
    letters = set(bare)
    ranges = Word.objects.filter(used__gt=0)
    near = [
        *ranges.filter(word__startswith=bare[0])
        .order_by("-used")
        .values_list("word", "used")[:MOST_COMPARED],
        *((word, 0) for word in _words_of_synonyms()),
    ]
    likely = [
        (word, used)
        for word, used in near
        if abs(len(word) - len(bare)) <= most and len(letters ^ set(word)) <= 2 * most
    ]
    if best := nearest(bare, likely):
        return best
    # The first letter may be the slip.
    ends = ranges.filter(word__endswith=bare[2:]).values_list("word", "used")[:MOST_COMPARED]
    return nearest(bare, ends)
