"""What the home page shows beyond its own fields."""

from django.http import HttpRequest

from blog.listings import blog_url, with_card_relations, with_image
from blog.models import ArticlePage, HomePage, PodcastEpisodePage
from blog.page_context import prefetch_renditions

NEWEST, EPISODES = 4, 3


def home_context(page: HomePage, request: HttpRequest) -> dict:
    """Return the newest articles and episodes and the chosen gifts, in a fixed number of queries."""
    gifts = [choice.value["magnet"] for choice in page.gifts]
    gifts = [gift for gift in gifts if gift is not None and gift.is_active]
    author = page.about_author
    pictures = [page.hero_image, author.portrait if author else None, *(gift.cover for gift in gifts)]
    prefetch_renditions([picture for picture in pictures if picture is not None])
    episodes = PodcastEpisodePage.objects.live().public().order_by("-first_published_at", "-pk")
    return {
        "newest": with_card_relations(ArticlePage.objects.live().public().descendant_of(page))[:NEWEST],
        "gifts": gifts,
        "episodes": with_image(episodes, "cover")[:EPISODES],
        "blog_url": blog_url(request),
    }
