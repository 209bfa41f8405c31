"""What there is to find in a page or a gift."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.models import Page

from blog.models import ArticlePage, AuthorPage, PodcastEpisodePage, StandardPage
from blog.podcast import transcripts
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

# How people ask for what one can take along.
FOR_EVERY_GIFT = ("download", "downloaden", "gratis", "weggever")
GIFT_LABELS: dict[str, tuple[str, ...]] = {
    LeadMagnet.Kind.EBOOK: ("e-book", "ebook", "boek", "pdf"),
    LeadMagnet.Kind.ROADMAP: ("stappenplan", "pdf"),
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
    text = stream_text(page.body)
    if isinstance(page, PodcastEpisodePage) and page.transcript:
        text += "\n" + transcript_text(page.transcript)
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
        text=text,
        appeared_at=page.first_published_at if has_date else None,
        categories=categories,
    )


def read_gift(gift: LeadMagnet) -> Content:
    return Content(
        kind=Entry.Kind.GIFT,
        name=gift.name,
        lead=gift.pitch,
        labels=". ".join([gift.get_kind_display(), *GIFT_LABELS.get(gift.kind, ()), *FOR_EVERY_GIFT]),
        text=". ".join(gift.bullet_list),
    )


def transcript_text(transcript: str) -> str:
    """Return what is said in an episode, "" where the transcript can't be read."""
    try:
        return "\n".join(cue.text for cue in transcripts.parse(transcript))
    except transcripts.Unreadable:
        return ""


def stream_text(body: StreamValue) -> str:
    """Return the words of a stream, a line for each piece of text."""
    pieces = (" ".join(piece.split()) for child in body for piece in _texts(child.block, child.value))
    return "\n".join(piece for piece in pieces if piece)[:MOST_TEXT]


def _texts(block: blocks.Block, value: Any) -> Iterator[str]:
    """Yield what a reader reads in a block: not what was chosen in it, such as the level of a heading."""
    if isinstance(block, blocks.ChoiceBlock) or value is None:
        return
    if isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            yield from _texts(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from _texts(block.child_block, item)
    elif isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            yield from _texts(child.block, child.value)
    else:
        yield from (str(piece) for piece in block.get_searchable_content(value))
