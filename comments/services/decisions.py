"""What happens when the coach judges a reaction, answers it, or takes that back."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from comments.assessment import document_of
from comments.models import STAFF_LABEL, Comment, CommentEvent, Learned, Report, Status
from comments.services import notices
from comments.services.records import display_name, insert_once, record, save_with_key
from comments.spam.learning import learn, unlearn
from pagecache.versions import bump

LESSONS = {Status.SPAM: Learned.SPAM, Status.APPROVED: Learned.HAM}
WITHDRAWN = "De schrijver heeft deze reactie ingetrokken."
ARTICLE_GONE = "Dit artikel is weg."


class ChangedMeanwhile(Exception):
    """The writer changed the words after they were shown; nobody judges what they have not read."""


class CannotAnswer(Exception):
    """There is nothing left to answer, or nowhere to; the message says which, for the coach."""


@transaction.atomic
def set_status(
    comments: Iterable[Comment],
    status: str,
    user: Any,
    origin: str = CommentEvent.Origin.ADMIN,
    *,
    seen: Mapping[int, str] | None = None,
) -> list[CommentEvent]:
    """Give each of `comments` a status; return one event for each that had another one before.

    `seen`: by key the fingerprint of the words that were shown; what has other words by now is left as it is.
    What its writer withdrew has no words left: it never waits and is never shown again. The spam filter
    learns from what a person decides, and whoever asked for it hears of an answer that now appears.
    """
    changed = lock(comment.pk for comment in comments).exclude(status=status)
    if status in (Status.APPROVED, Status.PENDING):
        changed = changed.filter(withdrawn_at=None)
    events = []
    visible = False
    for comment in changed:
        if is_changed(comment, seen):
            continue
        before = comment.status
        visible = visible or Status.APPROVED in (before, status)
        comment.status = status
        comment.decided_at = None if status == Status.PENDING else timezone.now()
        comment.is_pinned = comment.is_pinned and status == Status.APPROVED
        if status != Status.PENDING:
            close_reports(comment)
        teach(comment, LESSONS.get(Status(status)))
        save_with_key(comment, "status", "decided_at", "is_pinned", "report_count", "learned_as")
        events.append(record(comment, before, user=user, origin=origin))
    if visible:
        bump()
    if status == Status.APPROVED:
        notices.announce([event.comment for event in events])
    return events


@transaction.atomic
def answer_and_approve(
    comment: Comment,
    text: str,
    user: Any,
    origin: str = CommentEvent.Origin.ADMIN,
    *,
    seen: Mapping[int, str] | None = None,
) -> list[CommentEvent]:
    """Publish the coach's answer together with the reaction it answers.

    `seen`: as for set_status. Raises CannotAnswer or ChangedMeanwhile, with nothing done.
    """
    locked = lock([comment.pk]).first()
    if locked is None or locked.withdrawn_at:
        raise CannotAnswer(WITHDRAWN)
    if locked.page_id is None:
        raise CannotAnswer(ARTICLE_GONE)
    if is_changed(locked, seen):
        raise ChangedMeanwhile
    comment = locked
    events = set_status([comment], Status.APPROVED, user, origin)
    answer = Comment(
        page_id=comment.page_id,
        page_title=comment.page_title,
        page_url=comment.page_url,
        parent=comment,
        thread_id=comment.root_id,
        author_name=display_name(user),
        author_email=(user.email or "").lower(),
        text=text,
        status=Status.APPROVED,
        decided_at=timezone.now(),
        staff_author=user,
        staff_label=STAFF_LABEL,
    )
    if insert_once(answer) is answer:
        events.append(record(answer, "", user=user, origin=origin))
        bump()
        notices.announce([answer])
    return events


@transaction.atomic
def undo(events: Iterable[CommentEvent], user: Any) -> list[CommentEvent]:
    """Take decisions back, unless someone has decided otherwise since. An answer goes to the trash.

    Nor where its writer has put other words in it since: undoing would publish what nobody has read.
    """
    events = list(events)
    # All at once and in one order, so that two who undo the same never wait for each other.
    locked = {comment.pk: comment for comment in lock(event.comment_id for event in events)}
    undone = []
    for event in events:
        comment = locked.get(event.comment_id)
        if comment and event.action == CommentEvent.Action.STATUS and event == _last_change(comment):
            before = event.from_status or Status.TRASH
            undone += set_status([comment], before, user, origin=CommentEvent.Origin.UNDO)
    return undone


@transaction.atomic
def handle_reports(comment: Comment, user: Any, origin: str = CommentEvent.Origin.ADMIN) -> bool:
    """Let a reported reaction stand; return whether there was a report to handle."""
    comment = lock([comment.pk]).get()
    if not comment.report_count:
        return False
    close_reports(comment)
    comment.save(update_fields=["report_count"])
    record(comment, comment.status, user=user, origin=origin, action=CommentEvent.Action.REPORTS_HANDLED)
    return True


def lock(keys: Iterable[int]) -> QuerySet[Comment]:
    """Return comments to change, locked until the transaction ends, in the one order in which all lock them.

    Not against rows that begin to refer to them: answers and events come in while another is being judged.
    """
    return Comment.objects.select_for_update(no_key=True).filter(pk__in=list(keys)).order_by("pk")


def is_changed(comment: Comment, seen: Mapping[int, str] | None) -> bool:
    """Say whether `comment` has other words than were shown, where `seen` tells which those were."""
    return bool(seen and comment.pk in seen and seen[comment.pk] != comment.fingerprint)


def _last_change(comment: Comment) -> CommentEvent | None:
    """Return the last event that gave a locked comment its status, or other words by its writer's hand."""
    changes = Q(action=CommentEvent.Action.STATUS) | Q(origin=CommentEvent.Origin.WRITER)
    return comment.events.filter(changes).order_by("-pk").first()


def close_reports(comment: Comment) -> None:
    """Mark what readers reported about `comment` as dealt with; the caller saves its `report_count`."""
    if comment.report_count:
        Report.objects.filter(comment=comment, handled_at=None).update(handled_at=timezone.now())
        comment.report_count = 0


def teach(comment: Comment, lesson: str | None) -> None:
    """Let the filter take `comment` for spam, for ham, or forget it (None); the caller saves `learned_as`.

    Answers of the coach teach nothing, nor does what has lost its words.
    """
    lesson = lesson or ""
    if comment.is_staff or comment.withdrawn_at or comment.learned_as == lesson:
        return
    document = document_of(comment)
    if comment.learned_as:
        unlearn(document, comment.learned_as)
    if lesson:
        learn(document, lesson)
    comment.learned_as = lesson
