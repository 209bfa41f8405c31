"""A page as the rules of `advice` read it."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page, Site

from advice.text import Block, Kind, Link, Picture, Text
from blog.advising.rich import path_of, read
from blog.dead_links.anchors import anchor_of
from blog.models import ArticleIndexPage, AuthorIndexPage, AuthorPage, HomePage, PodcastIndexPage

# Pages that lead on to what is to be read.
LISTS = (HomePage, ArticleIndexPage, AuthorIndexPage, PodcastIndexPage)
# What kinds of pages call the words that stand first, where that is not "intro".
_INTROS = ("summary", "hero_text", "short_bio")
# What a block of the body says in words that need not be sentences, and what it says in sentences.
_ITEMS = {
    "image": ("caption",),
    "quote": ("text",),
    "table": ("caption",),
    "audio": ("title",),
    "patterns": ("title",),
    "signals": ("title",),
    "reflection": ("title",),
    "faq": ("title",),
    "call_to_action": ("title",),
    "media_appearance": ("title",),
}
_LISTS = {"signals": "items", "reflection": "questions"}
# Where a block of the body leads.
_PAGES = {"read_also": "page", "listen_also": "episode", "call_to_action": "page"}


class _Body:
    """Gathers what stands in a body."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pictures: list[Picture] = []
        self.links: list[tuple[Link, str]] = []

    def take(self, kind: str, value: Any, where: str) -> None:
        if kind in ("paragraph", "insight"):
            self._rich(value if kind == "paragraph" else value["text"], where)
        elif kind == "heading":
            self.blocks.append(Block(where, value["text"] or "", Kind.HEADING, value.level_number))
        else:
            self._others(kind, value, where)

    def _others(self, kind: str, value: Any, where: str) -> None:
        for name in _ITEMS.get(kind, ()):
            self._words(value[name], where)
        if kind in _LISTS:
            for item in value[_LISTS[kind]]:
                self._words(item, where)
        if kind in _PAGES and (page := value[_PAGES[kind]]):
            self.links.append((Link(where, value.get("text") or page.title, page.pk), ""))
        if kind == "image" and (image := value["image"]):
            alt = image.contextual_alt_text or ""
            self.pictures.append(Picture(where, alt, bool(image.decorative)))
        elif kind == "gallery":
            for item in value["images"]:
                self._words(item["caption"], where)
                if image := item["image"]:
                    self.pictures.append(
                        Picture(where, image.contextual_alt_text or "", bool(image.decorative))
                    )
        elif kind == "case_study":
            for child in value["body"]:
                self.take(child.block_type, child.value, where)
        elif kind == "patterns":
            for item in value["items"]:
                self._words(item["term"], where)
                self._words(item["explanation"], where, Kind.PARAGRAPH)
        elif kind == "faq":
            for item in value["items"]:
                self._words(item["question"], where)
                self._rich(item["answer"], where)
        elif kind == "call_to_action":
            self._words(value["text"], where, Kind.PARAGRAPH)
        elif kind == "table" and value["table"]:
            for row in value["table"].rows:
                for cell in row:
                    self._words(str(cell), where)

    def _words(self, words: Any, where: str, kind: Kind = Kind.ITEM) -> None:
        if words and str(words).strip():
            self.blocks.append(Block(where, str(words), kind))

    def _rich(self, value: Any, where: str) -> None:
        blocks, links = read(getattr(value, "source", value) or "", where)
        self.blocks += blocks
        self.links += links


def read_page(page: Page, places: Iterable[str] | None = None) -> Text:
    """Return `page` as plain text, without what only the site knows.

    `places` are what the editor calls the blocks of the body, in their order; default: their ids.
    """
    body = _Body()
    stream: StreamValue | Iterable[Any] = getattr(page, "body", None) or []
    names: Iterator[str] | None = iter(places) if places is not None else None
    for child in stream:
        body.take(child.block_type, child.value, next(names) if names is not None else child.id or "")
    if isinstance(page, HomePage) and page.about_text:
        body.take("paragraph", page.about_text, "about_text")
    intro = next((name for name in _INTROS if hasattr(page, name)), "intro")
    return Text(
        title=page.title or "",
        slug=page.slug or "",
        seo_title=page.seo_title or "",
        description=page.search_description or "",
        intro=getattr(page, intro, "") or getattr(page, "hero_sentence", "") or "",
        keyphrase=getattr(page, "focus_keyphrase", None),
        blocks=tuple(body.blocks),
        pictures=(*_pictures_around(page), *body.pictures),
        links=tuple(_with_own_pages(body.links)),
        names={"intro": intro} if intro != "intro" else {},
        is_list=isinstance(page, LISTS),
    )


def _pictures_around(page: Page) -> Iterator[Picture]:
    """Yield the pictures outside the body that have something to say; the others are there for the eye."""
    if getattr(page, "hero_image_id", None) and getattr(page, "hero_alt", "").strip():
        yield Picture("hero_alt", page.hero_alt)
    if isinstance(page, AuthorPage) and page.portrait_id:
        yield Picture("portrait_alt", page.portrait_alt)
    coach = page.about_author if isinstance(page, HomePage) else None
    if coach is not None and coach.portrait_id:
        yield Picture("about_author", coach.portrait_alt)


def _with_own_pages(links: list[tuple[Link, str]]) -> Iterator[Link]:
    """Yield the links; those whose typed address is one of our own pages know which."""
    typed = {address for link, address in links if link.page is None and address}
    pages = _pages_at(typed) if typed else {}
    for link, address in links:
        page = pages.get(address, link.page)
        is_ours = page is not None or address.startswith("#")
        yield Link(link.where, link.words, page, anchor_of(address) if is_ours else "")


def _pages_at(addresses: set[str]) -> dict[str, int]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return {}
    root = site.root_page.url_path.rstrip("/")
    paths = {
        address: f"{root}{path.rstrip('/')}/"
        for address in addresses
        if (path := path_of(address, site.root_url))
    }
    if not paths:
        return {}
    found = dict(Page.objects.filter(url_path__in=set(paths.values())).values_list("url_path", "pk"))
    return {address: found[path] for address, path in paths.items() if path in found}
