"""Which articles are alike: shared categories and tags first, then the words they use."""

import math
import re
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from itertools import chain

from django.db import transaction
from django.db.models import Q, QuerySet

from blog.listings import newest_first, open_to_all
from blog.models import ArticlePage, SimilarArticle
from blog.outline import plain_words
from pagecache.versions import bump

KEPT = 12
# With how many others an article is compared when it is published.
COMPARED = 100
# Of many at once: how many in one transaction, how many words of each count, of how many those are kept,
# and in how many of the newest is looked how rare a word is.
_TOGETHER, _HEAVIEST, _REMEMBERED, _SAMPLE = 100, 120, 3000, 500
SHARED_CATEGORY, SHARED_TAG, SAME_WORDS = 1.0, 0.7, 2.0
# Words that say nothing about a subject, too short ones left out below already.
_STOP_WORDS = """
    alle alleen als altijd andere anders bent beter bijna daar daarna daarom deze doen door dus eens
    eerst echt een elke gaan gaat geen geweest gewoon had haar hebben heeft hele hem hier hoe hoeft
    iemand iets ieder jezelf jouw juist kan komt kunnen kunt laat maar maken meer meestal mensen met
    mijn misschien moet moeten naar niemand niet niets nog nooit omdat onder onze ook over soms staat
    steeds tegen toch toen tussen veel voor vaak van vanaf waar waarom wanneer want waren wat weer welke
    werd weten wie wil willen wordt worden zal zegt zelf zich zien zij zijn zit zodat zonder zoals zou
    zouden
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def _terms(article: ArticlePage) -> Counter[str]:
    words = [*re.findall(r"\w+", article.title + " " + article.intro), *plain_words(article.body)]
    terms: Counter[str] = Counter()
    for word, count in Counter(words).items():
        word = word.lower()
        if len(word) > 3 and word not in STOP_WORDS:
            terms[word] += count
    return terms


def _weights(terms: Counter[str], frequency: Counter[str], total: int) -> dict[str, float]:
    weights = {
        term: (1 + math.log(count)) * math.log((1 + total) / (1 + frequency[term]))
        for term, count in terms.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _likeness(one: dict[str, float], other: dict[str, float]) -> float:
    # In the order of `one`, which is that of its text: no sum of the same two differs from the last time.
    return sum([weight * other[term] for term, weight in one.items() if term in other])


class _Comparison:
    """What there is to compare of some articles: their words, categories and tags."""

    def __init__(self, articles: Iterable[ArticlePage]) -> None:
        chosen = list(articles)
        terms = {article.pk: _terms(article) for article in chosen}
        frequency = Counter(term for counter in terms.values() for term in counter)
        self.vectors = {pk: _weights(counter, frequency, len(chosen)) for pk, counter in terms.items()}
        self.categories = {article.pk: {found.pk for found in article.categories.all()} for article in chosen}
        self.tags = {article.pk: {item.tag_id for item in article.tagged_items.all()} for article in chosen}

    def score(self, one: int, other: int) -> float:
        same_words = _likeness(self.vectors[one], self.vectors[other])
        return (
            SHARED_CATEGORY * bool(self.categories[one] & self.categories[other])
            + SHARED_TAG * len(self.tags[one] & self.tags[other])
            + SAME_WORDS * same_words
        )

    def best(self, one: int) -> list[SimilarArticle]:
        scores = sorted(
            ((self.score(one, other), other) for other in self.vectors if other != one), reverse=True
        )
        return [SimilarArticle(article_id=one, other_id=other, score=score) for score, other in scores[:KEPT]]


def _published() -> QuerySet[ArticlePage]:
    articles: QuerySet[ArticlePage] = open_to_all(ArticlePage.objects.all())
    return articles.prefetch_related("categories", "tagged_items")


def refresh_similar() -> None:
    """Work out for all published articles which are alike, and keep the best `KEPT` of each.

    The cost is quadratic in their number: for a site that is filled at once, not for one that is read.
    """
    compared = _Comparison(_published())
    SimilarArticle.objects.filter(article__in=compared.vectors).delete()
    SimilarArticle.objects.bulk_create([row for pk in compared.vectors for row in compared.best(pk)])


def refresh_around(article: ArticlePage) -> None:
    """Work out what is like `article`, which was published or hidden, and let those others know it.

    It is compared with at most `COMPARED` others, so that publishing takes no longer on a site with
    thousands: those with the most of its categories and tags, then the newest.
    """
    SimilarArticle.objects.filter(Q(article=article) | Q(other=article)).delete()
    one = _published().filter(pk=article.pk).first()
    if one is None:
        return
    compared = _Comparison([one, *_published().filter(pk__in=_likely(one))])
    own = compared.best(one.pk)
    theirs = [SimilarArticle(article_id=row.other_id, other_id=one.pk, score=row.score) for row in own]
    SimilarArticle.objects.bulk_create([*own, *theirs])
    _keep_the_best({row.article_id for row in theirs})


def refresh_missing(progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Work it out for the published articles of which nothing is known, and return how many those were.

    For a site that many came to at once: the time it takes grows with how many they are, as each is compared
    with at most `COMPARED` others. What breaks off goes on the next time.
    """
    missing = list(
        newest_first(open_to_all(ArticlePage.objects.filter(similar=None))).values_list("pk", flat=True)
    )
    if not missing:
        return 0
    many = _Many()
    new = set(missing)
    for start in range(0, len(missing), _TOGETHER):
        progress(start, len(missing))
        part = missing[start : start + _TOGETHER]
        rows = [row for pk in part for row in many.best(pk)]
        back = [
            SimilarArticle(article_id=row.other_id, other_id=row.article_id, score=row.score)
            for row in rows
            if row.other_id not in new
        ]
        with transaction.atomic():
            SimilarArticle.objects.filter(article__in=part).delete()
            SimilarArticle.objects.bulk_create(rows)
            SimilarArticle.objects.bulk_create(back, ignore_conflicts=True)
            _keep_the_best({row.article_id for row in back})
            bump()
    return len(missing)


