"""From a question to what answers it, best first: the same on every database.

Wagtail's search says which entries match; that is a matter of equal terms, on which databases agree. In
which order they come is worked out here, as each database weighs in a way of its own.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from django.db.models import Q
from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText, SearchQuery

from blog.restrictions import closed_paths
from search.models import Entry
from search.question import Question, Wanted, read
from search.terms import spaced

# How many of those that match are looked at closely.
CLOSELY = 120
# With fewer that have all words, those with some of them are shown too.
ENOUGH = 30
NAME, LEAD, KEY = 2.0, 0.7, 3.0
# Saturation and length of BM25 (Robertson and Zaragoza 2009).
K, B = 1.4, 0.6
AVERAGE_LENGTH = 600


class Row(NamedTuple):
    pk: int
    kind: str
    categories: str
    name_terms: str
    lead_terms: str
    key_terms: str
    length: int


@dataclass
class Answer:
    """Which entries answer a question, best first; `meant` where another question was answered instead."""

    question: Question
    rows: list[Row]
    asked: str
    answered: str
    # Whether all of them hold all words.
    has_all: bool = True
    kinds: dict[str, int] = field(default_factory=dict)
    categories: dict[int, int] = field(default_factory=dict)

    @property
    def is_corrected(self) -> bool:
        return self.answered != self.asked


def find(text: str, kind: str = "", category: int | None = None) -> Answer:
    """Answer `text`; where nothing is found and something alike is written often, answer that."""
    question = read(text)
    answer = _answer(question, text, text)
    if not answer.rows and question.meant:
        answer = _answer(read(question.meant), text, question.meant)
    for row in answer.rows:
        answer.kinds[row.kind] = answer.kinds.get(row.kind, 0) + 1
        for number in row.categories.split():
            answer.categories[int(number)] = answer.categories.get(int(number), 0) + 1
    if kind:
        answer.rows = [row for row in answer.rows if row.kind == kind]
    if category is not None:
        answer.rows = [row for row in answer.rows if spaced(str(category)) in row.categories]
    return answer


def _answer(question: Question, asked: str, answered: str) -> Answer:
    if not question.wanted:
        return Answer(question, [], asked, answered)
    rows = _matching(reduce(and_, map(_sought, question.wanted)))
    has_all = True
    if len(rows) < ENOUGH and len(question.wanted) > 1:
        some = _matching(reduce(or_, map(_sought, _telling(question))))
        has_all = not some or bool(rows)
        rows = list({row.pk: row for row in [*rows, *some]}.values())
    return Answer(question, _ranked(question, rows), asked, answered, has_all)


def _sought(wanted: Wanted) -> SearchQuery:
    ways = [PlainText(" ".join(way), operator="and") for way, _ in wanted.ways]
    return reduce(or_, ways)


def _telling(question: Question) -> list[Wanted]:
    """Return the words that tell one text from another: not those in every third, where others do."""
    total = max(Entry.objects.count(), 1)
    known = [one for one in question.wanted if one.is_known] or list(question.wanted)
    rare = [one for one in known if max(question.used.get(t, 0) for t in one.ways[0][0]) * 3 <= total]
    return rare if rare and total > 100 else known


def _matching(query: SearchQuery) -> list[Row]:
    found = get_search_backend().search(query, Entry.objects.all(), order_by_relevance=False).get_queryset()
    closed = closed_paths()
    rows = [Row(*values) for values in found.order_by().values_list(*Row._fields)]
    if closed and rows:
        under = reduce(or_, (Q(page__path__startswith=path) for path in closed))
        hidden = set(Entry.objects.filter(under).values_list("pk", flat=True))
        rows = [row for row in rows if row.pk not in hidden]
    return rows


def _ranked(question: Question, rows: list[Row]) -> list[Row]:
    """Order rows by what they say of themselves; the best of them again by what stands in their texts."""
    total = max(Entry.objects.count(), 1)
    rarity = {
        term: math.log(1 + (total - used + 0.5) / (used + 0.5)) + 0.2
        for term in question.terms
        for used in [min(question.used.get(term, 0), total)]
    }
    roughly = {row.pk: _score(question, rarity, row, "") for row in rows}
    rows = sorted(rows, key=lambda row: (-roughly[row.pk], -row.pk))
    best, rest = rows[:CLOSELY], rows[CLOSELY:]
    texts = dict(Entry.objects.filter(pk__in=[row.pk for row in best]).values_list("pk", "text_terms"))
    closely = {row.pk: _score(question, rarity, row, texts.get(row.pk, "")) for row in best}
    best.sort(key=lambda row: (-closely[row.pk], -row.pk))
    return best + rest


def _score(question: Question, rarity: dict[str, float], row: Row, text: str) -> float:
    norm = K * (1 - B + B * row.length / AVERAGE_LENGTH)
    total = matched = asked = 0.0
    for wanted in question.wanted:
        best = 0.0
        for way, weight in wanted.ways:
            points = [_points(term, rarity[term], row, text, norm) for term in way]
            if all(points) or (points and not text):
                best = max(best, weight * sum(points) / len(points))
        tells = rarity[wanted.ways[0][0][0]]
        total += best
        asked += tells
        matched += tells * (best > 0)
    return total * (matched / asked) + _closeness(question, rarity, row, text)


def _points(term: str, rarity: float, row: Row, text: str, norm: float) -> float:
    sought = spaced(term)
    often = text.count(sought) or KEY * (sought in row.key_terms)
    # The title and the lead are no longer than they are: one hit there says enough.
    at_top = NAME * (sought in row.name_terms) + LEAD * (sought in row.lead_terms)
    return rarity * (at_top + often * (K + 1) / (often + norm))


def _closeness(question: Question, rarity: dict[str, float], row: Row, text: str) -> float:
    """Reward words that stand side by side as they were asked, most of all in the title."""
    own = [wanted.ways[0][0][-1] for wanted in question.wanted]
    bonus = 0.0
    for one, other in zip(own, own[1:], strict=False):
        pair = f" {one} {other} "
        near = 1.0 * (pair in row.name_terms) + 0.6 * (pair in row.lead_terms) + 0.4 * (pair in text)
        bonus += near * min(rarity[one], rarity[other])
    in_name = sum(spaced(term) in row.name_terms for term in own)
    if own and in_name == len(own):
        bonus += 2.0 * len(own) / max(len(row.name_terms.split()), 1)
    return bonus


def entries(rows: Iterable[Row]) -> list[Entry]:
    """Fetch the entries of `rows`, in that order."""
    wanted = [row.pk for row in rows]
    found = Entry.objects.select_related("page", "gift").defer(
        "text_terms", "name_terms", "lead_terms", "key_terms"
    )
    by_id = found.in_bulk(wanted)
    return [by_id[pk] for pk in wanted if pk in by_id]
