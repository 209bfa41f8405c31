"""Lists of pages: what their cards need, in a fixed number of queries."""

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction

ARTICLES_A_PAGE = 10


def open_to_all(pages: QuerySet) -> QuerySet:
    """Return the published ones of `pages` that neither they nor a page above them keep for some.

    As Wagtail's `live().public()`, which asks the database for all restrictions first.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(path=path).filter(path__startswith=F("page__path"))
    return pages.filter(~Exists(restrictions), live=True)


def newest_first(pages: QuerySet) -> QuerySet:
    return pages.order_by(F("first_published_at").desc(nulls_last=True), "-pk")


def renditions_of(field: str = "") -> Prefetch:
    """Return how to fetch all renditions of the picture in `field`, or of pictures themselves."""
    renditions = get_image_model().get_rendition_model().objects.all()
    lookup = f"{field}__renditions" if field else "renditions"
    return Prefetch(lookup, queryset=renditions, to_attr="prefetched_renditions")


def with_picture(pages: QuerySet, field: str) -> QuerySet:
    """Return `pages` with the picture in `field` and its renditions, without the long texts."""
    return pages.defer("body").select_related(field).prefetch_related(renditions_of(field))


def as_cards(articles: QuerySet) -> QuerySet:
    """Return `articles`, newest first, with all that a card shows and without the long texts."""
    return newest_first(with_picture(articles, "hero_image")).prefetch_related("categories")


def paginate(request: HttpRequest, items: QuerySet, size: int = ARTICLES_A_PAGE) -> PaginatorPage:
    """Return the page of `items` that `?pagina=` asks for; the nearest one where there is no such page."""
    return Paginator(items, size).get_page(request.GET.get("pagina"))
