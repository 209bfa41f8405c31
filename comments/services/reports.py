"""What happens when a reader reports a reaction."""

from datetime import date

from django.db import IntegrityError, transaction

from comments.models import Comment, Report
from guard import limits


@transaction.atomic
def report(comment: Comment, *, reason: str, note: str, network: str, day: date) -> bool:
    """Keep what a reader finds wrong with a reaction that can be reported; return whether it is kept.

    `comment` is looked for by its key and its page, and need not exist. One reader counts once a day. Raises
    guard.limits.LimitReached, with nothing kept.
    """
    shown = Comment.objects.reportable(comment.page_id) if comment.page_id else Comment.objects.none()
    locked = shown.select_for_update(no_key=True).filter(pk=comment.pk).first()
    if locked is None:
        return False
    try:
        with transaction.atomic():
            Report.objects.create(comment=locked, reason=reason, note=note, network_hash=network, day=day)
    except IntegrityError:
        return False
    limits.hit("comment-report", network)
    locked.report_count += 1
    locked.save(update_fields=["report_count"])
    return True
