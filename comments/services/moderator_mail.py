"""Telling coaches of new reactions: each at once, or what came in during an hour together.

A coach was told of a reaction when there is a link to it made for that coach, after its words last changed.
What a mail at once did not tell, for whatever reason, the next digest does: so nothing is missed.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, ModerationLink, ModeratorMail
from comments.opinion import filter_opinion
from comments.services.moderation_links import VALID_FOR, make_links, moderators
from comments.services.outbox import held
from comments.statements import SOME_MOMENT, Statement
from mailing.services import queue_mail

logger = logging.getLogger("comments")

Frequency = ModeratorMail.Frequency
HOUR = timedelta(hours=1)
# In an hour, to one coach. What tells of danger is let through longer, yet not as long as a flood may last.
MOST_AT_ONCE = 10
MOST_DANGER_AT_ONCE = 40
MOST_IN_DIGEST = 20
# A reaction is dated when it is sent and seen when it is stored; so long may lie between.
STORED_WITHIN = timedelta(minutes=10)
# Links are kept for as long as they are valid: only within that time do they show who was told of what.
LOOK_BACK = VALID_FOR - timedelta(days=1)


def tell(comment: Comment, now: datetime | None = None) -> None:
    """Mail each coach who wants to hear at once of a reaction that waits, within the caller's transaction."""
    now = now or timezone.now()
    if not _may_hear(comment, now):
        return
    wishes = _wishes(list(moderators()), since=comment.created_at)
    sent = _sent_this_hour(wishes, now)
    for wish in wishes:
        if _is_due_at_once(comment, wish.frequency, sent[wish.pk]):
            _mail(wish.user, comment, now)


def _is_due_at_once(comment: Comment, frequency: str, sent: int) -> bool:
    most = MOST_DANGER_AT_ONCE if comment.danger else MOST_AT_ONCE
    return bool(comment.danger or frequency == Frequency.AT_ONCE) and sent < most


def send_digests(now: datetime) -> int:
    """Mail each coach what came in and was not told at once, at most once an hour; return how many mails.

    A failure is logged, and keeps nobody else from their mail.
    """
    users = list(moderators())
    with transaction.atomic():
        _have_wishes(users, since=now)
    due = ModeratorMail.objects.filter(_is_due(now), user__in=users).order_by("pk")
    sent = 0
    for pk in due.values_list("pk", flat=True):
        try:
            sent += _digest(pk, now)
        except Exception:  # noqa: BLE001 - one mail that can't be made must not hold up the others
            logger.exception("the digest for user %s could not be made", pk)
    return sent


@transaction.atomic
def _digest(pk: int, now: datetime) -> bool:
    # Who comes second finds the wish no longer due.
    wish = ModeratorMail.objects.select_for_update().filter(_is_due(now), pk=pk).first()
    if wish is None:
        return False
    untold = _untold(wish, now)
    comments = list(untold.select_related("parent").waiting_first()[:MOST_IN_DIGEST])
    if not comments:
        return False
    urls = _urls(wish.user, comments, now)
    queue_mail(
        to=wish.user.email,
        template="new_comments",
        kind="new-comments",
        headers=held(comments),
        context={
            **_around(now),
            "items": [_shown(comment, urls[comment.pk]) for comment in comments],
            "count": len(comments),
            "waiting": Comment.objects.pending().count(),
            "is_danger": any(comment.danger for comment in comments),
        },
    )
    wish.digested_at = now
    wish.save(update_fields=["digested_at"])
    return True


def _mail(user: Any, comment: Comment, now: datetime) -> None:
    queue_mail(
        to=user.email,
        template="new_comment",
        kind="new-comment",
        headers=held([comment]),
        priority="high" if comment.danger else "medium",
        context={**_around(now), **_shown(comment, _urls(user, [comment], now)[comment.pk])},
    )


def _shown(comment: Comment, url: str) -> dict[str, Any]:
    return {"comment": comment, "opinion": filter_opinion(comment), "url": url}


