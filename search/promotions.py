"""What the coach puts on top for a question (`wagtail.contrib.search_promotions`)."""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from blog.listings import open_to_all
from dutch.lemmas import lemmas
from pagecache.kept import kept


@dataclass(frozen=True)
class Promoted:
    title: str
    url: str
    description: str


def promoted(query: str, request: HttpRequest) -> list[Promoted]:
    """Return what was put on top for these words, in any of their forms and in any order."""
    found = kept("promotions", _read).get(frozenset(lemmas(query)), ())
    pages = (
        open_to_all(Page.objects.filter(pk__in=[row.page_id for row in found if row.page_id]))
        if found
        else ()
    )
    by_id = {page.pk: page for page in pages}
    shown = []
    for row in found:
        if row.page_id is None and row.external_link_url:
            shown.append(
                Promoted(
                    row.external_link_text or row.external_link_url, row.external_link_url, row.description
                )
            )
        elif row.page_id in by_id:
            page = by_id[row.page_id]
            shown.append(Promoted(page.title, page.get_url(request) or "", row.description))
    return shown


def _read() -> dict[frozenset[str], list[SearchPromotion]]:
    table: dict[frozenset[str], list[SearchPromotion]] = {}
    for row in SearchPromotion.objects.select_related("query").order_by("sort_order", "pk"):
        if asked := frozenset(lemmas(row.query.query_string)):
            table.setdefault(asked, []).append(row)
    return table
