"""What happens when a reaction comes in and when it is judged."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from comments.models import STAFF_LABEL, Comment, CommentEvent, Status
from guard import limits
from pagecache.versions import bump

TRAPPED = "Vulde het veld in dat mensen niet zien."


@transaction.atomic
def submit_comment(
    *,
    page: Page,
    parent: Comment | None,
    name: str,
    email: str,
    website: str,
    text: str,
    network: str,
    trapped: bool = False,
) -> Comment:
    """Keep a reader's reaction until the coach has read it; what a machine sent is kept as spam.

    The same words sent again (a double click, twenty at once) give the comment that is already there. Raises
    guard.limits.LimitReached, with nothing kept, when this network sent too many different ones.
    """
    comment = Comment(
        page=page,
        page_title=page.title,
        page_url=page.full_url or "",
        parent=parent,
        author_name=name,
        author_email=email,
        author_url=website,
        text=text,
        network_hash=network,
        status=Status.SPAM if trapped else Status.PENDING,
    )
    kept = _insert_once(comment)
    if kept is not comment:
        return kept
    _record(comment, "", origin=CommentEvent.Origin.FORM, reason=TRAPPED if trapped else "")
    # Counted only now: a repeated click on the button must not use up the visitor's turns.
    limits.hit("comment", network)
    return comment


@transaction.atomic
def set_status(
    comments: Iterable[Comment], status: str, user: Any, origin: str = CommentEvent.Origin.ADMIN
) -> list[CommentEvent]:
    """Give each of `comments` a status; return one event for each that had another one before."""
    wanted = [comment.pk for comment in comments]
    changed = Comment.objects.select_for_update().filter(pk__in=wanted).exclude(status=status).order_by("pk")
    events = []
    visible = False
    for comment in changed:
        before = comment.status
        visible = visible or Status.APPROVED in (before, status)
        comment.status = status
        comment.decided_at = None if status == Status.PENDING else timezone.now()
        _save_with_key(comment)
        events.append(_record(comment, before, user=user, origin=origin))
    if visible:
        bump()
    return events


@transaction.atomic
def answer_and_approve(comment: Comment, text: str, user: Any) -> list[CommentEvent]:
    """Publish the coach's answer together with the reaction it answers."""
    events = set_status([comment], Status.APPROVED, user)
    answer = Comment(
        page=comment.page,
        page_title=comment.page_title,
        page_url=comment.page_url,
        parent=comment,
        author_name=display_name(user),
        author_email=(user.email or "").lower(),
        text=text,
        status=Status.APPROVED,
        decided_at=timezone.now(),
        staff_author=user,
        staff_label=STAFF_LABEL,
    )
    if _insert_once(answer) is answer:
        events.append(_record(answer, "", user=user, origin=CommentEvent.Origin.ADMIN))
        bump()
    return events


@transaction.atomic
def undo(events: Iterable[CommentEvent], user: Any) -> list[CommentEvent]:
    """Take decisions back, unless someone has decided otherwise since. An answer goes to the trash."""
    undone = []
    for event in events:
        if event.comment.status == event.to_status:
            before = event.from_status or Status.TRASH
            undone += set_status([event.comment], before, user, origin=CommentEvent.Origin.UNDO)
    return undone


def display_name(user: AbstractBaseUser) -> str:
    """Return the name that readers see under a coach's answer."""
    return (getattr(user, "get_full_name", str)() or user.get_username())[:80]


def _insert_once(comment: Comment) -> Comment:
    """Insert `comment`, or return the equal one that is there, even if it came in at this very moment."""
    comment.dedupe_key = comment.make_dedupe_key()
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
    except IntegrityError:
        equal = Comment.objects.filter(dedupe_key=comment.dedupe_key).first()
        if equal is None:
            raise
        return equal
    return comment


def _save_with_key(comment: Comment) -> None:
    """Save a changed status. The trash gives up the key; coming back claims it unless an equal one lives."""
    fields = ["status", "decided_at", "dedupe_key"]
    comment.dedupe_key = None if comment.status == Status.TRASH else comment.make_dedupe_key()
    try:
        with transaction.atomic():
            comment.save(update_fields=fields)
    except IntegrityError:
        comment.dedupe_key = None
        comment.save(update_fields=fields)


def _record(
    comment: Comment, before: str, *, origin: str, user: Any = None, reason: str = ""
) -> CommentEvent:
    return CommentEvent.objects.create(
        comment=comment,
        from_status=before,
        to_status=comment.status,
        user=user,
        user_name=display_name(user) if user else "",
        origin=origin,
        reason=reason,
    )
