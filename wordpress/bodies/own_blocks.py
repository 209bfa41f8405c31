"""Blocks of ours that come back out of an export (wordpress.export.own_blocks wrote them).

The file may have been written by anybody: only what our block definitions hold gets in.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from typing import Any

import nh3
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.blocks.body import ArticleBody
from blog.models import Category
from blog.podcast.clock import ClockBlock
from wordpress.bodies.cleaning import without_control
from wordpress.bodies.links import Notebook, whole
from wordpress.bodies.surroundings import Body, Surroundings

PREFIX = "liefdesverdriet/"
# By this name a gift of ours is asked of the surroundings; its id is its slug.
GIFT = "liefdesverdriet_gift"
SCHEMES = {"http", "https", "mailto", "tel"}
MOST_ITEMS = 1000
_MODELS = {"article": "ArticlePage", "episode": "PodcastEpisodePage", "author": "AuthorPage"}
_LONGEST_SOUND = 100 * 3600
RICH_TAGS = {"p", "b", "i", "a", "ul", "ol", "li", "br"}
_OLD_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_LINK_WITHOUT_ADDRESS = re.compile(r"<a>(.*?)</a>", re.DOTALL)


class _Missing(Exception):
    """A value without what it can't do without."""


@cache
def definitions() -> dict[str, blocks.Block]:
    """Return the blocks of a body by name."""
    return dict(ArticleBody().child_blocks)


def decode(
    name: str, attributes: dict[str, Any], surroundings: Surroundings, waits_for: set[str]
) -> dict[str, Any] | None:
    """Return the raw block that was encoded; None when it is not one of ours or lacks what it needs.

    Addresses of what is not here yet are added to `waits_for`.
    """
    kind = name.removeprefix(PREFIX).replace("-", "_")
    definition = definitions().get(kind)
    if definition is None:
        return None
    inward = _Inward(Notebook(surroundings, Body(waits_for=waits_for)))
    try:
        value = inward.value(definition, attributes.get("value"))
    except _Missing:
        return None
    if kind == "audio":
        value["url"] = inward.notebook.file(value["url"])
        if not value["url"].startswith(("/", "https://")):
            return None
    return {"type": kind, "value": value}


def inward(definition: blocks.Block, given: Any, surroundings: Surroundings, waits_for: set[str]) -> Any:
    """Return as a raw value what `wordpress.export.own_blocks.outward` gave, None where it can't be."""
    try:
        return _Inward(Notebook(surroundings, Body(waits_for=waits_for))).value(definition, given)
    except _Missing:
        return None


def rich_text(html: str, surroundings: Surroundings, waits_for: set[str]) -> str:
    return _Inward(Notebook(surroundings, Body(waits_for=waits_for))).rich(html)


