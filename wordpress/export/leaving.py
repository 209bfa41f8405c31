"""Pages, pictures and sounds of this site as the items of an export of WordPress."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Any
from zlib import crc32

from wagtail.models import PageViewRestriction, Site

from blog.feeds.articles import guid as guid_of_article
from blog.models import ArticlePage, AuthorPage, PodcastEpisodePage, StandardPage
from blog.models.base import SitePage
from images.models import SiteImage
from wordpress import own
from wordpress.export import gutenberg, own_fields, php
from wordpress.export.addresses import SiteAddresses
from wordpress.export.attachments import IMAGES, LOOSE, SOUNDS
from wordpress.export.spoken import reactions
from wordpress.reading.items import Item, TermOfItem

KINDS: dict[type[SitePage], str] = {
    StandardPage: "page",
    ArticlePage: "post",
    PodcastEpisodePage: "podcast",
    AuthorPage: own.AUTHOR_KIND,
    **own.LIST_KINDS,
}
AT_ONCE = 100


class Leaving:
    """Gives the items of a site one by one, pictures first, in the order of the tree."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.addresses = SiteAddresses(site)
        self._parents = self.addresses.parents()
        self.unpublished = 0
        # Sounds that stand in the texts of pages given so far, by their names in the storage of media.
        self.loose: set[str] = set()

    def items(self) -> Iterator[Item]:
        for image in SiteImage.objects.order_by("pk").iterator(AT_ONCE):
            yield self._picture(image)
        told: set[str] = set()
        for kind in KINDS:
            for page in self.pages(kind):
                if kind is PodcastEpisodePage and page.audio:
                    yield self._sound(page)
                for name in self.addresses.loose_sounds(page):
                    if name not in told:
                        told.add(name)
                        yield self._loose_sound(name, page)
                yield self.item(page)

    def pages(self, kind: Any) -> Iterator[Any]:
        """Give the pages of a kind, drafts as they were last left; a published page as readers see it."""
        found = kind.objects.descendant_of(self.site.root_page, inclusive=True).order_by("path")
        for page in found.select_related("owner").iterator(AT_ONCE):
            if page.live:
                self.unpublished += bool(page.has_unpublished_changes)
            else:
                page = page.get_scheduled_revision_as_object() or page.get_latest_revision_as_object()
            self.loose.update(self.addresses.loose_sounds(page))
            yield page

    def item(self, page: Any) -> Item:
        kind = KINDS[type(page)]
        status, password, moment = standing(page)
        meta = {**_search_meta(page, self.addresses), **own_fields.told(page, self.addresses)}
        if kind == "podcast":
            meta["enclosure"] = self._enclosure(page)
        if picture := getattr(page, "hero_image_id", None) or getattr(page, "cover_id", None):
            meta["_thumbnail_id"] = str(IMAGES + picture)
        authors = _authors(page)
        return Item(
            line=0,
            id=page.pk,
            kind=kind,
            status="inherit" if kind.startswith("liefdesverdriet_") else status,
            title=escape(page.title, quote=False),
            link=self.addresses.page(page.pk),
            guid=self._guid(page),
            slug=page.slug,
            creator=authors[0].slug if authors else "",
            content=gutenberg.body(page.body.raw_data, self.addresses) if hasattr(page, "body") else "",
            excerpt=escape(page.lead_text(), quote=False),
            published_at=moment,
            modified_at=page.latest_revision_created_at or page.last_published_at or moment,
            comments_open=bool(getattr(page, "comments_open", False)),
            password=password,
            parent=self._parent(page),
            menu_order=0,
            is_sticky=False,
            attachment_url="",
            terms=tuple(_terms(page)),
            meta={key: value for key, value in meta.items() if value},
            reactions=tuple(reactions(page.pk, authors[0].pk if authors else 0)),
        )

    def _parent(self, page: Any) -> int:
        """Return the page above a page that WordPress knows as one."""
        above = self._parents.get(page.pk, 0)
        return above if isinstance(page, StandardPage) and above != self.site.root_page_id else 0

    def _guid(self, page: Any) -> str:
        if isinstance(page, ArticlePage):
            return guid_of_article(page)
        if isinstance(page, PodcastEpisodePage):
            return page.feed_guid
        return f"{self.addresses.root}/?page_id={page.pk}"

    def _picture(self, image: SiteImage) -> Item:
        meta = {"_wp_attachment_image_alt": image.description, own.CREDIT: image.credit}
        return self._file(IMAGES + image.pk, image.title, image.file.name, image.created_at, meta)

    def _sound(self, page: PodcastEpisodePage) -> Item:
        moment = page.first_published_at or page.latest_revision_created_at
        return self._file(SOUNDS + page.pk, page.title, page.audio.name or "", moment, {})

    def _loose_sound(self, name: str, page: Any) -> Item:
        number = LOOSE + crc32(name.encode())
        return self._file(number, name.rpartition("/")[2], name, page.first_published_at, {})

    def _file(
        self, number: int, title: str, name: str, moment: datetime | None, meta: dict[str, str]
    ) -> Item:
        meta = {"_wp_attached_file": name, **meta}
        return Item(
            line=0,
            id=number,
            kind="attachment",
            status="inherit",
            title=escape(title, quote=False),
            link=f"{self.addresses.root}/?attachment_id={number}",
            guid=self.addresses.file(name),
            slug=f"bestand-{number}",
            creator="",
            content="",
            excerpt="",
            published_at=moment,
            modified_at=moment,
            comments_open=False,
            password="",
            parent=0,
            menu_order=0,
            is_sticky=False,
            attachment_url=self.addresses.file(name),
            terms=(),
            meta={key: value for key, value in meta.items() if value},
            reactions=(),
        )

    def _enclosure(self, page: PodcastEpisodePage) -> str:
        """Return the sound as PowerPress keeps it: three lines and a serialised array."""
        address = self.addresses.file(page.audio.name or "") if page.audio else page.audio_address
        if not address:
            return ""
        more = {
            "duration": str(page.duration or ""),
            "season": str(page.season or ""),
            "episode_no": str(page.number or ""),
            "episode_type": page.episode_type,
            "explicit": "1" if page.explicit else "2",
        }
        return "\n".join([address, str(page.audio_bytes), page.audio_type, php.array(more)])


