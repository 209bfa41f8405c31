"""Where in the tree what comes has its place: the lists of articles, people and episodes."""

from collections.abc import Callable
from typing import Any

from django.urls import Resolver404, resolve
from django.utils.text import slugify
from wagtail.models import Page, Site

from blog.models import ArticleIndexPage, AuthorIndexPage, HomePage, PodcastIndexPage
from blog.models.base import SitePage

NO_HOME = "Deze site heeft nog geen startpagina. Maak die eerst; daaronder komt wat er verhuist."
LONGEST_SLUG = 255
# Readers' addresses are looked up so deep (blog.routing).
DEEPEST = 15
# How many take the same name before one is found by its number.
_MOST_ALIKE = 1000


class NoPlace(Exception):
    """There is nowhere to put anything; the message says so in Dutch."""


class Places:
    """Finds the lists of this site, and makes those that are missing when they are asked for."""

    def __init__(self, *, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._lists: dict[type[SitePage], SitePage] = {}
        self.home: HomePage = self._find_home()
        # What the lists are to be called that are still to be made: title and slug.
        self.wishes: dict[type[SitePage], tuple[str, str]] = {}
        # What was made, in Dutch, for the report.
        self.made: list[str] = []
        # Called before a list is made, so that all that comes before it stands in the tree.
        self.before_making: Callable[[], None] = lambda: None

    def blog(self) -> SitePage:
        return self._list(ArticleIndexPage, "Blog")

    def people(self) -> SitePage:
        return self._list(AuthorIndexPage, "Over ons")

    def podcast(self) -> SitePage:
        return self._list(PodcastIndexPage, "Podcast")

    def _find_home(self) -> HomePage:
        site = Site.objects.filter(is_default_site=True).first() or Site.objects.first()
        homes = HomePage.objects.order_by("path")
        home = homes.filter(pk=site.root_page_id).first() if site else None
        home = home or homes.first()
        if home is None:
            raise NoPlace(NO_HOME)
        return home

    def _list(self, kind: type[SitePage], title: str) -> SitePage:
        if kind not in self._lists:
            pages: Any = kind._default_manager
            found = pages.child_of(self.home).order_by("-live", "path").first()
            self._lists[kind] = found or self._make(kind, title)
        return self._lists[kind]

    def _make(self, kind: type[SitePage], title: str) -> SitePage:
        title, slug = self.wishes.get(kind, (title, slugify(title)))
        self.made.append(f"De pagina ‘{title}’ was er nog niet en is gemaakt.")
        page = kind(title=title, slug=slug, show_in_menus=True, live=True)
        if self._dry_run:
            page.set_url_path(self.home)
            return page
        self.before_making()
        taken = set(self.home.get_children().values_list("slug", flat=True))
        page.slug = free_slug(page.slug, taken.__contains__)
        self.home.refresh_from_db(fields=["numchild"])
        self.home.add_child(instance=page)
        revision = page.save_revision(changed=False)
        values = {"live_revision": revision, "latest_revision": revision, "has_unpublished_changes": False}
        Page.objects.filter(pk=page.pk).update(**values)
        page.refresh_from_db()
        return page


def free_slug(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """Return `wanted`, with a number behind it where that is taken."""
    wanted, free, number = wanted[:LONGEST_SLUG], wanted[:LONGEST_SLUG], 2
    while is_taken(free):
        end = f"-{number}"
        free, number = f"{wanted[: LONGEST_SLUG - len(end)]}{end}", number + 1
        if number > _MOST_ALIKE:
            raise NoPlace(f"Te veel pagina's heten ‘{wanted[:60]}’.")
    return free


def is_of_the_site(slug: str) -> bool:
    """Say whether the site itself answers at this address right under its home page."""
    try:
        return resolve(f"/{slug}/").url_name != "wagtail_serve"
    except Resolver404:
        return False
