"""What an article shows beyond its body: authors, related articles, the gift at its end, the conversation."""

from urllib.parse import quote

from django.http import HttpRequest

from blog.listings import blog_url
from blog.page_context import prefetch_renditions
from blog.related import related_articles
from comments.sections import comment_section


def share_links(title: str, url: str) -> dict[str, str]:
    """Return plain links to share `url` with, by channel; nothing of theirs is loaded."""
    return {
        "whatsapp": f"https://wa.me/?text={quote(f'{title} {url}')}",
        "mail": f"mailto:?subject={quote(title)}&body={quote(url)}",
    }


def article_context(article, request: HttpRequest, magnet_cards: dict) -> dict:
    """Return what `blog/article_page.html` needs beyond `blog.page_context.body_context`."""
    authors = article.authors()
    prefetch_renditions([author.portrait for author in authors if author.portrait is not None])
    shown_in_body = any(child.block_type == "lead_magnet" for child in article.body)
    return {
        "authors": authors,
        "blog_url": blog_url(request),
        "end_card": None if shown_in_body else magnet_cards.get(None),
        "related": related_articles(article),
        "section": comment_section(article),
        "share": share_links(article.title, article.full_url or ""),
    }
