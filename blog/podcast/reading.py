"""Read a podcast feed of any maker into plain values. Trusts nothing in it."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree

from blog.podcast.categories import CATEGORIES
from blog.podcast.clock import parse_clock

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
# The namespace has two spellings in feeds of today.
PODCAST = (
    "{https://podcastindex.org/namespace/1.0}",
    "{https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md}",
)
CHAPTERS = "{http://podlove.org/simple-chapters}"
LARGEST = 20_000_000
WEB_PAGE = "Dit is een webpagina en geen feed. Zoek op die pagina naar ‘RSS’; dat adres is het."


NO_FEED = "Dit is wel XML, maar geen RSS-feed van een podcast."


class BadFeed(Exception):
    """The feed can't be read; the message says why, in Dutch."""


@dataclass
class ReadEpisode:
    guid: str
    title: str
    summary: str
    notes: str
    published: datetime | None
    audio: str
    kind: str
    size: int
    seconds: int | None
    season: int | None
    number: int | None
    episode_type: str
    explicit: bool
    image: str
    transcript: str = ""
    chapters: list[tuple[int, str, str]] = field(default_factory=list)
    guests: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class ReadShow:
    fields: dict[str, Any]
    image: str
    episodes: list[ReadEpisode]
    # Title and why, of what is in the feed and is no episode.
    left_out: list[tuple[str, str]] = field(default_factory=list)


