"""Which articles are alike: shared categories and tags first, then the words they use."""

import math
import re
from collections import Counter
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from blog.listings import newest_first, open_to_all
from blog.models import ArticlePage, SimilarArticle
from blog.outline import plain_words

KEPT = 12
# With how many others an article is compared when it is published.
COMPARED = 100
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
    words = (
        word.lower()
        for word in [*re.findall(r"\w+", article.title + " " + article.intro), *plain_words(article.body)]
    )
    return Counter(word for word in words if len(word) > 3 and word not in STOP_WORDS)


def _weights(terms: Counter[str], frequency: Counter[str], total: int) -> dict[str, float]:
    weights = {
        term: (1 + math.log(count)) * math.log((1 + total) / (1 + frequency[term]))
        for term, count in terms.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


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
        small, large = sorted((self.vectors[one], self.vectors[other]), key=len)
        same_words = sum(weight * large.get(term, 0.0) for term, weight in small.items())
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
