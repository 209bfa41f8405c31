"""Turn the stored streams of a page into values: one query for each kind of thing that they point to."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamValue, StructBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from blog.blocks.choosers import FetchedOnce, already_fetched
from blog.listings import LINKED
from blog.restrictions import closed_paths, is_open
from blog.walk import leaves
from leads.models import LeadMagnet
from pagecache.kept import kept
from pagecache.prepared import Prepared

_SOURCES = {
    "pages": Prepared(lambda ids: Page.objects.only(*LINKED).filter(pk__in=ids)),
    "pictures": Prepared(lambda ids: get_image_model().objects.filter(pk__in=ids)),
}
_PAGE_LINK = re.compile(r'<a\b(?=[^<>]*\blinktype="page")[^<>]*\bid="(\d+)"')


def _stored(block: Block, value: Any) -> Iterator[tuple[Block, Any]]:
    """Yield each leaf block with its value as stored in the database, however deeply nested."""
    if isinstance(block, BaseStreamBlock):
        for child in value:
            if child["type"] in block.child_blocks:
                yield from _stored(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, StructBlock) and isinstance(value, dict):
        for name, child_block in block.child_blocks.items():
            if name in value:
                yield from _stored(child_block, value[name])
    elif isinstance(block, ListBlock):
        for item in value:
            in_block_format = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield from _stored(block.child_block, item["value"] if in_block_format else item)
    elif isinstance(block, ImageBlock):
        # A plain number: stored when the field still was a plain chooser.
        yield block.child_blocks["image"], value
    elif value:
        yield block, value


def gifts() -> dict[int, LeadMagnet]:
    """Return all gifts by id, with their covers; shared by all readers."""
    return kept("gifts", LeadMagnet.objects.select_related("cover").in_bulk)


def load(streams: Iterable[StreamValue], texts: Iterable[str] = ()) -> dict[str, Page]:
    """Turn `streams` into values; return the published pages that rich text in them links to, by id as text.

    `texts` are rich texts beside the streams, as stored; the pages they link to are returned as well.
    """
    chosen = list(streams)
    ids: dict[str, set[int]] = {"pages": set(), "pictures": set(), "gifts": set()}
    written = list(texts)
    for stream in chosen:
        for block, value in _stored(stream.stream_block, stream.raw_data):
            if isinstance(block, FetchedOnce):
                ids[block.kind].add(int(value))
            elif isinstance(block, RichTextBlock):
                written.append(value)
    linked = {int(pk) for text in written for pk in _PAGE_LINK.findall(text)}
    ids["pages"] |= linked
    fetched: dict[str, dict[int, Any]] = {
        kind: source.by_id(sorted(ids[kind])) for kind, source in _SOURCES.items()
    }
    fetched["gifts"] = gifts() if ids["gifts"] else {}
    with already_fetched(fetched):
        for stream in chosen:
            for _ in leaves(stream):
                pass
    closed = closed_paths() if linked else ()
    return {str(pk): page for pk, page in fetched["pages"].items() if pk in linked and is_open(page, closed)}
