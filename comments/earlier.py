"""What was decided before on reactions from the same address."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from comments.models import Comment, Status

REFUSED = [Status.SPAM, Status.TRASH]


@dataclass(frozen=True)
class History:
    """How many other reactions from one address are approved and refused."""

    approved: int = 0
    refused: int = 0


def histories(comments: Iterable[Comment]) -> dict[int, History]:
    """Return the history of each of `comments` by its key, in one query; none where there is no address."""
    comments = [comment for comment in comments if comment.author_email]
    judged: Any = (
        Comment.objects.filter(
            author_email__in={comment.author_email for comment in comments}, staff_label=""
        )
        .order_by()
        .values("author_email")
        .annotate(
            approved=Count("pk", filter=Q(status=Status.APPROVED)),
            refused=Count("pk", filter=Q(status__in=REFUSED)),
        )
    )
    counted = {row["author_email"]: (row["approved"], row["refused"]) for row in judged}
    return {comment.pk: _without(comment, *counted.get(comment.author_email, (0, 0))) for comment in comments}


def _without(comment: Comment, approved: int, refused: int) -> History:
    """Take the comment itself off what was counted."""
    if comment.is_staff:
        return History(approved, refused)
    return History(approved - (comment.status == Status.APPROVED), refused - (comment.status in REFUSED))
