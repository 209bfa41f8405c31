"""RSS 2.0 and Atom 1.0 as files: what Django's writers leave out, and nothing that XML does not allow."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator

# What XML 1.0 (section 2.2) leaves no way to write: control characters, halves of pairs, two that are none.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def for_xml(text: str) -> str:
    return _NOT_IN_XML.sub("", text)


@dataclass(frozen=True)
class Person:
    name: str
    address: str = ""


@dataclass(frozen=True)
class Item:
    """One article in a feed."""

    title: str
    address: str
    guid: str
    summary: str
    content: str
    published: datetime | None
    updated: datetime | None
    authors: list[Person] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)


class _Rss(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for person in item["people"]:
            handler.addQuickElement("dc:creator", for_xml(person.name))
        handler.addQuickElement("content:encoded", item["content"])

    def latest_post_date(self) -> datetime:
        return self.feed["updated"]


class _Atom(Atom1Feed):
    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": None})
        for person in item["people"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", for_xml(person.name))
            if person.address:
                handler.addQuickElement("uri", person.address)
            handler.endElement("author")
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        handler.addQuickElement("content", item["content"], {"type": "html"})

    def latest_post_date(self) -> datetime:
        return self.feed["updated"]


WRITERS: dict[str, type[_Rss] | type[_Atom]] = {"rss": _Rss, "atom": _Atom}


def written(
    form: str,
    items: Iterable[Item],
    *,
    title: str,
    description: str,
    address: str,
    feed_address: str,
    publisher: str,
    when_empty: datetime,
) -> str:
    """Return a feed as "rss" or "atom". `address`: of the page it belongs to; `when_empty`: its date then."""
    items = list(items)
    dates = [moment for item in items for moment in (item.updated, item.published) if moment]
    feed = WRITERS[form](
        title=for_xml(title),
        link=address,
        # RSS wants a description, and one that says something.
        description=for_xml(description or title),
        subtitle=for_xml(description) or None,
        language="nl",
        feed_url=feed_address,
        author_name=for_xml(publisher) if form == "atom" else None,
        # Not made now: the same articles are the same feed, which a reader need not fetch again.
        updated=max(dates, default=when_empty),
    )
    for item in items:
        feed.add_item(
            title=for_xml(item.title),
            link=item.address,
            description=for_xml(item.summary),
            content=for_xml(item.content),
            unique_id=item.guid,
            unique_id_is_permalink=False,
            pubdate=item.published,
            updateddate=item.updated,
            people=item.authors,
            categories=[for_xml(name) for name in item.categories],
        )
    return feed.writeString("utf-8")
