"""The nodes of what a page is about: an article, an episode, a person, questions, a list."""

from collections.abc import Mapping
from html import unescape
from typing import Any

from django.http import HttpRequest
from django.utils.html import strip_tags
from wagtail.models import Page

from blog.models import ArticlePage, AuthorPage, PodcastEpisodePage, PodcastIndexPage, SiteSettings
from blog.seo.addresses import full
from blog.seo.graph import LANGUAGE, Node, named_person, person, publisher_id, ref

_MOST_OF_A_LIST = 30


def dates(page: Page) -> tuple[str, str]:
    """Return when the page appeared and when its words last changed for readers, as ISO 8601, or ""."""
    if not page.first_published_at:
        return "", ""
    published = page.first_published_at.isoformat(timespec="seconds")
    revised = getattr(page, "revised_on", None)
    # A typing error that was put right is no revision; a revision is never before the beginning.
    if revised is None or revised <= page.first_published_at.date():
        return published, published
    return published, revised.isoformat()


def article(
    page: ArticlePage, context: Mapping[str, Any], settings: SiteSettings, root: str, address: str
) -> Node:
    authors = context.get("authors")
    if authors is None:
        authors = page.authors()
    publisher = ref(publisher_id(settings, root))
    tags = context.get("tags")
    words = [tag.name for tag in (page.tags.all() if tags is None else tags)]
    node: Node = {
        "@type": "BlogPosting",
        "@id": f"{address}#artikel",
        "headline": page.title,
        "description": page.search_description or page.intro,
        "inLanguage": LANGUAGE,
        "wordCount": page.word_count,
        "timeRequired": f"PT{page.reading_minutes}M",
        "author": [person(author, root) for author in authors] or [publisher],
        "publisher": publisher,
    }
    node |= _dated(page)
    if sections := [category.name for category in page.known_categories or ()]:
        node["articleSection"] = sections
    if words:
        node["keywords"] = words
    section = context.get("section")
    if section is not None:
        node["commentCount"] = section.count
    return node


def episode(page: PodcastEpisodePage, request: HttpRequest, root: str, address: str) -> Node:
    node: Node = {
        "@type": "PodcastEpisode",
        "@id": f"{address}#aflevering",
        "name": page.title,
        "url": address,
        "description": page.search_description or page.summary,
        "inLanguage": LANGUAGE,
    }
    node |= _dated(page) | _voices(page, root, address)
    if page.number:
        node["episodeNumber"] = page.number
    if page.season:
        node["partOfSeason"] = {"@type": "PodcastSeason", "seasonNumber": page.season}
    if page.duration:
        node["timeRequired"] = page.duration_iso
    if sound := _sound(page, root):
        node["associatedMedia"] = sound
    podcast = page.trail[-1] if page.trail else None
    if podcast is not None:
        series = podcast.get_full_url(request) or ""
        node["partOfSeries"] = {
            "@type": "PodcastSeries",
            "@id": f"{series}#podcast",
            "name": podcast.title,
            "url": series,
        }
    return node


def _voices(page: PodcastEpisodePage, root: str, address: str) -> Node:
    """Return who is heard: hosts as `author` (CreativeWork), guests as `actor` (Episode, schema.org)."""
    hosts = [child.value for child in page.hosts if child.value and child.value.live]
    guests = [child.value for child in page.guests if child.value["name"]]
    found: Node = {"author": [named_person(host, root) for host in hosts]} if hosts else {}
    if guests:
        found["actor"] = [_guest(guest, f"{address}#gast-{at}") for at, guest in enumerate(guests, start=1)]
    return found


def _guest(guest: Mapping[str, Any], identity: str) -> Node:
    node: Node = {"@type": "Person", "@id": identity, "name": guest["name"]}
    if guest["role"]:
        node["description"] = guest["role"]
    # Somebody else's site: it says who this is, and is not where we tell of them.
    return node | ({"sameAs": guest["url"]} if guest["url"] else {})


def _sound(page: PodcastEpisodePage, root: str) -> Node:
    """Return the sound of an episode, nothing without."""
    if not page.audio_url():
        return {}
    sound: Node = {
        "@type": "AudioObject",
        "name": page.title,
        "contentUrl": full(root, page.audio_url()),
    }
    if page.audio_type:
        sound["encodingFormat"] = page.audio_type
    if page.audio_bytes:
        sound["contentSize"] = str(page.audio_bytes)
    if page.duration:
        sound["duration"] = page.duration_iso
    return sound


def podcast(page: PodcastIndexPage, settings: SiteSettings, root: str, address: str) -> Node:
    node: Node = {
        "@type": "PodcastSeries",
        "@id": f"{address}#podcast",
        "name": page.title,
        "url": address,
        "inLanguage": LANGUAGE,
        "publisher": ref(publisher_id(settings, root)),
    }
    if about := page.feed_description or page.intro:
        node["description"] = about
    return node | ({"webFeed": feed} if (feed := page.feed_address()) else {})


def author(page: AuthorPage, root: str) -> Node:
    node = person(page, root, with_portrait=True)
    return node | ({"knowsAbout": topics} if (topics := page.specialism_list()) else {})


def questions(page: Page, address: str) -> Node:
    """Return a FAQPage of all questions in the page's body, nothing without."""
    body = getattr(page, "body", None) or ()
    items = [item for child in body if child.block_type == "faq" for item in child.value["items"]]
    if not items:
        return {}
    asked = [
        {
            "@type": "Question",
            "name": item["question"],
            "acceptedAnswer": {"@type": "Answer", "text": plain(item["answer"].source)},
        }
        for item in items
    ]
    return {
        "@type": "FAQPage",
        "@id": f"{address}#vragen",
        "url": address,
        "inLanguage": LANGUAGE,
        "isPartOf": ref(f"{address}#pagina"),
        "mainEntity": asked,
    }


def listed(pages: list[Page], request: HttpRequest, root: str, address: str, before: int = 0) -> Node:
    """Return the pages that a list shows, in their order; `before`: how many stood on earlier parts."""
    return {
        "@type": "ItemList",
        "@id": f"{address}#lijst",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": page.title,
                "url": full(root, page.get_url(request) or ""),
            }
            for number, page in enumerate(pages[:_MOST_OF_A_LIST], start=before + 1)
        ],
    }


def plain(html: str) -> str:
    """Return the words of cleaned rich text, its paragraphs and list items with a space between."""
    return unescape(strip_tags(html.replace("</p>", " ").replace("</li>", " "))).strip()


def _dated(page: Page) -> Node:
    published, revised = dates(page)
    return {"datePublished": published, "dateModified": revised} if published else {}
