"""Writing comments and their events: one comment for equal words, one event for each decision."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction

from comments.models import Comment, CommentEvent, Status
from comments.statements import Insert

MAX_REASON = 200
MAX_NAME = 150
# Under an answer of a coach who filled in no name: the name to log in with is nobody else's business.
NAMELESS = "De coach"

_insert_comment, _insert_event = Insert(Comment, unless_equal="dedupe_key"), Insert(CommentEvent)


def display_name(user: AbstractBaseUser) -> str:
    """Return the name that readers see under a coach's answer."""
    return (_full_name(user) or NAMELESS)[:80]


def insert_once(comment: Comment) -> Comment:
    """Insert `comment`, or return the equal one that is there, even if it came in at this very moment."""
    comment.dedupe_key = comment.make_dedupe_key()
    # One statement, which who inserts the same at this moment waits for: no savepoint to fall back to.
    if _insert_comment(comment):
        return comment
    equal = Comment.objects.filter(dedupe_key=comment.dedupe_key).first()
    if equal is None:
        raise IntegrityError("An equal comment was there a moment ago.")
    return equal


def save_with_key(comment: Comment, *fields: str) -> None:
    """Save `fields` and a dedupe key that fits the comment as it is now.

    What the trash holds gives its key up; coming back claims it unless an equal comment lives.
    """
    comment.dedupe_key = None if comment.status == Status.TRASH else comment.make_dedupe_key()
    names = [*fields, "dedupe_key"]
    try:
        with transaction.atomic():
            comment.save(update_fields=names)
    except IntegrityError:
        comment.dedupe_key = None
        comment.save(update_fields=names)


def record(
    comment: Comment,
    before: str,
    *,
    origin: str,
    action: str = CommentEvent.Action.STATUS,
    user: Any = None,
    reason: str = "",
) -> CommentEvent:
    event = CommentEvent(
        comment=comment,
        action=action,
        from_status=before,
        to_status=comment.status,
        user=user,
        user_name=(_full_name(user) or user.get_username())[:MAX_NAME] if user else "",
        origin=origin,
        reason=reason[:MAX_REASON],
    )
    _insert_event(event)
    return event


def _full_name(user: AbstractBaseUser) -> str:
    return getattr(user, "get_full_name", str)()
