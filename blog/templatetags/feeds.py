"""Pictures in feeds, and which feeds a page names in its head."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from blog.feeds.content import of_image
from blog.feeds.views import feed_path
from blog.models import AuthorPage, Category
from images.models import SiteImage

register = template.Library()


@register.simple_tag
def feed_figure(image: SiteImage, caption: str, alt: str | None = None) -> SafeString:
    """Show a picture without sizes to choose from; `alt`: without it what the block or the picture says."""
    if alt is None:
        described = getattr(image, "contextual_alt_text", None) or image.default_alt_text
        alt = "" if getattr(image, "decorative", False) else described
    context = {"image": of_image(image, alt), "caption": caption, "credit": image.credit}
    return render_to_string("blog/feeds/figure.html", context)


@register.inclusion_tag("blog/feeds/links.html", takes_context=True)
def feed_links(context: Any) -> dict[str, list[tuple[str, str, str]]]:
    """Name the feed of everything, and first that of the category or the author whose articles one sees."""
    feeds = [("Nieuwe artikelen", *_paths("feed"))]
    category, page = context.get("category"), context.get("page")
    if isinstance(category, Category):
        feeds.insert(0, (f"Nieuw in {category.name}", *_paths("feed_category", category.slug)))
    elif isinstance(page, AuthorPage) and page.live:
        feeds.insert(0, (f"Nieuw van {page.title}", *_paths("feed_author", page.slug)))
    return {"feeds": feeds}


def _paths(name: str, *keys: str) -> tuple[str, str]:
    return feed_path(name, *keys), feed_path(name, *keys, form="atom")
