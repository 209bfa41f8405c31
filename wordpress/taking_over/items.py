"""One item of the export at a time: is it here, does it come, did it change, and where is its place."""

import logging
import traceback
from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from wagtail.models import Page

from blog.models.base import SitePage
from wordpress.models import Imported
from wordpress.reading.items import BadItem, Item
from wordpress.taking_over import follow
from wordpress.taking_over.addresses import id_in, path_of
from wordpress.taking_over.authors import Authors
from wordpress.taking_over.batches import raise_if_over
from wordpress.taking_over.follow import CHANGED_HERE, DRAFT_HERE, FOLLOWED, LOCKED_HERE
from wordpress.taking_over.held import Held
from wordpress.taking_over.kinds import Becomes, becomes, why_left_out
from wordpress.taking_over.known import Known
from wordpress.taking_over.making import Made, Maker, has_place
from wordpress.taking_over.places import DEEPEST, NoPlace, Places
from wordpress.taking_over.reactions import Reactions, leave_out_reactions
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import Task
from wordpress.taking_over.terms import Terms
from wordpress.taking_over.words import plain, shortened, slug_of, title_of
from wordpress.taking_over.writing import Writer, check

logger = logging.getLogger("wordpress")

OTHER_THING = "Iets anders op de oude site heeft hetzelfde nummer; dat kwam eerder, en blijft zoals het is."
GONE_HERE = "is hier weggegooid en komt niet vanzelf terug"
UNEXPECTED = "Dit onderdeel kon niet worden overgenomen door een fout in onze verwerking ({})."
NO_PARENT = "stond onder een pagina die niet meekwam, en staat nu onder de startpagina"
TOO_DEEP = "stond te diep onder andere pagina's, en staat nu onder de startpagina"


