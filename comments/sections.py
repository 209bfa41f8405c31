"""The conversation under a page, ready to show."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from wagtail.models import Page

from comments.forms import CommentForm
from comments.models import Comment

MAX_DEPTH = 3


@dataclass(frozen=True)
class CommentSection:
    """Input of templates/comments/section.html. Each of `threads` carries its answers in `.children`."""

    page: Page
    count: int
    threads: list[Comment]
    form: CommentForm
    is_open: bool
    action_url: str


def is_open(page: Page) -> bool:
    return bool(getattr(page.specific, "comments_open", False))


def comment_section(page: Page) -> CommentSection:
    """Read a page's approved comments in one query, however many there are."""
    approved = list(Comment.objects.approved().for_page(page.pk))
    return CommentSection(
        page=page,
        count=len(approved),
        threads=threads_of(approved),
        form=CommentForm(page=page),
        is_open=is_open(page),
        action_url=reverse("comments:post", args=[page.pk]),
    )


def threads_of(comments: list[Comment]) -> list[Comment]:
    """Hang each comment under the one it answers, MAX_DEPTH levels deep; return the top, oldest first.

    An answer deeper than that stands beside the one it answers and names its author (`.answers`). An answer
    to what is no longer shown comes to the top (`.is_orphan`).
    """
    known = {comment.pk for comment in comments}
    replies: dict[int | None, list[Comment]] = defaultdict(list)
    for comment in comments:
        comment.children, comment.answers, comment.is_orphan = [], "", False
        if comment.parent_id is not None and comment.parent_id not in known:
            comment.is_orphan = True
            replies[None].append(comment)
        else:
            replies[comment.parent_id].append(comment)

    top: list[Comment] = []
    # A stack instead of recursion: a thread may be longer than Python's call depth.
    waiting = [(comment, 1, top) for comment in reversed(replies[None])]
    while waiting:
        comment, level, siblings = waiting.pop()
        siblings.append(comment)
        for reply in reversed(replies[comment.pk]):
            if level < MAX_DEPTH:
                waiting.append((reply, level + 1, comment.children))
            else:
                reply.answers = comment.author_name
                waiting.append((reply, level, siblings))
    return top