def _untold(wish: ModeratorMail, now: datetime) -> Any:
    """Return what waits and the coach was not told of; for who wants no mail only what tells of danger."""
    since = max(wish.digested_at or now - LOOK_BACK, now - LOOK_BACK) - STORED_WITHIN
    told = ModerationLink.objects.filter(
        Q(comment__changed_at=None) | Q(created_at__gte=F("comment__changed_at")),
        comment=OuterRef("pk"),
        user=wish.user_id,
    )
    waiting = Comment.objects.pending().filter(
        Q(created_at__gt=since) | Q(changed_at__gt=since), ~Exists(told)
    )
    return waiting.exclude(danger="") if wish.frequency == Frequency.OFF else waiting


def _is_due(now: datetime) -> Q:
    return Q(digested_at=None) | Q(digested_at__lte=now - HOUR)


def _wishes(users: list[Any], since: datetime) -> list[ModeratorMail]:
    """Return how each of `users` wants to hear, locked, so that mails at the same moment are counted."""
    _have_wishes(users, since)
    wishes = ModeratorMail.objects.select_for_update(of=("self",)).filter(user__in=users)
    return list(wishes.select_related("user").order_by("pk"))


def _may_hear(comment: Comment, now: datetime) -> bool:
    """Say whether any coach may have to be mailed at once: in a rush nobody has, and nobody need be locked.

    Without a lock a count may be too low, never too high: others only add to it.
    """
    return any(
        frequency is None or _is_due_at_once(comment, frequency, sent or 0)
        for frequency, sent in _HEARD.rows(now - HOUR)
    )


def _heard() -> Any:
    """Return of each coach the wish, None where there is none yet, and how many mails at once since then."""
    wish = ModeratorMail.objects.filter(user=OuterRef("pk"))
    digest = ModeratorMail.objects.filter(user=OuterRef("user"), digested_at=OuterRef("created_at"))
    links = ModerationLink.objects.filter(~Exists(digest), user=OuterRef("pk"), created_at__gt=SOME_MOMENT)
    count = links.order_by().values("user").annotate(count=Count("pk")).values("count")
    asked = {"wish": Subquery(wish.values("frequency")), "sent": Subquery(count)}
    return moderators().order_by().annotate(**asked).values_list("wish", "sent")


_HEARD = Statement(_heard)


def _have_wishes(users: list[Any], since: datetime) -> None:
    """Note from when on we tell those who have just become coaches: what waited before is not news."""
    known = set(ModeratorMail.objects.filter(user__in=users).values_list("pk", flat=True))
    new = [ModeratorMail(user=user, digested_at=since) for user in users if user.pk not in known]
    if new:
        ModeratorMail.objects.bulk_create(new, ignore_conflicts=True)


def _sent_this_hour(wishes: list[ModeratorMail], now: datetime) -> dict[int, int]:
    """Count each coach's mails at once; all links of a digest bear its moment and are not among them."""
    sent = dict.fromkeys((wish.pk for wish in wishes), 0)
    digests = {(wish.pk, wish.digested_at) for wish in wishes}
    links = ModerationLink.objects.filter(user__in=sent, created_at__gt=now - HOUR)
    for user_id, created_at in links.values_list("user", "created_at"):
        if (user_id, created_at) not in digests:
            sent[user_id] += 1
    return sent


def _urls(user: Any, comments: Iterable[Comment], now: datetime) -> dict[int, str]:
    return {
        pk: settings.SITE_URL + reverse("comments:moderate", args=[token])
        for pk, token in make_links(user, comments, now).items()
    }


def _around(now: datetime) -> dict[str, Any]:
    """Return what both mails say besides the reactions: how long links work, and where to go instead."""
    return {
        "expires_at": now + VALID_FOR,
        "queue_url": settings.SITE_URL + reverse("comment_moderation:index"),
        "account_url": f"{settings.SITE_URL}{reverse('wagtailadmin_account')}#tab-notifications",
    }
