"""The admin's screens for gifts and sign-ups."""

from typing import Any

import django_filters
from django.db.models import ProtectedError, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page
from wagtail.snippets.views import snippets

from leads.models import LeadMagnet, SignUp
from mailing.permissions import ReadOnlyPermissionPolicy

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class LeadMagnetDeleteView(snippets.DeleteView):
    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request,
                f"Voor ‘{self.object}’ hebben mensen zich aangemeld, dus die kan niet weg. "
                "Zet ‘te krijgen’ uit om hem van de site te halen.",
            )
            return redirect(self.get_edit_url())

    def get_edit_url(self) -> str:
        return reverse(self.edit_url_name, args=[self.object.pk])


class LeadMagnetViewSet(snippets.SnippetViewSet):
    model = LeadMagnet
    delete_view_class = LeadMagnetDeleteView
    icon = "doc-full-inverse"
    menu_label = "Weggevers"
    menu_order = 220
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["name", "kind", BooleanColumn("is_active", label="Te krijgen", sort_key="is_active")]
    list_filter = ["kind", "is_active"]
    ordering = ["name"]


class SignUpFilterSet(WagtailFilterSet):
    magnet = django_filters.ModelChoiceFilter(label="Weggever", queryset=LeadMagnet.objects.all())
    page = django_filters.ModelChoiceFilter(
        label="Vanaf pagina",
        queryset=lambda request: Page.objects.filter(pk__in=SignUp.objects.values("page")).order_by("title"),
    )
    is_confirmed = django_filters.BooleanFilter(
        label="Bevestigd", field_name="confirmed_at", lookup_expr="isnull", exclude=True
    )
    newsletter = django_filters.BooleanFilter(
        label="Krijgt nu de nieuwsbrief", field_name="subscriber__newsletter"
    )
    requested_at = django_filters.DateFromToRangeFilter(label="Aangevraagd", widget=DateRangePickerWidget)

    class Meta:
        model = SignUp
        fields: list[str] = []


class SignUpIndexView(generic.IndexView):
    page_title = "Aanmeldingen"

    def get_base_queryset(self) -> QuerySet[SignUp]:
        return SignUp.objects.select_related("subscriber", "magnet", "page")

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Keep a spreadsheet from running what a visitor typed (https://owasp.org/www-community/attacks/CSV_Injection)."""
        value = super().preprocess_field_value(field, value, export_format)
        if isinstance(value, str) and value.startswith(FORMULA_STARTS):
            return f"'{value}"
        return value


class SignUpViewSet(ModelViewSet):
    model = SignUp
    name = "sign_ups"
    url_prefix = "aanmeldingen"
    icon = "user"
    menu_label = "Aanmeldingen"
    menu_name = "sign-ups"
    menu_order = 230
    add_to_admin_menu = True
    add_to_reference_index = False
    exclude_form_fields: list[str] = []
    copy_view_enabled = False
    index_view_class = SignUpIndexView
    filterset_class = SignUpFilterSet
    search_fields = ["subscriber__email", "subscriber__first_name"]
    search_backend_name = None
    ordering = "-requested_at"
    list_per_page = 50
    list_display = [
        Column("subscriber", label="E-mailadres", accessor="subscriber.email", sort_key="subscriber__email"),
        Column("magnet", label="Weggever", sort_key="magnet__name"),
        DateColumn("requested_at", label="Aangevraagd", sort_key="requested_at"),
        DateColumn("confirmed_at", label="Bevestigd", sort_key="confirmed_at"),
        DateColumn("downloaded_at", label="Gedownload", sort_key="downloaded_at"),
        # As it is now: whoever unsubscribed since is not to be mailed, whatever was ticked then.
        BooleanColumn(
            "newsletter",
            label="Nieuwsbrief",
            accessor="subscriber.newsletter",
            sort_key="subscriber__newsletter",
        ),
        Column("page", label="Vanaf pagina"),
    ]
    export_filename = "aanmeldingen"
    list_export = [
        "subscriber.email",
        "subscriber.first_name",
        "magnet.name",
        "requested_at",
        "confirmed_at",
        "downloaded_at",
        "subscriber.newsletter",
        "page_url",
        "placement",
    ]
    export_headings = {
        "subscriber.email": "E-mailadres",
        "subscriber.first_name": "Voornaam",
        "magnet.name": "Weggever",
        "requested_at": "Aangevraagd",
        "confirmed_at": "Bevestigd",
        "downloaded_at": "Gedownload",
        "subscriber.newsletter": "Krijgt nu de nieuwsbrief",
        "page_url": "Vanaf pagina",
        "placement": "Plek",
    }

    @property
    def permission_policy(self) -> ReadOnlyPermissionPolicy:
        return ReadOnlyPermissionPolicy(self.model)

    def get_urlpatterns(self) -> list[Any]:
        """Only reading; the addresses for adding, changing and deleting do not exist."""
        return [url for url in super().get_urlpatterns() if url.name in ("index", "index_results")]
