"""What the coach can see of the whole: how long everything is kept, and who looked at whose data."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required
from wagtail.models import ModelLogEntry

from audit import trail
from privacy.person_screens import INDEX, VIEW, header
from privacy.retention import expiring

LINES_A_PAGE = 50


@never_cache
@require_safe
@permission_required(VIEW)
def retention(request: HttpRequest) -> HttpResponse:
    """Every kind of data: how long it is kept, how many there are, and what will go when."""
    parts = expiring(timezone.now())
    due = sum(rule.due for _, rules in parts for rule in rules)
    context = {"parts": parts, "due": due, **header("Bewaartermijnen", ("Persoonsgegevens", reverse(INDEX)))}
    return render(request, "privacy/admin/retention.html", context)


@never_cache
@require_safe
@permission_required(VIEW)
def log(request: HttpRequest) -> HttpResponse:
    """Who looked at, took along or changed whose data; nobody's address stands in it."""
    page = Paginator(trail.lines(), LINES_A_PAGE).get_page(request.GET.get("p"))
    lines = [
        {
            "when": entry.timestamp,
            "who": trail.name_of(entry)
            if entry.user_id
            else entry.data.get("by", "iemand die er niet meer is"),
            "what": trail.message_of(entry),
            "about": _about(entry),
        }
        for entry in page
    ]
    context = {
        "lines": lines,
        "page": page,
        **header("Wie bekeek wat", ("Persoonsgegevens", reverse(INDEX))),
    }
    return render(request, "privacy/admin/log.html", context)


def _about(entry: ModelLogEntry) -> str:
    if "person" in entry.data:
        return f"persoon {entry.data['person']}"
    # Who only looked somebody up has seen nobody in particular.
    return "" if entry.action.startswith("privacy.") else entry.label
