"""Words of readers in mails that are kept or still have to go: taken out when they are taken back."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Min
from django.urls import reverse
from post_office.models import Email

from comments.models import Comment
from mailing import mail_files

# Which reactions a mail holds, so that their words can be found.
HELD = "X-Reactions"
TO_COACHES = ("new-comment", "new-comments")
TO_READERS = ("comment-reply",)

COACHES_READ = (
    "Een reactie die in deze mail stond, is intussen weggehaald. Wat op je wacht, vind je in de wachtrij:\n"
    "{queue_url}\n"
)
READERS_READ = (
    "Een antwoord dat in deze mail stond, is intussen weggehaald. Wat er nu staat, lees je op de site:\n"
    "{site_url}\n"
)


def held(comments: Iterable[Comment]) -> dict[str, str]:
    """Return the header that says which reactions a mail holds."""
    return {HELD: " ".join(str(comment.pk) for comment in comments)}


@transaction.atomic
def forget(comment_ids: Iterable[int]) -> int:
    """Take reactions out of all mails; return how many mails that changed. To be called while they exist.

    A mail that still has to be sent says where to look instead: it may tell of other reactions as well.
    """
    gone = set(comment_ids)
    # No mail tells of what was not there yet.
    oldest = Comment.objects.filter(pk__in=gone).aggregate(Min("created_at"))["created_at__min"]
    if oldest is None:
        return 0
    # A coach's mail about an answer quotes what it answers.
    quoting = set(Comment.objects.filter(parent__in=gone).values_list("pk", flat=True))
    mail_files.delete_about(HELD, {str(number) for number in gone | quoting})
    queue_url = settings.SITE_URL + reverse("comment_moderation:index")
    return sum(
        _replace(kinds, holding, oldest, text)
        for kinds, holding, text in (
            (TO_COACHES, gone | quoting, COACHES_READ.format(queue_url=queue_url)),
            (TO_READERS, gone, READERS_READ.format(site_url=f"{settings.SITE_URL}/")),
        )
    )


def _replace(kinds: tuple[str, ...], gone: set[int], since: datetime, text: str) -> int:
    mails = Email.objects.filter(delivery__kind__in=kinds, created__gte=since).exclude(html_message="")
    holding = [
        mail.pk
        for mail in mails.only("headers")
        if gone & set(map(int, (mail.headers or {}).get(HELD, "").split()))
    ]
    return Email.objects.filter(pk__in=holding).update(message=text, html_message="")
