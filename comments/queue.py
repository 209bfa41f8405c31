"""The coach's queue: a reaction with all that helps to judge it, in the same few queries for any number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comments.earlier import REFUSED, History, histories
from comments.models import Comment, Report, Status
from comments.opinion import DOUBTFUL
from comments.personal_details import LABELS, find_details


@dataclass(frozen=True)
class Words:
    text: str
    is_danger: bool


@dataclass(frozen=True)
class QueueItem:
    """Input of templates/comments/admin/row.html.

    `approved`, `refused`: what else came from this address. `reports`: those that are open. `details`: which
    kinds of personal details the text holds. `spam_chance`: in per cent, None where there is nothing to say.
    """

    comment: Comment
    words: list[Words]
    reports: list[Report]
    details: list[str]
    approved: int
    refused: int
    spam_chance: int | None

    @property
    def is_first(self) -> bool:
        return not self.approved and not self.refused

    @property
    def needs_attention(self) -> bool:
        status = self.comment.status
        if self.comment.withdrawn_at:
            return False
        return status == Status.PENDING or bool(self.comment.report_count and status == Status.APPROVED)


def queue_items(comments: Iterable[Comment]) -> list[QueueItem]:
    """Return `comments`, loaded with their page and parent, as items in the same order."""
    comments = list(comments)
    reports = _open_reports(comments)
    earlier = histories(comments)
    items = []
    for comment in comments:
        history = earlier.get(comment.pk, History())
        items.append(
            QueueItem(
                comment,
                marked(comment.text, comment.danger_words),
                reports.get(comment.pk, []),
                _details(comment),
                history.approved,
                history.refused,
                _spam_chance(comment),
            )
        )
    return items


def marked(text: str, phrases: Sequence[str]) -> list[Words]:
    """Cut `text` in parts, so that each of `phrases` that stands in it is a part of its own."""
    if not phrases:
        return [Words(text, False)]
    longest_first = sorted(phrases, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    # A pattern in brackets: what it finds stands at the odd places.
    parts = re.split(rf"(?<!\w)({pattern})(?!\w)", text, flags=re.IGNORECASE)
    return [Words(part, bool(place % 2)) for place, part in enumerate(parts) if part]


def _details(comment: Comment) -> list[str]:
    if comment.is_staff or comment.status in REFUSED:
        return []
    kinds = dict.fromkeys(detail.kind for detail in find_details(comment.text, comment.author_name))
    return [LABELS[kind] for kind in kinds]


def _spam_chance(comment: Comment) -> int | None:
    undecided = comment.status in (Status.PENDING, Status.SPAM)
    if not undecided or comment.spam_score is None or comment.spam_score < DOUBTFUL:
        return None
    return round(comment.spam_score * 100)


def _open_reports(comments: list[Comment]) -> dict[int, list[Report]]:
    found: dict[int, list[Report]] = {}
    reported = [comment.pk for comment in comments]
    for report in Report.objects.filter(comment__in=reported, handled_at=None):
        found.setdefault(report.comment_id, []).append(report)
    return found
