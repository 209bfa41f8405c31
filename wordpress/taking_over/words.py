"""Titles, addresses and introductions: the short texts of an item, as our pages have them."""

import re
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import slugify

from wordpress.reading.items import Item

LONGEST_TITLE, LONGEST_SLUG, LONGEST_NAME = 255, 240, 80
NAMELESS = "Zonder titel"
# What is taken for an introduction at most: a whole first paragraph, or its first sentences.
LONGEST_INTRO, LONGEST_SENTENCES = 400, 300
NO_INTRO = "had geen samenvatting; de eerste zinnen staan nu ook in de inleiding"
MOVED_INTRO = "had geen samenvatting; de eerste alinea is nu de inleiding"
_FIRST_PARAGRAPH = re.compile(r"\s*<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*)?\]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def plain(html: str) -> str:
    """Return HTML as plain text on one line."""
    return " ".join(_CONTROLS.sub("", unescape(strip_tags(html))).split())


def title_of(item: Item) -> tuple[str, list[str]]:
    title = plain(item.title)
    if not title:
        return NAMELESS, ["had geen titel"]
    if len(title) > LONGEST_TITLE:
        return shortened(title, LONGEST_TITLE), ["de titel was te lang en is ingekort"]
    return title, []


def slug_of(item: Item, title: str) -> str:
    """Return the last part of the address that the item wants here."""
    wanted = slugify(item.slug) or (slugify(title) if title != NAMELESS else "")
    return wanted[:LONGEST_SLUG].strip("-") or f"bericht-{item.id}"


def shortened(text: str, longest: int) -> str:
    """Return `text` cut off at a word, with an ellipsis."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def introduction(
    item: Item, title: str, description: str, blocks: list[dict[str, Any]]
) -> tuple[str, list[str]]:
    """Return the introduction of an article; may take the first paragraph out of `blocks`."""
    if excerpt := plain(_SHORTCODE.sub("", item.excerpt)):
        return excerpt, []
    if description:
        return description, []
    if blocks and blocks[0]["type"] == "paragraph":
        source = str(blocks[0]["value"])
        found = _FIRST_PARAGRAPH.match(source)
        if found and (text := plain(found[1])):
            rest = source[found.end() :].strip()
            if "<" not in found[1] and len(text) <= LONGEST_INTRO and (plain(rest) or len(blocks) > 1):
                if rest:
                    blocks[0] = {**blocks[0], "value": rest}
                else:
                    del blocks[0]
                return text, [MOVED_INTRO]
    words = next((text for block in blocks if (text := _words_of(block))), "")
    if words:
        return _sentences(words), [NO_INTRO]
    return title, ["had geen samenvatting en geen tekst; de titel is nu ook de inleiding"]


def _words_of(block: dict[str, Any]) -> str:
    return plain(str(block["value"])) if block["type"] == "paragraph" else ""


def _sentences(text: str) -> str:
    """Return the first whole sentences that fit, else the first words."""
    if len(text) <= LONGEST_SENTENCES:
        return text
    ends = [found.end() for found in re.finditer(r"[.!?…]['’”»\")]*(?=\s)", text[:LONGEST_SENTENCES])]
    return text[: ends[-1]] if ends else shortened(text, LONGEST_SENTENCES)
