"""Which pages only some may read."""

from wagtail.models import PageViewRestriction

from pagecache.kept import kept


def closed_paths() -> tuple[str, ...]:
    """Return the tree paths of the pages that are restricted; what stands under them is too."""
    paths = PageViewRestriction.objects.values_list("page__path", flat=True)
    return kept("closed paths", lambda: tuple(paths))