class _Many:
    """Compares articles one after the other; remembers what the words of the last thousands weigh."""

    def __init__(self) -> None:
        published = open_to_all(ArticlePage.objects.all())
        self._newest = list(newest_first(published).values_list("pk", flat=True))
        self._links: dict[int, dict[tuple[str, int], None]] = {}
        self._holders: dict[tuple[str, int], list[int]] = {}
        held = ArticlePage.categories.through.objects.values_list("articlepage_id", "category_id")
        tagged = ArticlePage.tagged_items.rel.related_model.objects.values_list("content_object_id", "tag_id")
        for kind, rows in (("category", held), ("tag", tagged)):
            for article, other in rows:
                self._links.setdefault(article, {})[kind, other] = None
        # In the order of `_newest`, so that each list has its newest first.
        for article in self._newest:
            for link in self._links.get(article, ()):
                self._holders.setdefault(link, []).append(article)
        self._vectors: OrderedDict[int, dict[str, float]] = OrderedDict()
        sample = self._terms_of(self._newest[:_SAMPLE])
        self._sampled = len(sample)
        self._frequency = Counter(chain.from_iterable(sample.values()))
        for pk, terms in sample.items():
            self._vectors[pk] = self._heaviest(terms)

    def best(self, one: int) -> list[SimilarArticle]:
        chosen = self._likely(one)
        vectors = self._vectors_of([one, *chosen])
        if one not in vectors:
            return []
        own, links = vectors[one], self._links.get(one, {}).keys()
        scores = []
        for other in chosen:
            if other in vectors:
                shared = links & self._links.get(other, {}).keys()
                tags = sum(kind == "tag" for kind, _ in shared)
                same = _likeness(own, vectors[other])
                in_category = SHARED_CATEGORY * (len(shared) > tags)
                scores.append((in_category + SHARED_TAG * tags + SAME_WORDS * same, other))
        scores.sort(reverse=True)
        return [SimilarArticle(article_id=one, other_id=other, score=score) for score, other in scores[:KEPT]]

    def _likely(self, one: int) -> list[int]:
        shared: Counter[int] = Counter()
        for link in self._links.get(one, ()):
            shared.update(self._holders.get(link, [])[:COMPARED])
        chosen = dict.fromkeys([pk for pk, _ in shared.most_common(COMPARED + 1)])
        if len(chosen) <= COMPARED:
            chosen |= dict.fromkeys(self._newest[: COMPARED + 1])
        chosen.pop(one, None)
        return list(chosen)[:COMPARED]

    def _vectors_of(self, wanted: list[int]) -> dict[int, dict[str, float]]:
        missing = [pk for pk in wanted if pk not in self._vectors]
        for pk, terms in self._terms_of(missing).items():
            self._vectors[pk] = self._heaviest(terms)
        found = {}
        for pk in wanted:
            if pk in self._vectors:
                found[pk] = self._vectors[pk]
                self._vectors.move_to_end(pk)
        while len(self._vectors) > _REMEMBERED:
            self._vectors.popitem(last=False)
        return found

    def _heaviest(self, terms: Counter[str]) -> dict[str, float]:
        weighed = _weights(terms, self._frequency, self._sampled)
        heaviest = sorted(weighed, key=weighed.__getitem__, reverse=True)[:_HEAVIEST]
        return {term: weighed[term] for term in heaviest}

    def _terms_of(self, wanted: list[int]) -> dict[int, Counter[str]]:
        found: dict[int, Counter[str]] = {}
        for start in range(0, len(wanted), _TOGETHER):
            part = wanted[start : start + _TOGETHER]
            articles = ArticlePage.objects.filter(pk__in=part).only("title", "intro", "body", "path", "depth")
            found |= {article.pk: _terms(article) for article in articles}
        return found


def _likely(one: ArticlePage) -> list[int]:
    """Return the ids of the published articles to compare `one` with."""
    others = open_to_all(ArticlePage.objects.exclude(pk=one.pk))
    categories = [category.pk for category in one.categories.all()]
    tags = [item.tag_id for item in one.tagged_items.all()]
    shared: Counter[int] = Counter()
    for links in (others.filter(categories__in=categories), others.filter(tagged_items__tag__in=tags)):
        shared.update(newest_first(links).values_list("pk", flat=True)[: COMPARED * 2])
    newest = newest_first(others).values_list("pk", flat=True)[:COMPARED]
    # Of equally many the first counted stays first.
    chosen = dict.fromkeys([pk for pk, _ in shared.most_common()] + list(newest))
    return list(chosen)[:COMPARED]


def _keep_the_best(articles: set[int]) -> None:
    """Drop what is more than `KEPT` of each of these."""
    kept: Counter[int] = Counter()
    too_many = []
    for pk, article in SimilarArticle.objects.filter(article__in=articles).values_list("pk", "article_id"):
        kept[article] += 1
        if kept[article] > KEPT:
            too_many.append(pk)
    SimilarArticle.objects.filter(pk__in=too_many).delete()