class Items:
    """Takes over items in one transaction after the other; the caller begins and ends those."""

    def __init__(
        self,
        *,
        known: Known,
        places: Places,
        terms: Terms,
        authors: Authors,
        maker: Maker,
        writer: Writer,
        reactions: Reactions,
        task: Task,
        report: Report,
    ) -> None:
        self._known, self._places, self._terms, self._authors = known, places, terms, authors
        self._maker, self._writer, self._reactions = maker, writer, reactions
        self._task, self._report = task, report
        self.held = Held()
        self._brought_now: set[int] = set()
        # Lines of what waits for something that comes later in the file.
        self._waiting: dict[int, tuple[Line, list[str]]] = {}
        self._failed: set[int] = set()
        self._expected: dict[int, Imported | None] = {}
        # Whether an item is alone in its batch: what was written with one that fails is taken back then.
        self._alone = False
        self.count = 0
        # Addresses of files that stand in texts alone.
        self.loose: set[str] = set()

    def take(self, item: Item) -> Iterator[Item]:
        """Take over an item and those that waited for it as their parent; yield each when it is done."""
        stack = [item]
        while stack:
            one = stack.pop()
            if not self._hold(one):
                self._one(one)
                yield one
                stack += reversed(self.held.release(one.id))

    def take_held(self, item: Item) -> Iterator[Item]:
        """Take over one of those, and what waits for it in its turn."""
        if not self.held.let_go(item):
            return
        self._one(item, is_last=True)
        yield item
        for below in self.held.release(item.id):
            yield from self.take(below)

    def fail(self, item: Item, error: Exception) -> None:
        """Tell that an item could not come, nor what was written with it."""
        line = Line(item.kind, item.id, shortened(plain(item.title), 255), Outcome.FAILED)
        line.words = [_words(error, item)]
        self.held.let_go(item)
        self._failed.add(item.id)
        for told in (line, *leave_out_reactions(item)):
            self._report.tell(told)

    def fail_again(self, item: Item, error: Exception) -> None:
        """Tell that an item stays as it came first, without some links."""
        self._waiting[item.id][0].words.append(_words(error, item))

    def settle(self, item: Item) -> None:
        """Convert again what waited for what has come since."""
        record = self._record(item)
        if record is None or record.page_id is None or item.id not in self._waiting:
            return
        line = self._waiting[item.id][0]
        fresh = Line(item.kind, item.id, line.title, line.outcome, page_id=line.page_id)
        try:
            with transaction.atomic():
                self._again(item, record, fresh)
        except Exception as error:  # noqa: BLE001 - the page is there already, without some links
            raise_if_over(error)
            self._writer.drop(item.id)
            line.words.append(_words(error, item))
            return
        if fresh.outcome is Outcome.CHANGED and line.outcome is Outcome.KNOWN:
            self._report.change(line, Outcome.CHANGED)
        if line.outcome is Outcome.NEW:
            line.words = list(record.remarks)

    def waiting(self) -> set[int]:
        """Return the ids of items that wait for what has come since."""
        return {
            old_id
            for old_id, (_, addresses) in self._waiting.items()
            if any(map(self._known.is_settled, addresses))
        }

    def _hold(self, item: Item) -> bool:
        """Keep an item whose page above comes later; say whether it waits now."""
        if not item.parent or not has_place(item) or why_left_out(item, self._task.options):
            return False
        above = self._known.contents.entries.get(item.parent)
        if above is None or item.parent in self._known.pages or not self._known.is_coming(item.parent):
            return False
        if becomes(above.kind) is not Becomes.PAGE or item.parent in self._failed:
            return False
        if self.held.is_full:
            return False
        self.held.hold(item)
        return True

    def _one(self, item: Item, *, is_last: bool = False) -> None:
        line = Line(item.kind, item.id, shortened(plain(item.title), 255), Outcome.KNOWN)
        if reason := why_left_out(item, self._task.options):
            line.outcome = Outcome.LEFT_OUT
            line.words = [reason]
            reactions = leave_out_reactions(item)
        else:
            try:
                self._bring_names(item)
                reactions = self._whole(item, line, is_last=is_last)
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the rest goes on
                self._raise_if_more(error)
                self._writer.drop(item.id)
                self._reactions.drop(item.id)
                line.outcome, line.words = Outcome.FAILED, [_words(error, item)]
                reactions = leave_out_reactions(item)
                self._known.pages.pop(item.id, None)
                self._failed.add(item.id)
            else:
                self.count += line.outcome in (Outcome.NEW, Outcome.CHANGED)
        self._report.tell(line)
        for each in reactions:
            self._report.tell(each)

    def _bring_names(self, item: Item) -> None:
        """Bring the categories, tags and author that only this item names, which stay if it fails."""
        if self._terms.know_all_of(item) and self._authors.is_known(item.creator):
            return
        with transaction.atomic():
            self._terms.categories_of(item)
            self._terms.tags_of(item)
            self._authors.page_of(item.creator)

    def _whole(self, item: Item, line: Line, *, is_last: bool) -> list[Line]:
        """Bring an item with its reactions, or nothing of it; return the lines of those."""
        record = self._record(item)
        # What is new is written at the end of the batch: until then there is nothing to take back.
        with transaction.atomic() if record is not None or self._alone else nullcontext():
            page = self._bring(item, record, line, is_last=is_last)
            reactions = self._reactions.bring(item, page) if page is not None and item.reactions else []
            if self._alone:
                self._writer.write_rows()
                self._reactions.write()
        return leave_out_reactions(item) if page is None else reactions

    def _raise_if_more(self, error: Exception) -> None:
        """Let go on what concerns more than one item, which each come alone after that."""
        raise_if_over(error)
        if isinstance(error, DatabaseError) and not self._alone:
            raise error

    def _bring(self, item: Item, record: Imported | None, line: Line, *, is_last: bool) -> Page | None:
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
        self._wait(item, record.waits_for, line)
        is_same = record.source_hash == follow.source_hash(item)
        if not is_same or self._task.options.overwrite or any(map(self._known.is_settled, record.waits_for)):
            return self._again(item, record, line)
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
        self._wait(item, sorted(made.waits_for), line)
        return made.page

    def _again(self, item: Item, record: Imported, line: Line) -> SitePage:
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
        self._wait(item, record.waits_for, line)
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

    def expect(self, things: Sequence[Item | BadItem]) -> None:
        """Look up in a few queries what is here of the items that come next."""
        self._expected = dict.fromkeys(thing.id for thing in things)
        records = Imported.objects.filter(site=self._known.site, kind=Imported.Kind.ITEM)
        found = records.filter(old_id__in=self._expected)
        self._expected |= {record.old_id: record for record in found}
        self._alone = len(things) == 1
        items = [
            thing
            for thing in things
            if isinstance(thing, Item) and not why_left_out(thing, self._task.options)
        ]
        new = [item for item in items if self._expected[item.id] is None]
        self._writer.expect([slug_of(item, title_of(item)[0]) for item in new])
        self._reactions.expect(items)

    def _record(self, item: Item) -> Imported | None:
        if item.id in self._expected:
            return self._expected.pop(item.id)
        records = Imported.objects.filter(site=self._known.site, kind=Imported.Kind.ITEM)
        return records.filter(old_id=item.id).first()

    def _wait(self, item: Item, addresses: list[str], line: Line) -> None:
        if not addresses:
            self._waiting.pop(item.id, None)
            return
        self._waiting[item.id] = (line, addresses)
        for address in addresses:
            if "/wp-content/uploads/" in address and not self._known.attachment_of(address):
                self.loose.add(address)


def _words(error: Exception, item: Item) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, NoPlace):
        return str(error)
    # The message of the error, and the lines of its traceback, may have words of people in them.
    at = traceback.extract_tb(error.__traceback__)[-1]
    logger.error(
        "%s %s could not be taken over: %s at %s:%s",
        item.kind,
        item.id,
        type(error).__name__,
        at.filename,
        at.lineno,
    )
    return UNEXPECTED.format(type(error).__name__)
