"""What the AVG asks of comments: give a person their data, erase it, keep nothing longer than needed."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from comments.models import Comment, Status
from pagecache.versions import bump

ERASED_NAME = "Anoniem"
ERASED_TEXT = "Deze reactie is op verzoek van de schrijver verwijderd."
NOTHING_PERSONAL: dict[str, Any] = {
    "author_name": ERASED_NAME,
    "author_email": "",
    "author_url": "",
    "text": ERASED_TEXT,
    "network_hash": "",
    "dedupe_key": None,
    "wants_replies": False,
    "wants_replies_confirmed_at": None,
}
# Days; settings.COMMENTS_KEEP_REJECTED and COMMENTS_KEEP_NETWORK replace them.
KEEP_REJECTED = 30
KEEP_NETWORK = 30


def export(email: str) -> list[dict[str, Any]]:
    """Return every reaction written under this address, oldest first, in its writer's own language."""
    comments = Comment.objects.filter(author_email=_address(email)).prefetch_related("events")
    return [
        {
            "geplaatst": comment.created_at,
            "artikel": comment.page_title,
            "adres van het artikel": comment.page_url,
            "naam": comment.author_name,
            "e-mailadres": comment.author_email,
            "website": comment.author_url,
            "reactie": comment.text,
            "status": comment.get_status_display(),
            "wil bericht van antwoorden": comment.wants_replies,
            "beoordelingen": [
                {"wanneer": event.created_at, "status": event.get_to_status_display()}
                for event in comment.events.all()
            ],
        }
        for comment in comments
    ]


@transaction.atomic
def erase(email: str) -> int:
    """Take away all that leads to this person; return how many reactions that were.

    What others may have answered keeps its place with other words in it, so that their thread stays readable.
    """
    address = _address(email)
    if not address:
        return 0
    return _take_away(Comment.objects.filter(author_email=address), keep=Q(status=Status.APPROVED))


@transaction.atomic
def expire(now: datetime) -> int:
    """Let rejected reactions and traces of networks go after their time; return how many rows changed."""
    rejected_before = now - timedelta(days=getattr(settings, "COMMENTS_KEEP_REJECTED", KEEP_REJECTED))
    network_before = now - timedelta(days=getattr(settings, "COMMENTS_KEEP_NETWORK", KEEP_NETWORK))
    rejected = Comment.objects.filter(status__in=[Status.SPAM, Status.TRASH]).exclude(
        author_email="", text=ERASED_TEXT
    )
    old = rejected.filter(
        Q(decided_at__lt=rejected_before) | Q(decided_at=None, created_at__lt=rejected_before)
    )
    gone = _take_away(old, keep=Q(pk=None))
    traces = Comment.objects.filter(created_at__lt=network_before).exclude(network_hash="")
    return gone + traces.update(network_hash="")


def _take_away(comments: Any, keep: Q) -> int:
    """Blank what is answered or to be kept, delete the rest. `comments`: a queryset."""
    answered = Exists(Comment.objects.filter(parent=OuterRef("pk")))
    keys = set(comments.values_list("pk", flat=True))
    if not keys:
        return 0
    blanked = set(Comment.objects.filter(keep | Q(answered), pk__in=keys).values_list("pk", flat=True))
    Comment.objects.filter(pk__in=blanked).update(**NOTHING_PERSONAL)
    Comment.objects.filter(pk__in=keys - blanked).delete()
    bump()
    return len(keys)


def _address(email: str) -> str:
    return email.strip().lower()
