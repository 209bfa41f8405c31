"""From a question to what answers it, best first: the same on every database.

The postings say which entries hold which terms and what these count for there; how much a term tells is
worked out now. So ranking needs no text but those of the best, to see which words stand side by side.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Q

from blog.models.categories import categories
from blog.restrictions import closed_paths
from search.models import Entry
from search.postings import Found, held
from search.question import Question, Wanted, read
from search.terms import spaced
from search.weights import SCALE, in_category, of_kind

# How many of those that match are looked at closely.
CLOSELY = 60
# With fewer that have all words, those with some of them are shown too.
ENOUGH = 30
# The points of each entry for a word of the question.
Points = dict[int, float]
Name = TypeVar("Name")


@dataclass
class Answer:
    """Ids of the entries that answer a question, best first; `answered` may be another one than was asked."""

    question: Question
    asked: str
    answered: str
    found: list[int] = field(default_factory=list)
    # Whether some of them hold all words, or none holds any.
    has_all: bool = True
    # How many there are of each kind and in each category, before any was chosen.
    kinds: dict[str, int] = field(default_factory=dict)
    categories: dict[int, int] = field(default_factory=dict)

    @property
    def is_corrected(self) -> bool:
        return self.answered != self.asked


def find(text: str, kind: str = "", category: int | None = None) -> Answer:
    """Answer `text`; where nothing is found and something alike is written often, answer that."""
    question = read(text)
    answer = _answer(question, text, text, kind, category)
    if not sum(answer.kinds.values()) and question.meant:
        answer = _answer(read(question.meant), text, question.meant, kind, category)
    return answer


def _answer(question: Question, asked: str, answered: str, kind: str, category: int | None) -> Answer:
    answer = Answer(question, asked, answered)
    if not question.wanted:
        return answer
    kinds = {of_kind(value): value for value in Entry.Kind.values}
    chosen_from = {in_category(number): number for number in categories()}
    index = held([*question.terms, *kinds, *chosen_from])
    total = sum(len(index.get(term, ())) for term in kinds)
    rarity = {term: _rarity(min(question.used.get(term, 0), total), total) for term in question.terms}
    points = [_points(wanted, index, rarity) for wanted in question.wanted]
    matching = reduce(lambda one, other: one & other.keys(), points[1:], set(points[0]))
    if len(matching) < ENOUGH and len(points) > 1:
        some = set().union(*(points[number] for number in _telling(question, index, total)))
        answer.has_all = bool(matching) or not some
        matching |= some
    matching -= _closed() if matching else set()
    answer.kinds = _counted(matching, index, kinds)
    answer.categories = _counted(matching, index, chosen_from)
    for term in [of_kind(kind)] * bool(kind) + [in_category(category or 0)] * (category is not None):
        matching &= index.get(term, {}).keys()
    answer.found = _ranked(question, rarity, points, matching)
    return answer


def _rarity(used: int, total: int) -> float:
    return math.log(1 + (total - used + 0.5) / (used + 0.5)) + 0.2


def _points(wanted: Wanted, index: dict[str, Found], rarity: dict[str, float]) -> Points:
    """Return which entries hold a word, in the way that counts most there."""
    best: Points = {}
    for way, share in wanted.ways:
        held_by = [index.get(term, {}) for term in way]
        factors = [share * rarity[term] / len(way) / SCALE for term in way]
        if len(way) == 1:
            (factor,) = factors
            found = {entry: weight * factor for entry, weight in held_by[0].items()}
        else:
            every = reduce(lambda one, other: one & other.keys(), held_by[1:], set(held_by[0]))
            pairs = list(zip(held_by, factors, strict=True))
            found = {entry: sum(weights[entry] * factor for weights, factor in pairs) for entry in every}
        if not best:
            best = found
            continue
        for entry, much in found.items():
            if much > best.get(entry, 0.0):
                best[entry] = much
    return best


def _telling(question: Question, index: dict[str, Found], total: int) -> list[int]:
    """Return which words tell one text from another: not those in every third, where others do."""
    known = [number for number, one in enumerate(question.wanted) if one.is_known]
    known = known or list(range(len(question.wanted)))
    if total <= 100:
        return known
    used = {
        number: max(len(index.get(t, ())) for t in question.wanted[number].ways[0][0]) for number in known
    }
    return [number for number in known if used[number] * 3 <= total] or known


def _closed() -> set[int]:
    """Return the entries of pages that only some may read, should there be any left."""
    closed = closed_paths()
    if not closed:
        return set()
    under = reduce(or_, (Q(page__path__startswith=path) for path in closed))
    return set(Entry.objects.filter(under).values_list("pk", flat=True))


def _counted(matching: set[int], index: dict[str, Found], names: dict[str, Name]) -> dict[Name, int]:
    counts = ((name, len(matching & index.get(term, {}).keys())) for term, name in names.items())
    return {name: count for name, count in counts if count}


def _ranked(
    question: Question, rarity: dict[str, float], points: list[Points], matching: set[int]
) -> list[int]:
    """Order entries by what they say of each word; the best of them again by how close the words stand."""
    tells = [rarity[wanted.ways[0][0][0]] for wanted in question.wanted]
    asked = sum(tells)
    scores = dict.fromkeys(matching, 0.0)
    missed = dict.fromkeys(matching, 0.0)
    for told, held_by in zip(tells, points, strict=True):
        for entry in matching:
            if entry in held_by:
                scores[entry] += held_by[entry]
            else:
                missed[entry] += told
    for entry, lacking in missed.items():
        if lacking:
            # Not in proportion: what says much of one word may be meant more than what names both.
            scores[entry] *= math.sqrt((asked - lacking) / asked)
    order = sorted(matching, key=lambda entry: (-scores[entry], -entry))
    best, rest = order[:CLOSELY], order[CLOSELY:]
    for entry, bonus in _closeness(question, rarity, best).items():
        scores[entry] += bonus
    best.sort(key=lambda entry: (-scores[entry], -entry))
    return best + rest


def _closeness(question: Question, rarity: dict[str, float], entries: list[int]) -> Points:
    """Reward words that stand side by side as they were asked, most of all in the title."""
    own = [wanted.ways[0][0][-1] for wanted in question.wanted]
    pairs = [
        (f" {one} {other} ", min(rarity[one], rarity[other]))
        for one, other in zip(own, own[1:], strict=False)
    ]
    fields = ("pk", "name_terms", "lead_terms", "text_terms")[: 4 if pairs else 2]
    found: Points = {}
    for pk, name, *below in Entry.objects.filter(pk__in=entries).values_list(*fields):
        bonus = sum(
            rare
            * sum(share for share, text in zip((1.0, 0.6, 0.4), (name, *below), strict=True) if pair in text)
            for pair, rare in pairs
        )
        if all(spaced(term) in name for term in own):
            bonus += 2.0 * len(own) / max(len(name.split()), 1)
        found[pk] = bonus
    return found


def entries(found: Iterable[int]) -> list[Entry]:
    """Fetch the entries with the ids `found`, in that order."""
    wanted = list(found)
    every = Entry.objects.select_related("page", "gift").defer("text_terms", "name_terms", "lead_terms")
    by_id = every.in_bulk(wanted)
    return [by_id[pk] for pk in wanted if pk in by_id]
