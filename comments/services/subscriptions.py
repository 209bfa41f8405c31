"""The wish to hear of answers: asked for, confirmed by whose address it is, stopped, taken up again."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, CommentAuthor, ReplySubscription, Status, SubscriptionToken
from guard.tokens import hash_token, new_token
from mailing import allowance
from mailing.headers import unsubscribe_headers
from mailing.services import queue_mail

CONFIRM_WITHIN = timedelta(hours=48)
DOUBLE_CLICK = timedelta(minutes=1)


@transaction.atomic
def ask(comment: Comment) -> None:
    """Mail the address given with a reaction, so that its owner can confirm the wish to hear of answers.

    Each reaction is confirmed by itself: whoever typed an address need not be its owner. No mail goes out
    where the wish stands already, for a reaction that was refused, to who said no without ever saying yes, on
    a second click within a minute, and when the address got enough of them today; the caller can't tell.
    """
    if comment.withdrawn_at or not comment.author_email:
        return
    now = timezone.now()
    author = _author_of(comment.author_email)
    subscription, _ = ReplySubscription.objects.get_or_create(comment=comment, defaults={"author": author})
    subscription.author = author
    purpose = SubscriptionToken.Purpose.CONFIRM
    if (
        subscription.is_active
        or comment.status in (Status.SPAM, Status.TRASH)
        or (author.stopped_at and not author.confirmed_at)
        or (subscription.stopped_at and not subscription.confirmed_at)
        or subscription.tokens.filter(purpose=purpose, created_at__gt=now - DOUBLE_CLICK).exists()
    ):
        return
    if not allowance.take(author.email):
        return
    stop_url = new_stop_url(subscription)
    link = _new_url(subscription, purpose, created_at=now, expires_at=now + CONFIRM_WITHIN)
    # No word of a visitor stands in it: anyone can type any address.
    queue_mail(
        to=author.email,
        template="comment_confirm",
        kind="comment-confirm",
        priority="high",
        headers=unsubscribe_headers(stop_url),
        context={
            "article_title": comment.page_title,
            "confirm_url": link,
            "expires_at": now + CONFIRM_WITHIN,
            "stop_url": stop_url,
        },
    )


def find(token: str, purpose: SubscriptionToken.Purpose) -> SubscriptionToken | None:
    """Return what a link from a mail is about, also when it no longer works."""
    tokens = SubscriptionToken.objects.select_related("subscription__author", "subscription__comment__page")
    return tokens.filter(token_hash=hash_token(token), purpose=purpose).first()


def works(link: SubscriptionToken, now: datetime) -> bool:
    """Say whether a link to confirm does something, or did what still holds.

    One that was used brings nothing back to whoever stopped since.
    """
    confirmed_at = link.subscription.confirmed_at
    was_used = confirmed_at is not None and confirmed_at >= link.created_at
    if was_used:
        return link.subscription.is_active
    return link.expires_at is None or now < link.expires_at


@transaction.atomic
def confirm(link: SubscriptionToken, now: datetime) -> bool:
    """Let answers be told; return whether the link works. Doing it again changes nothing.

    After a stop of everything, this conversation alone is taken up: the others stay stopped.
    """
    author, subscription = _locked(link)
    link.subscription = subscription
    if not works(link, now):
        return False
    if not subscription.is_active:
        if author.stopped_at:
            others = author.subscriptions.exclude(pk=subscription.pk).filter(stopped_at=None)
            others.update(stopped_at=author.stopped_at)
        subscription.confirmed_at, subscription.stopped_at = now, None
        subscription.save(update_fields=["confirmed_at", "stopped_at"])
        author.confirmed_at, author.stopped_at = author.confirmed_at or now, None
        author.save(update_fields=["confirmed_at", "stopped_at"])
        allowance.clear(author.email)
    return True


@transaction.atomic
def stop_thread(link: SubscriptionToken, now: datetime) -> None:
    """Tell this address no more of the conversation that the link is about.

    Whoever never confirmed anything did not ask for any: that is a stop of everything.
    """
    author, subscription = _locked(link)
    if author.confirmed_at:
        _in_thread(subscription).filter(stopped_at=None).update(stopped_at=now)
    else:
        stop_all(link, now)


@transaction.atomic
def stop_all(link: SubscriptionToken, now: datetime) -> None:
    """Tell this address no more of any conversation."""
    author, _ = _locked(link)
    author.stopped_at = author.stopped_at or now
    author.save(update_fields=["stopped_at"])


@transaction.atomic
def resume(link: SubscriptionToken) -> None:
    """Take back the last stop: of everything, or of this conversation. What was never confirmed stays so."""
    author, subscription = _locked(link)
    if author.stopped_at:
        author.stopped_at = None
        author.save(update_fields=["stopped_at"])
    else:
        _in_thread(subscription).update(stopped_at=None)


def new_stop_url(subscription: ReplySubscription) -> str:
    """Return a fresh address at which one can stop; it works for ever."""
    return _new_url(subscription, SubscriptionToken.Purpose.STOP)


def _new_url(subscription: ReplySubscription, purpose: SubscriptionToken.Purpose, **fields: datetime) -> str:
    token = new_token()
    SubscriptionToken.objects.create(
        subscription=subscription, purpose=purpose, token_hash=hash_token(token), **fields
    )
    return settings.SITE_URL + reverse(f"comments:{purpose}", args=[token])


def _author_of(email: str) -> CommentAuthor:
    """Return the one row of an address, locked so that other requests for it wait for ours."""
    known = CommentAuthor.objects.select_for_update().filter(email=email)
    if author := known.first():
        return author
    try:
        with transaction.atomic():
            return CommentAuthor.objects.create(email=email)
    except IntegrityError:
        # The same address in another request, which was just before us.
        return known.get()


def _locked(link: SubscriptionToken) -> tuple[CommentAuthor, ReplySubscription]:
    """Return both as they are now, keeping others from changing them until we are done."""
    author = CommentAuthor.objects.select_for_update().get(pk=link.subscription.author_id)
    subscription = ReplySubscription.objects.select_related("comment").get(pk=link.subscription_id)
    subscription.author = author
    return author, subscription


def _in_thread(subscription: ReplySubscription) -> QuerySet[ReplySubscription]:
    """Return all wishes of the same address in the same conversation."""
    root = subscription.comment.thread_id or subscription.comment_id
    in_thread = Q(comment=root) | Q(comment__thread=root) | Q(pk=subscription.pk)
    return ReplySubscription.objects.filter(in_thread, author=subscription.author_id)
