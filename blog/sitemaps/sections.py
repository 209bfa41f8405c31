"""What the sitemap holds, section by section, each in parts of `LIMIT` addresses."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.db.models import Max
from wagtail.models import Page, Site

from blog.listings import open_to_all
from blog.models import ArticleIndexPage, ArticlePage, Category
from blog.sitemaps.documents import Entry
from blog.sitemaps.pages import KINDS, changes, found_pages, picture_ids, rows
from images.models import SiteRendition
from images.shapes import JPEG, WEBP, spec
from leads.models import LeadMagnet

# Addresses in one part: small enough to be made at once, however long the list is.
LIMIT = 500
MOST_PARTS = 50_000
CATEGORIES, GIFTS = "categorieen", "weggevers"
# Sizes of a picture that its page shows, in what every crawler reads.
_SPECS = [spec(width, form) for width in ("width-1600", "width-800") for form in (JPEG, WEBP)]


def parts(site: Site) -> Iterator[tuple[str, int, datetime | None]]:
    """Yield each part: the name of its section, its number, and when something in it last changed."""
    root = site.root_page
    for name, models in KINDS.items():
        number, size, newest = 1, 0, None
        for model in models:
            for changed in changes(model, root):
                if size == LIMIT:
                    yield name, number, newest
                    number, size, newest = number + 1, 0, None
                size += 1
                newest = max(filter(None, (newest, changed)), default=None)
        if size:
            yield name, number, newest
    listed = list(_categories(site))
    if listed:
        yield CATEGORIES, 1, max((entry.changed for entry in listed if entry.changed), default=None)
    if LeadMagnet.objects.available().exists():
        yield GIFTS, 1, None


def entries(site: Site, section: str, number: int) -> list[Entry]:
    """Return one part, [] where there is none of that name and number."""
    if not 0 < number < MOST_PARTS:
        return []
    if section in KINDS:
        return list(_pages(site, KINDS[section], (number - 1) * LIMIT))
    if number == 1 and section == CATEGORIES:
        return list(_categories(site))
    if number == 1 and section == GIFTS:
        return list(_gifts(site))
    return []


def _pages(site: Site, models: tuple[type[Page], ...], skip: int) -> Iterator[Entry]:
    root, wanted = site.root_page, LIMIT
    home = root.full_url
    for model in models:
        if wanted <= 0:
            return
        # To count is needed only to find where the next kind begins.
        count = found_pages(model, root).count() if len(models) > 1 else skip + 1
        if skip >= count:
            skip -= count
            continue
        found = rows(model, root, skip, skip + wanted)
        addresses = _picture_addresses(picture_ids(found), site)
        for row in found:
            pictures = tuple(addresses[pk] for pk in row.pictures if pk in addresses)
            yield Entry(home + row.url_path.removeprefix(root.url_path), row.changed, pictures)
        wanted, skip = wanted - len(found), 0


def _categories(site: Site) -> Iterator[Entry]:
    """Yield the categories with articles, where their lists are to be found at all."""
    index = found_pages(ArticleIndexPage, site.root_page).first()
    if index is None:
        return
    articles = open_to_all(ArticlePage.objects.descendant_of(site.root_page)).values("pk")
    links: Any = Category._meta.get_field("articles").through
    held = links.objects.filter(articlepage__in=articles)
    newest = dict(held.order_by().values_list("category").annotate(Max("articlepage__last_published_at")))
    for category in Category.objects.filter(pk__in=newest):
        address = index.full_url + index.reverse_subpage("category", args=[category.slug])
        yield Entry(address, newest[category.pk])


def _gifts(site: Site) -> Iterator[Entry]:
    gifts = list(LeadMagnet.objects.available())
    addresses = _picture_addresses({gift.cover_id for gift in gifts if gift.cover_id}, site)
    for gift in gifts:
        pictures = (addresses[gift.cover_id],) if gift.cover_id in addresses else ()
        yield Entry(urljoin(site.root_url, gift.get_absolute_url()), None, pictures)


def _picture_addresses(pks: set[int], site: Site) -> Mapping[int, str]:
    """Return for each picture the largest of its sizes above; none for one that has none yet."""
    if not pks:
        return {}
    storage = SiteRendition._meta.get_field("file").storage
    there = SiteRendition.objects.filter(image__in=pks, filter_spec__in=_SPECS).order_by("width", "pk")
    names = dict(there.values_list("image_id", "file"))
    return {pk: urljoin(site.root_url, storage.url(name)) for pk, name in names.items()}
