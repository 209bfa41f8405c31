"""Find the page that an address names, and the pages above it, in as few queries as can be."""

import copy
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.apps import apps
from wagtail.models import Page, PageViewRestriction

from blog.navigation import top_pages
from blog.restrictions import closed_paths
from pagecache.kept import kept
from pagecache.prepared import Prepared

# No page stands deeper; an address of thousands of levels must not make a query of megabytes.
MAX_LEVELS = 20


def find_page(root: Page, path_components: list[str]) -> tuple[Page, list[str]]:
    """Return the deepest page at or under `root` that `path_components` lead to, and what is left of them.

    The page comes with its `reading_relations` joined; it knows its `trail` and whether nothing restricts it.
    """
    if not path_components:
        return _placed(_of_the_top(root), []), []
    above = next((page for page in top_pages(root) if page.slug == path_components[0]), None)
    if above and len(path_components) == 1:
        return _placed(_of_the_top(above), [root]), []
    if above and (page := _in_list(above, path_components[1])):
        return _placed(page, [root, above]), path_components[2:]
    addresses = [root.url_path]
    for component in path_components[:MAX_LEVELS]:
        addresses.append(f"{addresses[-1]}{component}/")
    # The last part of an address is in an index of the database, the whole of it is not.
    steps = list(
        Page.objects.filter(
            url_path__in=addresses[1:], slug__in=path_components[:MAX_LEVELS], path__startswith=root.path
        )
        .select_related("content_type")
        .order_by("depth")
    )
    if not steps:
        return _placed(_of_the_top(root), []), path_components
    deepest = steps[-1]
    page = _of_the_top(above) if above and deepest.pk == above.pk else _specific(deepest)
    return _placed(page, [root, *steps[:-1]]), path_components[addresses.index(deepest.url_path) :]


def _of_the_top(page: Page) -> Page:
    """Return a page that every page links to in its own kind."""
    return kept(("page", page.pk), lambda: _specific(page))


def _specific(page: Page) -> Page:
    """Return `page` in its own kind, with its `reading_relations`."""
    model: Any = page.specific_class
    if model is None:
        return page
    relations = getattr(model, "reading_relations", ())
    return model._default_manager.select_related(*relations).get(pk=page.pk)


def _in_list(above: Page, slug: str) -> Page | None:
    """Return the page `slug` in a list that holds pages of one kind only, which have none under them."""
    kinds: Any = getattr(above.content_type.model_class(), "subpage_types", ())
    model: Any = apps.get_model(kinds[0]) if len(kinds) == 1 else None
    if model is None or getattr(model, "subpage_types", None) != []:
        return None
    found = _of_kind(model)(slug, f"{above.url_path}{slug}/")
    return next((page for page in found if page.path.startswith(above.path)), None)


@cache
def _of_kind(model: Any) -> Prepared:
    """Return the query for a page of this kind by slug and place, with its `reading_relations`."""
    pages = model._default_manager.select_related(*model.reading_relations)
    return Prepared(lambda slug, url_path: pages.filter(slug=slug, url_path=url_path).order_by())


def _placed(page: Page, above: Iterable[Page]) -> Page:
    """Return a copy of `page` that knows what stands above it, and that nothing restricts it if so."""
    page = copy.copy(page)
    # Already known: whoever asks for `page.specific` gets the page itself without a query for its kind.
    page.specific_class = type(page)
    page.trail = [copy.copy(ancestor) for ancestor in above]
    if page.trail:
        page._cached_parent_obj = page.trail[-1]
    # An alias is restricted as what it stands for is: that is left to Wagtail.
    aliases = [step for step in (page, *page.trail) if step.alias_of_id]
    if not aliases and not page.path.startswith(closed_paths()):
        page._view_restrictions = PageViewRestriction.objects.none()
    return page
