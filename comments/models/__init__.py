"""Reactions, what was decided about them, and who wants to hear of them."""

from comments.models.comment import MAX_TEXT, STAFF_LABEL, Comment, Learned, Status
from comments.models.event import CommentEvent
from comments.models.link import ModerationLink, WriterLink
from comments.models.moderator import ModeratorMail, ReadyAnswer
from comments.models.report import Report
from comments.models.settings import Blocklist, CommentSettings
from comments.models.spam import SpamFeature
from comments.models.subscription import CommentAuthor, ReplyNotice, ReplySubscription, SubscriptionToken

__all__ = [
    "MAX_TEXT",
    "STAFF_LABEL",
    "Blocklist",
    "Comment",
    "CommentAuthor",
    "CommentEvent",
    "CommentSettings",
    "Learned",
    "ModerationLink",
    "ModeratorMail",
    "ReadyAnswer",
    "ReplyNotice",
    "ReplySubscription",
    "Report",
    "SpamFeature",
    "Status",
    "SubscriptionToken",
    "WriterLink",
]
