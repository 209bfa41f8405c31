"""An article as one piece of HTML that any reader of feeds shows: no scripts, no forms, whole addresses."""

from collections.abc import Iterable, Mapping
from urllib.parse import urljoin

import nh3
from django.template.loader import render_to_string
from wagtail.blocks import StreamValue
from wagtail.models import Page

from images.models import SiteImage
from images.reading import shown

# What readers of feeds show alike; all else leaves its words.
TAGS = {
    *("a", "b", "blockquote", "br", "caption", "code", "dd", "div", "dl", "dt", "em", "figcaption", "figure"),
    *("h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p", "strong", "sub", "sup"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "width", "height", "alt"},
    "th": {"scope"},
}
# With all that is in them.
NOT_AT_ALL = {"script", "style", "form", "button", "svg", "template"}
SCHEMES = {"http", "https", "mailto", "tel"}


def article_html(
    body: StreamValue,
    address: str,
    *,
    lead: SiteImage | None = None,
    lead_alt: str = "",
    lead_caption: str = "",
    linked_pages: Mapping[str, Page] | None = None,
) -> str:
    """Return `body`, below its picture `lead`, as HTML whose addresses are seen from `address`."""
    parts = [_figure(lead, lead_alt, lead_caption)] if lead else []
    parts += [_block(child, linked_pages) for child in body]
    return cleaned("\n".join(filter(None, parts)), address)


def cleaned(html: str, address: str) -> str:
    """Return `html` with nothing in it but what is named above, and every address whole."""

    def whole(tag: str, attribute: str, value: str) -> str:
        return urljoin(address, value) if attribute in ("href", "src") else value

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=whole,
        clean_content_tags=NOT_AT_ALL,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def pictures_in(values: Iterable[object]) -> list[SiteImage]:
    return [value for value in values if isinstance(value, SiteImage)]


def _figure(image: SiteImage, alt: str, caption: str) -> str:
    context = {"image": of_image(image, alt), "caption": caption, "credit": image.credit}
    return render_to_string("blog/feeds/figure.html", context)


def of_image(image: SiteImage, alt: str) -> dict[str, object] | None:
    """Return what an <img> says of a picture; None while there is no size of it that readers get."""
    found = shown(image, "whole")
    if found is None:
        return None
    return {"url": found.url, "width": found.width, "height": found.height, "alt": alt}


def _block(child: StreamValue.StreamChild, linked_pages: Mapping[str, Page] | None) -> str:
    """Return one block of an article, from a template of its own in templates/blog/feeds/blocks/."""
    context = {"value": child.value, "linked_pages": linked_pages}
    return render_to_string(f"blog/feeds/blocks/{child.block_type}.html", context).strip()
