"""What follows from an article's text: its outline, its length, its plain words."""

import math
import re
from dataclasses import dataclass
from itertools import chain, count

from wagtail.blocks import StreamValue

# Reading speed of Dutch adults in silence: 228 words a minute (Brysbaert 2019, table for non-fiction, Dutch).
WORDS_A_MINUTE = 228


# Ids that the page around the text has already: of its parts, its comments and its forms.
_TAKEN = {"artikelen", "hulp-titel", "inhoud", "q", "verder-lezen"}
_TAKEN_BEGINNINGS = ("aanmelden-", "reactie", "reageren", "weggever-")


@dataclass(frozen=True)
class OutlineItem:
    """One heading of the table of contents."""

    level: int
    text: str
    anchor: str


def mark_headings(body: StreamValue) -> list[OutlineItem]:
    """Give each heading of `body` an anchor unique in its page; return the h2 and h3 ones in order."""
    used = set(_TAKEN)
    items = []
    for child in body:
        if child.block_type != "heading":
            continue
        heading = child.value
        base = heading.default_anchor
        if base in _TAKEN or base.startswith(_TAKEN_BEGINNINGS):
            base = f"kop-{base}"
        candidates = chain([base], (f"{base}-{number}" for number in count(2)))
        heading.anchor = next(candidate for candidate in candidates if candidate not in used)
        used.add(heading.anchor)
        if heading.level_number <= 3:
            items.append(OutlineItem(heading.level_number, heading["text"], heading.anchor))
    return items


def plain_words(body: StreamValue) -> list[str]:
    """Return every word of the body, as typed."""
    return words_in(body.stream_block.get_searchable_content(body))


def words_in(texts: list[str]) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", " ".join(texts))


def reading_minutes(word_count: int) -> int:
    """Return the reading time in whole minutes, at least 1."""
    return max(1, math.ceil(word_count / WORDS_A_MINUTE))
