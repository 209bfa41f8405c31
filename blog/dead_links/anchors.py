"""Places within our own pages that links lead to. One is lost when its heading gets another name."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from wagtail.models import Page

from blog import outline
from blog.outline import TAKEN, TAKEN_BEGINNINGS

NO_PLACE = "de pagina is er wel, maar deze plek erop niet"
# What pages have around their texts, in the templates: of parts, comments and forms. Not looked up on the
# page itself, since drawing each page that is linked to would take seconds.
AROUND = TAKEN | {
    *("nieuw", "om-mee-te-nemen", "over", "waar-sta-je", "luisteren"),
    *("hoofdstukken", "reacties", "stemmen", "transcript", "volgen"),
}
# A moment in an episode, a form, one reaction of many, a text that the browser looks for.
_OTHERS = (*TAKEN_BEGINNINGS, "t=", ":~:")


class Anchor(NamedTuple):
    page_id: int
    name: str


def anchor_of(address: str) -> str:
    """Return the place within a page that an address names, "" for none that could be missing."""
    try:
        name = unquote(urlsplit(address.strip()).fragment)
    except ValueError:
        return ""
    return "" if name in ("", "top") or name.startswith(_OTHERS) else name


def missing(wanted: Iterable[Anchor]) -> set[Anchor]:
    """Return those that are not on their page as readers get it; of pages that readers do not get, none."""
    by_page: dict[int, set[str]] = defaultdict(set)
    for page_id, name in wanted:
        by_page[page_id].add(name)
    pages = Page.objects.filter(pk__in=by_page, live=True).specific() if by_page else []
    return {Anchor(page.pk, name) for page in pages for name in by_page[page.pk] - headings(page) - AROUND}


def headings(page: Page) -> set[str]:
    """Return the places of the headings in a page's text."""
    body = getattr(page, "body", None)
    if not body:
        return set()
    outline.mark_headings(body)
    return {heading.shown_anchor for heading in outline.headings(body)}
