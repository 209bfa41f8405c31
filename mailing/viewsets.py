"""The outbox in the admin: what waits, what was sent, what failed and why."""

import re
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone
from post_office.models import STATUS, RecipientDeliveryStatus
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from audit.trail import note_look
from mailing import views
from mailing.answers import in_words
from mailing.kinds import KINDS
from mailing.models import OutboxMail
from mailing.permissions import ReadOnlyPermissionPolicy, may_read_body, may_retry
from mailing.retrying import retryable, why_not
from mailing.secrets_in_links import covered
from mailing.state import notices

OUTCOMES = {
    STATUS.sent: "Aangenomen door de mailserver",
    STATUS.failed: "Niet gelukt",
    RecipientDeliveryStatus.HARD_BOUNCED: "Teruggekomen",
    RecipientDeliveryStatus.SOFT_BOUNCED: "Nog niet bezorgd",
    RecipientDeliveryStatus.SPAM_COMPLAINT: "Klacht",
}
HASH = re.compile(r"[0-9a-f]{64}")


class OutboxFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label="Stand", choices=list(OutboxMail.STATUS_LABELS.items()), widget=CheckboxSelectMultiple
    )
    kind = django_filters.ChoiceFilter(
        label="Soort", choices=list(KINDS.items()), field_name="delivery__kind", empty_label="Alle"
    )
    created = django_filters.DateFromToRangeFilter(label="Gemaakt", widget=DateRangePickerWidget)

    class Meta:
        model = OutboxMail
        fields: list[str] = []


class OutboxIndexView(generic.IndexView):
    page_title = "Post"
    page_subtitle = ""

    template_name = "mailing/admin/index.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        note_look(request.user, "mailing.list", OutboxMail)
        return super().get(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[OutboxMail]:
        return OutboxMail.objects.all()

    def search_queryset(self, queryset: Any) -> Any:
        """Find an address, its hash (as logs and exports may name it), or words of the subject."""
        if HASH.fullmatch(self.search_query):
            return queryset.filter(delivery__address_hash=self.search_query)
        for word in self.search_query.split():
            queryset = queryset.filter(Q(to__icontains=word) | Q(subject__icontains=word))
        return queryset

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """Sort keys alone, then read the few mails that are shown: texts are long."""
        paginator, page, keys, has_others = super().paginate_queryset(queryset.values_list("pk"), page_size)
        place = {pk: number for number, (pk,) in enumerate(keys)}
        mails = OutboxMail.objects.filter(pk__in=place).with_last_error().select_related("delivery")
        page.object_list = sorted(
            mails.defer("message", "html_message", "context"), key=lambda mail: place[mail.pk]
        )
        return paginator, page, page.object_list, has_others

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(*args, **kwargs),
            "notices": notices(timezone.now()),
            **(self.to_retry() if may_retry(self.request.user) else {}),
        }

    def to_retry(self) -> dict[str, int]:
        failed, again = OutboxMail.objects.filter(status=STATUS.failed).count(), retryable().count()
        return {"retryable": again, "left_out": failed - again}


class OutboxInspectView(generic.InspectView):
    page_title = "Mail"
    template_name = "mailing/admin/inspect.html"

    def get_object(self, queryset: Any = None) -> OutboxMail:
        self.queryset = OutboxMail.objects.with_last_error().select_related("delivery")
        return generic.models.get_object_or_404(self.queryset, pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        note_look(self.request.user, "mailing.look", self.object)
        context["attempts"] = [
            {
                "date": log.date,
                "outcome": OUTCOMES.get(log.status, "Bericht van de mailprovider"),
                "words": in_words(log.message) if log.message else "",
                "said": log.message,
            }
            for log in self.object.logs.order_by("-pk")
        ]
        context["may_read_body"] = may_read_body(self.request.user, self.object)
        context["text"] = covered(self.object.message)
        context["has_secrets"] = context["text"] != self.object.message
        context["why_not"] = why_not(self.object) if self.object.is_failed else ""
        context["may_retry"] = (
            self.object.is_failed and not context["why_not"] and may_retry(self.request.user)
        )
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
        Column("kind_label", label="Soort", classname="column-extra"),
        Column("status_label", label="Stand", sort_key="status"),
        DateColumn("created", label="Gemaakt", sort_key="created", classname="column-extra"),
        Column("why", label="Waarom"),
    ]

    @property
    def permission_policy(self) -> ReadOnlyPermissionPolicy:
        return ReadOnlyPermissionPolicy(self.model)

    def get_urlpatterns(self) -> list[Any]:
        """Only reading; the addresses for adding, changing and deleting do not exist."""
        kept = [url for url in super().get_urlpatterns() if url.name in ("index", "index_results", "inspect")]
        return [
            *kept,
            path("opnieuw/", views.retry_all, name="retry_all"),
            path("inspect/<int:pk>/voorbeeld/", views.preview, name="preview"),
            path("inspect/<int:pk>/opnieuw/", views.retry, name="retry"),
        ]
