"""Find the page that an address names, and the pages above it, in two queries however deep it is."""

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, PageViewRestriction

# No page stands deeper; an address of thousands of levels must not make a query of megabytes.
MAX_LEVELS = 20


def find_page(root: Page, path_components: list[str]) -> tuple[Page, list[str]]:
    """Return the deepest page at or under `root` that `path_components` lead to, and what is left of them.

    The page comes with its `reading_relations` joined; it knows its `trail` and whether nothing restricts it.
    """
    addresses = [root.url_path]
    for component in path_components[:MAX_LEVELS]:
        addresses.append(f"{addresses[-1]}{component}/")
    above = [root.path[:end] for end in range(root.steplen, len(root.path), root.steplen)]
    found = list(
        Page.objects.filter(Q(url_path__in=addresses, path__startswith=root.path) | Q(path__in=above))
        .annotate(is_restricted=Exists(PageViewRestriction.objects.filter(page=OuterRef("pk"))))
        .order_by("depth")
    )
    deepest = found[-1]
    model = deepest.specific_class
    if model is None:
        return root, path_components
    relations = getattr(model, "reading_relations", ())
    page = model._default_manager.select_related(*relations).get(pk=deepest.pk)
    page.trail = [ancestor for ancestor in found[:-1] if ancestor.depth > 1]
    page._cached_parent_obj = found[-2]
    # An alias is restricted as what it stands for is: that is left to Wagtail.
    if not any(step.is_restricted or step.alias_of_id for step in found):
        page._view_restrictions = PageViewRestriction.objects.none()
    return page, path_components[addresses.index(deepest.url_path) :]
