"""Reactions as WordPress keeps comments: all of them, with their writers' addresses."""

from html import escape

from django.db.models import Exists, OuterRef, Q

from comments.models import Comment, Status
from comments.privacy import WITHDRAWN_TEXT
from wordpress.reading.items import Reaction

APPROVED = {Status.APPROVED: "1", Status.PENDING: "0", Status.SPAM: "spam", Status.TRASH: "trash"}
IS_ANSWERED = Exists(Comment.objects.filter(parent=OuterRef("pk")))


def reactions(page_id: int, author: int) -> list[Reaction]:
    """Return the reactions to a page; what was withdrawn only where others answered it, without its words.

    `author` is the number of whoever answers for the site.
    """
    found = Comment.objects.for_page(page_id).filter(Q(withdrawn_at=None) | IS_ANSWERED)
    return [_reaction(comment, author) for comment in found.order_by("created_at", "pk")]


def _reaction(comment: Comment, author: int) -> Reaction:
    text = comment.text or (WITHDRAWN_TEXT if comment.withdrawn_at else "")
    return Reaction(
        id=comment.pk,
        kind="comment",
        approved=APPROVED[Status(comment.status)],
        author_name=comment.author_name,
        author_email=comment.author_email,
        author_url=comment.author_url,
        text=escape(text, quote=False),
        created_at=comment.created_at,
        parent=comment.parent_id or 0,
        user=author if comment.is_staff else 0,
    )
