"""RSS and Atom of the newest articles."""

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from blog.listings import newest_first, open_to_all
from blog.models import ArticlePage, SiteSettings

ITEMS = 20


class ArticleFeed(Feed):
    """The newest articles as RSS 2.0."""

    link = "/"
    feed_url = "/feed/"

    def get_object(self, request: HttpRequest):
        return SiteSettings.for_request(request)

    def title(self, settings: SiteSettings) -> str:
        return settings.practice_name

    def description(self, settings: SiteSettings) -> str:
        return settings.default_description or settings.tagline

    subtitle = description

    def items(self):
        articles = newest_first(open_to_all(ArticlePage.objects.defer("body")))
        return articles.prefetch_related("article_authors__author", "categories")[:ITEMS]

    def item_title(self, item: ArticlePage) -> str:
        return item.title

    def item_description(self, item: ArticlePage) -> str:
        return item.intro

    def item_link(self, item: ArticlePage) -> str:
        return item.full_url

    def item_guid(self, item: ArticlePage) -> str:
        return f"urn:uuid:{item.translation_key}"

    item_guid_is_permalink = False

    def item_author_name(self, item: ArticlePage) -> str:
        return ", ".join(author.title for author in item.authors())

    def item_pubdate(self, item: ArticlePage):
        return item.first_published_at

    def item_updateddate(self, item: ArticlePage):
        return item.last_published_at

    def item_categories(self, item: ArticlePage) -> list[str]:
        return [category.name for category in item.categories.all()]


class ArticleAtomFeed(ArticleFeed):
    """The newest articles as Atom 1.0."""

    feed_type = Atom1Feed
    feed_url = "/feed/atom/"
    subtitle = ArticleFeed.description
