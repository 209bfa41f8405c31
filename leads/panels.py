"""What the admin's start page says about gifts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from charts.calendar import DAY, WEEK, Span, monday_of
from charts.spark import Spark, spark_of
from leads.models import LeadMagnet
from leads.report import Counts, asked_by_magnet

# In the small line, the running one included.
WEEKS = 8


@dataclass(frozen=True)
class GiftThisWeek:
    """`before`: until the same day of last week."""

    pk: int
    name: str
    counts: Counts
    before: Counts
    spark: Spark


def this_week(now: datetime) -> date:
    """Return Monday, by the site's own clock."""
    return monday_of(timezone.localdate(now))


def gifts_this_week(now: datetime) -> list[GiftThisWeek]:
    """Return what each gift brought since Monday: those on the site, and others that brought something."""
    monday, tomorrow = this_week(now), timezone.localdate(now) + DAY
    weeks = [Span(monday - back * WEEK, monday - (back - 1) * WEEK) for back in reversed(range(WEEKS))]
    until_now = Span(monday, tomorrow)
    counted = asked_by_magnet([*weeks, until_now, until_now.earlier(WEEK)])
    nothing = [Counts()] * (WEEKS + 2)
    gifts = []
    for pk, name, is_active in LeadMagnet.objects.values_list("pk", "name", "is_active"):
        *lately, now_counts, before = counted.get(pk, nothing)
        if is_active or now_counts.requested:
            confirmed = [counts.confirmed for counts in lately]
            words = ", ".join(map(str, confirmed))
            spark = spark_of(confirmed, f"Bevestigd per week, de laatste {WEEKS} weken: {words}")
            gifts.append(GiftThisWeek(pk, name, now_counts, before, spark))
    return sorted(gifts, key=lambda gift: (-gift.counts.requested, gift.name))


class SignUpsPanel(Component):
    name = "sign-ups"
    template_name = "leads/admin/sign_ups_panel.html"
    order = 120

    class Media:
        css = {"all": ["css/admin-charts.css", "css/admin-numbers.css"]}  # noqa: RUF012

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        now = timezone.now()
        return {"gifts": gifts_this_week(now), "start": this_week(now)}
