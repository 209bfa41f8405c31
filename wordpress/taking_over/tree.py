"""Pages that stand under another page of the old site than when they came: here too, where nobody moved them.

The table of contents tells where each stands, so a run that was killed finds the same again.
"""

from typing import NamedTuple

from wagtail.models import Page

from blog.followed import fact
from wordpress.models import Imported
from wordpress.reading.items import Entry
from wordpress.taking_over.follow import CHANGED_HERE, DRAFT_HERE, FOLLOWED, LOCKED_HERE
from wordpress.taking_over.known import Known
from wordpress.taking_over.places import DEEPEST, Places, free_slug, is_of_the_site
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import Task

PLACE = "plek"
NO_WAY = "staat op de oude site onder een andere pagina, maar kon daar hier niet heen"


class Misplaced(NamedTuple):
    """A page of ours that is to stand under another one, and its line in the report."""

    record_id: int
    page_id: int
    parent_id: int
    line: Line


class Tree:
    """Moves pages as somebody would in the admin: what stands below comes along, old addresses lead on."""

    def __init__(self, known: Known, places: Places, task: Task, report: Report) -> None:
        self._known, self._home, self._task, self._report = known, places.home.pk, task, report

    def misplaced(self) -> list[Misplaced]:
        """Return what moved on the old site since it came, what stands highest there first."""
        records = Imported.objects.filter(
            site=self._known.site, kind=Imported.Kind.ITEM, page__isnull=False, facts__has_key="parent"
        )
        found: list[tuple[Entry, int, int, int]] = []
        for pk, old_id, guid, page_id, came in records.values_list(
            "pk", "old_id", "guid", "page", "facts__parent"
        ):
            entry = self._known.contents.entries.get(old_id)
            if entry is None or entry.guid[:500] != guid:
                continue
            parent_id = self._parent(entry)
            if parent_id is not None and fact(parent_id) != came:
                found.append((entry, pk, page_id, parent_id))
        if not found:
            return []
        found.sort(key=lambda one: self._depth(one[0]))
        known = (Outcome.NEW, Outcome.CHANGED, Outcome.KNOWN)
        lines = {(line.kind, line.old_id): line for line in self._report.lines if line.outcome in known}
        return [
            Misplaced(record_id, page_id, parent_id, line)
            for entry, record_id, page_id, parent_id in found
            if (line := lines.get((entry.kind, entry.id)))
        ]

    def put(self, one: Misplaced) -> None:
        """Move a page in a transaction of the caller, or say why not."""
        record = Imported.objects.get(pk=one.record_id)
        page = Page.objects.get(pk=one.page_id).specific
        # None of a dry run: it would have been made.
        target = Page.objects.select_for_update().filter(pk=one.parent_id).first()
        here = page.get_parent().pk
        if target is None:
            self._tell(one.line)
            return
        if here != target.pk:
            if reason := self._why_not(page, target, record, here):
                one.line.words.append(reason)
                return
            _move(page, target, self._task)
            self._tell(one.line)
            record.changed_by = self._task.move
        record.facts["parent"] = fact(target.pk)
        record.save(update_fields=["facts", "changed_by"])

    def fail(self, one: Misplaced, error: Exception) -> None:
        one.line.words.append(NO_WAY)

    def _parent(self, entry: Entry) -> int | None:
        """Return the page to stand under, None where it stays, as what is above it there is not here."""
        if not entry.parent:
            return self._home
        above = self._known.pages.get(entry.parent)
        if above is None:
            return None
        return above.page_id if above.kind == "page" else self._home

    def _depth(self, entry: Entry) -> int:
        depth, above = 0, self._known.contents.entries.get(entry.parent)
        while above is not None and depth < DEEPEST:
            depth, above = depth + 1, self._known.contents.entries.get(above.parent)
        return depth

    def _why_not(self, page: Page, target: Page, record: Imported, here: int) -> str:
        overwrite = self._task.options.overwrite
        if fact(here) != record.facts["parent"] and not overwrite:
            return CHANGED_HERE.format(PLACE)
        if page.live and page.has_unpublished_changes and not overwrite:
            return DRAFT_HERE.format(PLACE)
        if page.locked:
            return LOCKED_HERE.format(PLACE)
        below = page.get_descendants(inclusive=True).order_by("-depth").values_list("depth", flat=True)
        if target.path.startswith(page.path) or target.depth + below[0] - page.depth >= DEEPEST:
            return NO_WAY
        return ""

    def _tell(self, line: Line) -> None:
        line.words.append(FOLLOWED.format(PLACE))
        if line.outcome is Outcome.KNOWN:
            self._report.change(line, Outcome.CHANGED)


def _move(page: Page, target: Page, task: Task) -> None:
    def is_taken(slug: str) -> bool:
        # Only right under the home page do addresses of the site itself begin.
        if slug == "feed" or (target.depth == 2 and is_of_the_site(slug)):
            return True
        return not Page._slug_is_available(slug, target, page)

    slug = free_slug(page.slug, is_taken)
    if slug != page.slug:
        Page.objects.filter(pk=page.pk).update(slug=slug)
        page.slug = slug
        if latest := page.latest_revision:
            latest.content["slug"] = slug
            latest.save(update_fields=["content"])
    page.move(target, pos="last-child", user=task.user)
