"""Walk through the values of a stream, however deeply they are nested."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue


def leaves(value: Any) -> Iterator[Any]:
    """Yield each value of a stream that holds no other: rich text, images, pages, strings, and so on."""
    if isinstance(value, StreamValue):
        for child in value:
            yield from leaves(child.value)
    elif isinstance(value, StructValue):
        for child in value.values():
            yield from leaves(child)
    elif isinstance(value, ListValue):
        for child in value:
            yield from leaves(child)
    elif value is not None:
        yield value
