"""The link in a coach's mail: with it that coach judges that one reaction, once, within a week."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from comments.models import Comment, CommentEvent, ModerationLink, Status
from comments.services import decisions
from comments.services.decisions import ChangedMeanwhile
from guard.tokens import hash_token, new_token

PERMISSION = "comments.moderate_comment"
VALID_FOR = timedelta(days=7)
ANSWER = "answer"
STATUS_OF = {
    "approve": Status.APPROVED,
    "spam": Status.SPAM,
    "trash": Status.TRASH,
    ANSWER: Status.APPROVED,
}
# What makes of a waiting reaction one that waits no longer.
DECISIONS = (CommentEvent.Action.STATUS, CommentEvent.Action.WITHDRAWN)


class DeadLink(Exception):
    """This link opens nothing: it is unknown, or its owner may not moderate (any more)."""


class SpentLink(Exception):
    """This link was used, or its week is over; `link` tells which."""

    def __init__(self, link: ModerationLink) -> None:
        super().__init__("used" if link.used_at else "expired")
        self.link = link


class JudgedAlready(Exception):
    """The reaction waits no longer: someone was earlier. The link stays as it was."""


def moderators() -> QuerySet[Any]:
    """Return the active users who may moderate and have an e-mail address."""
    users = get_user_model()._default_manager.with_perm(
        PERMISSION, backend="django.contrib.auth.backends.ModelBackend"
    )
    return users.exclude(email="").order_by("pk")


def make_links(user: Any, comments: Iterable[Comment], now: datetime) -> dict[int, str]:
    """Make `user` a link to each of `comments`; return the secrets by comment, which are kept nowhere."""
    tokens = {comment.pk: new_token() for comment in comments}
    ModerationLink.objects.bulk_create(
        ModerationLink(
            comment_id=pk,
            user=user,
            token_hash=hash_token(token),
            created_at=now,
            expires_at=now + VALID_FOR,
        )
        for pk, token in tokens.items()
    )
    return tokens


def find_link(token: str) -> ModerationLink:
    """Return the link with this secret, its comment loaded; raise DeadLink or SpentLink."""
    return _open(ModerationLink.objects.all(), token)


@transaction.atomic
def judge(token: str, action: str, *, answer: str, seen: str) -> Comment:
    """Do what the coach chose (a key of STATUS_OF), use the link up, and return the comment as it is now.

    `seen`: fingerprint of the words that were shown. Of posts at the same moment one acts. Raises DeadLink,
    SpentLink, JudgedAlready, ChangedMeanwhile or CannotAnswer, with nothing done.
    """
    link = _open(ModerationLink.objects.select_for_update(of=("self",)), token)
    comment = decisions.lock([link.comment_id]).get()
    if not waits(comment):
        raise JudgedAlready
    if seen != comment.fingerprint:
        raise ChangedMeanwhile
    origin = CommentEvent.Origin.MAIL
    if action == ANSWER:
        decisions.answer_and_approve(comment, answer, link.user, origin=origin)
    else:
        decisions.set_status([comment], STATUS_OF[action], link.user, origin=origin)
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])
    comment.refresh_from_db()
    return comment


def waits(comment: Comment) -> bool:
    """Say whether there is still something to judge."""
    return comment.status == Status.PENDING and comment.withdrawn_at is None


def last_decision(comment: Comment) -> CommentEvent | None:
    """Return the decision by which a comment came to be what it is now."""
    decisions_made = comment.events.filter(action__in=DECISIONS).exclude(from_status="")
    return decisions_made.order_by("-created_at", "-pk").first()


def _open(links: QuerySet[ModerationLink], token: str) -> ModerationLink:
    chosen = links.select_related("comment__page", "comment__parent", "user")
    link = chosen.filter(token_hash=hash_token(token)).first()
    # has_perm says no for who is not active any more.
    if link is None or not link.user.has_perm(PERMISSION):
        raise DeadLink
    if link.used_at or link.expires_at <= timezone.now():
        raise SpentLink(link)
    return link
