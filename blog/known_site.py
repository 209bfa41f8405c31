"""Which site a reader asks, without asking the database each time."""

import copy

from django.db import connection
from django.http import HttpRequest
from wagtail.models import Site
from wagtail.models.sites import SiteRootPath

from pagecache.kept import kept

_look_up = Site._find_for_request
_root_paths = Site.get_site_root_paths


def find_site(request: HttpRequest) -> Site | None:
    """Return the site that `request` is for; of a reader also note where the sites begin."""
    if request.method not in ("GET", "HEAD"):
        return _look_up(request)
    request._wagtail_cached_site_root_paths = site_roots()  # type: ignore[attr-defined]
    place = (request._get_raw_host(), request.get_port())  # type: ignore[attr-defined]
    return copy.copy(kept(("site", place), lambda: _with_home(_look_up(request))))


def site_roots() -> list[SiteRootPath]:
    """Return where the sites begin and at what address, as `Site.get_site_root_paths`, never out of date.

    Wagtail keeps them in the cache for an hour; where that is a process's own memory, nobody tells it of a
    change that another process made. Inside a transaction, where nothing is kept, Wagtail's own serve.
    """
    if connection.in_atomic_block:
        return _root_paths()
    return kept("site roots", _newest_root_paths)


def _newest_root_paths() -> list[SiteRootPath]:
    Site.clear_site_root_paths_cache()
    return _root_paths()


def _with_home(site: Site | None) -> Site | None:
    """Fetch the home page in its own kind, so that nobody has to do so again."""
    from blog.models import HomePage

    if site is not None:
        # By its own kind at once: to look up of which kind it is would be a query more.
        for home in HomePage.objects.filter(pk=site.root_page_id).order_by():
            home.specific_class = HomePage
            site.root_page = home
            return site
        site.root_page = site.root_page.specific
    return site


def keep_sites() -> None:
    """Let Wagtail's `Site` ask `find_site` and `site_roots`; there is no setting for it."""
    Site._find_for_request = staticmethod(find_site)
    Site.get_site_root_paths = staticmethod(site_roots)
