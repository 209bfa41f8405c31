"""Where a page is: its one canonical address, and the way to it from the home page."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.core.paginator import Page as ListPage
from django.http import HttpRequest
from wagtail.models import Page, Site

from pagecache.kept import kept

LISTS = ("articles", "episodes")


class Crumb(NamedTuple):
    """One step of the way: a name and its full address."""

    name: str
    url: str

    @property
    def path(self) -> str:
        """The address within the site, for links on the page itself."""
        return "/" + self.url.split("/", 3)[-1]


def site_root(request: HttpRequest) -> str:
    """Return the address of the site, whatever name of it the reader asked for."""
    site = Site.find_for_request(request)
    return f"{site.root_url}/" if site else request.build_absolute_uri("/")


def full(root: str, address: str) -> str:
    """Return `address`, which may lack the site, with the site in front."""
    # Nearly always a path, and joining in general costs ten times as much.
    return root[:-1] + address if address[:1] == "/" != address[1:2] else urljoin(root, address)


def own_path(page: Page, request: HttpRequest) -> tuple[str, str]:
    """Return the full address of the page and the path in it, both "" for one that was never saved."""
    parts = page.get_url_parts(request)
    if parts is None or not parts[2]:
        return "", ""
    return parts[1] + parts[2], parts[2]


def list_shown(context: Mapping[str, Any]) -> ListPage | None:
    """Return the part of a list that the page shows, None where it shows none."""
    return next((found for name in LISTS if isinstance(found := context.get(name), ListPage)), None)


def canonical(
    page: Page, request: HttpRequest, shown: ListPage | None, is_part: bool
) -> tuple[str, str, str]:
    """Return the address of the page itself, of the sub-list that is shown, and of this part of that.

    A sub-list (`is_part`) and each later page of a list are pages of their own; other parameters are not.
    """
    address, path = own_path(page, request)
    whole = address
    if is_part and address and request.path.startswith(path):
        whole += request.path.removeprefix(path)
    number = shown.number if shown is not None else 1
    return address, whole, f"{whole}?pagina={number}" if number > 1 else whole


def trail(page: Page, request: HttpRequest, root: str, *last: Crumb) -> list[Crumb]:
    """Return the way from the home page to `last`; nothing for the home page itself."""
    above = [ancestor for ancestor in page.trail if ancestor.live]
    return [*(_crumb(step, request, root) for step in above), *last] if above else []


def _crumb(page: Page, request: HttpRequest, root: str) -> Crumb:
    key = ("crumb", root, page.pk)
    return kept(key, lambda: Crumb(page.title, page.get_full_url(request) or root))
