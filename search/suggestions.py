"""Titles that go with what somebody is typing."""

from typing import NamedTuple

from django.db.models import F

from blog.restrictions import closed_paths
from dutch.lemmas import lemma
from dutch.words import is_stop_word, plain, words
from pagecache.kept import kept
from search.models import Entry

MOST = 6
LEAST_LETTERS = 2
MOST_KNOWN = 20_000


class Title(NamedTuple):
    pk: int
    # Its words, with a space before and after each.
    plain: str
    terms: str


def suggest(typed: str) -> list[Entry]:
    """Return the entries whose titles hold all that was typed: words, of which the last may be unfinished."""
    asked = [plain(word.text) for word in words(typed)][:8]
    if not asked or sum(map(len, asked)) < LEAST_LETTERS:
        return []
    *whole, last = asked
    # Small words need not be there: "brief aan mijn ex".
    whole = [word for word in whole if not is_stop_word(word)]
    forms = [(f" {word}", f" {lemma(word)} ") for word in whole]
    # Of a word that is finished, other forms will do as well.
    form = f" {lemma(last)} " if len(last) > 2 else "\0"
    chosen: list[tuple[bool, bool, int, int]] = []
    for title in kept("titles", _titles):
        if f" {last}" not in title.plain and form not in title.terms:
            continue
        if all(begin in title.plain or own in title.terms for begin, own in forms):
            begins = title.plain.startswith(" " + " ".join(asked))
            chosen.append((not begins, f" {last}" not in title.plain, len(chosen), title.pk))
    chosen.sort()
    order = [pk for *_, pk in chosen[:MOST]]
    found = Entry.objects.select_related("page", "gift").only("name", "kind", "page", "gift").in_bulk(order)
    return [found[pk] for pk in order if pk in found]


def _titles() -> list[Title]:
    """Return the titles of all that may be read by all, newest first."""
    closed = closed_paths()
    newest = Entry.objects.order_by(F("appeared_at").desc(nulls_last=True), "pk")
    rows = newest.values_list("pk", "name", "name_terms", "page__path")[:MOST_KNOWN]
    return [
        Title(pk, f" {' '.join(plain(word.text) for word in words(name))} ", terms)
        for pk, name, terms, path in rows
        if not (closed and path and path.startswith(closed))
    ]
