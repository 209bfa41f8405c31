"""Links on the page of results: to narrow what was found, and on from where nothing was."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from blog.models import ArticleIndexPage
from blog.models.categories import used_categories
from pagecache.kept import kept


@dataclass(frozen=True)
class Choice:
    """One of the links of a filter; `count`: how many results it leaves, None to say nothing."""

    label: str
    url: str
    count: int | None = None
    is_chosen: bool = False


def link(chosen: dict[str, str], **other: str) -> str:
    """Return the address of the results with `other` choices."""
    return "?" + urlencode({name: value for name, value in {**chosen, **other}.items() if value})


def popular(request: HttpRequest) -> list[Choice]:
    """Return the categories that one can read on in."""
    index = kept("article index", lambda: ArticleIndexPage.objects.live().order_by("path").first())
    if index is None:
        return []
    url = index.get_url(request) or ""
    return [
        Choice(category.name, url + index.reverse_subpage("category", args=[category.slug]))
        for category in used_categories()
    ]
