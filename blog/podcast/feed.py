"""The feed of a podcast: RSS 2.0 with what Apple asks (itunes) and Podcasting 2.0 (podcast)."""

import re
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.models import Site

from blog.listings import newest_first, open_to_all
from blog.loading import load
from blog.models.settings import SiteSettings
from blog.podcast.artwork import covers
from blog.podcast.notes import notes_html
from blog.podcast.show import guid_of_feed
from blog.podcast.transcripts import is_timed
from images.reading import shown

# More than six years of weekly episodes.
ITEMS = 350
_NAMESPACES = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
}
# What XML 1.0 can't hold.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)


def picture_address(image: Any, request: HttpRequest) -> str:
    """Return the whole address of a picture as a page shows it, "" without one."""
    found = shown(image, "square") if image else None
    return urljoin(_root(request), found.url) if found else ""


def _root(request: HttpRequest) -> str:
    site = Site.find_for_request(request)
    return f"{site.root_url}/" if site else request.build_absolute_uri("/")


class PodcastFeed(Rss201rev2Feed):
    """RSS with the tags of a show and of its episodes, each a (name, attributes, text or tags)."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **_NAMESPACES}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        _write(handler, self.feed["show"])

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        _write(handler, item["tags"])


def _write(handler: SimplerXMLGenerator, tags: list[tuple]) -> None:
    for name, attributes, inner in tags:
        handler.startElement(name, attributes)
        if isinstance(inner, list):
            _write(handler, inner)
        else:
            handler.characters(_clean(inner))
        handler.endElement(name)


def write(show, request: HttpRequest) -> bytes:
    """Return the feed of `show`, a PodcastIndexPage, as UTF-8."""
    root = _root(request)
    site = SiteSettings.for_request(request)
    address = urljoin(root, f"{show.get_url(request)}feed/")
    author = show.feed_author or site.practice_name
    episodes = _episodes(show)
    art = {pk: urljoin(root, url) for pk, url in covers([show.cover, *(e.cover for e in episodes)]).items()}
    pages = load([stream for episode in episodes for stream in episode.streams()])
    feed = PodcastFeed(
        title=_clean(show.feed_title or show.title),
        link=urljoin(root, show.get_url(request)),
        description=_clean(show.feed_description or show.intro or show.feed_title or show.title),
        language="nl",
        feed_url=address,
        feed_copyright=_clean(show.copyright) or None,
        show=_show_tags(show, author, art, address),
    )
    for episode in episodes:
        sound = episode.audio_url()
        own = urljoin(root, episode.get_url(request))
        feed.add_item(
            title=_clean(episode.title),
            link=own,
            description=_clean(episode.summary),
            unique_id=_clean(episode.feed_guid),
            unique_id_is_permalink=False,
            pubdate=episode.first_published_at,
            enclosures=[Enclosure(urljoin(root, sound), str(episode.audio_bytes), episode.audio_type)],
            tags=_episode_tags(episode, own, root, art)
            + [("content:encoded", {}, notes_html(episode, root, pages))],
        )
    return feed.writeString("utf-8").encode()


def _episodes(show) -> list:
    """Return the published episodes with sound, newest first."""
    from blog.models import PodcastEpisodePage

    every = open_to_all(PodcastEpisodePage.objects.child_of(show)).select_related("cover")
    heard = every.exclude(audio="", audio_address="").filter(first_published_at__isnull=False)
    return list(newest_first(heard)[:ITEMS])


def _show_tags(show, author: str, art: dict[int, str], address: str) -> list[tuple]:
    tags: list[tuple] = [("itunes:author", {}, author)]
    if show.cover_id in art:
        tags.append(("itunes:image", {"href": art[show.cover_id]}, ""))
    for category in filter(None, dict.fromkeys((show.category, show.second_category))):
        main, _, sub = category.partition("|")
        tags.append(
            ("itunes:category", {"text": main}, [("itunes:category", {"text": sub}, "")] if sub else "")
        )
    tags.append(("itunes:explicit", {}, _boolean(show.explicit)))
    tags.append(("itunes:type", {}, show.show_type))
    if show.owner_email:
        owner: list[tuple] = [
            ("itunes:name", {}, show.owner_name or author),
            ("itunes:email", {}, show.owner_email),
        ]
        tags.append(("itunes:owner", {}, owner))
    if show.new_feed_url:
        tags.append(("itunes:new-feed-url", {}, show.new_feed_url))
    tags.append(("podcast:guid", {}, show.podcast_guid or guid_of_feed(address)))
    owner_of_lock = {"owner": show.owner_email} if show.owner_email else {}
    tags.append(("podcast:locked", owner_of_lock, "yes" if show.feed_locked else "no"))
    tags.append(("podcast:medium", {}, show.medium))
    return tags


def _episode_tags(episode, own: str, root: str, art: dict[int, str]) -> list[tuple]:
    tags: list[tuple] = [
        ("itunes:title", {}, episode.title),
        ("itunes:explicit", {}, _boolean(episode.explicit)),
        ("itunes:episodeType", {}, episode.episode_type),
    ]
    if episode.duration:
        tags.append(("itunes:duration", {}, str(episode.duration)))
    if episode.season:
        tags += [("itunes:season", {}, str(episode.season)), ("podcast:season", {}, str(episode.season))]
    if episode.number:
        tags += [("itunes:episode", {}, str(episode.number)), ("podcast:episode", {}, str(episode.number))]
    if episode.cover_id in art:
        tags.append(("itunes:image", {"href": art[episode.cover_id]}, ""))
    if episode.chapters:
        tags.append(
            ("podcast:chapters", {"url": f"{own}hoofdstukken/", "type": "application/json+chapters"}, "")
        )
    if cues := episode.cues():
        kind = "text/vtt" if is_timed(cues) else "text/plain"
        tags.append(("podcast:transcript", {"url": f"{own}transcript/", "type": kind, "language": "nl"}, ""))
    for child in episode.hosts:
        if child.value and child.value.live:
            host = {"role": "host", "href": urljoin(root, child.value.url or "")}
            tags.append(("podcast:person", host, child.value.title))
    for child in episode.guests:
        guest = {"role": "guest"} | ({"href": child.value["url"]} if child.value["url"] else {})
        tags.append(("podcast:person", guest, child.value["name"]))
    return tags


def _boolean(value: bool) -> str:
    return "true" if value else "false"
