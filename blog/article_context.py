"""Everything an article's template shows, gathered in a number of queries that does not grow with its content."""

from urllib.parse import quote

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText

from blog.models.settings import SiteSettings
from blog.related import related_articles
from blog.rich_text import linked_pages
from blog.walk import leaves
from comments.sections import comment_section
from leads.models import LeadMagnet
from leads.placements import sign_up_card


def prefetch_renditions(images: list[AbstractImage]) -> None:
    """Fetch the renditions of all `images` in one query."""
    renditions = get_image_model().get_rendition_model().objects.all()
    prefetch_related_objects(images, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions"))


def body_context(page, bodies: list, extra_images: list) -> dict:
    """Prepare the streams in `bodies` for rendering: own links looked up, renditions fetched."""
    values = [leaf for body in bodies for leaf in leaves(body)]
    images = [value for value in values if isinstance(value, AbstractImage)]
    prefetch_renditions([image for image in [*images, *extra_images] if image is not None])
    return {"linked_pages": linked_pages(value for value in values if isinstance(value, RichText))}


def share_links(title: str, url: str) -> dict[str, str]:
    """Return plain links to share `url` with, by channel; nothing of theirs is loaded."""
    text = quote(f"{title} {url}")
    return {
        "whatsapp": f"https://wa.me/?text={text}",
        "mail": f"mailto:?subject={quote(title)}&body={quote(url)}",
    }


def magnet_cards(article, default: LeadMagnet | None) -> dict:
    """Return the sign-up cards an article may show, by the primary key of their magnet; None for its own or the site's."""
    own = article.magnet if article.magnet_id else default
    magnets = [value for value in leaves(article.body) if isinstance(value, LeadMagnet)]
    cards = {magnet.pk: sign_up_card(magnet, article, "article") for magnet in magnets if magnet.is_active}
    if own is not None and own.is_active:
        cards[None] = sign_up_card(own, article, "article")
    return cards


def article_context(article, request: HttpRequest) -> dict:
    """Return what `blog/article_page.html` needs beyond the page itself."""
    settings = SiteSettings.for_request(request)
    authors = article.authors()
    cards = magnet_cards(article, settings.default_magnet)
    shown_in_body = any(child.block_type == "lead_magnet" for child in article.body)
    pictures = [article.hero_image, *(author.portrait for author in authors)]
    pictures += [card.magnet.cover for card in cards.values()]
    return {
        "authors": authors,
        "magnet_cards": cards,
        "end_card": None if shown_in_body else cards.get(None),
        "related": related_articles(article),
        "section": comment_section(article),
        "share": share_links(article.title, article.full_url or ""),
        **body_context(article, [article.body], pictures),
    }
