"""Typed addresses of our own pages become links to those pages; what leads nowhere is named."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page
from wagtail.rich_text import RichText

from blog.dead_links.addresses import Target, look_up, names_a_page_alone, own_path

TYPED_LINK = re.compile(r'<a\b[^<>]*?\bhref="(?P<address>[^"]*)"[^<>]*>(?P<words>.*?)</a>', re.DOTALL)


def settle_links(body: StreamValue) -> dict[int, ValidationError]:
    """Make page links of typed ones in `body`; return what leads nowhere, by the number of its block."""
    holders = [(number, holder) for number, child in enumerate(body) for holder in _holders(child.value)]
    typed = {address for _, holder in holders for address in _addresses(holder)}
    paths = {address: path for address in typed if (path := own_path(address)) is not None}
    if not paths:
        return {}
    targets = look_up(paths.values())
    known = {address: targets.get(path, Target()) for address, path in paths.items()}
    dead: dict[int, list[str]] = {}
    for number, holder in holders:
        wrong = _settle_text(holder, known) if isinstance(holder, RichText) else _settle_button(holder, known)
        if wrong:
            dead.setdefault(number, []).extend(wrong)
    return {number: ValidationError(messages) for number, messages in dead.items()}


def settle_text(source: str) -> str:
    """Return rich text, as stored, with page links in the place of typed ones."""
    text = RichText(source)
    paths = {address: path for address in _addresses(text) if (path := own_path(address)) is not None}
    targets = look_up(paths.values())
    _settle_text(text, {address: targets.get(path, Target()) for address, path in paths.items()})
    return text.source


def _holders(value: Any) -> Iterator[RichText | StructValue]:
    """Yield what can hold a typed link: rich text, and groups of fields with an address among them."""
    if isinstance(value, RichText):
        yield value
    elif isinstance(value, StreamValue):
        for child in value:
            yield from _holders(child.value)
    elif isinstance(value, ListValue):
        for child in value:
            yield from _holders(child)
    elif isinstance(value, StructValue):
        if isinstance(value.get("url"), str):
            yield value
        for child in value.values():
            yield from _holders(child)


def _addresses(holder: RichText | StructValue) -> list[str]:
    if isinstance(holder, RichText):
        return [unescape(match["address"]) for match in TYPED_LINK.finditer(holder.source or "")]
    return [holder["url"]] if holder["url"] else []


def _settle_text(text: RichText, known: dict[str, Target]) -> list[str]:
    wrong = []

    def settled(match: re.Match[str]) -> str:
        address = unescape(match["address"])
        target = known.get(address)
        if target is None:
            return match[0]
        if target.page_id and names_a_page_alone(address):
            # What a draft is linked with leads there once it is published, and is plain words until then.
            return f'<a linktype="page" id="{target.page_id}">{match["words"]}</a>'
        if target.problem:
            wrong.append(message(address, target.problem, unescape(strip_tags(match["words"])).strip()))
        return match[0]

    text.source = TYPED_LINK.sub(settled, text.source or "")
    return wrong


def _settle_button(value: StructValue, known: dict[str, Target]) -> list[str]:
    target = known.get(value["url"])
    if target is None:
        return []
    if target.page_id and "page" in value and not value["page"] and names_a_page_alone(value["url"]):
        value["page"], value["url"] = Page.objects.filter(pk=target.page_id).first(), ""
        return []
    return [message(value["url"], target.problem)] if target.problem else []


def message(address: str, problem: str, words: str = "") -> str:
    where = f"De link ‘{words}’ gaat" if words else "De link gaat"
    return f"{where} naar {address}. Die pagina {problem}. Kies een andere pagina, of haal de link weg."
