"""Lists of articles: what a card needs, in a fixed number of queries."""

from django.db.models import Prefetch, QuerySet
from wagtail.images import get_image_model

ARTICLES_A_PAGE = 12


def image_with_renditions() -> QuerySet:
    """Return images together with all their renditions: two queries however many pictures a page shows."""
    images = get_image_model()
    renditions = images.get_rendition_model().objects.all()
    return images.objects.prefetch_related(Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions"))


def with_card_relations(articles: QuerySet) -> QuerySet:
    """Return `articles`, newest first, with all that a card shows and without the long texts."""
    return (
        articles.order_by("-first_published_at", "-pk")
        .defer("body")
        .prefetch_related(
            Prefetch("hero_image", queryset=image_with_renditions()), "categories", "article_authors__author"
        )
    )
