"""Readers' comments under the demo articles, and the coaches' answers."""

from datetime import timedelta

from comments.assessment import assess
from comments.models import STAFF_LABEL, Comment, CommentEvent, ReadyAnswer, Report, Status
from demo.content.comments import COMMENTS, PINNED, READY_ANSWERS, REPORTED
from demo.loader.publishing import moment
from demo.loader.streams import Catalogue


def create_comments(catalogue: Catalogue) -> int:
    """Create all comments with their threads, and return how many. No mail goes out."""
    made = sum(_create(data, catalogue.pages[data["article"]], None) for data in COMMENTS)
    for name in PINNED:
        Comment.objects.filter(author_name=name, parent=None).update(is_pinned=True)
    for data in REPORTED:
        _report(data)
    for order, (title, text) in enumerate(READY_ANSWERS):
        ReadyAnswer.objects.create(title=title, text=text, sort_order=order)
    return made


def _create(data: dict, page, parent: Comment | None) -> int:
    created = moment(data["created"])
    pending = data["status"] == Status.PENDING
    comment = Comment(
        page=page,
        page_title=page.title,
        page_url=page.full_url or "",
        parent=parent,
        thread_id=parent.root_id if parent else None,
        author_name=data["author_name"],
        author_email=data["author_email"],
        author_url=data["author_url"],
        text=data["text"],
        created_at=created,
        decided_at=None if pending else created + timedelta(minutes=40),
        staff_label=STAFF_LABEL if data["staff"] else "",
    )
    if not comment.is_staff:
        assess(comment).apply_to(comment)
    # What the demo shows was decided by its makers, not by the filter.
    comment.status = data["status"]
    comment.dedupe_key = comment.make_dedupe_key()
    comment.full_clean()
    comment.save()
    CommentEvent.objects.create(
        comment=comment,
        to_status=data["status"] if comment.is_staff else Status.PENDING,
        user_name=comment.author_name if comment.is_staff else "",
        origin=CommentEvent.Origin.ADMIN if comment.is_staff else CommentEvent.Origin.FORM,
        created_at=created,
    )
    if not pending and not comment.is_staff:
        CommentEvent.objects.create(
            comment=comment,
            from_status=Status.PENDING,
            to_status=data["status"],
            user_name=data.get("decided_by", "Marit van Wezel"),
            origin=CommentEvent.Origin.ADMIN,
            created_at=created + timedelta(minutes=40),
        )
    return 1 + sum(_create(reply, page, comment) for reply in data["replies"])


def _report(data: dict) -> None:
    reported = Comment.objects.get(author_name=data["author_name"], created_at=moment(data["created"]))
    at = moment(data["reported"])
    Report.objects.create(
        comment=reported, reason=data["reason"], note=data["note"], day=at.date(), created_at=at
    )
    Comment.objects.filter(pk=reported.pk).update(report_count=reported.report_count + 1)
