"""What follows from an article's text: its outline, its length, its plain words."""

import math
import re
from dataclasses import dataclass
from itertools import chain, count

from wagtail.blocks import StreamValue

from blog.blocks.text import HeadingValue

# Reading speed of Dutch adults in silence: 228 words a minute (Brysbaert 2019, table for non-fiction, Dutch).
WORDS_A_MINUTE = 228


# Ids that the page around the text has already: of its parts, its comments and its forms.
TAKEN = {"artikelen", "hulp-titel", "inhoud", "q", "verder-lezen"}
TAKEN_BEGINNINGS = ("aanmelden-", "reactie", "reageren", "weggever-")


@dataclass(frozen=True)
class OutlineItem:
    """One heading of the table of contents."""

    level: int
    text: str
    anchor: str


def mark_headings(body: StreamValue) -> list[OutlineItem]:
    """Give each heading of `body` an anchor unique in its page; return the h2 and h3 ones in order."""
    marked = headings(body)
    used = set(TAKEN)
    # Anchors that were given come first: links from elsewhere know them.
    for heading in marked:
        given = heading.own_anchor
        is_free = given and given not in used and not given.startswith(TAKEN_BEGINNINGS)
        heading.shown_anchor = given if is_free else ""
        used.add(heading.shown_anchor)
    items = []
    for heading in marked:
        if not heading.shown_anchor:
            heading.shown_anchor = _free_anchor(heading.default_anchor, used)
            used.add(heading.shown_anchor)
        if heading.level_number <= 3:
            items.append(OutlineItem(heading.level_number, heading["text"], heading.shown_anchor))
    return items


def _free_anchor(base: str, used: set[str]) -> str:
    if base in TAKEN or base.startswith(TAKEN_BEGINNINGS):
        base = f"kop-{base}"
    candidates = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(candidate for candidate in candidates if candidate not in used)


def headings(body: StreamValue) -> list[HeadingValue]:
    """Return the headings of `body`, and leave alone what else is in it: pages that it names cost queries."""
    return [body[at].value for at, raw in enumerate(body.raw_data) if raw["type"] == "heading"]


def plain_words(body: StreamValue) -> list[str]:
    """Return every word of the body, as typed."""
    return words_in(body.stream_block.get_searchable_content(body))


def words_in(texts: list[str]) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", " ".join(texts))


def reading_minutes(word_count: int) -> int:
    """Return the reading time in whole minutes, at least 1."""
    return max(1, math.ceil(word_count / WORDS_A_MINUTE))
