"""What there is to find in a page or a gift."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page

from blog.models import ArticlePage, AuthorPage, PodcastEpisodePage, StandardPage
from leads.models import LeadMagnet
from search.models import Entry

# Of a text longer than a book only the beginning is searched.
MOST_TEXT = 300_000
KINDS: dict[type[Page], Entry.Kind] = {
    ArticlePage: Entry.Kind.ARTICLE,
    PodcastEpisodePage: Entry.Kind.EPISODE,
    AuthorPage: Entry.Kind.AUTHOR,
    StandardPage: Entry.Kind.PAGE,
}


@dataclass(frozen=True)
class Content:
    """The words of a thing. `labels` are searched with the lead, and not shown."""

    kind: Entry.Kind
    name: str
    lead: str
    labels: str
    text: str
    appeared_at: datetime | None = None
    categories: tuple[int, ...] = ()


def read_page(page: Page) -> Content:
    """Read a page of one of `KINDS`, in its own class."""
    kind = KINDS[type(page)]
    labels: list[str] = []
    categories: tuple[int, ...] = ()
    if isinstance(page, ArticlePage):
        chosen = list(page.categories.all())
        categories = tuple(category.pk for category in chosen)
        labels = [page.seo_title, page.focus_keyphrase, *(category.name for category in chosen)]
        labels += [tag.name for tag in page.tags.all()]
    elif isinstance(page, AuthorPage):
        labels = [page.role, page.specialisms]
    has_date = isinstance(page, (ArticlePage, PodcastEpisodePage))
    return Content(
        kind=kind,
        name=page.title,
        lead=page.lead_text(),
        labels=". ".join(filter(None, labels)),
        text=stream_text(page.body),
        appeared_at=page.first_published_at if has_date else None,
        categories=categories,
    )


def read_gift(gift: LeadMagnet) -> Content:
    return Content(
        kind=Entry.Kind.GIFT,
        name=gift.name,
        lead=gift.pitch,
        labels=gift.get_kind_display(),
        text=". ".join(gift.bullet_list),
    )


def stream_text(body: Any) -> str:
    """Return the words of a stream, its blocks separated by blank lines."""
    pieces = (" ".join(str(piece).split()) for piece in body.stream_block.get_searchable_content(body))
    return "\n".join(piece for piece in pieces if piece)[:MOST_TEXT]
