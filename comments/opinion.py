"""What the spam filter thought of a reaction, in words for the coach."""

from comments.models import Comment

# From here on the spam filter's doubt is worth a word, and a known writer's reaction waits too.
DOUBTFUL = 0.5


def filter_opinion(comment: Comment) -> str:
    """Return whole sentences, or nothing where the filter was never asked."""
    if comment.spam_reasons:
        return " ".join(["Het spamfilter vindt dit op spam lijken.", *map(str, comment.spam_reasons)])
    # Below words of danger a word on spam would be cold.
    if comment.spam_score is None or comment.danger:
        return ""
    if comment.spam_score >= DOUBTFUL:
        return "Het spamfilter twijfelt."
    return "Het spamfilter ziet niets vreemds."
