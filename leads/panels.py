"""What the admin's start page says about gifts."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from wagtail.admin.ui.components import Component

from leads.models import LeadMagnet


def this_week(now: datetime) -> datetime:
    """Return Monday 00:00, in the site's own time."""
    today = timezone.localdate(now)
    monday = today - timedelta(days=today.weekday())
    return timezone.make_aware(datetime.combine(monday, time.min))


def counts_since(start: datetime) -> QuerySet[Any]:
    """Return the gifts with how many people `requested`, `confirmed` and `downloaded` each since then."""

    def since(field: str) -> Count:
        return Count("sign_ups", filter=Q(**{f"sign_ups__{field}__gte": start}))

    counted = LeadMagnet.objects.annotate(
        requested=since("requested_at"), confirmed=since("confirmed_at"), downloaded=since("downloaded_at")
    )
    return counted.filter(Q(is_active=True) | Q(requested__gt=0)).order_by("-requested", "name")


class SignUpsPanel(Component):
    name = "sign-ups"
    template_name = "leads/admin/sign_ups_panel.html"
    order = 120

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        start = this_week(timezone.now())
        return {"magnets": counts_since(start), "start": start}
