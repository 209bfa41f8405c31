"""What every page needs to be shown, prepared in a number of queries that does not grow with its blocks."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from wagtail.images.models import AbstractImage

from blog.listings import renditions_of
from blog.loading import load
from blog.models.settings import SiteSettings
from blog.outline import mark_headings
from blog.walk import leaves
from leads.models import LeadMagnet
from leads.placements import SignUpCard, sign_up_card


def prefetch_renditions(pictures: Iterable[AbstractImage | None]) -> None:
    """Fetch the renditions of all `pictures` in one query."""
    prefetch_related_objects([picture for picture in pictures if picture is not None], renditions_of())


def _default_gift(page, settings: SiteSettings) -> LeadMagnet | None:
    """Return the gift of the page itself, else the site's; None where there is none to be had."""
    gifts = (getattr(page, "magnet", None), settings.default_magnet)
    return next((gift for gift in gifts if gift is not None and gift.is_active), None)


def place_gifts(page, settings: SiteSettings) -> SignUpCard | None:
    """Give each gift block of `page.body` its card; return one for the page's end if the body shows none.

    Ids of form fields are made of gift and placement: a gift that comes back gets another placement.
    """
    default = _default_gift(page, settings)
    times: Counter[int] = Counter()
    for child in page.body:
        if child.block_type != "lead_magnet":
            continue
        gift = child.value["magnet"] or default
        if gift is not None and gift.is_active:
            times[gift.pk] += 1
            placement = "article" if times[gift.pk] == 1 else f"article-{times[gift.pk]}"
            child.value.card = sign_up_card(gift, page, placement)
    return None if times or default is None else sign_up_card(default, page, "article")


def page_context(page, request: HttpRequest) -> dict:
    """Return what the templates of blocks need, and `pictures`: those whose renditions are to be fetched."""
    settings = SiteSettings.for_request(request)
    linked_pages = load([*page.streams(), settings.footer_links], page.rich_texts())
    values = [value for stream in page.streams() for value in leaves(stream)]
    pictures = [value for value in values if isinstance(value, AbstractImage)]
    pictures += [value.cover for value in values if isinstance(value, LeadMagnet)]
    pictures.append(page.lead_image())
    if not hasattr(page, "body"):
        return {"linked_pages": linked_pages, "pictures": pictures}
    if default := _default_gift(page, settings):
        pictures.append(default.cover)
    return {
        "linked_pages": linked_pages,
        "pictures": pictures,
        "outline": mark_headings(page.body),
        "end_card": place_gifts(page, settings),
    }
