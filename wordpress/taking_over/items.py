"""One item of the export at a time: does it come now, does it wait, and did it come whole."""

import logging
import traceback
from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from wordpress.models import Imported
from wordpress.reading.items import BadItem, Item
from wordpress.taking_over.authors import Authors
from wordpress.taking_over.batches import raise_if_over
from wordpress.taking_over.held import Held
from wordpress.taking_over.kinds import Becomes, becomes, why_left_out
from wordpress.taking_over.known import Known
from wordpress.taking_over.making import has_place
from wordpress.taking_over.pages import Pages
from wordpress.taking_over.places import NoPlace
from wordpress.taking_over.reactions import Reactions, leave_out_reactions
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import Task
from wordpress.taking_over.terms import Terms
from wordpress.taking_over.waiting import Waiting
from wordpress.taking_over.words import plain, shortened, slug_of, title_of
from wordpress.taking_over.writing import Writer

logger = logging.getLogger("wordpress")

UNEXPECTED = "Dit onderdeel kon niet worden overgenomen door een fout in onze verwerking ({})."


class Items:
    """Takes over items in one transaction after the other; the caller begins and ends those."""

    def __init__(
        self,
        *,
        known: Known,
        terms: Terms,
        authors: Authors,
        pages: Pages,
        waiting: Waiting,
        writer: Writer,
        reactions: Reactions,
        task: Task,
        report: Report,
    ) -> None:
        self._known, self._terms, self._authors = known, terms, authors
        self._pages, self._waiting, self._writer, self._reactions = pages, waiting, writer, reactions
        self._task, self._report = task, report
        self.held = Held()
        self._failed: set[int] = set()
        self._expected: dict[int, Imported | None] = {}
        # Whether an item is alone in its batch: what was written with one that fails is taken back then.
        self._alone = False
        self.count = 0

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
        if line := self._waiting.line_of(item.id):
            line.words.append(_words(error, item))

    def settle(self, item: Item) -> None:
        """Convert again what waited for what has come since."""
        record, line = self._record(item), self._waiting.line_of(item.id)
        if record is None or record.page_id is None or line is None:
            return
        fresh = Line(item.kind, item.id, line.title, line.outcome, page_id=line.page_id)
        try:
            with transaction.atomic():
                self._pages.again(item, record, fresh)
        except Exception as error:  # noqa: BLE001 - the page is there already, without some links
            raise_if_over(error)
            self._writer.drop(item.id)
            line.words.append(_words(error, item))
            return
        if fresh.outcome is Outcome.CHANGED and line.outcome is Outcome.KNOWN:
            self._report.change(line, Outcome.CHANGED)
        if line.outcome is Outcome.NEW:
            line.words = list(record.remarks)

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
            page = self._pages.bring(item, record, line, is_last=is_last)
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
