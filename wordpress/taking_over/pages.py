"""The page of an item: it is new, it is here as it was, or it follows what changed on the old site."""

from wagtail.models import Page

from blog.models.base import SitePage
from wordpress.models import Imported
from wordpress.reading.items import Item
from wordpress.taking_over import follow
from wordpress.taking_over.addresses import id_in, path_of
from wordpress.taking_over.follow import CHANGED_HERE, DRAFT_HERE, FOLLOWED, LOCKED_HERE
from wordpress.taking_over.kinds import Becomes
from wordpress.taking_over.known import Known
from wordpress.taking_over.making import Made, Maker, has_place
from wordpress.taking_over.places import DEEPEST, Places
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.task import Task
from wordpress.taking_over.waiting import Waiting
from wordpress.taking_over.writing import Writer, check

OTHER_THING = "Iets anders op de oude site heeft hetzelfde nummer; dat kwam eerder, en blijft zoals het is."
GONE_HERE = "is hier weggegooid en komt niet vanzelf terug"
NO_PARENT = "stond onder een pagina die niet meekwam, en staat nu onder de startpagina"
TOO_DEEP = "stond te diep onder andere pagina's, en staat nu onder de startpagina"


class Pages:
    """Makes and changes pages, which `writer` writes; tells in the line of the item what became of it."""

    def __init__(
        self, known: Known, places: Places, maker: Maker, writer: Writer, waiting: Waiting, task: Task
    ) -> None:
        self._known, self._places, self._maker = known, places, maker
        self._writer, self._waiting, self._task = writer, waiting, task
        self._brought_now: set[int] = set()

    def bring(self, item: Item, record: Imported | None, line: Line, *, is_last: bool) -> Page | None:
        """Take over an item of which `record` tells what came before; return its page, None where none is.

        `is_last`: the page above it, where it is not here now, does not come either.
        """
        if record is None:
            return self._new(item, line, is_last=is_last)
        if record.guid != item.guid[:500]:
            line.outcome, line.words = Outcome.FAILED, [OTHER_THING]
            return None
        if record.page_id is None:
            line.words = [GONE_HERE]
            return None
        line.page_id = record.page_id
        move = self._task.move.pk if self._task.move else None
        if move and record.brought_by_id == move:
            # This same move was broken off after it.
            line.outcome, line.words = Outcome.NEW, list(record.remarks)
        elif move and record.changed_by_id == move:
            line.outcome = Outcome.CHANGED
        self._waiting.note(item, record.waits_for, line)
        is_same = record.source_hash == follow.source_hash(item)
        if not is_same or self._task.options.overwrite or any(map(self._known.is_settled, record.waits_for)):
            return self.again(item, record, line)
        return Page.objects.get(pk=record.page_id) if item.reactions else None

    def _new(self, item: Item, line: Line, *, is_last: bool) -> SitePage:
        made = self._maker.make(item)
        self._writer.let_find(made.page)
        parent_id = self._parent(item, made, is_last=is_last)
        record = Imported(
            site=self._known.site,
            kind=Imported.Kind.ITEM,
            old_id=item.id,
            guid=item.guid[:500],
            old_kind=item.kind[:40],
            old_path="" if id_in(item.link) else path_of(item.link)[:1000],
            source_hash=follow.source_hash(item),
            facts={**follow.facts_of(made), **follow.place_of(item, parent_id)},
            waits_for=sorted(made.waits_for),
            remarks=made.remarks,
            brought_by=self._task.move,
        )
        self._writer.add(made.page, parent_id, made.standing, item.id, record)
        record.page_id = made.page.pk
        self._known.came(item, made.page, made.kind)
        self._brought_now.add(made.page.pk)
        line.outcome, line.words, line.page_id = Outcome.NEW, made.remarks, made.page.pk
        if self._task.dry_run:
            line.page_id = None
        self._waiting.note(item, sorted(made.waits_for), line)
        return made.page

    def again(self, item: Item, record: Imported, line: Line) -> SitePage:
        """Let the page of an item follow what changed on the old site, unless somebody touched it here."""
        live = Page.objects.get(pk=record.page_id).specific
        made = self._maker.make(item)
        self._writer.let_find(made.page)
        here = live.get_latest_revision_as_object()
        if type(here) is not type(made.page):
            line.words.append(CHANGED_HERE.format("soort pagina"))
            return live
        source, ours = follow.facts_of(made), follow.facts_here(here)
        found = follow.compare(source, ours, record.facts)
        names = found.follow
        if self._task.options.overwrite:
            names = [name for name in source if name != "slug" and source[name] != ours.get(name)]
        elif found.ours:
            line.words.append(CHANGED_HERE.format(follow.labels(here, found.ours)))
        if names and live.live and live.has_unpublished_changes and not self._task.options.overwrite:
            line.words.append(DRAFT_HERE.format(follow.labels(here, names)))
        elif names and live.locked:
            line.words.append(LOCKED_HERE.format(follow.labels(here, names)))
        else:
            self._follow(item, record, line, made, here, names)
        self._waiting.note(item, record.waits_for, line)
        return live

    def _follow(
        self, item: Item, record: Imported, line: Line, made: Made, here: SitePage, names: list[str]
    ) -> None:
        """Write what changed, and keep what the item is now."""
        source = follow.facts_of(made)
        if names:
            is_new = here.pk in self._brought_now
            follow.take(here, made.page, names)
            check(here)
            self._writer.change(here, names, made.standing, new_version=not is_new, old_id=item.id)
            if line.outcome is Outcome.KNOWN:
                line.outcome = Outcome.CHANGED
            line.words.append(FOLLOWED.format(follow.labels(here, names)))
        fresh = {
            "source_hash": follow.source_hash(item),
            "facts": {**source, **record.facts, **{name: source[name] for name in names}},
            "waits_for": sorted(made.waits_for),
            "remarks": made.remarks,
        }
        changed = [name for name, value in fresh.items() if getattr(record, name) != value]
        if changed:
            for name in changed:
                setattr(record, name, fresh[name])
            if names and record.brought_by_id is None or record.page_id not in self._brought_now:
                record.changed_by = self._task.move
            record.save(update_fields=[*changed, "changed_by"])

    def _parent(self, item: Item, made: Made, *, is_last: bool) -> int:
        """Return the id of the page that the new one comes under."""
        home = self._places.home.pk
        if made.kind is Becomes.EPISODE:
            return self._places.podcast().pk or home
        if made.kind is Becomes.ARTICLE:
            return home if self._task.options.parent == "home" else self._places.blog().pk or home
        if not item.parent or not has_place(item):
            return home
        above = self._known.pages.get(item.parent)
        if above is None or above.kind != "page":
            if item.kind == "page":
                made.remarks.append(NO_PARENT)
            return home
        depth = self._writer.depth_of(above.page_id)
        if depth is None:
            # Only looked at: the page above was taken back with its batch.
            return home
        if depth >= DEEPEST:
            made.remarks.append(TOO_DEEP)
            return home
        return above.page_id
