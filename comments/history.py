"""Who decided what about reactions, to read and to take along as a spreadsheet."""

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from comments.models import CommentEvent
from comments.moderation import NAMESPACE
from guard.spreadsheets import FormulaSafeExport


def deciders(request: Any) -> QuerySet:
    """Return the people who ever decided something."""
    decided = CommentEvent.objects.exclude(user=None).values("user")
    return get_user_model().objects.filter(pk__in=decided).order_by("username")


class HistoryFilters(WagtailFilterSet):
    user = django_filters.ModelChoiceFilter(label="Wie", queryset=deciders, empty_label="Iedereen")
    action = django_filters.ChoiceFilter(
        label="Handeling", choices=CommentEvent.Action.choices, empty_label="Alle"
    )
    origin = django_filters.ChoiceFilter(
        label="Waarvandaan", choices=CommentEvent.Origin.choices, empty_label="Overal"
    )
    created_at = django_filters.DateFromToRangeFilter(label="Wanneer", widget=DateRangePickerWidget)

    class Meta:
        model = CommentEvent
        fields = ["user", "action", "origin", "created_at"]


class HistoryView(FormulaSafeExport, ReportView):
    page_title = "Wie besliste wat"
    header_icon = "history"
    model = CommentEvent
    filterset_class = HistoryFilters
    index_url_name = "comment_history:index"
    index_results_url_name = "comment_history:results"
    is_searchable = False
    columns = [
        DateColumn("created_at", label="Wanneer"),
        Column("who", label="Wie", accessor=lambda event: who(event)),
        Column("what", label="Wat", accessor=lambda event: what(event)),
        TitleColumn(
            "comment",
            label="Reactie",
            accessor="comment.author_name",
            get_url=lambda event: reverse(f"{NAMESPACE}:show", args=[event.comment_id]),
        ),
        Column("article", label="Artikel", accessor="comment.page_title"),
        Column("origin", label="Waarvandaan", accessor="get_origin_display"),
        Column("reason", label="Waarom"),
    ]
    export_filename = "reacties-geschiedenis"
    list_export = [
        *("created_at", "user_name", "get_action_display", "get_from_status_display"),
        *("get_to_status_display", "get_origin_display", "reason"),
        *("comment.pk", "comment.author_name", "comment.page_title"),
    ]
    export_headings = {
        "created_at": "Wanneer",
        "user_name": "Wie",
        "get_action_display": "Handeling",
        "get_from_status_display": "Van",
        "get_to_status_display": "Naar",
        "get_origin_display": "Waarvandaan",
        "reason": "Waarom",
        "comment.pk": "Nummer",
        "comment.author_name": "Schrijver",
        "comment.page_title": "Artikel",
    }

    def get_queryset(self) -> QuerySet[CommentEvent]:
        return CommentEvent.objects.select_related("comment").order_by("-created_at", "-pk")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": reverse(f"{NAMESPACE}:index"), "label": "Reacties"},
            {"url": "", "label": self.page_title},
        ]


def who(event: CommentEvent) -> str:
    """Name the person who decided, or what did it in their place."""
    return event.user_name or {
        CommentEvent.Origin.FILTER: "het spamfilter",
        CommentEvent.Origin.TRUSTED: "de site zelf",
    }.get(CommentEvent.Origin(event.origin), "de schrijver")


def what(event: CommentEvent) -> str:
    """Say in a few words what changed."""
    if event.action != CommentEvent.Action.STATUS:
        return event.get_action_display()
    if not event.from_status and event.comment.is_staff:
        return "antwoord geplaatst"
    if not event.from_status:
        return f"kwam binnen: {event.get_to_status_display()}"
    return f"{event.get_from_status_display()} → {event.get_to_status_display()}"
