"""Where new pages come in the tree, found for a batch of them before any is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from wagtail.models import Page

from blog.models.base import SitePage
from wordpress.taking_over.places import free_slug, is_of_the_site


@dataclass(slots=True)
class _Parent:
    """A page that gets others under it: the place of the last one there, and which slugs those have."""

    page: Page
    last: int
    is_new: bool = False
    # Of the slugs that were expected those that are taken, and all that were given in this batch.
    taken: set[str] = field(default_factory=set)
    new: int = 0


class Placing:
    """Gives each page its place and its slug. The caller writes them, and forgets all when that is done."""

    def __init__(self) -> None:
        self._parents: dict[int, _Parent] = {}
        self._expected: frozenset[str] = frozenset()
        # Pages that were given a place and are not written yet.
        self._new: dict[int, SitePage] = {}

    def expect(self, slugs: Iterable[str]) -> None:
        """Let these slugs be looked for together under each page that gets others under it."""
        self._expected = frozenset(slugs)
        self._parents = {}

    def place(self, page: SitePage, parent_id: int) -> None:
        """Give a new page its place as the last one under `parent_id`."""
        above = self._parent(parent_id)
        above.last += 1
        parent = above.page
        page.depth, page.numchild = parent.depth + 1, 0
        page.path = Page._get_path(parent.path, page.depth, above.last)
        page.locale_id = parent.locale_id
        page.content_type = ContentType.objects.get_for_model(type(page))
        page._cached_parent_obj = parent
        page.slug = free_slug(page.slug, lambda slug: self._is_taken(slug, above))
        above.taken.add(page.slug)
        page.set_url_path(parent)

    def rename(self, page: SitePage) -> None:
        """Give a page that stands here the slug that it wants, or one like it that is free."""
        above = self._parent(page.get_parent().pk)
        page.slug = free_slug(page.slug, lambda slug: self._is_taken(slug, above, page))
        above.taken.add(page.slug)

    def keep(self, page: SitePage, parent_id: int) -> None:
        """Note that a page that was given a place there will be written, under its key."""
        self._new[page.pk] = page
        self._parents[parent_id].new += 1

    def drop(self, page: SitePage, parent_id: int) -> None:
        """Note that a page that was given a place there will not be written."""
        above = self._parents[parent_id]
        above.taken.discard(page.slug)
        if self._new.pop(page.pk, None) is not None:
            above.new -= 1

    def depth_of(self, page_id: int) -> int | None:
        """Return how deep a page stands, None when it is not here."""
        if page_id in self._new:
            return int(self._new[page_id].depth)
        return Page.objects.filter(pk=page_id).values_list("depth", flat=True).first()

    def count_children(self) -> None:
        """Let pages above tell how many are under them: in the database, or still to be written."""
        for parent_id, above in self._parents.items():
            if not above.new:
                continue
            if above.is_new:
                above.page.numchild += above.new
            else:
                Page.objects.filter(pk=parent_id).update(numchild=F("numchild") + above.new)
            above.new = 0

    def forget(self) -> None:
        """Look again where the next page comes: those that were new are written, or taken back."""
        self._parents, self._new = {}, {}

    def _parent(self, parent_id: int) -> _Parent:
        if parent_id not in self._parents:
            if parent_id in self._new:
                above = _Parent(self._new[parent_id], 0, is_new=True)
            else:
                # Whoever adds to this page waits here until the batch is done.
                parent = Page.objects.select_for_update().get(pk=parent_id)
                children = Page.objects.filter(depth=parent.depth + 1, path__startswith=parent.path)
                last = children.order_by("-path").values_list("path", flat=True).first()
                above = _Parent(parent, Page._str2int(last[-Page.steplen :]) if last else 0)
                if self._expected and last:
                    taken = children.filter(slug__in=self._expected)
                    above.taken = set(taken.values_list("slug", flat=True))
            self._parents[parent_id] = above
        return self._parents[parent_id]

    def _is_taken(self, slug: str, above: _Parent, page: SitePage | None = None) -> bool:
        # Only right under the home page do addresses of the site itself begin.
        if (above.page.depth == 2 and is_of_the_site(slug)) or slug == "feed":
            return True
        if page is None and (slug in above.taken or above.is_new or slug in self._expected):
            return slug in above.taken
        given = any(one.slug == slug for one in self._new.values() if one._cached_parent_obj is above.page)
        siblings = Page.objects.filter(depth=above.page.depth + 1, path__startswith=above.page.path)
        return given or siblings.filter(slug=slug).exclude(pk=page.pk if page else None).exists()
