"""The pages of the tree that search engines may show, as rows: nobody makes ten thousand pages for a list."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, IntegerField, Max, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.timezone import make_aware
from wagtail.models import Page

from blog.listings import open_to_all
from blog.models import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    AuthorIndexPage,
    AuthorPage,
    HomePage,
    PodcastEpisodePage,
    PodcastIndexPage,
    StandardPage,
)

KINDS: dict[str, tuple[type[Page], ...]] = {
    "paginas": (HomePage, ArticleIndexPage, AuthorIndexPage, PodcastIndexPage, StandardPage),
    "artikelen": (ArticlePage,),
    "afleveringen": (PodcastEpisodePage,),
    "auteurs": (AuthorPage,),
}
# What a page of these kinds lists: it changes with the newest of them.
LISTS: dict[type[Page], type[Page]] = {
    HomePage: ArticlePage,
    ArticleIndexPage: ArticlePage,
    PodcastIndexPage: PodcastEpisodePage,
}
LEADS = ("hero_image", "portrait", "cover")
# A picture in a stream as it is stored: {"image": 7} or {"image": {"image": 7, "alt_text": …}}.
_PICTURE = re.compile(r'"(?:image|thumbnail)":\s*(\d+)')


class Row(NamedTuple):
    pk: int
    url_path: str
    changed: datetime | None
    pictures: tuple[int, ...]


def found_pages(model: type[Page], root: Page) -> QuerySet[Any]:
    """Return the pages of a kind that are to be found: open to all, and nowhere else in the first place."""
    pages = model._default_manager.descendant_of(root, inclusive=True)
    return open_to_all(pages).filter(noindex=False, canonical_url="").order_by("pk")


def changes(model: type[Page], root: Page) -> Iterator[datetime | None]:
    """Yield when each page of a kind last changed, in the order of `rows`."""
    newest = _newest_listed(model, root)
    pages = found_pages(model, root).values_list("pk", *_dates(model))
    for pk, *dates in pages.iterator(chunk_size=1000):
        yield _last(*dates, newest.get(pk) or newest.get(None))


def rows(model: type[Page], root: Page, start: int, stop: int) -> list[Row]:
    """Return the pages of a kind from `start` to before `stop`."""
    lead = next((F(f"{name}_id") for name in LEADS if _has(model, name)), Value(None, IntegerField()))
    body: Any = Cast("body", TextField()) if _has(model, "body") else Value("", TextField())
    pages = found_pages(model, root).annotate(lead_id=lead, written=body)
    newest = _newest_listed(model, root)
    fetched = pages.values_list("pk", "url_path", "lead_id", "written", *_dates(model))[start:stop]
    return [
        Row(
            pk,
            url_path,
            _last(*dates, newest.get(pk) or newest.get(None)),
            _pictures(lead_id, written),
        )
        for pk, url_path, lead_id, written, *dates in fetched.iterator(chunk_size=25)
    ]


def _pictures(lead_id: int | None, written: str | None) -> tuple[int, ...]:
    found = [lead_id] if lead_id else []
    return tuple(dict.fromkeys(found + [int(pk) for pk in _PICTURE.findall(written or "")]))


def _dates(model: type[Page]) -> list[str]:
    own = ["last_published_at", "first_published_at"]
    return [*own, "revised_on"] if _has(model, "revised_on") else own


def _last(*dates: date | datetime | None) -> datetime | None:
    moments = [
        moment if isinstance(moment, datetime) else make_aware(datetime.combine(moment, time()))
        for moment in dates
        if moment is not None
    ]
    return max(moments, default=None)


def _newest_listed(model: type[Page], root: Page) -> dict[int | None, datetime | None]:
    """Return when what a list shows last changed: by page, or by None where it is the same for all."""
    if model is AuthorPage:
        articles = open_to_all(ArticlePage.objects.all())
        links = ArticleAuthor.objects.filter(article__in=articles.values("pk")).order_by()
        return dict(links.values_list("author").annotate(Max("article__last_published_at")))
    if model not in LISTS:
        return {}
    listed = open_to_all(LISTS[model]._default_manager.descendant_of(root))
    return {None: listed.aggregate(newest=Max("last_published_at"))["newest"]}


def _has(model: type[Page], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def picture_ids(found: Iterable[Row]) -> set[int]:
    return {pk for row in found for pk in row.pictures}
