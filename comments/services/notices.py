"""Telling people of answers: who wants to hear of them, and one mail an hour at most."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from comments.models import Comment, CommentAuthor, CommentEvent, ReplyNotice, ReplySubscription, Status
from comments.services.outbox import held
from comments.services.subscriptions import new_stop_url
from mailing.headers import unsubscribe_headers
from mailing.services import queue_mail

PAUSE = timedelta(hours=1)
SHOWN_CHARACTERS = 600
# An answer is told to whoever wrote what it answers, what that answers, and so on, so many steps up.
MAX_STEPS = 500
DAY = timedelta(days=1)
PUBLIC_MAILS_PER_DAY = 3


@dataclass(frozen=True)
class ToldAnswer:
    """An answer as it stands in a mail."""

    comment: Comment
    text: str
    url: str
    stop_url: str


def announce(comments: Iterable[Comment]) -> None:
    """Note for each of `comments`, which have just become visible, whom it answers and who wants to know.

    To be called in the transaction that makes them visible. An address that got no mail in the last hour gets
    one in the same transaction; for others the answer waits for send_due.
    """
    answers = [
        comment for comment in comments if comment.parent_id and comment.page_id and not comment.withdrawn_at
    ]
    above = _ancestors(answers)
    wanted = set().union(*above.values()) if above else set()
    if not wanted:
        return
    # Who took their own reaction back, or had it refused, is no part of the conversation any more.
    active = ReplySubscription.objects.filter(
        comment__in=Comment.objects.approved().filter(pk__in=wanted, withdrawn_at=None),
        confirmed_at__isnull=False,
        stopped_at=None,
        author__confirmed_at__isnull=False,
        author__stopped_at=None,
    )
    by_comment = {subscription.comment_id: subscription for subscription in active.select_related("author")}
    told = set(ReplyNotice.objects.filter(answer__in=answers).values_list("subscription__author", "answer"))
    notices = []
    for answer in answers:
        for subscription in (by_comment[key] for key in above[answer.pk] if key in by_comment):
            # Whoever wrote several of the reactions above it hears of it once, and nobody of their own words.
            pair = (subscription.author_id, answer.pk)
            if pair not in told and subscription.author.email != answer.author_email:
                told.add(pair)
                notices.append(ReplyNotice(subscription=subscription, answer=answer))
    ReplyNotice.objects.bulk_create(notices, ignore_conflicts=True)
    authors = {notice.subscription.author_id for notice in notices}
    if authors:
        send_due(timezone.now(), authors)


def send_due(now: datetime, authors: Iterable[int] | None = None) -> int:
    """Mail the answers that wait to whoever got no such mail in the last hour; return how many mails.

    `authors`: look at these alone (primary keys of CommentAuthor).
    """
    waiting = ReplyNotice.objects.filter(settled_at=None).values("subscription__author")
    due = CommentAuthor.objects.filter(_has_rested(now), pk__in=waiting).order_by("pk")
    if authors is not None:
        due = due.filter(pk__in=list(authors))
    return sum(_send_to(author, now) for author in list(due.values_list("pk", flat=True)))


def tell_writer_it_is_public(comment: Comment, token: str) -> None:
    """Mail a known writer that their reaction stands on the page, with the link to take it away.

    So that nobody can write under another's address unseen. The words themselves stay out of it. An address
    gets no more than a few such mails a day.
    """
    appeared = CommentEvent.objects.filter(
        comment__author_email=comment.author_email,
        origin=CommentEvent.Origin.TRUSTED,
        created_at__gt=timezone.now() - DAY,
    )
    if appeared.count() > PUBLIC_MAILS_PER_DAY:
        return
    queue_mail(
        to=comment.author_email,
        template="comment_public",
        kind="comment-public",
        context={
            "article_title": comment.page_title,
            "comment_url": permalink(comment),
            "private_url": settings.SITE_URL + reverse("comments:mine", args=[token]),
        },
    )


def permalink(comment: Comment) -> str:
    return settings.SITE_URL + reverse("comments:permalink", args=[comment.page_id, comment.pk])


def _has_rested(now: datetime) -> Q:
    return Q(notified_at=None) | Q(notified_at__lte=now - PAUSE)


@transaction.atomic
def _send_to(author_id: int, now: datetime) -> bool:
    """Mail all that waits for one address and may still be told; say whether there was a mail.

    What is not shown now is forgotten, not settled: it is announced anew when it is approved again.
    The lock and the second look keep two processes from sending the same.
    """
    author = CommentAuthor.objects.select_for_update().filter(_has_rested(now), pk=author_id).first()
    if author is None:
        return False
    waiting = ReplyNotice.objects.filter(settled_at=None, subscription__author=author)
    notices = list(waiting.select_related("subscription__comment", "answer").order_by("answer__created_at"))
    hidden = [notice.pk for notice in notices if not _is_shown(notice)]
    ReplyNotice.objects.filter(pk__in=hidden).delete()
    ReplyNotice.objects.filter(pk__in=[notice.pk for notice in notices]).update(settled_at=now)
    telling = [notice for notice in notices if _is_shown(notice) and _is_wanted(notice, author)]
    if not telling:
        return False
    _queue(author, telling)
    author.notified_at = now
    author.save(update_fields=["notified_at"])
    return True


def _is_shown(notice: ReplyNotice) -> bool:
    """Say whether readers see the answer, and the reaction below which it was to be told."""
    answer, answered = notice.answer, notice.subscription.comment
    shown = all(one.status == Status.APPROVED and not one.withdrawn_at for one in (answer, answered))
    return shown and answer.page_id is not None


def _is_wanted(notice: ReplyNotice, author: CommentAuthor) -> bool:
    notice.subscription.author = author
    return author.confirmed_at is not None and notice.subscription.is_active


def _queue(author: CommentAuthor, notices: list[ReplyNotice]) -> None:
    stop_urls: dict[int, str] = {}
    answers = []
    for notice in notices:
        thread = notice.answer.root_id
        if thread not in stop_urls:
            stop_urls[thread] = new_stop_url(notice.subscription)
        text = Truncator(notice.answer.text).chars(SHOWN_CHARACTERS)
        answers.append(ToldAnswer(notice.answer, text, permalink(notice.answer), stop_urls[thread]))
    first_stop = answers[0].stop_url
    # One click in the mail program ends what the mail is about: one conversation, or all of them.
    one_click = first_stop if len(stop_urls) == 1 else f"{first_stop}?alles"
    queue_mail(
        to=author.email,
        template="comment_reply",
        kind="comment-reply",
        headers=unsubscribe_headers(one_click) | held(answer.comment for answer in answers),
        context={"answers": answers, "stop_url": first_stop, "is_one_thread": len(stop_urls) == 1},
    )


def _ancestors(answers: list[Comment]) -> dict[int, list[int]]:
    """Return for each answer what stands above it, nearest first; one query, however deep they go."""
    if not answers:
        return {}
    threads = {answer.thread_id for answer in answers} - {None}
    parents: dict[int, int | None] = dict(
        Comment.objects.filter(thread__in=threads).values_list("pk", "parent_id")
    )
    parents.update({answer.pk: answer.parent_id for answer in answers})
    return {answer.pk: list(_up(answer.pk, parents)) for answer in answers}


def _up(key: int, parents: dict[int, int | None]) -> Iterator[int]:
    seen = {key}
    for _ in range(MAX_STEPS):
        above = parents.get(key)
        if above is None or above in seen:
            return
        seen.add(above)
        yield above
        key = above
