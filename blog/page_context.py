"""What every page needs to be shown, prepared in a number of queries that does not grow with its blocks."""

from django.http import HttpRequest
from wagtail.images.models import AbstractImage

from blog.gift_cards import default_gift, place_gifts
from blog.loading import gifts, load
from blog.models.settings import SiteSettings
from blog.outline import mark_headings
from blog.walk import leaves
from leads.models import LeadMagnet


def page_context(page, request: HttpRequest) -> dict:
    """Return what the templates of blocks need, and `pictures`: those whose renditions are to be fetched."""
    linked_pages = load(page.streams(), page.rich_texts())
    for linked in linked_pages.values():
        linked.address = linked.get_url(request)
    if getattr(page, "magnet_id", None):
        page.magnet = gifts().get(page.magnet_id)
    values = [value for stream in page.streams() for value in leaves(stream)]
    pictures = [value for value in values if isinstance(value, AbstractImage)]
    pictures += [value.cover for value in values if isinstance(value, LeadMagnet)]
    pictures.append(page.lead_image())
    if not hasattr(page, "body"):
        return {"linked_pages": linked_pages, "pictures": pictures}
    return {"linked_pages": linked_pages, "pictures": pictures, "outline": mark_headings(page.body)}


def gifts_context(page, request: HttpRequest, pictures: list) -> dict:
    """Return the cards of gifts around a page's text, and add to `pictures` what they show.

    Asked after `more_context`, which may have fetched the gifts of the page's categories.
    """
    if not hasattr(page, "body"):
        return {}
    settings = SiteSettings.for_request(request)
    if default := default_gift(page, settings):
        pictures.append(default.cover)
    return {"gifts": place_gifts(page, settings)}
