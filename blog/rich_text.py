"""Rich text whose links to our own pages are looked up once a page, and never lead to a missing page."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text import expand_db_html
from wagtail.rich_text.pages import PageLinkHandler

from blog.restrictions import closed_paths

# What Wagtail leaves of a link whose page is not there.
_WITHOUT_ADDRESS = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_preloaded: ContextVar[dict[str, Page] | None] = ContextVar("preloaded_link_pages", default=None)


@contextmanager
def preloaded(pages: dict[str, Page] | None) -> Iterator[None]:
    """Let links be looked up in `pages` while the context lasts (None: in the database)."""
    token = _preloaded.set(pages)
    try:
        yield
    finally:
        _preloaded.reset(token)


def expanded(source: str) -> str:
    """Return rich text as stored as HTML; a link that leads nowhere is words like any other."""
    return _WITHOUT_ADDRESS.sub(r"\1", expand_db_html(source))


def _address(page: Page | None) -> str:
    """Return the address of `page`, known already where its pages were fetched for a reader."""
    return (getattr(page, "address", None) or page.url or "") if page else ""


class LivePageLinkHandler(PageLinkHandler):
    """Handler of `<a linktype="page">`: an unpublished or removed page leaves its words without a link."""

    @classmethod
    def get_many(cls, attrs_list):
        pages = _preloaded.get()
        if pages is None:
            ids = [attrs.get("id") for attrs in attrs_list]
            found = Page.objects.live().filter(pk__in=[pk for pk in ids if pk])
            closed = closed_paths()
            pages = {str(page.pk): page for page in found if not page.path.startswith(closed)}
        return [pages.get(str(attrs.get("id"))) for attrs in attrs_list]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [
            f'<a href="{escape(address)}">' if (address := _address(page)) else "<a>"
            for page in cls.get_many(attrs_list)
        ]
