"""The order of a conversation: who answers whom."""

from collections import defaultdict
from collections.abc import Sequence

from comments.models import Comment

MAX_DEPTH = 3


def threads_of(comments: Sequence[Comment]) -> list[Comment]:
    """Hang each comment under the one it answers, MAX_DEPTH levels deep; return the top in the order given.

    An answer deeper than that stands beside the one it answers and names its author (`.answers`). An answer
    to what is no longer shown comes to the top (`.is_orphan`). Answers stand oldest first.
    """
    known = {comment.pk for comment in comments}
    replies: dict[int | None, list[Comment]] = defaultdict(list)
    for comment in comments:
        comment.children, comment.answers = [], ""
        comment.is_orphan = comment.parent_id is not None and comment.parent_id not in known
        replies[None if comment.is_orphan else comment.parent_id].append(comment)
    for parent, answers in replies.items():
        if parent is not None:
            answers.sort(key=lambda comment: (comment.created_at, comment.pk))

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