class _NoDoctype(ElementTree.TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        # Entities are declared there: bombs, and files of this machine.
        if name.lower() == "html":
            raise BadFeed(WEB_PAGE)
        raise BadFeed("Deze feed begint met een DOCTYPE; dat hoort niet in een feed en wordt niet gelezen.")


def parse(data: bytes) -> ReadShow:
    """Return the show of an RSS feed. Raises BadFeed."""
    if len(data) > LARGEST:
        raise BadFeed("Deze feed is te groot: meer dan 20 MB.")
    parser = ElementTree.XMLParser(target=_NoDoctype())  # noqa: S314 - refuses what makes XML unsafe
    try:
        parser.feed(data)
        root = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise BadFeed(_not_xml(data, error)) from error
    channel = root.find("channel") if root.tag == "rss" else None
    if channel is None:
        raise BadFeed(WEB_PAGE if root.tag.lower().endswith("html") else NO_FEED)
    show, guids = ReadShow(_show(channel), _href(channel), []), set()
    for item in channel.findall("item"):
        episode = _episode(item)
        if episode is None:
            show.left_out.append((_title(item), "Hier hoort geen geluid bij."))
        elif episode.guid in guids:
            show.left_out.append((episode.title, "Staat twee keer in de feed, met hetzelfde kenmerk."))
        else:
            guids.add(episode.guid)
            show.episodes.append(episode)
    return show


def _not_xml(data: bytes, error: Exception) -> str:
    if b"<html" in data[:2000].lower():
        return WEB_PAGE
    line, sign = getattr(error, "position", (0, 0))
    where = f" Het gaat mis in regel {line}, bij teken {sign + 1}." if line and data.strip() else ""
    return f"Dit is geen geldige XML, en dus geen feed.{where}"


def _text(element: ElementTree.Element, *names: str) -> str:
    for name in names:
        if text := (element.findtext(name) or "").strip():
            return text
    return ""


def _plain(html: str) -> str:
    """Return the words of HTML, its tags gone."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _href(element: ElementTree.Element) -> str:
    image = element.find(f"{ITUNES}image")
    return image.get("href", "") if image is not None else ""


def _number(text: str) -> int | None:
    return (
        int(text)
        if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= 32_767 and len(text) < 6
        else None
    )


def _is_explicit(text: str) -> bool:
    return text.lower() in ("true", "yes", "explicit")


def _podcast(element: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [found for space in PODCAST for found in element.findall(f"{space}{name}")]


def _show(channel: ElementTree.Element) -> dict[str, Any]:
    owner = channel.find(f"{ITUNES}owner")
    categories = _categories(channel)
    guid = next((found.text or "" for found in _podcast(channel, "guid")), "").strip()
    return {
        "feed_title": _text(channel, "title")[:200],
        "feed_description": _plain(_text(channel, "description", f"{ITUNES}summary"))[:4000],
        "feed_author": _text(channel, f"{ITUNES}author")[:200],
        "owner_name": _text(owner, f"{ITUNES}name")[:200] if owner is not None else "",
        "owner_email": _text(owner, f"{ITUNES}email")[:254] if owner is not None else "",
        "copyright": _text(channel, "copyright")[:200],
        "explicit": _is_explicit(_text(channel, f"{ITUNES}explicit")),
        "show_type": "serial" if _text(channel, f"{ITUNES}type").lower() == "serial" else "episodic",
        "podcast_guid": guid[:36],
        "category": categories[0] if categories else "",
        "second_category": categories[1] if len(categories) > 1 else "",
    }


def _categories(channel: ElementTree.Element) -> list[str]:
    known = {name for name, _ in CATEGORIES}
    found = []
    for main in channel.findall(f"{ITUNES}category"):
        sub = main.find(f"{ITUNES}category")
        name = main.get("text", "")
        full = f"{name}|{sub.get('text', '')}" if sub is not None else name
        found += [chosen] if (chosen := full if full in known else name) in known else []
    return found


def _episode(item: ElementTree.Element) -> ReadEpisode | None:
    """Return an episode, None for an item without sound."""
    enclosure = item.find("enclosure")
    audio = enclosure.get("url", "").strip() if enclosure is not None else ""
    if enclosure is None or not audio:
        return None
    description = _text(item, "description", f"{ITUNES}summary", f"{ITUNES}subtitle")
    size = enclosure.get("length", "")
    transcripts = sorted(_podcast(item, "transcript"), key=lambda found: found.get("type") != "text/vtt")
    return ReadEpisode(
        guid=(_text(item, "guid") or audio)[:500],
        title=_title(item),
        summary=_plain(_text(item, f"{ITUNES}summary") or description)[:1000],
        notes=_text(item, f"{CONTENT}encoded") or description,
        published=_moment(_text(item, "pubDate")),
        audio=audio,
        kind=enclosure.get("type", "").partition(";")[0].strip().lower(),
        size=int(size) if size.isascii() and size.isdigit() and len(size) < 13 else 0,
        seconds=_seconds(_text(item, f"{ITUNES}duration")),
        season=_number(_text(item, f"{ITUNES}season")),
        number=_number(_text(item, f"{ITUNES}episode")),
        episode_type=kind
        if (kind := _text(item, f"{ITUNES}episodeType").lower()) in ("trailer", "bonus")
        else "full",
        explicit=_is_explicit(_text(item, f"{ITUNES}explicit")),
        image=_href(item),
        transcript=transcripts[0].get("url", "") if transcripts else "",
        chapters=_chapters(item),
        guests=_guests(item),
    )


def _title(item: ElementTree.Element) -> str:
    return _plain(_text(item, f"{ITUNES}title", "title"))[:255] or "Zonder titel"


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _seconds(text: str) -> int | None:
    try:
        return parse_clock(text.partition(".")[0]) or None
    except ValueError:
        return None


def _chapters(item: ElementTree.Element) -> list[tuple[int, str, str]]:
    """Return the chapters that stand in the feed itself (podlove simple chapters)."""
    rows: dict[int, tuple[int, str, str]] = {}
    for chapter in item.findall(f"{CHAPTERS}chapters/{CHAPTERS}chapter"):
        start, url = _seconds(chapter.get("start", "")) or 0, chapter.get("href", "")
        if title := chapter.get("title", "").strip()[:200]:
            rows[start] = (start, title, url if url.startswith("https://") else "")
    return [rows[start] for start in sorted(rows)]


def _guests(item: ElementTree.Element) -> list[dict[str, Any]]:
    guests = []
    for person in _podcast(item, "person"):
        url, name = person.get("href", ""), (person.text or "").strip()[:100]
        if name and person.get("role", "host").lower() == "guest":
            guests.append(
                {"name": name, "role": "", "url": url if url.startswith("https://") else "", "portrait": None}
            )
    return guests
