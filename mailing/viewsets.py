"""The outbox in the admin: what waits, what was sent, what failed and why."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.urls import path, reverse
from post_office.models import STATUS
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from mailing import views
from mailing.models import OutboxMail
from mailing.permissions import ReadOnlyPermissionPolicy, may_read_body, may_retry


class OutboxFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label="Stand", choices=list(OutboxMail.STATUS_LABELS.items()), widget=CheckboxSelectMultiple
    )
    created = django_filters.DateFromToRangeFilter(label="Gemaakt", widget=DateRangePickerWidget)

    class Meta:
        model = OutboxMail
        fields: list[str] = []


class OutboxIndexView(generic.IndexView):
    page_title = "Post"
    page_subtitle = ""

    def get_base_queryset(self) -> QuerySet[OutboxMail]:
        return OutboxMail.objects.with_last_error().defer("message", "html_message")


class OutboxInspectView(generic.InspectView):
    page_title = "Mail"
    template_name = "mailing/admin/inspect.html"

    def get_object(self, queryset: Any = None) -> OutboxMail:
        self.queryset = OutboxMail.objects.with_last_error().select_related("delivery")
        return generic.models.get_object_or_404(self.queryset, pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["attempts"] = self.object.logs.order_by("-date")
        context["failed_status"] = STATUS.failed
        context["may_read_body"] = may_read_body(self.request.user, self.object)
        context["may_retry"] = self.object.is_failed and may_retry(self.request.user)
        return context


def inspect_url(mail: OutboxMail) -> str:
    return reverse("outbox:inspect", args=[mail.pk])


class OutboxViewSet(ModelViewSet):
    model = OutboxMail
    name = "outbox"
    url_prefix = "post"
    icon = "mail"
    menu_label = "Post"
    menu_name = "outbox"
    menu_order = 240
    add_to_admin_menu = True
    add_to_reference_index = False
    exclude_form_fields: list[str] = []
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["subject"]
    index_view_class = OutboxIndexView
    inspect_view_class = OutboxInspectView
    inspect_template_name = "mailing/admin/inspect.html"
    filterset_class = OutboxFilterSet
    search_fields = ["subject", "to"]
    search_backend_name = None
    ordering = "-created"
    list_per_page = 50
    list_display = [
        TitleColumn("subject", label="Onderwerp", sort_key="subject", get_url=inspect_url),
        Column("recipients", label="Aan"),
        Column("status_label", label="Stand", sort_key="status"),
        DateColumn("created", label="Gemaakt", sort_key="created"),
        Column("last_error", label="Laatste fout"),
    ]

    @property
    def permission_policy(self) -> ReadOnlyPermissionPolicy:
        return ReadOnlyPermissionPolicy(self.model)

    def get_urlpatterns(self) -> list[Any]:
        """Only reading; the addresses for adding, changing and deleting do not exist."""
        kept = [url for url in super().get_urlpatterns() if url.name in ("index", "index_results", "inspect")]
        return [
            *kept,
            path("inspect/<int:pk>/voorbeeld/", views.preview, name="preview"),
            path("inspect/<int:pk>/opnieuw/", views.retry, name="retry"),
        ]
