"""Pages that each site of ours has: of authors, the home page, the lists. What is empty there is filled."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from blog.models import ArticleIndexPage, AuthorIndexPage, AuthorPage, HomePage, PodcastIndexPage
from blog.models.base import SitePage
from wordpress import own
from wordpress.bodies.convert import convert
from wordpress.bodies.surroundings import Target
from wordpress.reading.items import Contents, Entry, Item
from wordpress.reading.seo import search_fields
from wordpress.taking_over.addresses import path_of
from wordpress.taking_over.authors import Authors
from wordpress.taking_over.known import Known
from wordpress.taking_over.own_fields import OwnFields
from wordpress.taking_over.places import Places, is_of_the_site
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.surroundings import ItemSurroundings
from wordpress.taking_over.task import Task
from wordpress.taking_over.words import plain, shortened

NOBODY = "hoort bij niemand die in de export als auteur staat"
DRAFT_HERE = "hier staat een concept klaar of de pagina is op slot, dus er is niets aangevuld"
FILLED = "aangevuld wat hier nog leeg was: {}"
_LISTS = {kind: model for model, kind in own.LIST_KINDS.items()}
_SEARCH = ("seo_title", "search_description")


class OwnPages:
    """Knows where such pages are, and fills them."""

    def __init__(self, known: Known, places: Places, authors: Authors, task: Task) -> None:
        self._known, self._places, self._authors, self._task = known, places, authors, task
        self._logins = {author.login for author in known.contents.authors}

    def find(self) -> None:
        """Let links to such pages lead to those that are here."""
        for entry in self._entries(own.AUTHOR_KIND, *_LISTS):
            page = self._page(entry)
            if page is not None and page.pk and page.pk > 0:
                kind = "author" if isinstance(page, AuthorPage) else "page"
                target = Target(page.pk, kind, self._known.path_here(page.url_path))
                self._known.people.setdefault(path_of(entry.link), target)

    def takes(self, item: Any) -> bool:
        return isinstance(item, Item) and (item.kind == own.AUTHOR_KIND or item.kind in _LISTS)

    def bring(self, item: Item) -> Line:
        line = Line(item.kind, item.id, shortened(plain(item.title), 255), Outcome.KNOWN)
        page = self._page(item)
        if page is None:
            line.outcome, line.words = Outcome.LEFT_OUT, [NOBODY]
        elif page.pk is None or page.pk < 0:
            # Only looked at: it would be made.
            line.outcome = Outcome.CHANGED
        else:
            line.page_id = page.pk
            try:
                with transaction.atomic():
                    self._fill(item, page.pk, line)
            except ValidationError as error:
                line.outcome, line.words = Outcome.FAILED, [" ".join(error.messages)]
        return line

    def _fill(self, item: Item, page_id: int, line: Line) -> None:
        live = Page.objects.get(pk=page_id).specific
        page = live.get_latest_revision_as_object()
        empty = [name for name in self._names(page) if _is_empty(page, name)]
        values, remarks = self._values(item, page, empty)
        values = {
            name: value for name, value in values.items() if value != page._meta.get_field(name).get_default()
        }
        if not values:
            return
        if live.locked or (live.live and live.has_unpublished_changes):
            line.words.append(DRAFT_HERE)
            return
        for name, value in values.items():
            setattr(page, name, value)
        revision = page.save_revision(user=self._task.user)
        if live.live:
            revision.publish(user=self._task.user)
        line.outcome = Outcome.CHANGED
        labels = ", ".join(str(page._meta.get_field(name).verbose_name) for name in values)
        line.words = [FILLED.format(labels), *remarks]

    def _values(self, item: Item, page: SitePage, names: list[str]) -> tuple[dict[str, Any], list[str]]:
        surroundings = ItemSurroundings(self._known, item)
        told = OwnFields(item, surroundings)
        values = {name: told.value(page, name) for name in names if name in own.FIELDS[type(page)]}
        if "body" in names and item.content.strip():
            body = convert(item.content, surroundings)
            if body.blocks:
                values["body"] = json.dumps(body.blocks)
                told.remarks += body.remarks
        fields = search_fields(item.meta, page.title, self._known.contents.header.title)
        found = {"seo_title": shortened(fields.title, 255), "search_description": fields.description}
        return values | {name: found[name] for name in _SEARCH if name in names}, told.remarks

    def _names(self, page: SitePage) -> list[str]:
        return [*own.FIELDS[type(page)], *(["body"] if hasattr(page, "body") else []), *_SEARCH]

    def _page(self, thing: Item | Entry) -> Any:
        if thing.kind == own.AUTHOR_KIND:
            return self._authors.page_of(thing.slug) if thing.slug in self._logins else None
        lists: dict[type[SitePage], Any] = {
            HomePage: lambda: self._places.home,
            ArticleIndexPage: self._places.blog,
            AuthorIndexPage: self._places.people,
            PodcastIndexPage: self._places.podcast,
        }
        return lists[_LISTS[thing.kind]]()

    def _entries(self, *kinds: str) -> list[Entry]:
        return [entry for entry in self._known.contents.entries.values() if entry.kind in kinds]


def wish(places: Places, contents: Contents) -> None:
    """Let lists that are still to be made be called as they were."""
    for entry in contents.entries.values():
        model = _LISTS.get(entry.kind)
        title, slug = shortened(plain(entry.title), 255), slugify(entry.slug)[:100]
        if model is not None and title and slug and not is_of_the_site(slug):
            places.wishes.setdefault(model, (title, slug))


def _is_empty(page: SitePage, name: str) -> bool:
    value = getattr(page, name)
    return (not value and value is not False) or value == page._meta.get_field(name).get_default()
