"""A page of ours, unsaved, as an item of the export wants it to be."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from blog.models import ArticleAuthor, ArticlePage, PodcastEpisodePage, StandardPage
from blog.models.articles import RelatedArticle, TaggedArticle
from blog.models.base import SitePage
from blog.podcast.audio import KINDS, SUFFIXES
from wordpress import own
from wordpress.bodies.convert import convert
from wordpress.reading.enclosures import Enclosure, enclosure
from wordpress.reading.items import Item
from wordpress.reading.seo import SearchFields, search_fields
from wordpress.taking_over.authors import Authors
from wordpress.taking_over.kinds import EPISODES, Becomes, State, becomes, state_of
from wordpress.taking_over.known import Known
from wordpress.taking_over.own_fields import OwnFields
from wordpress.taking_over.surroundings import ItemSurroundings
from wordpress.taking_over.terms import Terms
from wordpress.taking_over.words import introduction, plain, shortened, slug_of, title_of
from wordpress.taking_over.writing import Standing

STICKY = "stond op de oude site altijd bovenaan; dat kent deze site niet"
NO_SOUND = "het geluid is nog niet hier en het oude adres begint niet met https://; kies zelf een bestand"
HAS_NOTE = "er staat een notitie in de tekst; lezers zien die niet"
_KIND_NAMES = {"audio/mp3": "audio/mpeg", "audio/mp4": "audio/x-m4a", "audio/m4a": "audio/x-m4a"}


@dataclass(slots=True)
class Made:
    """What an item wants to be, what to remark on it, and what it waits for on the old site."""

    page: Any
    kind: Becomes
    standing: Standing
    remarks: list[str] = field(default_factory=list)
    waits_for: set[str] = field(default_factory=set)
    # It comes from a site like this one, and tells of all fields that WordPress has no place for.
    is_own: bool = False


class Maker:
    """Makes pages of items; knows whatever is here of the old site."""

    def __init__(self, known: Known, terms: Terms, authors: Authors, now: datetime) -> None:
        self._known, self._terms, self._authors, self._now = known, terms, authors, now

    def make(self, item: Item) -> Made:
        sound = enclosure(item)
        kind = becomes(item.kind, has_sound=sound is not None and sound.of_podcast)
        if kind is None or kind is Becomes.FILE:
            raise ValueError(f"{item.kind} is no page")
        is_future = item.published_at is not None and item.published_at > self._now
        state, remarks = state_of(item, is_future)
        standing = Standing(state, item.published_at, item.modified_at, item.password[:255])
        if state is State.LIVE and item.published_at is None:
            remarks.append("had geen datum")
        if item.is_sticky:
            remarks.append(STICKY)
        title, words = title_of(item)
        remarks += words
        surroundings = ItemSurroundings(self._known, item)
        body = convert(item.content, surroundings)
        made = Made(None, kind, standing, [*remarks, *body.remarks], set(body.waits_for))
        if body.has_notes:
            made.remarks.append(HAS_NOTE)
        fields = search_fields(item.meta, title, self._known.contents.header.title)
        make: Callable[..., SitePage] = {
            Becomes.ARTICLE: self._article,
            Becomes.PAGE: self._page,
            Becomes.EPISODE: self._episode,
        }[kind]
        made.page = make(item, made, title, fields, body.blocks, sound)
        made.page.title = made.page.draft_title = title
        made.page.slug = slug_of(item, title)
        self._give_search_fields(made, fields)
        if own.MARK in item.meta:
            self._give_own_fields(item, made, surroundings)
        return made

    def _article(
        self, item: Item, made: Made, title: str, fields: SearchFields, blocks: list[Any], sound: Any
    ) -> SitePage:
        intro, words = introduction(item, title, fields.description, blocks)
        made.remarks += words
        page = ArticlePage(
            intro=intro,
            body=json.dumps(blocks),
            comments_open=item.comments_open,
            focus_keyphrase=fields.keyphrase[:100],
            feed_guid=item.guid[:255],
        )
        self._give_hero(page, item, made)
        page.hero_caption = shortened(plain(self._caption(item)), 255)
        page.categories = self._terms.categories_of(item)
        page.tagged_items = [TaggedArticle(tag=tag) for tag in self._terms.tags_of(item)]
        author = self._authors.page_of(item.creator)
        page.article_authors = [ArticleAuthor(author=author)] if author else []
        page.owner = self._authors.user_of(item.creator)
        return page

    def _page(
        self, item: Item, made: Made, title: str, fields: SearchFields, blocks: list[Any], sound: Any
    ) -> SitePage:
        if item.kind != "page":
            made.remarks.append(f"was van de eigen soort ‘{item.kind[:40]}’ en is nu een gewone pagina")
        if item.reactions:
            made.remarks.append("een pagina toont hier geen reacties")
        page = StandardPage(intro=plain(item.excerpt), body=json.dumps(blocks))
        self._give_hero(page, item, made)
        page.owner = self._authors.user_of(item.creator)
        return page

    def _episode(
        self,
        item: Item,
        made: Made,
        title: str,
        fields: SearchFields,
        blocks: list[Any],
        sound: Enclosure | None,
    ) -> SitePage:
        intro, words = introduction(item, title, fields.description, list(blocks))
        page = PodcastEpisodePage(summary=intro, body=json.dumps(blocks), guid=item.guid[:500])
        made.remarks += [word for word in words if not word.startswith("had geen samenvatting; de eerste al")]
        self._give_picture(page, "cover", item, made)
        page.owner = self._authors.user_of(item.creator)
        if sound is None:
            made.remarks.append("had geen geluid")
            made.standing.state = State.DRAFT if made.standing.state is not State.DRAFT else State.DRAFT
            return page
        kind = _KIND_NAMES.get(sound.kind, sound.kind)
        if kind not in KINDS:
            kind = SUFFIXES.get(urlsplit(sound.url).path.lower().rpartition(".")[2], "")
        page.season, page.number = sound.season, sound.number
        page.episode_type, page.explicit = sound.episode_type or "full", sound.explicit
        page.duration, page.audio_kind, page.audio_bytes = sound.seconds, kind, sound.bytes
        file = self._known.files.get(self._known.attachment_of(sound.url), "")
        if file and self._known.old.is_own(sound.url):
            page.audio.name = file
        elif sound.url.lower().startswith("https://") and len(sound.url) <= 500:
            page.audio_address = sound.url
        else:
            made.remarks.append(NO_SOUND)
            made.standing.state = State.DRAFT
        if not file and self._known.old.is_own(sound.url) and self._known.attachment_of(sound.url):
            made.waits_for.add(sound.url)
        return page

    def _give_hero(self, page: Any, item: Item, made: Made) -> None:
        self._give_picture(page, "hero_image", item, made)
        if page.hero_image_id:
            page.hero_alt = shortened(self._known.images[_thumbnail(item)].alt, 255)

    def _give_picture(self, page: Any, name: str, item: Item, made: Made) -> None:
        """Give the page the picture that was chosen for the item, or let it wait for that."""
        number = _thumbnail(item)
        if not number:
            return
        if picture := self._known.images.get(number):
            setattr(page, f"{name}_id", picture.image_id)
        elif self._known.picture_is_coming(number):
            made.waits_for.add(self._known.contents.entries[number].attachment_url)
        else:
            made.remarks.append("de uitgelichte afbeelding staat niet in de export")

    def _caption(self, item: Item) -> str:
        picture = self._known.images.get(_thumbnail(item))
        return picture.caption if picture else ""

    def _give_own_fields(self, item: Item, made: Made, surroundings: ItemSurroundings) -> None:
        """Give the page what an export of a site like this one tells besides."""
        page, told = made.page, OwnFields(item, surroundings)
        made.is_own = True
        for name in own.FIELDS[type(page)]:
            setattr(page, name, told.value(page, name))
        if isinstance(page, ArticlePage):
            logins = {author.login for author in self._known.contents.authors}
            people = [self._authors.page_of(login) for login in told.authors() if login in logins]
            chosen = {person.pk: person for person in people if person is not None}
            page.article_authors = [ArticleAuthor(author=person) for person in chosen.values()]
            page.related_articles = [RelatedArticle(other_id=number) for number in told.related()]
        made.remarks += told.remarks
        made.waits_for |= told.waits_for

    def _give_search_fields(self, made: Made, fields: SearchFields) -> None:
        page = made.page
        page.seo_title = shortened(fields.title, 255)
        page.search_description = fields.description
        page.noindex = fields.noindex
        own = self._known.old.is_own(fields.canonical)
        if fields.canonical and not own and len(fields.canonical) <= 200:
            page.canonical_url = fields.canonical
        number = fields.picture_id or self._known.attachment_of(fields.picture_url)
        if picture := self._known.images.get(number):
            page.social_image_id = picture.image_id
        elif number and self._known.picture_is_coming(number):
            made.waits_for.add(self._known.contents.entries[number].attachment_url)


def has_place(item: Item) -> bool:
    """Say whether the item is one that stands in the tree of pages by its parent."""
    return item.kind not in EPISODES and becomes(item.kind) is Becomes.PAGE


def _thumbnail(item: Item) -> int:
    found = item.meta.get("_thumbnail_id", "").strip()
    return int(found) if found.isascii() and found.isdigit() and len(found) < 19 else 0
