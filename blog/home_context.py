"""What the home page shows beyond its own fields."""

from django.http import HttpRequest

from blog.listings import EPISODE, as_cards, newest_first, open_to_all, with_picture
from blog.models import ArticlePage, HomePage, PodcastEpisodePage
from blog.models.categories import give_categories
from blog.navigation import blog_url

NEWEST, EPISODES = 4, 3


def home_context(page: HomePage, request: HttpRequest, context: dict) -> dict:
    """Return the newest articles and episodes and the gifts; adds their pictures to those of `context`."""
    gifts = [choice.value["magnet"] for choice in page.gifts]
    newest = list(as_cards(open_to_all(ArticlePage.objects.descendant_of(page)))[:NEWEST])
    give_categories(newest)
    all_episodes = open_to_all(PodcastEpisodePage.objects.descendant_of(page))
    episodes = list(newest_first(with_picture(all_episodes, "cover", *EPISODE))[:EPISODES])
    context["pictures"] += [page.about_author.portrait if page.about_author else None]
    context["pictures"] += [article.hero_image for article in newest]
    context["pictures"] += [episode.cover for episode in episodes]
    return {
        "newest": newest,
        # On a phone the newest one's picture is in the first screen then.
        "begins_with_articles": not (page.hero_image_id or page.ways_in),
        "gifts": [gift for gift in gifts if gift is not None and gift.is_active],
        "episodes": episodes,
        "blog_url": blog_url(request),
    }
