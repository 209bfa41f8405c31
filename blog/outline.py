"""What follows from an article's text: its outline, its length, its plain words."""

import math
import re
from dataclasses import dataclass

from wagtail.blocks import StreamValue

# Reading speed of Dutch adults in silence: 228 words a minute (Brysbaert 2019, table for non-fiction, Dutch).
WORDS_A_MINUTE = 228


@dataclass(frozen=True)
class OutlineItem:
    """One heading of the table of contents."""

    level: int
    text: str
    anchor: str


def mark_headings(body: StreamValue) -> list[OutlineItem]:
    """Give each heading of `body` an anchor that is unique in it, and return the h2 and h3 ones in order."""
    seen: dict[str, int] = {}
    items = []
    for child in body:
        if child.block_type != "heading":
            continue
        heading = child.value
        base = heading.default_anchor
        seen[base] = seen.get(base, 0) + 1
        heading.anchor = base if seen[base] == 1 else f"{base}-{seen[base]}"
        if heading.level_number <= 3:
            items.append(OutlineItem(heading.level_number, heading["text"], heading.anchor))
    return items


def plain_words(body: StreamValue) -> list[str]:
    """Return every word of the body, as typed."""
    text = " ".join(body.stream_block.get_searchable_content(body))
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", re.sub(r"<[^>]+>", " ", text))


def reading_minutes(word_count: int) -> int:
    """Return the reading time in whole minutes, at least 1."""
    return max(1, math.ceil(word_count / WORDS_A_MINUTE))
