"""Which articles to read next."""

from django.db.models import OuterRef, Q, Subquery

from blog.listings import open_to_all
from blog.models import ArticlePage, SimilarArticle

SHOWN = 3


def related_articles(article: ArticlePage) -> list[ArticlePage]:
    """Return at most three published articles: hand-picked ones first, filled up with the most similar."""
    picked = [link.other_id for link in article.related_articles.all()]
    similar = SimilarArticle.objects.filter(article=article.pk)
    candidates = ArticlePage.objects.filter(Q(pk__in=picked) | Q(pk__in=similar.values("other")))
    score = Subquery(similar.filter(other=OuterRef("pk")).values("score")[:1])
    found = open_to_all(candidates.exclude(pk=article.pk)).annotate(score=score)
    found = found.defer("body").select_related("hero_image")
    first = {pk: place for place, pk in reversed(list(enumerate(picked)))}
    return sorted(found, key=lambda other: (first.get(other.pk, len(first)), -(other.score or 0), other.pk))[
        :SHOWN
    ]
