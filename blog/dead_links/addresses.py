"""Where a typed address of our own site leads, looked up for many at once."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from blog.restrictions import closed_paths

GONE, DRAFT, CLOSED = "bestaat niet", "is niet gepubliceerd", "is afgeschermd"
MAX_LEVELS, AT_ONCE = 20, 500


class _Known:
    """What each address is held against, asked for once and only where it is needed."""

    @cached_property
    def closed(self) -> tuple[str, ...]:
        return closed_paths()

    @cached_property
    def gifts(self) -> set[str]:
        return set(apps.get_model("leads.LeadMagnet").objects.available().values_list("slug", flat=True))

    @cached_property
    def categories(self) -> set[str]:
        return set(apps.get_model("blog.Category").objects.values_list("slug", flat=True))

    def problem(self, live: bool, tree_path: str) -> str:
        return DRAFT if not live else CLOSED if tree_path.startswith(self.closed) else ""


class Target(NamedTuple):
    """Where an address leads: to a page of the tree, or elsewhere on the site; or why it leads nowhere."""

    page_id: int | None = None
    problem: str = ""


def own_path(address: str) -> str | None:
    """Return the path of an address on our own site, None for one that leads elsewhere or within its page."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https") or (not host and not parts.path.startswith("/")):
        return None
    if host and host.removeprefix("www.") not in _own_hosts():
        return None
    return unquote(parts.path) or "/"


def names_a_page_alone(address: str) -> bool:
    """Say whether an address has nothing behind its path that a link to the page would lose."""
    parts = urlsplit(address.strip())
    return not parts.query and not parts.fragment


def look_up(paths: Iterable[str], *, follow: bool = True) -> dict[str, Target]:
    """Return for each path of our own where it leads; in as many queries for a hundred as for one.

    `follow`: where nothing stands, go by what leads on from there.
    """
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    wanted = list(dict.fromkeys(paths))
    if site is None or not wanted:
        return {}
    known = _Known()
    found = {path: _outside_the_tree(path, known) for path in wanted}
    in_tree = [path for path, target in found.items() if target is None]
    pages = _pages_above(in_tree, site.root_page)
    redirects = _redirects(in_tree, site) if in_tree and follow else {}
    targets = {path: target for path, target in found.items() if target is not None}
    for path in in_tree:
        target = _in_the_tree(path, site.root_page, pages, known)
        targets[path] = redirects.get(_normal(path), target) if target.problem == GONE else target
    return targets


def states(page_ids: Iterable[int]) -> dict[int, str]:
    """Return what is the matter with each page that readers can't get, by id; nothing of all others."""
    wanted = set(page_ids)
    found: dict[int, str] = {}
    known = _Known()
    for part in _parts(wanted):
        pages = Page.objects.filter(pk__in=part).values_list("pk", "live", "path")
        found |= {pk: known.problem(live, path) for pk, live, path in pages}
    return {pk: found.get(pk, GONE) for pk in wanted if found.get(pk, GONE)}


def _own_hosts() -> set[str]:
    addresses = [settings.SITE_URL, *(root.root_url for root in Site.get_site_root_paths())]
    return {(urlsplit(address).hostname or "").removeprefix("www.") for address in addresses}


def _outside_the_tree(path: str, known: _Known) -> Target | None:
    """Return where a path leads that no page of the tree answers; None for what the tree has to answer."""
    if path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
        return Target()
    last = path.rpartition("/")[2]
    try:
        match = resolve(path if not last or "." in last else f"{path}/")
    except Resolver404:
        return None
    if match.url_name == "wagtail_serve":
        return None
    if match.view_name == "leads:sign_up":
        return Target() if match.kwargs["slug"] in known.gifts else Target(problem=GONE)
    return Target()


def _components(path: str) -> list[str]:
    return [part for part in path.split("/") if part][: MAX_LEVELS + 1]


def _pages_above(paths: list[str], root: Page) -> dict[str, tuple]:
    """Return every page on the way to `paths`, by its path in the tree."""
    wanted = {root.url_path}
    for path in paths:
        place = root.url_path
        for component in _components(path):
            place = f"{place}{component}/"
            wanted.add(place)
    pages: dict[str, tuple] = {}
    for part in _parts(wanted):
        rows = Page.objects.filter(url_path__in=part, path__startswith=root.path)
        fields = ("url_path", "pk", "live", "path", "content_type__app_label", "content_type__model")
        pages |= {row[0]: row[1:] for row in rows.values_list(*fields)}
    return pages


def _in_the_tree(path: str, root: Page, pages: dict[str, tuple], known: _Known) -> Target:
    components = _components(path)
    for size in range(len(components), -1, -1):
        place = root.url_path + "".join(f"{part}/" for part in components[:size])
        if place not in pages:
            continue
        pk, live, tree_path, app, model = pages[place]
        if size == len(components):
            return Target(pk, known.problem(live, tree_path))
        rest = "/".join(components[size:]) + "/"
        return Target(problem=known.problem(live, tree_path) or _problem_of_list(app, model, rest, known))
    return Target(problem=GONE)


def _problem_of_list(app: str, model: str, rest: str, known: _Known) -> str:
    """Say whether a page of this kind answers to `rest` after its own address: "categorie/rouw/"."""
    kind = apps.get_model(app, model)
    if not hasattr(kind, "get_resolver"):
        return GONE
    try:
        match = kind.get_resolver().resolve(f"/{rest}")
    except Resolver404:
        return GONE
    if match.url_name == "category":
        return "" if match.kwargs["slug"] in known.categories else GONE
    return ""


def _normal(path: str) -> str:
    return Redirect.normalise_path(path)


def _redirects(paths: list[str], site: Site) -> dict[str, Target]:
    """Return where old addresses lead now, by their normalised path."""
    rows = Redirect.get_for_site(site).filter(old_path__in={_normal(path) for path in paths})
    found = list(rows.values_list("old_path", "redirect_page", "redirect_page_route_path"))
    wrong = states(pk for _, pk, _ in found if pk)
    return {path: Target(None if route else pk, wrong.get(pk, "") if pk else "") for path, pk, route in found}


def _parts(values: Iterable) -> Iterator[list]:
    """Cut what is asked for into pieces that a database takes in one query."""
    remaining = iter(values)
    while part := list(islice(remaining, AT_ONCE)):
        yield part
