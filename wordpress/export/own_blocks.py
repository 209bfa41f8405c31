"""Blocks that WordPress has no equal for, as block comments that carry their value and words to read.

What is in a value only by its number here travels by its address: {"page": "https://…/blog/zee/"}.
wordpress.bodies.own_blocks takes them back.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any, Protocol

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.models import Category
from wordpress.bodies.own_blocks import PREFIX, definitions

_PAGE_LINK = re.compile(r'<a (?=[^>]*\blinktype="page")[^>]*?\bid="(\d+)"[^>]*>')
# What the editor adds for itself.
_KEY = re.compile(r' data-block-key="[^"]*"')
_ESCAPED = {"--": r"\u002d\u002d", "<": r"\u003c", ">": r"\u003e", "&": r"\u0026", r"\"": r"\u0022"}


class Addresses(Protocol):
    """Where pages and pictures are found from outside, "" when they are not there."""

    def page(self, number: int) -> str: ...

    def title(self, number: int) -> str: ...

    def image(self, number: int) -> str: ...

    def gift(self, number: int) -> str:
        """Return the slug of a gift."""

    def category(self, number: int) -> str:
        """Return the slug of a category."""


def comment(name: str, attributes: dict[str, Any], inner: str) -> str:
    """Return a block as WordPress writes it down, its attributes escaped as serialize_block does."""
    text = ""
    if attributes:
        text = json.dumps(attributes, ensure_ascii=False, separators=(",", ":"))
        for sign, escaped in _ESCAPED.items():
            text = text.replace(sign, escaped)
        text += " "
    if not inner:
        return f"<!-- wp:{name} {text}/-->"
    return f"<!-- wp:{name} {text}-->\n{inner}\n<!-- /wp:{name} -->"


def without_shortcodes(html: str) -> str:
    """Return text in which WordPress finds no shortcode: brackets are brackets here."""
    return html.replace("[", "&#91;")


def links_out(html: str, addresses: Addresses) -> str:
    """Return rich text as stored with its page links as addresses."""
    html = _KEY.sub("", html)
    return _PAGE_LINK.sub(lambda found: f'<a href="{escape(addresses.page(int(found[1])))}">', html)


def outward(definition: blocks.Block, raw: Any, addresses: Addresses) -> Any:
    """Return a raw value of any block with addresses for the numbers of this site."""
    return _Outward(addresses).value(definition, raw)


def encode(block: dict[str, Any], addresses: Addresses) -> str:
    """Return a raw block of a stream as a block comment, with its words as HTML for who can't read it."""
    definition = definitions()[block["type"]]
    attributes = {"value": outward(definition, block["value"], addresses)}
    if isinstance(definition, blocks.StaticBlock):
        attributes = {}
    words = without_shortcodes(readable(definition, block["value"], addresses))
    return comment(f"{PREFIX}{block['type'].replace('_', '-')}", attributes, words)


@dataclass(slots=True)
class _Outward:
    """Turns a raw value into one that means the same elsewhere."""

    addresses: Addresses

    def value(self, definition: blocks.Block, raw: Any) -> Any:
        match definition:
            case blocks.StructBlock():
                known = definition.child_blocks.items()
                return {name: self.value(child, raw[name]) for name, child in known if name in (raw or {})}
            case blocks.ListBlock():
                return [self.value(definition.child_block, item) for item in _items(raw)]
            case blocks.StreamBlock():
                children = definition.child_blocks
                return [
                    {"type": one["type"], "value": self.value(children[one["type"]], one["value"])}
                    for one in raw or []
                    if one["type"] in children
                ]
            case blocks.RichTextBlock():
                return links_out(str(raw or ""), self.addresses)
            case blocks.PageChooserBlock():
                return {"page": self.addresses.page(raw)} if raw else None
            case ImageChooserBlock():
                return {"image": self.addresses.image(raw)} if raw else None
            case SnippetChooserBlock() if definition.target_model is Category:
                return {"category": self.addresses.category(raw)} if raw else None
            case SnippetChooserBlock():
                return {"gift": self.addresses.gift(raw)} if raw else None
        return raw


def readable(definition: blocks.Block, raw: Any, addresses: Addresses) -> str:
    """Return the words of a value as plain HTML, in their order."""
    if definition.name == "note":
        return ""
    return "\n".join(part for part in _Words(addresses).parts(definition, raw) if part)


@dataclass(slots=True)
class _Words:
    addresses: Addresses

    def parts(self, definition: blocks.Block, raw: Any) -> list[str]:
        match definition:
            case blocks.StructBlock():
                return self._struct(definition, raw or {})
            case blocks.ListBlock():
                return self._joined(
                    lambda item: self.parts(definition.child_block, item), _items(raw), definition.child_block
                )
            case blocks.StreamBlock():
                return [
                    part
                    for one in raw or []
                    if one["type"] in definition.child_blocks
                    for part in self.parts(definition.child_blocks[one["type"]], one["value"])
                ]
            case blocks.RichTextBlock():
                return [links_out(str(raw or ""), self.addresses)]
            case blocks.PageChooserBlock():
                address = self.addresses.page(raw) if raw else ""
                words = self.addresses.title(raw) if address else ""
                return [f'<p><a href="{escape(address)}">{escape(words)}</a></p>'] if address else []
            case ImageChooserBlock():
                address = self.addresses.image(raw) if raw else ""
                return [f'<img src="{escape(address)}" alt="">'] if address else []
            case blocks.URLBlock():
                return [f'<p><a href="{escape(raw)}">{escape(raw)}</a></p>'] if raw else []
            case blocks.ChoiceBlock() | blocks.BooleanBlock() | SnippetChooserBlock() | TypedTableBlock():
                return []
        return [f"<p>{escape(str(raw))}</p>".replace("\n", "<br>")] if raw else []

    def _struct(self, definition: blocks.StructBlock, raw: dict[str, Any]) -> list[str]:
        parts = []
        for name, child in definition.child_blocks.items():
            found = self.parts(child, raw.get(name))
            if name in ("title", "question", "term", "names") and raw.get(name):
                found = [f"<p><strong>{escape(str(raw[name]))}</strong></p>"]
            parts += found
        return parts

    def _joined(
        self, words: Callable[[Any], list[str]], items: list[Any], definition: blocks.Block
    ) -> list[str]:
        parts = [words(item) for item in items]
        if isinstance(definition, blocks.StructBlock):
            return [part for found in parts for part in found]
        lines = [re.sub(r"</?p>", "", "".join(found)) for found in parts]
        return ["<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"] if lines else []


def _items(raw: Any) -> list[Any]:
    """Return the values of a list as stored, also of one from before its items had ids."""
    return [one["value"] if isinstance(one, dict) and one.get("type") == "item" else one for one in raw or []]
