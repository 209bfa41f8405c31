"""Where pages, pictures and gifts of this site are found from outside, looked up once for an export."""

from functools import cached_property
from typing import Any
from urllib.parse import unquote, urljoin

from django.conf import settings
from django.core.files.storage import default_storage
from wagtail.models import Page, Site

from blog.models import Category
from images.models import SiteImage
from leads.models import LeadMagnet


class SiteAddresses:
    """`wordpress.export.own_blocks.Addresses` of a site; drafts have the address that they would have."""

    def __init__(self, site: Site) -> None:
        self.site = site
        # Without a slash at its end.
        self.root = site.root_url

    @cached_property
    def _pages(self) -> dict[int, tuple[str, str]]:
        home = self.site.root_page
        rows = home.get_descendants(inclusive=True).values_list("pk", "url_path", "title")
        cut = len(home.url_path)
        return {pk: (f"{self.root}/{path[cut:]}", title) for pk, path, title in rows}

    @cached_property
    def _images(self) -> dict[int, str]:
        return dict(SiteImage.objects.values_list("pk", "file"))

    @cached_property
    def _gifts(self) -> dict[int, str]:
        return dict(LeadMagnet.objects.values_list("pk", "slug"))

    def page(self, number: int) -> str:
        return self._pages.get(number, ("", ""))[0]

    def title(self, number: int) -> str:
        return self._pages.get(number, ("", ""))[1]

    def image(self, number: int) -> str:
        name = self.image_name(number)
        return self.file(name) if name else ""

    def image_name(self, number: int) -> str:
        """Return the name of a picture's file in the storage of media."""
        return self._images.get(number, "")

    def gift(self, number: int) -> str:
        return self._gifts.get(number, "")

    @cached_property
    def _categories(self) -> dict[int, str]:
        return dict(Category.objects.values_list("pk", "slug"))

    def category(self, number: int) -> str:
        return self._categories.get(number, "")

    def file(self, name: str) -> str:
        """Return the address of a file in the storage of media."""
        return urljoin(f"{self.root}/", default_storage.url(name))

    def loose_sounds(self, page: Any) -> list[str]:
        """Return the names of files of this site that blocks of sound in a page play."""
        blocks = page.body.raw_data if hasattr(page, "body") else []
        found = [str(one["value"].get("url") or "") for one in blocks if one["type"] == "audio"]
        media = settings.MEDIA_URL
        names = [unquote(one.removeprefix(media)) for one in found if media and one.startswith(media)]
        return [name for name in names if default_storage.exists(name)]

    def absolute(self, address: str) -> str:
        """Return an address of this site, as stored in a block, as others see it."""
        return urljoin(f"{self.root}/", address) if address.startswith("/") else address

    def parents(self) -> dict[int, int]:
        """Return of each page of the site the page that it stands under."""
        home = self.site.root_page
        paths = dict(home.get_descendants(inclusive=True).values_list("path", "pk"))
        return {pk: paths[path[: -Page.steplen]] for path, pk in paths.items() if pk != home.pk}
