"""The conversation under a page, ready to show."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import BigIntegerField
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from comments.forms import CommentForm
from comments.models import Comment, CommentSettings, Status
from comments.threads import threads_of
from pagecache.kept import kept

# Conversations on one page of them; each brings all its answers.
PER_PAGE = 50
# With fewer there is nothing to look for in another order.
SORTED_FROM = 4

Order = CommentSettings.Order
# As an address names them.
ORDER_NAMES = {Order.OLDEST: "oudste", Order.NEWEST: "nieuwste"}
_ORDERINGS = {
    Order.OLDEST: "is_pinned DESC, created_at, id",
    Order.NEWEST: "is_pinned DESC, created_at DESC, id DESC",
}
# What begins a conversation: it answers nothing, or nothing that is still shown here.
_TOP = """
    top AS (
        SELECT one.id, one.status, one.is_pinned, one.created_at
        FROM comments_comment one LEFT JOIN comments_comment above ON above.id = one.parent_id
        WHERE one.page_id = %(page)s AND one.status = %(approved)s
            AND (above.id IS NULL OR above.status <> %(approved)s)
    )
"""
# Steps of the recursion name nothing but the key they follow: a planner without statistics would take the
# index on the status and read the whole table at each step. UNION drops what is there already.
_MEMBERS = """
    WITH RECURSIVE {top},
    begun AS (SELECT id, status FROM top ORDER BY {ordering} LIMIT %(limit)s OFFSET %(start)s),
    found AS (
        SELECT id, status FROM begun
        UNION
        SELECT answer.id, answer.status FROM found JOIN comments_comment answer ON answer.parent_id = found.id
        WHERE found.status = %(approved)s
    )
    SELECT comments_comment.*,
        (SELECT COUNT(*) FROM top) AS conversations,
        (SELECT COUNT(*) FROM comments_comment WHERE page_id = %(page)s AND status = %(approved)s) AS total
    FROM comments_comment WHERE id IN (SELECT id FROM found WHERE status = %(approved)s) ORDER BY {ordering}
"""
_PLACE = """
    WITH RECURSIVE {top},
    up AS (
        SELECT id, parent_id, status FROM comments_comment WHERE id = %(comment)s
        UNION
        SELECT above.id, above.parent_id, above.status
        FROM up JOIN comments_comment above ON above.id = up.parent_id
        WHERE up.status = %(approved)s
    ),
    placed AS (SELECT id, ROW_NUMBER() OVER (ORDER BY {ordering}) AS place FROM top)
    SELECT place FROM placed WHERE id IN (SELECT id FROM up)
