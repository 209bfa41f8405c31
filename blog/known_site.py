"""Which site a reader asks, without asking the database each time."""

import copy

from django.http import HttpRequest
from wagtail.models import Site

from pagecache.kept import kept

_look_up = Site._find_for_request


def find_site(request: HttpRequest) -> Site | None:
    """Return the site that `request` is for; of a reader also note where the sites begin."""
    if request.method not in ("GET", "HEAD"):
        return _look_up(request)
    request._wagtail_cached_site_root_paths = kept(  # type: ignore[attr-defined]
        "site roots", Site.get_site_root_paths
    )
    place = (request._get_raw_host(), request.get_port())  # type: ignore[attr-defined]
    return copy.copy(kept(("site", place), lambda: _with_home(_look_up(request))))


def _with_home(site: Site | None) -> Site | None:
    """Fetch the home page in its own kind, so that nobody has to do so again."""
    if site is not None:
        site.root_page = site.root_page.specific
    return site


def keep_sites() -> None:
    """Let Wagtail's `Site.find_for_request` ask `find_site`; there is no setting for it."""
    Site._find_for_request = staticmethod(find_site)
