"""The pages that every page links to: the main menu and the list of articles."""

import copy

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site

from pagecache.kept import kept


def top_pages(root: Page) -> list[Page]:
    """Return the published pages right under `root` that are in the menu or are the list of articles.

    They are shared by all readers: copy before writing.
    """
    return kept(("top pages", root.pk), lambda: _top_pages(root))


def _top_pages(root: Page) -> list[Page]:
    from blog.models import ArticleIndexPage

    wanted = Q(show_in_menus=True) | Q(pk__in=ArticleIndexPage.objects.values("pk"))
    return list(root.get_children().live().filter(wanted).select_related("content_type"))


def _root(request: HttpRequest) -> Page | None:
    site = Site.find_for_request(request)
    return site.root_page if site else None


def menu_pages(request: HttpRequest) -> list[Page]:
    root = _root(request)
    return [copy.copy(page) for page in top_pages(root) if page.show_in_menus] if root else []


def blog_url(request: HttpRequest) -> str:
    """Return the address of the list of articles, "" on a site without one."""
    root = _root(request)
    pages = top_pages(root) if root else []
    index = next((page for page in pages if page.content_type.model == "articleindexpage"), None)
    return (index.get_url(request) or "") if index else ""
