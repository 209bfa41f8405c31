"""What every page with a body of blocks needs: prepared in a number of queries that does not grow with the blocks."""

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText

from blog.models.settings import SiteSettings
from blog.outline import mark_headings
from blog.rich_text import linked_pages
from blog.walk import leaves
from leads.models import LeadMagnet
from leads.placements import sign_up_card


def prefetch_renditions(images: list[AbstractImage]) -> None:
    """Fetch the renditions of all `images` in one query."""
    renditions = get_image_model().get_rendition_model().objects.all()
    prefetch_related_objects(
        images, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions")
    )


def magnet_cards(page, request: HttpRequest) -> dict:
    """Return the sign-up cards a page may show, by the primary key of their magnet; under None its own or the site's."""
    magnets = [value for value in leaves(page.body) if isinstance(value, LeadMagnet)]
    cards = {magnet.pk: sign_up_card(magnet, page, "article") for magnet in magnets if magnet.is_active}
    own = getattr(page, "magnet", None) or SiteSettings.for_request(request).default_magnet
    if own is not None and own.is_active:
        cards[None] = sign_up_card(own, page, "article")
    return cards


def body_context(page, request: HttpRequest) -> dict:
    """Return the outline, the looked-up links and the sign-up cards of `page`, with renditions of its pictures fetched."""
    values = list(leaves(page.body))
    cards = magnet_cards(page, request)
    pictures = [value for value in values if isinstance(value, AbstractImage)]
    pictures += [page.lead_image(), *(card.magnet.cover for card in cards.values())]
    prefetch_renditions([picture for picture in pictures if picture is not None])
    return {
        "outline": mark_headings(page.body),
        "linked_pages": linked_pages(value for value in values if isinstance(value, RichText)),
        "magnet_cards": cards,
    }
