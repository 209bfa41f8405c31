"""What a writer may do with a reaction of their own: find it again, change it for a while, withdraw it."""

from datetime import datetime, timedelta

from django.db import transaction

from comments.assessment import TRAPPED, assess
from comments.models import Comment, CommentEvent, ReplySubscription, Status, WriterLink
from comments.privacy import WITHDRAWN_TEXT, blank
from comments.services import moderator_mail, outbox
from comments.services.decisions import close_reports, teach
from comments.services.records import record, save_with_key
from guard import limits
from guard.tokens import hash_token
from pagecache.versions import bump

CHANGE_WITHIN = timedelta(minutes=30)
DANGER_BEFORE = "Stond eerst: woorden die op gevaar wijzen."


class TooLate(Exception):
    """This reaction can't be changed any more."""


def find(token: str) -> Comment | None:
    """Return the reaction that a private link is of."""
    links = WriterLink.objects.select_related("comment__page", "comment__subscription")
    link = links.filter(token_hash=hash_token(token)).first()
    return link.comment if link else None


def state_of(comment: Comment) -> str:
    """Return in one word what became of a reaction: withdrawn, shown, waiting, set_apart or refused.

    What the filter took for spam is only set apart until a person has looked.
    """
    if comment.withdrawn_at:
        return "withdrawn"
    if comment.status == Status.SPAM and comment.decided_at is None:
        return "set_apart"
    return {Status.APPROVED: "shown", Status.PENDING: "waiting"}.get(Status(comment.status), "refused")


def may_change(comment: Comment, now: datetime) -> bool:
    is_open = state_of(comment) in ("shown", "waiting", "set_apart")
    return is_open and now < comment.created_at + CHANGE_WITHIN


def is_answered(comment: Comment) -> bool:
    """Say whether readers see answers below this reaction."""
    return comment.replies.approved().exists()


@transaction.atomic
def change(
    comment: Comment,
    *,
    text: str,
    name: str,
    now: datetime,
    network: str,
    trapped: bool = False,
    proven: bool = False,
) -> Comment:
    """Put other words in a reaction, which waits again then; return it as it is now.

    It is judged anew: it may be set apart as spam, and it never appears by itself. What pointed to danger
    goes on doing so until a person has decided: the first words may be the truest. Coaches hear of it unless
    they know already that it waits. Raises TooLate or guard.limits.LimitReached, with nothing changed.
    """
    comment = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    if not may_change(comment, now):
        raise TooLate
    if (text, name) == (comment.original_text or comment.text, comment.author_name):
        return comment
    before, danger_before = comment.status, comment.danger
    held_danger = "" if comment.decided_at else danger_before
    trapped = trapped or TRAPPED in comment.spam_reasons
    # While the filter still sees the words that it learned.
    teach(comment, None)
    comment.text, comment.author_name = text, name
    comment.original_text, comment.shortened_at = "", None
    found = assess(comment, trapped=trapped)
    found.apply_to(comment)
    is_held = bool(held_danger and not comment.danger)
    if is_held:
        comment.danger, comment.status = held_danger, Status.PENDING
    limits.hit("comment", network, proven=proven or bool(comment.danger))
    if comment.status == Status.APPROVED:
        comment.status = Status.PENDING
    comment.changed_at, comment.decided_at, comment.is_pinned = now, None, False
    save_with_key(
        comment,
        *("text", "author_name", "original_text", "shortened_at", "status", "danger", "spam_score"),
        *("spam_reasons", "learned_as", "changed_at", "decided_at", "is_pinned"),
    )
    noted = DANGER_BEFORE if is_held else ""
    _record(comment, before, CommentEvent.Action.CHANGED, reason=found.summary, noted=noted)
    if before == Status.APPROVED:
        bump()
    is_new_danger = comment.danger and not danger_before
    if comment.status == Status.PENDING and (before != Status.PENDING or is_new_danger):
        moderator_mail.tell(comment)
    return comment


@transaction.atomic
def withdraw(comment: Comment, now: datetime) -> None:
    """Take a reaction back: its words, and who wrote them, are gone for good.

    Where readers see answers below it, its place stays, so that their conversation keeps its shape. Doing it
    again changes nothing.
    """
    comment = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    if comment.withdrawn_at:
        return
    before = comment.status
    close_reports(comment)
    if before != Status.APPROVED or not is_answered(comment):
        comment.status = Status.TRASH
    comment.withdrawn_at = now
    comment.save(update_fields=["status", "withdrawn_at", "report_count"])
    blank(Comment.objects.filter(pk=comment.pk), WITHDRAWN_TEXT)
    outbox.forget([comment.pk])
    _forget_wish(comment, now)
    _record(comment, before, CommentEvent.Action.WITHDRAWN)
    if before == Status.APPROVED:
        bump()


def _forget_wish(comment: Comment, now: datetime) -> None:
    """Tell of no more answers. The wish itself stays for a while: its links can still stop the others."""
    ReplySubscription.objects.filter(comment=comment, stopped_at=None).update(stopped_at=now)


def _record(
    comment: Comment, before: str, action: CommentEvent.Action, reason: str = "", noted: str = ""
) -> None:
    """Record what the writer did, with what to note about it, and the status it led to, with its reason."""
    record(comment, comment.status, origin=CommentEvent.Origin.WRITER, action=action, reason=noted)
    if comment.status != before:
        is_spam = comment.status == Status.SPAM
        origin = CommentEvent.Origin.FILTER if is_spam else CommentEvent.Origin.WRITER
        record(comment, before, origin=origin, reason=reason)
