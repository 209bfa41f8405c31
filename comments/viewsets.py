"""The list "Reacties" in the admin."""

from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.text import capfirst
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from audit.trail import note, note_look
from comments import moderation
from comments.models import Comment, ReadyAnswer, Status
from comments.queue import queue_items
from comments.tools import tools_for
from comments.views import reaction
from guard.spreadsheets import FormulaSafeExport

# Not a status, but what the coach asks for first: all that waits, and what readers reported.
ATTENTION = "attention"


class ModerationPolicy(ModelPermissionPolicy):
    """Whoever may moderate may see; nobody adds, edits or deletes reactions through Wagtail's own views."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and user.has_perm(moderation.PERMISSION)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class WaitingMenuItem(MenuItem):
    """Shows beside its label how many reactions ask for attention (drawn by css/admin-moderation.css)."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm(moderation.PERMISSION)

    def render_component(self, request: Any) -> LinkMenuItem:
        waiting = Comment.objects.needs_attention().count()
        attrs = {**self.attrs, "data-waiting": str(waiting)} if waiting else self.attrs
        return LinkMenuItem(
            self.name, self.label, self.url, icon_name=self.icon_name, classname=self.classname, attrs=attrs
        )


def pages_with_comments(request: Any) -> Any:
    return Page.objects.filter(pk__in=Comment.objects.exclude(page=None).values("page")).order_by("title")


class CommentFilters(WagtailFilterSet):
    status = django_filters.ChoiceFilter(
        label="Status",
        choices=[(ATTENTION, "Wat aandacht vraagt"), *Status.choices],
        empty_label="Alle",
        method="of_status",
    )
    page = django_filters.ModelChoiceFilter(label="Artikel", queryset=pages_with_comments, empty_label="Alle")
    danger = django_filters.BooleanFilter(label="Wijst op gevaar", method="with_danger")
    reported = django_filters.BooleanFilter(label="Gemeld door lezers", method="with_reports")
    created_at = django_filters.DateFromToRangeFilter(label="Periode", widget=DateRangePickerWidget)
    author_email = django_filters.CharFilter(label="E-mailadres van de schrijver", method="of_address")

    class Meta:
        model = Comment
        fields = ["status", "page", "danger", "reported", "created_at", "author_email"]

    def of_status(self, queryset: Any, name: str, value: str) -> Any:
        return queryset.needs_attention() if value == ATTENTION else queryset.filter(status=value)

    def with_danger(self, queryset: Any, name: str, value: bool) -> Any:
        return queryset.exclude(danger="") if value else queryset.filter(danger="")

    def with_reports(self, queryset: Any, name: str, value: bool) -> Any:
        return queryset.filter(report_count__gt=0) if value else queryset.filter(report_count=0)

    def of_address(self, queryset: Any, name: str, value: str) -> Any:
        return queryset.filter(author_email=value.strip().lower())


class CommentIndexView(FormulaSafeExport, generic.IndexView):
    template_name = "comments/admin/index.html"
    results_template_name = "comments/admin/index_results.html"
    page_title = "Reacties"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            count = self.get_queryset().count()
            note(request.user, "comments.export", Comment, count=count, format=request.GET["export"])
        else:
            note_look(request.user, "comments.list", Comment)
        return super().get(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        return Comment.objects.all()

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.waiting_first()

    def search_queryset(self, queryset: Any) -> Any:
        """Find reactions in which each word stands somewhere."""
        for word in self.search_query.split():
            queryset = queryset.filter(
                reduce(or_, (Q(**{f"{field}__icontains": word}) for field in self.search_fields))
            )
        return queryset

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """Sort keys alone, then read the few reactions that are shown: texts are long."""
        paginator, page, keys, has_others = super().paginate_queryset(queryset.values_list("pk"), page_size)
        place = {pk: number for number, (pk,) in enumerate(keys)}
        comments = Comment.objects.filter(pk__in=place).select_related("page", "parent")
        page.object_list = sorted(comments, key=lambda comment: place[comment.pk])
        return paginator, page, page.object_list, has_others

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        if self.is_export:
            return super().get_context_data(*args, **kwargs)
        # Also when only the results are asked for, a click in them must come back to the whole list.
        query = self.request.GET.copy()
        query.pop("_w_filter_fragment", None)
        address = f"{self.index_url}?{query.urlencode()}" if query else self.index_url
        context = super().get_context_data(*args, **kwargs)
        chosen = self.request.GET.get("status", "")
        return {
            **context,
            "items": queue_items(context["object_list"]),
            "ready_answers": list(ReadyAnswer.objects.all()),
            "next": address,
            # What is judged leaves a list of what waits, and stays in any other.
            "mode": "waiting" if chosen in (ATTENTION, Status.PENDING) else "list",
            "views": self._views(chosen),
            "tools": tools_for(self.request.user),
        }

    def _views(self, chosen: str) -> list[dict[str, Any]]:
        """Return the ways to look at the list that are one click away."""
        choices = [("", "Alle reacties"), (ATTENTION, "Wat aandacht vraagt"), *Status.choices[1:]]
        return [
            {
                "label": capfirst(label),
                "url": f"{self.index_url}?status={value}" if value else self.index_url,
                "is_current": value == chosen,
            }
            for value, label in choices
        ]


class CommentViewSet(ModelViewSet):
    model = Comment
    name = moderation.NAMESPACE
    url_prefix = "reacties"
    icon = "comment"
    menu_label = "Reacties"
    menu_order = 150
    menu_item_class = WaitingMenuItem
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 20
    search_fields = ["author_name", "author_email", "text", "page_title"]
    search_backend_name = None
    filterset_class = CommentFilters
    index_view_class = CommentIndexView
    export_filename = "reacties"
    list_export = [
        *("pk", "created_at", "get_status_display", "page_title", "page_url", "parent_id"),
        *("author_name", "author_email", "author_url", "text", "staff_label"),
        *("danger", "report_count", "spam_score", "spam_reasons", "decided_at"),
    ]
    export_headings = {
        "pk": "Nummer",
        "get_status_display": "Status",
        "parent_id": "Antwoord op nummer",
    }
    index_template_name = CommentIndexView.template_name
    index_results_template_name = CommentIndexView.results_template_name

    @property
    def permission_policy(self) -> ModerationPolicy:
        return ModerationPolicy(self.model)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", reaction.show, name="show"),
            path("<int:pk>/bewerken/", reaction.edit, name="edit"),
            path("oordeel/", moderation.decide, name="decide"),
            path("terug/", moderation.take_back, name="take_back"),
        ]
