"""Readers' comments under the demo articles, and the coaches' answers."""

from datetime import timedelta

from comments.models import STAFF_LABEL, Comment, CommentEvent, Status
from demo.content.comments import COMMENTS
from demo.loader.publishing import moment
from demo.loader.streams import Catalogue


def create_comments(catalogue: Catalogue) -> int:
    """Create all comments with their threads, and return how many. No mail goes out."""
    return sum(_create(data, catalogue.pages[data["article"]], None) for data in COMMENTS)


def _create(data: dict, page, parent: Comment | None) -> int:
    created = moment(data["created"])
    pending = data["status"] == Status.PENDING
    comment = Comment(
        page=page,
        page_title=page.title,
        page_url=page.full_url or "",
        parent=parent,
        author_name=data["author_name"],
        author_email=data["author_email"],
        author_url=data["author_url"],
        text=data["text"],
        status=data["status"],
        created_at=created,
        decided_at=None if pending else created + timedelta(minutes=40),
        staff_label=STAFF_LABEL if data["staff"] else "",
    )
    comment.dedupe_key = comment.make_dedupe_key()
    comment.full_clean()
    comment.save()
    CommentEvent.objects.create(
        comment=comment, to_status=data["status"], origin=CommentEvent.Origin.FORM, created_at=created
    )
    return 1 + sum(_create(reply, page, comment) for reply in data["replies"])
