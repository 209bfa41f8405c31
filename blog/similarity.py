"""Which articles are alike: shared categories and tags first, then the words they use."""

import math
import re
from collections import Counter
from collections.abc import Iterable

from blog.models import ArticlePage, SimilarArticle
from blog.outline import plain_words

KEPT = 12
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


def refresh_similar(articles: Iterable[ArticlePage] | None = None) -> None:
    """Work out which articles are alike and keep the best `KEPT` of each in `SimilarArticle`.

    `articles`: the ones to compare, default all published ones. The cost is quadratic in their number, and
    paid when an article is published, never when one is read.
    """
    chosen = list(
        articles
        if articles is not None
        else ArticlePage.objects.live().public().prefetch_related("categories", "tagged_items")
    )
    terms = {article.pk: _terms(article) for article in chosen}
    frequency = Counter(term for counter in terms.values() for term in counter)
    vectors = {pk: _weights(counter, frequency, len(chosen)) for pk, counter in terms.items()}
    categories = {article.pk: {category.pk for category in article.categories.all()} for article in chosen}
    tags = {article.pk: {item.tag_id for item in article.tagged_items.all()} for article in chosen}
    rows = []
    for article in chosen:
        scores = []
        for other in chosen:
            if other.pk == article.pk:
                continue
            small, large = sorted((vectors[article.pk], vectors[other.pk]), key=len)
            same_words = sum(weight * large.get(term, 0.0) for term, weight in small.items())
            score = (
                SHARED_CATEGORY * bool(categories[article.pk] & categories[other.pk])
                + SHARED_TAG * len(tags[article.pk] & tags[other.pk])
                + SAME_WORDS * same_words
            )
            scores.append((score, other.pk))
        rows += [
            SimilarArticle(article=article, other_id=other_pk, score=score)
            for score, other_pk in sorted(scores, reverse=True)[:KEPT]
        ]
    SimilarArticle.objects.filter(article__in=chosen).delete()
    SimilarArticle.objects.bulk_create(rows)
