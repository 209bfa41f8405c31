"""What the AVG asks of comments: give a person their data, erase it, keep nothing longer than needed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from audit import terms
from audit.terms import Term, term
from comments import blocklist
from comments.models import (
    Comment,
    CommentAuthor,
    CommentEvent,
    ModerationLink,
    ReplyNotice,
    ReplySubscription,
    Report,
    Status,
    SubscriptionToken,
    WriterLink,
)
from comments.services import outbox
from mailing.addresses import spellings
from pagecache.versions import bump

ERASED_NAME = "Anoniem"
ERASED_TEXT = "Deze reactie is op verzoek van de schrijver verwijderd."
WITHDRAWN_TEXT = "Deze reactie is door de schrijver ingetrokken."
NOTHING_PERSONAL: dict[str, Any] = {
    "author_name": ERASED_NAME,
    "author_email": "",
    "author_url": "",
    "network_hash": "",
    "dedupe_key": None,
    "original_text": "",
    "danger": "",
    "spam_reasons": [],
    "learned_as": "",
    "is_pinned": False,
    "report_count": 0,
}
# Of the people found in one search.
MOST_FOUND = 50
IS_ANSWERED = Exists(Comment.objects.filter(parent=OuterRef("pk")))


def export(email: str) -> list[dict[str, Any]]:
    """Return every reaction written under this address, oldest first, in its writer's own language.

    A last entry tells of the wish to hear of answers, for an address that ever had it.
    """
    comments = _theirs(email)
    comments = comments.prefetch_related("events", "reports", "writer_links", "subscription__notices__answer")
    author = CommentAuthor.objects.filter(email__in=spellings(email)).first()
    return [_exported(comment) for comment in comments] + ([_exported_author(author)] if author else [])


@transaction.atomic
def erase(email: str) -> int:
    """Take away all that leads to this person; return how many reactions that were.

    What others may have answered keeps its place with other words in it, so that their thread stays readable.
    """
    gone = _take_away(_theirs(email), keep=Q(status=Status.APPROVED))
    CommentAuthor.objects.filter(email__in=spellings(email)).delete()
    blocklist.forget(email)
    return gone


@transaction.atomic
def erase_notices(email: str) -> int:
    """Forget the wish to hear of answers, and leave the reactions; return how many conversations that was."""
    theirs = CommentAuthor.objects.filter(email__in=spellings(email))
    return theirs.delete()[1].get("comments.ReplySubscription", 0)


def addresses() -> Iterator[str]:
    """Give each address that wrote a reaction or wanted to hear of answers."""
    wrote = Comment.objects.exclude(author_email="").order_by().values_list("author_email", flat=True)
    yield from wrote.distinct().iterator()
    yield from CommentAuthor.objects.order_by().values_list("email", flat=True).iterator()


@transaction.atomic
def expire(now: datetime) -> int:
    """Let go what is past its time; return how many rows changed or went.

    Those are: rejected reactions, traces of networks, notes of handled reports, wishes that nobody confirmed,
    told answers, dead links.
    """
    changed = _take_away(_rejected().filter(since__lt=_before(now, "REJECTED")), keep=Q(pk=None))
    for traces in _networks():
        changed += traces.filter(created_at__lt=_before(now, "NETWORKS")).update(network_hash="")
    changed += _handled_notes().filter(handled_at__lt=_before(now, "REPORT_NOTES")).update(note="")
    return changed + sum(_delete(rows) for rows in _outlived(now))


def expiring(now: datetime) -> list[Term]:
    """Return what `expire` would let go, and what it will; nothing is changed."""
    unconfirmed = ReplySubscription.objects.filter(confirmed_at=None)
    return [
        term("REJECTED", "Afgewezen reacties en spam", "gewist", _rejected(), "since", now),
        *(
            term("NETWORKS", f"Netwerk achter {what}", "kenmerk gewist", rows, "created_at", now)
            for what, rows in zip(("reacties", "meldingen"), _networks(), strict=True)
        ),
        term(
            "REPORT_NOTES",
            "Toelichting bij meldingen",
            "toelichting gewist",
            _handled_notes(),
            "handled_at",
            now,
        ),
        term("UNCONFIRMED", "Onbevestigde wens om berichten", "gewist", unconfirmed, "created_at", now),
        term(
            "NOTICES",
            "Verstuurde berichten van antwoorden",
            "gewist",
            ReplyNotice.objects.exclude(settled_at=None),
            "settled_at",
            now,
        ),
        term(
            "DEAD_LINKS",
            "Links om te beoordelen of te bevestigen",
            "gewist, na hun geldigheid",
            SubscriptionToken.objects.exclude(expires_at=None),
            "expires_at",
            now,
        ),
    ]


def find(words: str) -> Iterator[tuple[str, str]]:
    """Give (address, name) of who wrote reactions under an address or a name with `words` in it."""
    named = Q(author_email__icontains=words) | Q(author_name__icontains=words)
    found = Comment.objects.filter(named, staff_label="").exclude(author_email="").order_by()
    yield from found.values_list("author_email", "author_name").distinct()[:MOST_FOUND]
    wanting = CommentAuthor.objects.filter(email__icontains=words).values_list("email", flat=True)
    for email in wanting[:MOST_FOUND]:
        yield email, ""


@transaction.atomic
def correct(email: str, name: str) -> int:
    """Put another name above every reaction that is shown or waits; return how many changed."""
    changed = _theirs(email).exclude(author_name=name).update(author_name=name)
    if changed:
        bump()
    return changed


def names(email: str) -> list[str]:
    """Return the names that somebody wrote under."""
    return sorted(set(_theirs(email).order_by().values_list("author_name", flat=True)))


def blank(comments: QuerySet[Comment], text: str) -> None:
    """Put `text` where the words of `comments` were and take away all that says who wrote them, for good.

    From then on they count as withdrawn, whoever asked for it: nobody answers, reports or edits them.
    """
    now = timezone.now()
    keys = list(comments.values_list("pk", flat=True))
    Comment.objects.filter(pk__in=keys).update(**NOTHING_PERSONAL, text=text)
    Comment.objects.filter(pk__in=keys, withdrawn_at=None).update(withdrawn_at=now)
    # What others noted about them may quote them.
    Report.objects.filter(comment__in=keys).update(note="", network_hash="")
    Report.objects.filter(comment__in=keys, handled_at=None).update(handled_at=now)
    CommentEvent.objects.filter(comment__in=keys).exclude(reason="").update(reason="")


def _take_away(comments: QuerySet[Comment], keep: Q) -> int:
    """Blank what is answered or to be kept, delete the rest."""
    keys = set(comments.values_list("pk", flat=True))
    if not keys:
        return 0
    was_shown = comments.filter(status=Status.APPROVED).exists()
    outbox.forget(keys)
    blanked = Comment.objects.filter(keep | Q(IS_ANSWERED), pk__in=keys)
    kept = set(blanked.values_list("pk", flat=True))
    blank(blanked, ERASED_TEXT)
    for hanging in (WriterLink, ModerationLink, ReplySubscription):
        hanging.objects.filter(comment__in=kept).delete()
    Comment.objects.filter(pk__in=keys - kept).delete()
    if was_shown:
        bump()
    return len(keys)


def _outlived(now: datetime) -> list[QuerySet[Any]]:
    """Return what is past its time, in the order in which it can go."""
    dead, unconfirmed = _before(now, "DEAD_LINKS"), _before(now, "UNCONFIRMED")
    asked_again = SubscriptionToken.objects.filter(subscription=OuterRef("pk"), created_at__gte=unconfirmed)
    # The links in a mail about several conversations stop all of them, as long as there is one to stop.
    stands = ReplySubscription.objects.filter(author=OuterRef("author"), comment__withdrawn_at=None)
    wrote = Comment.objects.filter(author_email=OuterRef("email"))
    return [
        ReplyNotice.objects.filter(settled_at__lt=_before(now, "NOTICES")),
        ModerationLink.objects.filter(Q(used_at__lt=dead) | Q(expires_at__lt=dead)),
        SubscriptionToken.objects.filter(expires_at__lt=dead),
        ReplySubscription.objects.filter(~Exists(asked_again), confirmed_at=None, created_at__lt=unconfirmed),
        ReplySubscription.objects.filter(~Exists(stands), comment__withdrawn_at__lt=unconfirmed),
        CommentAuthor.objects.filter(
            Q(confirmed_at=None) | ~Exists(wrote), subscriptions=None, created_at__lt=unconfirmed
        ),
    ]


def _delete(rows: QuerySet[Any]) -> int:
    """Delete rows and what hangs on them; return how many of the rows themselves went."""
    return rows.delete()[1].get(rows.model._meta.label, 0)


def _rejected() -> QuerySet[Any]:
    """Those that go some time after they were rejected, with that moment as `since`."""
    rejected = Comment.objects.filter(status__in=[Status.SPAM, Status.TRASH])
    rejected = rejected.exclude(IS_ANSWERED, author_email="", withdrawn_at__isnull=False)
    return rejected.annotate(since=Coalesce("decided_at", "created_at"))


def _networks() -> list[QuerySet[Any]]:
    return [model.objects.exclude(network_hash="") for model in (Comment, Report)]


def _handled_notes() -> QuerySet[Report]:
    return Report.objects.exclude(handled_at=None).exclude(note="")


def _before(now: datetime, name: str) -> datetime:
    return now - terms.keep(name)


def _exported(comment: Comment) -> dict[str, Any]:
    subscription = getattr(comment, "subscription", None)
    return {
        "geplaatst": comment.created_at,
        "artikel": comment.page_title,
        "adres van het artikel": comment.page_url,
        "naam": comment.author_name,
        "e-mailadres": comment.author_email,
        "website": comment.author_url,
        "reactie": comment.text,
        "oorspronkelijke reactie": comment.original_text,
        "gewijzigd": comment.changed_at,
        "status": comment.get_status_display(),
        "beoordelingen": [
            {"wanneer": event.created_at, "status": event.get_to_status_display()}
            for event in comment.events.all()
        ],
        "privélinks gemaakt": [link.created_at for link in comment.writer_links.all()],
        "meldingen van lezers": [
            # Without the note: it is the reporter's, and may tell who that is (AVG art. 15(4)).
            {"wanneer": report.created_at, "reden": report.get_reason_display()}
            for report in comment.reports.all()
        ],
        "bericht van antwoorden": subscription and _exported_subscription(subscription),
    }


def _exported_subscription(subscription: ReplySubscription) -> dict[str, Any]:
    return {
        "gevraagd": subscription.created_at,
        "bevestigd": subscription.confirmed_at,
        "afgemeld": subscription.stopped_at,
        "berichten": [
            {"antwoord van": notice.answer.created_at, "afgehandeld": notice.settled_at}
            for notice in subscription.notices.all()
        ],
    }


def _exported_author(author: CommentAuthor) -> dict[str, Any]:
    return {
        "wil bericht van antwoorden sinds": author.created_at,
        "e-mailadres": author.email,
        "bevestigd": author.confirmed_at,
        "overal afgemeld": author.stopped_at,
        "laatste bericht": author.notified_at,
    }


def _theirs(email: str) -> QuerySet[Comment]:
    return Comment.objects.filter(author_email__in=spellings(email)).exclude(author_email="")
