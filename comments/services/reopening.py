"""Letting what readers reported stand, and taking back what closed their reports."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from comments.models import Comment, CommentEvent, Report, Status
from comments.services.decisions import handle_reports, lock
from comments.services.records import record

Action = CommentEvent.Action


@transaction.atomic
def let_stand(comments: Iterable[Comment], user: Any) -> list[CommentEvent]:
    """Close the reports of each of `comments`; return one event for each that had some."""
    events = []
    for comment in sorted(comments, key=lambda one: one.pk):
        if handle_reports(comment, user):
            handled = comment.events.filter(action=Action.REPORTS_HANDLED)
            events.append(handled.select_related("comment").latest("created_at", "pk"))
    return events


@transaction.atomic
def reopen_reports(events: Iterable[CommentEvent], user: Any) -> list[CommentEvent]:
    """Open the reports again that were closed by these decisions; return those that had closed one."""
    in_order = sorted(events, key=lambda event: (event.comment_id, event.pk))
    return [event for event in in_order if _reopen(event, user)]


def _reopen(event: CommentEvent, user: Any) -> bool:
    """Reports are closed just before the event is written, and after the one before it."""
    comment = lock([event.comment_id]).get()
    if comment.status not in (Status.PENDING, Status.APPROVED):
        return False
    closed = Report.objects.filter(comment=comment, handled_at__lte=event.created_at)
    if before := comment.events.filter(created_at__lt=event.created_at).order_by("created_at", "pk").last():
        closed = closed.filter(handled_at__gt=before.created_at)
    if not closed.update(handled_at=None):
        return False
    comment.report_count = Report.objects.filter(comment=comment, handled_at=None).count()
    comment.save(update_fields=["report_count"])
    if event.action == Action.REPORTS_HANDLED:
        record(
            comment,
            comment.status,
            user=user,
            origin=CommentEvent.Origin.UNDO,
            action=Action.REPORTS_HANDLED,
        )
    return True
