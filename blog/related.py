"""Which articles to read next."""

from django.db.models import F, FloatField, QuerySet, Value

from blog.listings import CARD, with_picture
from blog.models import ArticlePage, RelatedArticle, SimilarArticle
from blog.restrictions import closed_paths
from pagecache.prepared import Prepared

SHOWN = 3
_COLUMNS = ("rank", "other_id", "live", "path")
# Any rank below zero by more than a score can be.
_FIRST = -1e6
_WHERE = {"live": F("other__live"), "path": F("other__path")}


def _similar(article: int) -> QuerySet:
    similar = SimilarArticle.objects.filter(article=article).annotate(rank=-F("score"), **_WHERE)
    return similar.order_by().values_list(*_COLUMNS)


def _similar_and_picked(article: int) -> QuerySet:
    picked = RelatedArticle.objects.filter(article=article)
    picked = picked.annotate(rank=F("sort_order") + Value(_FIRST, output_field=FloatField()), **_WHERE)
    return _similar(article).union(picked.order_by().values_list(*_COLUMNS))


_of_published = Prepared(_similar_and_picked)
_cards = Prepared(lambda ids: with_picture(ArticlePage.objects, "hero_image", *CARD).filter(pk__in=ids))


def related_articles(article: ArticlePage) -> list[ArticlePage]:
    """Return at most three published articles: hand-picked ones first, filled up with the most similar."""
    picked = [link.other_id for link in article.related_articles.all()] if is_draft(article) else None
    chosen = _chosen(article, picked)
    others = _cards.by_id(chosen)
    return [others[pk] for pk in chosen]


def is_draft(article: ArticlePage) -> bool:
    """Say whether what belongs to `article` is to be read from it rather than from the database."""
    return article.pk is None or bool(getattr(article, "_cluster_related_objects", None))


def _chosen(article: ArticlePage, picked: list[int] | None) -> list[int]:
    """Return the ids of the articles to show, in their order, in one query.

    `picked`: what a draft has for the hand-picked ones; None for those in the database.
    """
    found: list[tuple] = _of_published(article.pk) if picked is None else list(_similar(article.pk))
    if picked:
        by_hand = ArticlePage.objects.filter(pk__in=picked).values_list("pk", "live", "path")
        found += ((_FIRST + picked.index(pk), pk, live, path) for pk, live, path in by_hand)
    closed = closed_paths()
    ids = [pk for _, pk, live, path in sorted(found) if live and not path.startswith(closed)]
    return [pk for pk in dict.fromkeys(ids) if pk != article.pk][:SHOWN]
