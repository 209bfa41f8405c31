"""Lists of pages: what their cards need, in a fixed number of queries."""

from collections.abc import Callable, Hashable

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import PageViewRestriction

from blog.restrictions import closed_paths
from pagecache.kept import kept
from pagecache.policy import stand_in

ARTICLES_A_PAGE = 10
# What a link to a page asks of it, and what cards show: to name and fill all fifty fields of a page costs
# more than to find it. A field that is asked after all costs a query (tests/blog/test_queries.py).
LINKED = ("title", "slug", "path", "depth", "live", "url_path")
CARD = ("intro", "reading_minutes")
EPISODE = ("season", "number", "episode_type", "duration", "summary")
PERSON = ("role", "short_bio", "portrait_alt")


def open_to_all(pages: QuerySet) -> QuerySet:
    """Return the published ones of `pages` that neither they nor a page above them keep for some.

    As Wagtail's `live().public()`, without a condition for each restriction there is.
    """
    pages = pages.filter(live=True)
    if not closed_paths():
        return pages
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(path=path).filter(path__startswith=F("page__path"))
    return pages.filter(~Exists(restrictions))


def newest_first(pages: QuerySet) -> QuerySet:
    """Return `pages`, the newest first; all that are published have a date (`SitePage.full_clean`).

    To have those without one last, PostgreSQL would put all in order to show ten: 90 ms of 10,000 articles,
    0.2 ms by its index.
    """
    return pages.order_by("-first_published_at", "-pk")


def with_picture(pages: QuerySet, field: str, *texts: str) -> QuerySet:
    """Return `pages` with what a link to them needs, the picture in `field` and the fields `texts`."""
    return pages.only(*LINKED, field, *texts).select_related(field)


def as_cards(articles: QuerySet) -> QuerySet:
    """Return `articles`, newest first, with what a card shows (but categories)."""
    return newest_first(with_picture(articles, "hero_image", *CARD))


class _CountedPaginator(Paginator):
    """A paginator that is told how many there are, rather than counting at each visit."""

    def __init__(self, items: QuerySet, size: int, count: Callable[[], int]) -> None:
        super().__init__(items, size)
        self._count = count

    @cached_property
    def count(self) -> int:
        return self._count()


def paginate(
    request: HttpRequest, items: QuerySet, size: int = ARTICLES_A_PAGE, *, kept_as: Hashable
) -> PaginatorPage:
    """Return the page of `items` that `?pagina=` asks for; the nearest one where there is no such page.

    `kept_as` names the list: how long it is, is counted once for each content version.
    """
    plain = items.order_by().select_related(None)
    counted = _CountedPaginator(items, size, lambda: kept(("count", kept_as), plain.count))
    asked = request.GET.get("pagina", "1")
    page = counted.get_page(asked)
    page.object_list = list(page.object_list)
    if str(page.number) != asked:
        stand_in(request)
    return page
