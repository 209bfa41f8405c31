"""The admin's screens for sign-ups."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from leads.exports import PeopleExport
from leads.menu import MENU_HOOK
from leads.models import LeadMagnet, SignUp
from leads.subscribers.listing import pages_with_sign_ups
from mailing.permissions import ReadOnlyPermissionPolicy


class SignUpFilterSet(WagtailFilterSet):
    magnet = django_filters.ModelChoiceFilter(label="Weggever", queryset=LeadMagnet.objects.all())
    page = django_filters.ModelChoiceFilter(label="Vanaf pagina", queryset=pages_with_sign_ups)
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


class SignUpIndexView(PeopleExport, generic.IndexView):
    page_title = "Aanmeldingen"

    def get_base_queryset(self) -> QuerySet[SignUp]:
        return SignUp.objects.select_related("subscriber", "magnet", "page")


class SignUpViewSet(ModelViewSet):
    model = SignUp
    name = "sign_ups"
    url_prefix = "aanmeldingen"
    icon = "user"
    menu_label = "Aanmeldingen"
    menu_hook = MENU_HOOK
    menu_order = 30
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
        DateColumn("requested_at", label="Aangevraagd", sort_key="requested_at", classname="column-extra"),
        DateColumn("confirmed_at", label="Bevestigd", sort_key="confirmed_at"),
        DateColumn("downloaded_at", label="Gedownload", sort_key="downloaded_at", classname="column-extra"),
        # As it is now: whoever unsubscribed since is not to be mailed, whatever was ticked then.
        BooleanColumn(
            "newsletter",
            label="Nieuwsbrief",
            accessor="subscriber.newsletter",
            sort_key="subscriber__newsletter",
            classname="column-extra",
        ),
        Column("page", label="Vanaf pagina", classname="column-extra"),
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
