"""Which articles to read next."""

from collections.abc import Iterable

from django.db.models import F, FloatField, Value

from blog.listings import CARD, with_picture
from blog.models import ArticlePage, RelatedArticle, SimilarArticle
from blog.restrictions import closed_paths

SHOWN = 3
_COLUMNS = ("rank", "other_id", "live", "path")


def related_articles(article: ArticlePage) -> list[ArticlePage]:
    """Return at most three published articles: hand-picked ones first, filled up with the most similar."""
    picked = [link.other_id for link in article.related_articles.all()] if is_draft(article) else None
    chosen = _chosen(article, picked)
    others = with_picture(ArticlePage.objects, "hero_image", *CARD).in_bulk(chosen) if chosen else {}
    return [others[pk] for pk in chosen]


def is_draft(article: ArticlePage) -> bool:
    """Say whether what belongs to `article` is to be read from it rather than from the database."""
    return article.pk is None or bool(getattr(article, "_cluster_related_objects", None))


def _chosen(article: ArticlePage, picked: list[int] | None) -> list[int]:
    """Return the ids of the articles to show, in their order, in one query.

    `picked`: what a draft has for the hand-picked ones; None for those in the database.
    """
    where = {"live": F("other__live"), "path": F("other__path")}
    similar = SimilarArticle.objects.filter(article=article.pk).annotate(rank=-F("score"), **where)
    found: Iterable[tuple] = similar.order_by().values_list(*_COLUMNS)
    # Any rank below zero by more than a score can be.
    first = Value(-1e6, output_field=FloatField())
    if picked is None:
        by_hand = RelatedArticle.objects.filter(article=article.pk)
        by_hand = by_hand.annotate(rank=F("sort_order") + first, **where)
        found = similar.order_by().values_list(*_COLUMNS).union(by_hand.order_by().values_list(*_COLUMNS))
    elif picked:
        by_hand = ArticlePage.objects.filter(pk__in=picked).values_list("pk", "live", "path")
        found = [*found, *((-1e6 + picked.index(pk), pk, live, path) for pk, live, path in by_hand)]
    closed = closed_paths()
    ids = [pk for _, pk, live, path in sorted(found) if live and not path.startswith(closed)]
    return [pk for pk in dict.fromkeys(ids) if pk != article.pk][:SHOWN]
