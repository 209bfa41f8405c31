"""The ranking is that of a plain reading of all entries, whatever the index packs."""

import math
from collections import Counter
from random import Random

from django.test import TestCase

from search import postings
from search.finding import CLOSELY, ENOUGH, find
from search.indexing import rebuild
from search.models import Entry, Posting
from search.question import read
from search.reading import Content
from search.views import RESULTS_A_PAGE
from search.weights import AVERAGE_LENGTH, LEAD, NAME, B, K
from tests.blog.factories import CategoryFactory, make_site

ENTRIES = CLOSELY + 30
WORDS = ("kwelder", "eb", "vloed", "wad", "slik", "zeewier", "strandje")
WORDS += ("meeuw", "garnaal", "duin", "schelp", "branding", "getij", "zout")
# Of one word, of several, of more than any entry has, with a slip of the pen, in another form.
QUESTIONS = [
    "eb",
    "meeuw duin",
    "kwelder eb vloed",
    "branding getij zout schelp",
    "garnaal zeewir",
    "meeuwen",
]


def plainly(text: str) -> list[int]:
    """Rank by the definition: read each entry whole, with nothing worked out before."""
    question = read(text)
    every = list(Entry.objects.all())
    total = len(every)

    def rarity(term: str) -> float:
        used = min(question.used.get(term, 0), total)
        return math.log(1 + (total - used + 0.5) / (used + 0.5)) + 0.2

    def weight(term: str, entry: Entry) -> float:
        often = Counter(entry.text_terms.split())[term]
        norm = K * (1 - B + B * entry.length / AVERAGE_LENGTH)
        body = often * (K + 1) / (often + norm)
        return body + NAME * (term in entry.name_terms.split()) + LEAD * (term in entry.lead_terms.split())

    def points(wanted, entry: Entry) -> float:
        best = 0.0
        for way, share in wanted.ways:
            each = [weight(term, entry) for term in way]
            if all(each):
                rare = (rarity(term) * one for term, one in zip(way, each, strict=True))
                best = max(best, share * sum(rare) / len(way))
        return best

    def score(entry: Entry) -> float:
        each = [points(wanted, entry) for wanted in question.wanted]
        tells = [rarity(wanted.ways[0][0][0]) for wanted in question.wanted]
        matched = sum(told for told, one in zip(tells, each, strict=True) if one)
        return sum(each) * math.sqrt(matched / sum(tells))

    def closeness(entry: Entry) -> float:
        own = [wanted.ways[0][0][-1] for wanted in question.wanted]
        bonus = 0.0
        for one, other in zip(own, own[1:], strict=False):
            shares = ((1.0, entry.name_terms), (0.6, entry.lead_terms), (0.4, entry.text_terms))
            near = sum(share for share, field in shares if f" {one} {other} " in field)
            bonus += near * min(rarity(one), rarity(other))
        if set(own) <= set(entry.name_terms.split()):
            bonus += 2.0 * len(own) / len(entry.name_terms.split())
        return bonus

    whole = [entry for entry in every if all(points(wanted, entry) for wanted in question.wanted)]
    if len(whole) < ENOUGH:
        known = [wanted for wanted in question.wanted if wanted.is_known] or question.wanted
        whole = [entry for entry in every if entry in whole or any(points(wanted, entry) for wanted in known)]
    order = sorted(whole, key=lambda entry: (-score(entry), -entry.pk))
    best = sorted(order[:CLOSELY], key=lambda entry: (-score(entry) - closeness(entry), -entry.pk))
    return [entry.pk for entry in [*best, *order[CLOSELY:]]]


class Ranking(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.categories = [CategoryFactory(name="Zand"), CategoryFactory(name="Water")]
        pages = [cls.site.standard_page(title=f"Blad {number}") for number in range(ENTRIES)]
        chance = Random(7)  # noqa: S311

        def mixed():
            chance.seed(7)
            for number, page in enumerate(pages):
                yield (
                    Entry(page_id=page.pk),
                    Content(
                        kind=Entry.Kind.ARTICLE if number % 3 else Entry.Kind.PAGE,
                        name=" ".join(chance.sample(WORDS, 3)),
                        lead=" ".join(chance.choices(WORDS, k=4)),
                        labels="",
                        text=" ".join(chance.choices(WORDS, weights=range(1, 15), k=chance.randrange(3, 60))),
                        categories=(cls.categories[number % 2].pk,),
                    ),
                )

        rebuild(read=mixed)

    def test_order_is_that_of_a_plain_reading(self):
        for question in QUESTIONS:
            with self.subTest(question):
                found = find(question).found
                self.assertGreater(len(found), ENOUGH)
                self.assertEqual(found, plainly(question))

    def test_filters_leave_the_same_order_and_counts_are_of_all(self):
        answer = find("eb vloed")
        articles = find("eb vloed", kind="artikel")
        kinds = dict(Entry.objects.values_list("pk", "kind"))
        self.assertEqual(set(articles.found), {pk for pk in answer.found if kinds[pk] == "artikel"})
        self.assertEqual(articles.kinds, answer.kinds)
        self.assertEqual(answer.kinds, dict(Counter(kinds[pk] for pk in answer.found)))
        both = find("eb vloed", kind="artikel", category=self.categories[0].pk).found
        water = f" {self.categories[0].pk} "
        chosen = Entry.objects.filter(pk__in=articles.found, categories__contains=water)
        self.assertEqual(set(both), set(chosen.values_list("pk", flat=True)))
        self.assertEqual(find("eb", category=10**6).found, [])

    def test_pages_of_results_hold_each_result_once(self):
        seen: list[str] = []
        for number in range(1, ENTRIES // RESULTS_A_PAGE + 2):
            page = self.client.get("/zoeken/", {"q": "eb", "pagina": number}).context
            if page["results"].number == number:
                seen += [result.url for result in page["found"]]
        self.assertEqual(len(seen), len(find("eb").found))
        self.assertEqual(len(set(seen)), len(seen))


class Index(TestCase):
    def test_what_changed_and_went_leaves_the_postings_of_an_index_made_anew(self):
        site = make_site()
        changed = site.article(title="Kwelder en wad", intro="Zilt.", categories=[CategoryFactory()])
        gone = site.article(title="Wad zonder kwelder")
        changed.title = "Getij"
        changed.save()
        gone.delete()
        before = content_of_postings()
        rebuild()
        self.assertEqual(before, content_of_postings())
        self.assertEqual(list(before["getij"]), ["Getij"])
        self.assertNotIn("kwelder", before)


def content_of_postings() -> dict[str, dict[str, int]]:
    """Return for each term the names of its entries with their weights there."""
    names = dict(Entry.objects.values_list("pk", "name"))
    terms = set(Posting.objects.values_list("term", flat=True))
    return {
        term: {names[pk]: weight for pk, weight in found.items()}
        for term, found in postings.held(terms).items()
    }
