"""The pages that every page links to: the main menu and the list of articles."""

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from wagtail.models import Page, Site


def _top_pages(request: HttpRequest) -> list[Page]:
    """Return the home page's children that are in the menu or are the list of articles, in one query."""
    if not hasattr(request, "_top_pages"):
        from blog.models import ArticleIndexPage

        site = Site.find_for_request(request)
        is_article_index = Exists(ArticleIndexPage.objects.filter(pk=OuterRef("pk")))
        request._top_pages = (  # type: ignore[attr-defined]
            list(
                site.root_page.get_children()
                .live()
                .annotate(is_article_index=is_article_index)
                .filter(Q(show_in_menus=True) | Q(is_article_index=True))
            )
            if site
            else []
        )
    return request._top_pages  # type: ignore[attr-defined]


def menu_pages(request: HttpRequest) -> list[Page]:
    return [page for page in _top_pages(request) if page.show_in_menus]


def blog_url(request: HttpRequest) -> str:
    """Return the address of the list of articles, "" on a site without one."""
    index = next((page for page in _top_pages(request) if page.is_article_index), None)
    return (index.get_url(request) or "") if index else ""
