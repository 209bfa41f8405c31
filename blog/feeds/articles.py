"""Which articles a feed holds, and what it says of each; in as many queries for twenty as for one."""

import re
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import HttpRequest

from blog.feeds.content import article_html, pictures_in
from blog.feeds.documents import Item, Person
from blog.gift_cards import place_gifts
from blog.listings import newest_first, open_to_all
from blog.loading import gifts, load
from blog.models import ArticlePage, SiteSettings
from blog.models.categories import give_categories
from blog.walk import leaves
from images.reading import prefetch_renditions

ITEMS = 20
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{0,20}:\S+", re.IGNORECASE)


def newest(articles: QuerySet[ArticlePage]) -> list[ArticlePage]:
    """Return the newest that anybody may read, whole. They are chosen first: a text is long to sort."""
    chosen = list(newest_first(open_to_all(articles)).values_list("pk", flat=True)[:ITEMS])
    found = (
        ArticlePage.objects.select_related("hero_image")
        .prefetch_related("article_authors__author")
        .in_bulk(chosen)
    )
    return [found[pk] for pk in chosen if pk in found]


def items(articles: list[ArticlePage], request: HttpRequest) -> list[Item]:
    linked_pages = load([article.body for article in articles])
    for linked in linked_pages.values():
        linked.address = linked.get_full_url(request)
    give_categories(articles)
    settings = SiteSettings.for_request(request)
    for article in articles:
        if article.magnet_id:
            article.magnet = gifts().get(article.magnet_id)
        place_gifts(article, settings)
    pictures = [article.hero_image for article in articles]
    pictures += pictures_in(value for article in articles for value in leaves(article.body))
    prefetch_renditions(pictures)
    return [_item(article, request, linked_pages) for article in articles]


def _item(article: ArticlePage, request: HttpRequest, linked_pages: dict) -> Item:
    address = article.get_full_url(request) or ""
    return Item(
        title=article.title,
        address=address,
        guid=guid(article),
        summary=article.intro,
        content=article_html(
            article.body,
            address,
            lead=article.hero_image,
            lead_alt=article.hero_alt,
            lead_caption=article.hero_caption,
            linked_pages=linked_pages,
        ),
        published=article.first_published_at,
        updated=article.last_published_at or article.first_published_at,
        authors=[Person(author.title, author.get_full_url(request) or "") for author in article.authors()],
        categories=[category.name for category in article.known_categories or ()],
    )


def guid(article: ArticlePage) -> str:
    """Return the name of an article that stays when its address changes, and that it had elsewhere."""
    given = article.feed_guid.strip()
    # Atom takes nothing but a whole address (RFC 4287, section 4.2.6).
    return given if _is_address(given) else f"urn:uuid:{article.translation_key}"


def _is_address(text: str) -> bool:
    if not _ADDRESS.fullmatch(text):
        return False
    parts = urlsplit(text)
    return bool(parts.netloc or parts.path)
