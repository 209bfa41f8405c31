"""Reactions of the old site to ours: who answers whom, what was decided, and nothing that was erased here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.apps import apps
from wagtail.models import Page

from comments.models import Comment, Status
from mailing.addresses import address_hash
from pagecache.versions import bump
from wordpress.models import Imported
from wordpress.reading.items import Item, Reaction
from wordpress.taking_over import comments, conversation
from wordpress.taking_over.keys import Keys
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.task import Task
from wordpress.taking_over.words import plain

KIND = "comment"
NO_PAGE = "een reactie bij iets dat zelf niet is overgenomen"
ERASED = "op verzoek van de schrijver gewist"
TWICE = "een reactie op iets anders heeft hetzelfde nummer"
TWICE_HERE = "dezelfde reactie staat twee keer in de export"
GONE_HERE = "is hier weggegooid en komt niet vanzelf terug"
CHANGED_HERE = "hier zelf aangepast of beoordeeld, en dus gelaten zoals zij is"
NOT_SHOWN = "staat bij een pagina die hier geen reacties toont"
# Rows in one statement.
_AT_ONCE = 500


@dataclass(slots=True)
class _Coming:
    """A reaction that has a place here, with its line in the report."""

    old: Reaction
    line: Line
    comment: Comment | None = None
    record: Imported | None = None


@dataclass(slots=True)
class _Written:
    """What came to an item and is still to be written."""

    comments: list[Comment] = field(default_factory=list)
    records: list[Imported] = field(default_factory=list)


class Reactions:
    """Brings the reactions to one item after the other, and writes those of all together (`write`).

    Nobody gets a mail, and the spam filter learns nothing from them: that is `manage.py comments_learn`. What
    was decided, changed, withdrawn, erased or thrown away here stays so. In the caller's transaction.
    """

    def __init__(self, site: str, task: Task) -> None:
        self._site, self._task = site, task
        self._keys = Keys(Comment)
        self._erased = _Erased()
        self._records: dict[int, Imported | None] = {}
        self._written: dict[int, _Written] = {}
        self._is_seen = False

    def expect(self, items: Iterable[Item]) -> None:
        """Look up in a few queries what is here of the reactions to the items that come next."""
        self._erased = _Erased()
        self._records = {}
        self._look_up(items)
        self._keys.expect(sum(record is None for record in self._records.values()))

    def bring(self, item: Item, page: Page) -> list[Line]:
        """Take over the reactions to `item` under `page`."""
        coming, lines = _readable(item)
        if not coming:
            return lines
        if any(one.old.id not in self._records for one in coming):
            self._look_up([item])
        staff = self._staff(coming)
        address = (page.full_url or "")[:2000]
        new: list[_Coming] = []
        for one in coming:
            fresh = comments.comment_of(one.old, page, address, is_staff=one.old.user in staff)
            one.record = self._records[one.old.id]
            if one.record is not None:
                self._again(one, fresh, page)
            elif self._erased.knows(fresh):
                one.line.outcome = Outcome.LEFT_OUT
                one.line.words.append(ERASED)
                one.comment = comments.erased(fresh) if fresh.status == Status.APPROVED else None
                new.append(one)
            else:
                one.comment = fresh
                one.line.outcome = Outcome.NEW
                new.append(one)
            if one.line.outcome == Outcome.NEW and not hasattr(page.specific_class, "comments_open"):
                one.line.words.append(NOT_SHOWN)
        added = [one.comment for one in new if one.comment is not None]
        for comment, key in zip(added, self._keys.take(len(added)), strict=True):
            comment.pk = key
            self._is_seen |= page.live and comment.status == Status.APPROVED
        _hang(item.reactions, coming, new)
        self._keep(item, new)
        return lines

    def write(self) -> None:
        """Write what came."""
        if self._written:
            found = list(self._written.values())
            Comment.objects.bulk_create(
                [comment for one in found for comment in one.comments], batch_size=_AT_ONCE
            )
            Imported.objects.bulk_create(
                [record for one in found for record in one.records], batch_size=_AT_ONCE
            )
        if self._is_seen:
            bump()
        self._written, self._is_seen = {}, False

    def drop(self, old_id: int) -> None:
        """Forget what came to the item with this id: it was taken back."""
        dropped = self._written.pop(old_id, _Written())
        for record in dropped.records:
            self._records[record.old_id] = None

    def forget(self) -> None:
        """Drop all that came: its transaction is over."""
        self._written, self._records, self._is_seen = {}, {}, False
        self._keys.forget()

    def _look_up(self, items: Iterable[Item]) -> None:
        old_ids = [one.id for item in items for one in item.reactions if one.id not in self._records]
        self._records |= dict.fromkeys(old_ids)
        for start in range(0, len(old_ids), _AT_ONCE):
            found = Imported.objects.filter(
                site=self._site, kind=Imported.Kind.REACTION, old_id__in=old_ids[start : start + _AT_ONCE]
            )
            self._records |= {record.old_id: record for record in found.select_related("comment")}

    def _staff(self, coming: Iterable[_Coming]) -> set[int]:
        """Return which users of the old site are authors here."""
        users = {one.old.user for one in coming if one.old.user}
        if not users:
            return set()
        authors = Imported.objects.filter(site=self._site, kind=Imported.Kind.AUTHOR, old_id__in=users)
        return set(authors.values_list("old_id", flat=True))

    def _again(self, one: _Coming, fresh: Comment, page: Page) -> None:
        """Let a reaction follow the old site, unless somebody touched it here."""
        record, line, task = one.record, one.line, self._task
        comment = one.comment = record.comment if record else None
        if record is None or comment is None:
            line.words.append(GONE_HERE)
            return
        if comment.page_id not in (page.pk, None):
            line.outcome = Outcome.FAILED
            line.words.append(TWICE)
            one.comment = None
            return
        if record.source_hash == comments.source_hash(one.old):
            return
        is_ours = comment.withdrawn_at is not None
        if is_ours or (comments.facts_of(comment) != record.facts and not task.options.overwrite):
            line.words.append(CHANGED_HERE)
            return
        was_seen = comment.status == Status.APPROVED
        names = [*comments.FOLLOWED, "decided_at", "danger"]
        for name in names:
            setattr(comment, name, getattr(fresh, name))
        comment.save(update_fields=names)
        record.source_hash, record.facts = comments.source_hash(one.old), comments.facts_of(fresh)
        record.changed_by = task.move
        record.save(update_fields=["source_hash", "facts", "changed_by"])
        line.outcome = Outcome.CHANGED
        self._is_seen |= page.live and (was_seen or comment.status == Status.APPROVED)

    def _keep(self, item: Item, new: list[_Coming]) -> None:
        """Keep those that are new until they are written, each with the record that it came."""
        written = self._written.setdefault(item.id, _Written())
        for one in new:
            record = Imported(
                site=self._site,
                kind=Imported.Kind.REACTION,
                old_id=one.old.id,
                old_kind=KIND,
                comment=one.comment,
                source_hash=comments.source_hash(one.old),
                brought_by=self._task.move,
            )
            if one.comment is not None:
                written.comments.append(one.comment)
                if one.line.outcome == Outcome.NEW:
                    record.facts = comments.facts_of(one.comment)
            written.records.append(record)
            self._records[one.old.id] = record


def leave_out_reactions(item: Item, reason: str = NO_PAGE) -> list[Line]:
    """Count the reactions to an item that itself does not come."""
    return [_line(item, one, Outcome.LEFT_OUT, reason) for one in item.reactions]


def _readable(item: Item) -> tuple[list[_Coming], list[Line]]:
    """Return those of readers and of the site, and the lines of all in their order."""
    coming: list[_Coming] = []
    lines: list[Line] = []
    seen: set[int] = set()
    for one in item.reactions:
        line = _line(item, one, Outcome.KNOWN)
        lines.append(line)
        reason = comments.why_left_out(one)
        if reason or one.id in seen:
            line.outcome = Outcome.LEFT_OUT
            line.words.append(TWICE_HERE if one.id in seen else reason)
        else:
            seen.add(one.id)
            coming.append(_Coming(one, line))
    return coming, lines


def _line(item: Item, one: Reaction, outcome: Outcome, *words: str) -> Line:
    return Line(KIND, one.id, f"Reactie {one.id} bij ‘{plain(item.title)[:120]}’", outcome, list(words))


class _Erased:
    """Whose reactions were erased here: the old site knows nothing of that, and does not bring them back."""

    def __init__(self) -> None:
        # By name: privacy stands on the floor that we stand on.
        erasures = apps.get_model("privacy", "Erasure").objects.exclude(what="subscriptions")
        self._since: dict[str, datetime] = {}
        for hashed, moment in erasures.order_by("erased_at").values_list("address_hash", "erased_at"):
            self._since[hashed] = moment

    def knows(self, comment: Comment) -> bool:
        if not self._since or not comment.author_email:
            return False
        since = self._since.get(address_hash(comment.author_email))
        return since is not None and comment.created_at <= since


def _hang(reactions: Iterable[Reaction], coming: list[_Coming], new: list[_Coming]) -> None:
    """Give those that are new what they answer, and the conversation that they stand in, by their keys."""
    here = {one.old.id: one.comment for one in coming if one.comment is not None}
    parents = conversation.parents_here(reactions, set(here))
    fresh = {one.old.id for one in new}
    known_roots = {old_id: comment.root_id for old_id, comment in here.items() if old_id not in fresh}
    roots = conversation.roots(parents, known_roots)
    for one in new:
        parent = parents.get(one.old.id, 0)
        if one.comment is not None and parent:
            root = roots[parent]
            one.comment.parent_id = here[parent].pk
            one.comment.thread_id = known_roots.get(root) or here[root].pk
