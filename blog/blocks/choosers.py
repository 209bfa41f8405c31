"""Choosers of pages, pictures and gifts whose choices are fetched once for all blocks of a page.

Wagtail fetches them block type by block type; `blog.loading.load` puts here what it fetched for all of them.
"""

import copy
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar

from django.db.models import Model
from wagtail.blocks import PageChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

Fetched = dict[str, dict[int, Model]]
_fetched: ContextVar[Fetched | None] = ContextVar("fetched_choices", default=None)


@contextmanager
def already_fetched(choices: Fetched) -> Iterator[None]:
    """Let choosers take their choices from `choices`, by kind and primary key, while the context lasts."""
    token = _fetched.set(choices)
    try:
        yield
    finally:
        _fetched.reset(token)


class FetchedOnce:
    """Mixin of a chooser block; `kind` says where in what was fetched its choices are."""

    kind: ClassVar[str]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        choices = _fetched.get()
        if choices is None:
            return super().bulk_to_python(values)  # type: ignore[misc]
        # Copies, since blocks write on what they hold: the description of a picture, for one.
        return [copy.copy(choices[self.kind].get(pk)) if pk else None for pk in values]


class LinkedPageBlock(FetchedOnce, PageChooserBlock):
    """A page to link to. Where a page is shown it is a plain `Page`: enough for its title and address."""

    kind = "pages"


class PictureBlock(FetchedOnce, ImageChooserBlock):
    kind = "pictures"


class GiftBlock(FetchedOnce, SnippetChooserBlock):
    kind = "gifts"


# In migrations these are what they are to the database.
DECONSTRUCT_ALIASES = {
    LinkedPageBlock: "wagtail.blocks.PageChooserBlock",
    PictureBlock: "wagtail.images.blocks.ImageChooserBlock",
    GiftBlock: "wagtail.snippets.blocks.SnippetChooserBlock",
}
