"""Which picture goes with a page when it is shared."""

from functools import lru_cache
from typing import NamedTuple

from wagtail.models import Page

from blog.models import SiteSettings, SocialPicture
from blog.seo.addresses import full
from images.models import SiteImage
from images.reading import shown

# What every network shows large: 1.91 to 1.
WIDTH, HEIGHT = 1200, 630
STORAGE = SocialPicture._meta.get_field("file").storage


class SharePicture(NamedTuple):
    """A picture by its full address; what it shows in words, and its size in pixels."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def share_picture(
    page: Page, settings: SiteSettings, root: str, own: SharePicture | None
) -> SharePicture | None:
    """Return what the coach chose for the page, else the card drawn of its title, else its `own` picture."""
    if page.social_image and (chosen := cut(page.social_image, root)):
        return chosen
    if settings.social_titles and (name := drawn(page)):
        return SharePicture(full(root, _url(name)), f"{page.title} – {settings.practice_name}")
    # A picture that is being cut will be there soon; until then none is better than a query for another.
    return own if page.lead_image() else cut(settings.social_image, root)


def drawn(page: Page) -> str:
    """Return the name of the file with the page's card, "" while there is none."""
    if not page.pk:
        return ""
    # Joined when a reader asks (SitePage.reading_relations).
    card = getattr(page, "social_picture", None)
    return card.file.name if card else ""


def drawn_address(page: Page) -> str:
    """Return the address of the page's card within the site, "" while there is none."""
    name = drawn(page)
    return _url(name) if name else ""


def cut(image: SiteImage | None, root: str) -> SharePicture | None:
    """Return `image` as it was cut for social networks, None while it is not."""
    found = shown(image, "social", or_original=False) if image else None
    if found is None or image is None:
        return None
    return SharePicture(full(root, found.url), image.default_alt_text, found.width, found.height)


# The name of a file tells what is in it, so where it is does not change.
@lru_cache(maxsize=2000)
def _url(name: str) -> str:
    return str(STORAGE.url(name))
