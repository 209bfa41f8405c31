"""Which pages only some may read."""

from wagtail.models import Page, PageViewRestriction

from pagecache.kept import kept


def closed_paths() -> tuple[str, ...]:
    """Return the tree paths of the pages that are restricted; what stands under them is too."""
    return kept("closed paths", _read)


def _read() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def is_open(page: Page, closed: tuple[str, ...] | None = None) -> bool:
    """Say whether every reader may follow a link to `page`: published, and not kept for some.

    `closed`: the `closed_paths`, where they were asked for already.
    """
    return page.live and not page.path.startswith(closed_paths() if closed is None else closed)