@dataclass(slots=True)
class _Inward:
    """Turns what came into a raw value of ours. Raises _Missing."""

    notebook: Notebook

    def value(self, definition: blocks.Block, given: Any) -> Any:
        taken = self._taken(definition, given)
        is_needed = definition.required or isinstance(definition, blocks.ListBlock | TypedTableBlock)
        if is_needed and taken in (None, "", []) and not isinstance(definition, blocks.StaticBlock):
            raise _Missing(definition.name)
        return taken

    def _taken(self, definition: blocks.Block, given: Any) -> Any:
        match definition:
            case blocks.StaticBlock():
                return None
            case TypedTableBlock():
                return self._table(given)
            case blocks.StructBlock():
                if not isinstance(given, dict):
                    raise _Missing(definition.name)
                return {
                    name: self.value(one, given.get(name)) for name, one in definition.child_blocks.items()
                }
            case blocks.ListBlock():
                return self._list(definition.child_block, given)
            case blocks.StreamBlock():
                return self._stream(definition, given)
            case blocks.RichTextBlock():
                return self.rich(given if isinstance(given, str) else "")
            case blocks.PageChooserBlock():
                kinds = {model.__name__ for model in definition.target_models}
                return self._page(_address(given, "page"), kinds)
            case ImageChooserBlock():
                return self._image(_address(given, "image"))
            case SnippetChooserBlock() if definition.target_model is Category:
                slug = _address(given, "category")
                return self.notebook.surroundings.category(slug) if slug else None
            case SnippetChooserBlock():
                slug = _address(given, "gift")
                return self.notebook.surroundings.gift(GIFT, {"id": slug}) if slug else None
            case blocks.ChoiceBlock():
                choices = {value for value, _ in definition.field.choices}
                return given if isinstance(given, str) and given in choices else definition.get_default()
            case blocks.BooleanBlock():
                return given is True
            case ClockBlock():
                is_moment = isinstance(given, int) and not isinstance(given, bool)
                return given if is_moment and 0 <= given < _LONGEST_SOUND else None
            case blocks.DateBlock():
                return _date(given)
            case blocks.URLBlock():
                found = whole(given) if isinstance(given, str) else None
                return found if found and found.startswith(("http://", "https://")) else ""
            case blocks.CharBlock() | blocks.TextBlock():
                text = without_control(given).strip() if isinstance(given, str) else ""
                return text[: getattr(definition.field, "max_length", None)]
        raise _Missing(definition.name)

    def _list(self, definition: blocks.Block, given: Any) -> list[dict[str, Any]]:
        values = []
        for one in given[:MOST_ITEMS] if isinstance(given, list) else []:
            try:
                values.append(self.value(definition, one))
            except _Missing:
                continue
        return [{"type": "item", "value": value} for value in values]

    def _stream(self, definition: blocks.StreamBlock, given: Any) -> list[dict[str, Any]]:
        taken = []
        for one in given[:MOST_ITEMS] if isinstance(given, list) else []:
            kind = one.get("type") if isinstance(one, dict) else None
            if not isinstance(kind, str) or kind not in definition.child_blocks:
                continue
            try:
                value = self.value(definition.child_blocks[kind], one.get("value"))
            except _Missing:
                continue
            taken.append({"type": kind, "value": value})
        return taken

    def _table(self, given: Any) -> dict[str, Any] | None:
        """Take a table of texts: as many cells in each row as there are columns."""
        given = given if isinstance(given, dict) else {}
        columns = [one for one in _dicts(given.get("columns"))[:50] if one.get("type") == "text"]
        if not columns:
            return None
        cells = [
            [_text(cell) for cell in row["values"][: len(columns)]]
            for row in _dicts(given.get("rows"))
            if isinstance(row.get("values"), list)
        ]
        return {
            "columns": [{"type": "text", "heading": _text(one.get("heading"))} for one in columns],
            "rows": [{"values": row + [""] * (len(columns) - len(row))} for row in cells],
            "caption": _text(given.get("caption")),
        }

    def rich(self, html: str) -> str:
        """Clean rich text; a link to a page that is here becomes a page link."""
        cleaned = nh3.clean(
            without_control(html),
            tags=RICH_TAGS,
            attributes={"a": {"href"}},
            link_rel=None,
            url_schemes=SCHEMES,
        )
        cleaned = cleaned.replace("<br>", "<br/>")

        def linked(found: re.Match[str]) -> str:
            link = self.notebook.link(unescape(found[1]))
            return f"{link.begin}{found[2]}</a>" if link else found[2]

        return _LINK_WITHOUT_ADDRESS.sub(r"\1", _OLD_LINK.sub(linked, cleaned))

    def _page(self, address: str, kinds: set[str]) -> int | None:
        if not address:
            return None
        known = self.notebook.surroundings
        if target := known.page(address):
            return target.page_id if kinds & {"Page", _MODELS.get(target.kind, "")} else None
        if known.comes_later(address):
            self.notebook.body.waits_for.add(address)
        return None

    def _image(self, address: str) -> int | None:
        if not address:
            return None
        if picture := self.notebook.surroundings.picture(0, address):
            return picture.image_id
        self.notebook.body.waits_for.add(address)
        return None


def _dicts(given: Any) -> list[dict[str, Any]]:
    return [one for one in given[:MOST_ITEMS] if isinstance(one, dict)] if isinstance(given, list) else []


def _address(given: Any, name: str) -> str:
    found = given.get(name) if isinstance(given, dict) else None
    return found if isinstance(found, str) else ""


def _text(given: Any) -> str:
    return without_control(given).strip() if isinstance(given, str) else ""


def _date(given: Any) -> str | None:
    try:
        return date.fromisoformat(given).isoformat() if isinstance(given, str) else None
    except ValueError:
        return None
