"""Lists of articles: what a card needs, in a fixed number of queries."""

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from wagtail.images import get_image_model

ARTICLES_A_PAGE = 12


def blog_url(request: HttpRequest) -> str:
    """Return the address of the list of articles, "" on a site without one."""
    from blog.models import ArticleIndexPage

    index = ArticleIndexPage.objects.live().first()
    return (index.get_url(request) or "") if index else ""


def image_with_renditions() -> QuerySet:
    """Return images together with all their renditions: two queries however many pictures a page shows."""
    images = get_image_model()
    renditions = images.get_rendition_model().objects.all()
    return images.objects.prefetch_related(
        Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions")
    )


def with_card_relations(articles: QuerySet) -> QuerySet:
    """Return `articles`, newest first, with all that a card shows and without the long texts."""
    return (
        articles.order_by("-first_published_at", "-pk")
        .defer("body")
        .prefetch_related(
            Prefetch("hero_image", queryset=image_with_renditions()), "categories", "article_authors__author"
        )
    )


def paginate(request: HttpRequest, items: QuerySet, size: int = ARTICLES_A_PAGE) -> PaginatorPage:
    """Return the page of `items` that `?pagina=` asks for; the nearest one where there is no such page."""
    return Paginator(items, size).get_page(request.GET.get("pagina"))


def with_image(pages: QuerySet, field: str) -> QuerySet:
    """Return `pages` with the picture in `field` and its renditions, without the long texts."""
    return pages.defer("body").prefetch_related(Prefetch(field, queryset=image_with_renditions()))
