"""Fields that WordPress has no place for, as texts: pages and pictures by address, streams as JSON."""

import json
from datetime import date
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField

from blog.models import ArticlePage, AuthorPage
from images.models import SiteImage
from leads.models import LeadMagnet
from wordpress import own
from wordpress.export.addresses import SiteAddresses
from wordpress.export.own_blocks import links_out, outward


def told(page: Any, addresses: SiteAddresses) -> dict[str, str]:
    """Return the own fields of a page as meta; what is as it is by itself is not told."""
    meta = {own.MARK: "1"}
    for name in own.FIELDS[type(page)]:
        field = page._meta.get_field(name)
        value = getattr(page, name)
        if value != field.get_default():
            meta[f"{own.PREFIX}{name}"] = _text(field, value, addresses)
    if isinstance(page, ArticlePage):
        meta[own.RELATED] = _json([addresses.page(link.other_id) for link in page.related_articles.all()])
        meta[own.AUTHORS] = _json([link.author.slug for link in page.article_authors.all()])
    return meta


def _text(field: Any, value: Any, addresses: SiteAddresses) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case date():
            return value.isoformat()
        case StreamValue():
            return _json(outward(value.stream_block, list(value.raw_data), addresses))
        case SiteImage():
            return addresses.image(value.pk)
        case LeadMagnet():
            return addresses.gift(value.pk)
        case AuthorPage():
            return addresses.page(value.pk)
    return links_out(value, addresses) if isinstance(field, RichTextField) else str(value)


def _json(values: list[Any]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else ""
