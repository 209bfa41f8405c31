"""Which articles to read next."""

from blog.listings import with_card_relations
from blog.models import ArticlePage

SHOWN = 3


def related_articles(article: ArticlePage) -> list[ArticlePage]:
    """Return at most three published articles: hand-picked ones first, filled up with the most similar."""
    picked = [link.other_id for link in article.related_articles.all()]
    similar = list(article.similar.values_list("other_id", flat=True)) if article.pk else []
    wanted = list(dict.fromkeys([*picked, *similar]))
    found = {
        other.pk: other
        for other in with_card_relations(
            ArticlePage.objects.live().public().filter(pk__in=wanted[: SHOWN * 3])
        )
    }
    return [found[pk] for pk in wanted if pk in found and pk != article.pk][:SHOWN]
