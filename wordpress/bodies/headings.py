"""Headings in a right order, and the places in a text that links lead to."""

import re
from html import unescape
from typing import Any
from urllib.parse import unquote

from django.utils.text import slugify

from blog.blocks.words import ANCHOR
from wordpress.bodies.links import Notebook

LONGEST = 140
_PLACE_LINK = re.compile(r'<a href="#([^"]*)">(.*?)</a>', re.DOTALL)
_UNFIT = re.compile(r"[^\w:.-]+")


def anchor(written: str) -> str:
    """Return an id as it may be kept, "" for one that holds nothing of use."""
    fit = _UNFIT.sub("-", unquote(written).strip()).strip("-")[:100]
    return fit if ANCHOR.fullmatch(fit) else ""


def own_words(text: str) -> str:
    """Return the anchor that a heading gets of itself (blog.blocks.text)."""
    return slugify(text)[:60].strip("-")


def mend_levels(headings: list[dict[str, str]]) -> bool:
    """Let headings begin at h2 and go down one step at a time; return whether any is another now.

    What stood under the same heading stays so: each is one below the nearest that was larger.
    """
    above: list[tuple[int, int]] = []
    changed = False
    for heading in headings:
        old = int(heading["level"][1])
        while above and above[-1][0] >= old:
            above.pop()
        new = min(4, above[-1][1] + 1 if above else 2)
        above.append((old, new))
        changed = changed or new != old
        heading["level"] = f"h{new}"
    return changed


def settle_places(blocks: list[dict[str, Any]], notebook: Notebook) -> None:
    """Let links within the text lead to the heading nearest to what they led to, or be words."""
    known = {heading["anchor"] or own_words(heading["text"]): "" for heading in notebook.headings}

    def settled(match: re.Match[str]) -> str:
        wanted = anchor(unescape(match[1]))
        if wanted and wanted not in known:
            wanted = _of_heading(wanted, notebook)
        if wanted:
            return f'<a href="#{wanted}">{match[2]}</a>'
        notebook.remark("Een link naar een plek in de tekst is vervallen: de plek is er niet.")
        return match[2]

    for block in blocks:
        block["value"] = _each_text(block["value"], settled)


def _of_heading(wanted: str, notebook: Notebook) -> str:
    number = notebook.places.get(wanted)
    if number is None or not 0 <= number < len(notebook.headings):
        return ""
    heading = notebook.headings[number]
    return heading["anchor"] or own_words(heading["text"])


def _each_text(value: Any, settled: Any) -> Any:
    if isinstance(value, str):
        return _PLACE_LINK.sub(settled, value) if '<a href="#' in value else value
    if isinstance(value, list):
        return [_each_text(item, settled) for item in value]
    if isinstance(value, dict):
        return {name: _each_text(item, settled) for name, item in value.items()}
    return value