"""


@dataclass(frozen=True)
class CommentSection:
    """Input of templates/comments/section.html. Each of `threads` carries its answers in `.children`.

    `count`: all that is shown under the page. `conversations`: how many of these answer nothing.
    `number`: which fifty conversations `threads` are, from 1. `order`: in which order; `usual_order`: the
    one that the coach chose.
    """

    page: Page
    count: int
    conversations: int
    threads: list[Comment]
    settings: CommentSettings
    is_open: bool
    action_url: str
    order: str
    usual_order: str
    number: int

    @property
    def form(self) -> CommentForm:
        return CommentForm(page=self.page, settings=self.settings)

    @property
    def all_url(self) -> str:
        """The address of all conversations, fifty a page."""
        return conversation_url(self.page.pk)

    @property
    def url(self) -> str:
        """The one address of this part in this order."""
        return conversation_url(self.page.pk, self._named(self.order), self.number)

    @property
    def next_url(self) -> str:
        """The address of the part after this one, "" for the last."""
        if not self.part.has_next():
            return ""
        return conversation_url(self.page.pk, self._named(self.order), self.number + 1)

    @property
    def orders(self) -> list[tuple[str, str, bool]]:
        """Of each order its Dutch name, its address, and whether it is shown; none where there are few."""
        if self.conversations < SORTED_FROM:
            return []
        return [
            (order.label, conversation_url(self.page.pk, self._named(order)), order == self.order)
            for order in Order
        ]

    @property
    def part(self) -> PaginatorPage:
        """Which part of the conversations this is, for components/pagination.html."""
        return Paginator(range(self.conversations), PER_PAGE).page(self.number)

    @property
    def is_oldest_first(self) -> bool:
        return self.order == Order.OLDEST

    @property
    def order_query(self) -> str:
        """The order as the beginning of a query string, "" for the usual one."""
        name = self._named(self.order)
        return f"volgorde={ORDER_NAMES[Order(name)]}&" if name else ""

    def _named(self, order: str) -> str:
        """Return `order` where it has to be named: the usual one goes without saying."""
        return "" if order == self.usual_order else order


def conversation_url(page_id: int, order: str = "", number: int = 1) -> str:
    """Return the address of a part of the conversations; the first part and the usual order are not named."""
    values = {"volgorde": ORDER_NAMES[Order(order)]} if order else {}
    if number > 1:
        values["pagina"] = str(number)
    return reverse("comments:conversation", args=[page_id]) + (f"?{urlencode(values)}" if values else "")


def is_open(page: Page, settings: CommentSettings) -> bool:
    """Say whether one can react: the article allows it, and is not older than reactions stay open."""
    if not getattr(page.specific, "comments_open", False):
        return False
    if settings.close_after_days is None or page.first_published_at is None:
        return True
    return timezone.now() < page.first_published_at + timedelta(days=settings.close_after_days)


def comment_section(page: Page, *, number: int = 1, order: str = "") -> CommentSection:
    """Read one part of a page's conversations in one query, however many there are.

    `number`: which fifty, from 1; one that does not exist gives a section without any. `order`: one of
    CommentSettings.Order, the coach's own choice by default.
    """
    settings = kept("comment settings", CommentSettings.load)
    order = order or settings.order
    shown, total, conversations = _members(page.pk, order, start=(number - 1) * PER_PAGE)
    _give_addresses(page.pk, shown)
    return CommentSection(
        page=page,
        count=total,
        conversations=conversations,
        threads=threads_of(shown),
        settings=settings,
        is_open=is_open(page, settings),
        action_url=reverse("comments:post", args=[page.pk]),
        order=order,
        usual_order=settings.order,
        number=number,
    )


def _give_addresses(page_id: int, comments: list[Comment]) -> None:
    """Let each comment know its `permalink` and its `report_url`, from one look-up of each kind."""
    permalink, report = (reverse(f"comments:{name}", args=[page_id, 0]) for name in ("permalink", "report"))
    for comment in comments:
        comment.permalink = permalink.removesuffix("0/") + f"{comment.pk}/"
        comment.report_url = report.removesuffix("0/") + f"{comment.pk}/"


def part_with(page_id: int, comment_id: int, order: str) -> int | None:
    """Return on which part of the conversations, from 1, a comment stands; None when it is not shown."""
    if comment_id > BigIntegerField.MAX_BIGINT:
        return None
    sql = _PLACE.format(top=_TOP, ordering=_ORDERINGS[Order(order)])
    with connection.cursor() as cursor:
        cursor.execute(sql, {"page": page_id, "comment": comment_id, "approved": Status.APPROVED.value})
        row = cursor.fetchone()
    return (row[0] - 1) // PER_PAGE + 1 if row else None


def _members(page_id: int, order: str, start: int) -> tuple[list[Comment], int, int]:
    """Return PER_PAGE conversations with their answers, and the totals of comments and of conversations."""
    sql = _MEMBERS.format(top=_TOP, ordering=_ORDERINGS[Order(order)])
    values = {"page": page_id, "approved": Status.APPROVED.value, "limit": PER_PAGE, "start": start}
    found: list[Any] = list(Comment.objects.raw(sql, values))
    return (found, found[0].total, found[0].conversations) if found else ([], 0, 0)