def standing(page: Any) -> tuple[str, str, datetime | None]:
    """Return status, password and moment of a page as WordPress has them. What is not for all is private."""
    if not page.live:
        if page.scheduled_revision is not None:
            return "future", "", page.scheduled_revision.approved_go_live_at
        return "draft", "", page.first_published_at or page.latest_revision_created_at
    restrictions = list(page.get_view_restrictions())
    passwords = [one for one in restrictions if one.restriction_type == PageViewRestriction.PASSWORD]
    if len(restrictions) > len(passwords):
        return "private", "", page.first_published_at
    return "publish", passwords[0].password if passwords else "", page.first_published_at


def _search_meta(page: Any, addresses: SiteAddresses) -> dict[str, str]:
    picture = page.social_image_id
    return {
        "_yoast_wpseo_title": page.seo_title,
        "_yoast_wpseo_metadesc": page.search_description,
        "_yoast_wpseo_focuskw": getattr(page, "focus_keyphrase", ""),
        "_yoast_wpseo_canonical": page.canonical_url,
        "_yoast_wpseo_meta-robots-noindex": "1" if page.noindex else "",
        "_yoast_wpseo_opengraph-image": addresses.image(picture) if picture else "",
        "_yoast_wpseo_opengraph-image-id": str(IMAGES + picture) if picture else "",
    }


def _authors(page: Any) -> list[Any]:
    return [link.author for link in page.article_authors.all()] if isinstance(page, ArticlePage) else []


def _terms(page: Any) -> Iterator[TermOfItem]:
    if isinstance(page, ArticlePage):
        for category in page.categories.all():
            yield TermOfItem("category", category.slug, category.name)
        for tag in page.tags.all():
            yield TermOfItem("post_tag", tag.slug, tag.name)
