"""A reaction as readers see it: shortened, a name taken out, put back; and the one that stands on top."""

import re
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from comments.models import Comment, CommentEvent, Status
from comments.personal_details import LABELS, find_details
from comments.services.decisions import ChangedMeanwhile, lock
from comments.services.records import record, save_with_key
from pagecache.versions import bump

NAME = "[naam]"
INSTEAD = {"name": NAME, "phone": "[telefoonnummer]", "email": "[e-mailadres]", "address": "[adres]"}


class CannotPin(Exception):
    """Only a reaction that is shown, and that answers no other, can stand on top of its page."""


@transaction.atomic
def shorten(comment: Comment, text: str, user: Any, *, reason: str = "") -> CommentEvent | None:
    """Show `text` instead of what the writer sent; return None where it says so already.

    The words as they first came in are kept. Going back to them word for word takes the mark away again. The
    coach's own answer is simply corrected, without a mark.
    """
    comment = lock([comment.pk]).get()
    if comment.withdrawn_at or text == comment.text:
        return None
    if comment.original_text == text:
        return restore(comment, user)
    action = CommentEvent.Action.CHANGED
    if not comment.is_staff:
        action = CommentEvent.Action.SHORTENED
        comment.original_text = comment.original_text or comment.text
        comment.shortened_at = timezone.now()
    comment.text = text
    return _keep(comment, action, user, reason)


@transaction.atomic
def restore(comment: Comment, user: Any) -> CommentEvent | None:
    """Put the words back as they came in; return None where they are those already."""
    comment = lock([comment.pk]).get()
    if comment.withdrawn_at or not comment.original_text:
        return None
    comment.text, comment.original_text, comment.shortened_at = comment.original_text, "", None
    return _keep(comment, CommentEvent.Action.RESTORED, user)


@transaction.atomic
def edit(comment: Comment, text: str, seen: str, user: Any, *, name: str = "") -> CommentEvent | None:
    """Show `text` without `name` instead of the words that were `seen`, a fingerprint; None where it does.

    The event says how often the name stood there, never what it was: it must not live on in the history.
    Raises ChangedMeanwhile where other words stand there by now.
    """
    comment = lock([comment.pk]).get()
    if comment.fingerprint != seen:
        raise ChangedMeanwhile
    text, times = without(text, name)
    return shorten(comment, text, user, reason=f"{times} keer {NAME}." if times else "")


@transaction.atomic
def redact_details(comment: Comment, user: Any) -> CommentEvent | None:
    """Take out the personal details that are found in the text; return None where there are none."""
    comment = lock([comment.pk]).get()
    text, kinds = comment.text, []
    for detail in find_details(text, comment.author_name):
        text, times = without(text, detail.found, INSTEAD[detail.kind])
        if times and detail.kind not in kinds:
            kinds.append(detail.kind)
    if not kinds:
        return None
    return shorten(comment, text, user, reason=f"Weggehaald: {', '.join(LABELS[kind] for kind in kinds)}.")


def without(text: str, selected: str, instead: str = NAME) -> tuple[str, int]:
    """Return `text` with `instead` for each `selected` that stands there as whole words, and how many."""
    words = selected.split()
    if not words:
        return text, 0
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return re.subn(pattern, lambda _: instead, text, flags=re.IGNORECASE)


@transaction.atomic
def pin(comment: Comment, user: Any) -> CommentEvent | None:
    """Let a reaction stand on top of its page, in the place of the one that did; None where it does already.

    Raises CannotPin.
    """
    if comment.page_id is None:
        raise CannotPin
    # Whoever pins at this very moment on the same page waits here.
    list(Page.objects.select_for_update(no_key=True).filter(pk=comment.page_id).values_list("pk"))
    pinned = Comment.objects.filter(page_id=comment.page_id, is_pinned=True).exclude(pk=comment.pk)
    others = list(pinned.values_list("pk", flat=True))
    # Both in one go, in the order in which all lock them.
    locked = {one.pk: one for one in lock([comment.pk, *others])}
    comment = locked.pop(comment.pk)
    is_top = comment.status == Status.APPROVED and not comment.parent_id and comment.page_id
    if not is_top or comment.withdrawn_at:
        raise CannotPin
    if comment.is_pinned:
        return None
    for other in locked.values():
        unpin(other, user)
    return _pinned(comment, user, CommentEvent.Action.PINNED)


@transaction.atomic
def unpin(comment: Comment, user: Any) -> CommentEvent | None:
    """Let a pinned reaction stand where it stood; return None where it is not pinned."""
    comment = lock([comment.pk]).get()
    return _pinned(comment, user, CommentEvent.Action.UNPINNED) if comment.is_pinned else None


def _pinned(comment: Comment, user: Any, action: str) -> CommentEvent:
    comment.is_pinned = action == CommentEvent.Action.PINNED
    comment.save(update_fields=["is_pinned"])
    bump()
    return _record(comment, action, user)


def _keep(comment: Comment, action: str, user: Any, reason: str = "") -> CommentEvent:
    save_with_key(comment, "text", "original_text", "shortened_at")
    if comment.status == Status.APPROVED:
        bump()
    return _record(comment, action, user, reason)


def _record(comment: Comment, action: str, user: Any, reason: str = "") -> CommentEvent:
    origin = CommentEvent.Origin.ADMIN
    return record(comment, comment.status, user=user, origin=origin, action=action, reason=reason)
