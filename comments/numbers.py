"""How many reactions came in and what became of them, by week or by month, as a picture and a table."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth, TruncWeek
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from charts.calendar import midnight, monday_of, months_before
from charts.columns import Kind, chart_of
from comments.models import Comment, Report, Status
from comments.moderation import NAMESPACE, PERMISSION

SHOWN = (
    Kind(Status.APPROVED, "goedgekeurd", "good"),
    Kind(Status.PENDING, "wacht nog", "waiting"),
    Kind(Status.SPAM, "spam", "bad"),
    Kind(Status.TRASH, "prullenbak", "empty"),
)


@dataclass
class Period:
    """One week or month. `counts`: how many that came in then have each status now."""

    start: date
    label: str
    counts: dict[str, int] = field(default_factory=dict)
    answers: int = 0

    @property
    def received(self) -> int:
        return sum(self.counts.values())

    @property
    def cells(self) -> list[int]:
        return [self.counts.get(kind.key, 0) for kind in SHOWN]


@require_safe
@permission_required(PERMISSION)
def numbers(request: HttpRequest) -> HttpResponse:
    by_month = request.GET.get("per") == "maand"
    now = timezone.now()
    shown = monthly(now) if by_month else weekly(now)
    index = reverse(f"{NAMESPACE}:index")
    context = {
        "periods": shown,
        "chart": chart_of(shown, SHOWN),
        "by_month": by_month,
        "headings": [kind.label for kind in SHOWN],
        "received": sum(period.received for period in shown),
        "approved": sum(period.counts.get(Status.APPROVED, 0) for period in shown),
        "spam": sum(period.counts.get(Status.SPAM, 0) for period in shown),
        "answers": sum(period.answers for period in shown),
        "reports": Report.objects.filter(created_at__gte=midnight(shown[0].start)).count(),
        "waiting_hours": waiting_hours(midnight(shown[0].start)),
        "articles": most_discussed(midnight(shown[0].start)),
        "header_title": "Reacties in cijfers",
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": index, "label": "Reacties"},
            {"url": "", "label": "In cijfers"},
        ],
    }
    return render(request, "comments/admin/numbers.html", context)


def weekly(now: datetime, number: int = 26) -> list[Period]:
    """Return the last `number` weeks, the running one included, oldest first; each begins on Monday."""
    monday = monday_of(timezone.localdate(now))
    starts = [monday - timedelta(weeks=back) for back in reversed(range(number))]
    return _fill([Period(start, date_format(start, "j b")) for start in starts], TruncWeek("created_at"))


def monthly(now: datetime, number: int = 12) -> list[Period]:
    """Return the last `number` months, the running one included, oldest first."""
    today = timezone.localdate(now)
    starts = [months_before(today, back) for back in reversed(range(number))]
    return _fill([Period(start, date_format(start, "b Y")) for start in starts], TruncMonth("created_at"))


def waiting_hours(since: datetime) -> float | None:
    """Return the median hours between a reaction and its judgement; None where nothing was judged."""
    judged = Comment.objects.filter(staff_label="", created_at__gte=since, decided_at__gt=F("created_at"))
    moments = judged.values_list("created_at", "decided_at")
    hours = [(decided - created) / timedelta(hours=1) for created, decided in moments if decided]
    return median(hours) if hours else None


def most_discussed(since: datetime, number: int = 5) -> list[Any]:
    """Return the `number` articles with the most approved reactions since then: page, page_title, total."""
    approved = Comment.objects.approved().filter(created_at__gte=since, page__isnull=False)
    grouped = approved.values("page", title=F("page__title")).annotate(total=Count("pk"))
    return list(grouped.order_by("-total", "title")[:number])


def _fill(periods: list[Period], start: TruncWeek | TruncMonth) -> list[Period]:
    """Count into `periods` what came in since the first of them, in one query."""
    known = {period.start: period for period in periods}
    since = Comment.objects.filter(created_at__gte=midnight(periods[0].start))
    counted = since.annotate(start=start).values("start", "status").order_by("start")
    readers, coaches = Q(staff_label=""), ~Q(staff_label="")
    for row in counted.annotate(received=Count("pk", filter=readers), given=Count("pk", filter=coaches)):
        period = known.get(timezone.localtime(row["start"]).date())
        if period is not None:
            period.counts[row["status"]] = row["received"]
            period.answers += row["given"]
    return periods
