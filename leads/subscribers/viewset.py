"""The addresses of all screens about people."""

from typing import Any

from django.urls import path
from wagtail.admin.viewsets.model import ModelViewSet

from leads.menu import MENU_HOOK
from leads.models import Subscriber
from leads.subscribers import importing, person
from leads.subscribers.listing import COLUMNS, SubscriberFilters, SubscriberIndexView
from mailing.permissions import ReadOnlyPermissionPolicy


class SubscriberViewSet(ModelViewSet):
    model = Subscriber
    name = "subscribers"
    url_prefix = "inschrijvers"
    icon = "group"
    menu_label = "Inschrijvers"
    menu_hook = MENU_HOOK
    menu_order = 20
    add_to_reference_index = False
    exclude_form_fields: list[str] = []
    copy_view_enabled = False
    index_view_class = SubscriberIndexView
    index_template_name = SubscriberIndexView.template_name
    index_results_template_name = SubscriberIndexView.results_template_name
    filterset_class = SubscriberFilters
    search_fields = ["email", "first_name"]
    search_backend_name = None
    ordering = "-created_at"
    list_per_page = 50
    list_display = COLUMNS
    export_filename = "inschrijvers"
    list_export = [
        *("email", "first_name", "created_at", "confirmed_at", "newsletter", "unsubscribed_at"),
        *("labels", "gifts", "last_asked", "is_blocked", "import_source"),
    ]
    export_headings = {
        "newsletter": "Krijgt nu de nieuwsbrief",
        "labels": "Labels",
        "gifts": "Aantal weggevers",
        "last_asked": "Laatst gevraagd",
        "is_blocked": "Geblokkeerd",
    }

    @property
    def permission_policy(self) -> ReadOnlyPermissionPolicy:
        return ReadOnlyPermissionPolicy(self.model)

    def get_urlpatterns(self) -> list[Any]:
        """Nobody is added or changed through Wagtail's own forms."""
        one = "<int:pk>/"
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("overnemen/", importing.upload, name="import"),
            path("overnemen/doen/", importing.take_over, name="take_over"),
            path(one, person.show, name="show"),
            path(f"{one}label/", person.add_label, name="add_label"),
            path(f"{one}label/<int:tag>/weg/", person.remove_label, name="remove_label"),
            path(f"{one}afmelden/", person.stop_newsletter, name="stop_newsletter"),
            path(f"{one}blokkeren/", person.block, name="block"),
            path(f"{one}deblokkeren/", person.unblock, name="unblock"),
        ]
