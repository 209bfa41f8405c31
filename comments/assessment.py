"""What becomes of a reaction when it comes in: it waits, it is set apart as spam, or it appears."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from comments import remembered
from comments.blocklist import blocked_by
from comments.danger import find_danger
from comments.models import Comment, CommentAuthor, CommentEvent, CommentSettings, Status
from comments.opinion import DOUBTFUL
from comments.personal_details import find_details
from comments.spam.document import Document
from comments.spam.filter import Verdict, judge

TRAPPED = "Vulde het veld in dat mensen niet zien."
APPROVED_BEFORE = 2
MOST_A_DAY = 3


@dataclass(frozen=True)
class Assessment:
    status: Status
    danger: list[str]
    verdict: Verdict
    reasons: list[str]

    @property
    def origin(self) -> CommentEvent.Origin:
        """Say who decided on this status."""
        return {
            Status.SPAM: CommentEvent.Origin.FILTER,
            Status.APPROVED: CommentEvent.Origin.TRUSTED,
        }.get(self.status, CommentEvent.Origin.FORM)

    @property
    def summary(self) -> str:
        return "; ".join(reason.rstrip(".") for reason in self.reasons) if self.status == Status.SPAM else ""

    def apply_to(self, comment: Comment) -> None:
        """Give `comment` what was found; nothing is saved."""
        comment.status = self.status
        comment.danger = shortened(self.danger)
        comment.spam_score = self.verdict.score
        comment.spam_reasons = self.reasons


def assess(comment: Comment, *, trapped: bool = False) -> Assessment:
    """Judge a reaction that is not saved yet.

    Words that point to danger overrule all else: such a reaction always waits for the coach, on top of the
    queue. A reaction of which the filter is sure, which is on the blocklist or which filled in the hidden
    field is spam. Where the coach chose so, a known writer's reaction appears by itself, unless the filter
    doubts or someone's personal details seem to stand in it.
    """
    settings = remembered.comment_settings()
    danger = danger_in(comment.text)
    verdict = judge(document_of(comment))
    reasons = [TRAPPED] if trapped else []
    reasons += blocked_by(remembered.blocklist(), comment)
    is_spam = verdict.is_spam or bool(reasons)
    if is_spam:
        reasons += verdict.reasons
    if danger:
        status = Status.PENDING
    elif is_spam:
        status = Status.SPAM
    elif (
        settings.mode == CommentSettings.Mode.TRUSTED
        and verdict.score < DOUBTFUL
        and not find_details(comment.text, comment.author_name)
        and is_known(comment.author_email)
    ):
        status = Status.APPROVED
    else:
        status = Status.PENDING
    return Assessment(status, danger, verdict, reasons)


def danger_in(text: str) -> list[str]:
    """Return the words in a text that point to danger, by the lists of the coach."""
    settings = remembered.comment_settings()
    return find_danger(text, settings.danger_words, settings.danger_idioms)


def document_of(comment: Comment) -> Document:
    """Return what the spam filter reads of a comment: the words as its writer sent them."""
    return Document(
        text=comment.original_text or comment.text,
        author=comment.author_name,
        email=comment.author_email,
        url=comment.author_url,
    )


def is_known(email: str) -> bool:
    """Say whether its owner confirmed this address and had reactions approved, none taken for spam."""
    if not email or not CommentAuthor.objects.filter(email=email).exclude(confirmed_at=None).exists():
        return False
    theirs = Comment.objects.filter(author_email=email, staff_label="")
    if theirs.filter(status=Status.SPAM).exists():
        return False
    # Its owner gets no more than so many mails a day about what appeared under this address.
    appeared = CommentEvent.objects.filter(comment__in=theirs, origin=CommentEvent.Origin.TRUSTED)
    if appeared.filter(created_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        return False
    return theirs.approved().count() >= APPROVED_BEFORE


def shortened(words: list[str]) -> str:
    """Join as many of the words found as fit in their column."""
    longest = Comment._meta.get_field("danger").max_length or 0
    kept = ""
    for word in (" ".join(word.replace(";", ",").split()) for word in words):
        longer = f"{kept}; {word}" if kept else word[:longest]
        if len(longer) > longest:
            break
        kept = longer
    return kept
