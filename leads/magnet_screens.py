"""The admin's screens for gifts ("weggevers"): the list, the form with its preview, deleting."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Max, Prefetch, ProtectedError, Q, QuerySet
from django.forms import Media
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, NumberColumn
from wagtail.images import get_image_model
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views import snippets

from leads import placed
from leads.magnet_form import LeadMagnetForm
from leads.magnet_panels import edit_handler
from leads.menu import MENU_HOOK
from leads.models import LeadMagnet
from leads.services.stored_files import remove_unused

LATELY = timedelta(days=30)
COVER = "max-96x128"


class CoverColumn(Column):
    cell_template_name = "leads/admin/magnet_cover.html"

    def get_value(self, instance: LeadMagnet) -> Any:
        return instance.cover


class PlacesColumn(Column):
    def get_value(self, instance: LeadMagnet) -> str:
        return getattr(instance, "placed", "") or "Nergens"


class LeadMagnetIndexView(snippets.IndexView):
    @cached_property
    def columns(self) -> list[Column]:
        """Put the cover before the name; Wagtail makes the first of list_display the link."""
        ticks, *others = super().columns
        return [ticks, CoverColumn("cover", label="Kaft", width="5rem"), *others]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        shown = list(context["object_list"])
        found = placed.summaries(shown)
        for magnet in shown:
            magnet.placed = found.get(magnet.pk, "")
        context["media"] += Media(css={"all": ["css/admin-gifts.css"]})
        return context


class SavesFiles:
    """A form with files, which may come with a bar of how far the upload is (static/js/admin-gifts.js).

    Such a request is answered in JSON: where to go, or what is wrong, so that the chosen file stays chosen.
    """

    request: HttpRequest

    @property
    def is_upload(self) -> bool:
        return self.request.headers.get("X-Requested-With") == "XMLHttpRequest"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        # Wagtail's header hides it in an h1, but on these forms hands it none.
        return {**context, "title": context["header_title"]}

    def form_valid(self, form: LeadMagnetForm) -> HttpResponse:
        try:
            response = super().form_valid(form)  # type: ignore[misc]
        except BaseException:
            # What was written for a transaction that came to nothing; what was there before is still named.
            remove_unused(form.stored_files())
            raise
        if self.is_upload and isinstance(response, HttpResponseRedirect):
            return JsonResponse({"url": response.url})
        return response

    def form_invalid(self, form: LeadMagnetForm) -> HttpResponse:
        if self.is_upload:
            return JsonResponse({"errors": form.messages()}, status=422)
        return super().form_invalid(form)  # type: ignore[misc]


class LeadMagnetCreateView(SavesFiles, snippets.CreateView):
    page_title = "Nieuwe weggever"


class LeadMagnetEditView(SavesFiles, snippets.EditView):
    pass


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


class DeleteMagnets(DeleteBulkAction):
    """Delete the ticked gifts, all or none: one that people asked for stays, as what they agreed to."""

    models = [LeadMagnet]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError:
            asked_for = LeadMagnet.objects.filter(pk__in=[gift.pk for gift in self.actionable_objects])
            names = asked_for.filter(sign_ups__isnull=False).distinct().values_list("name", flat=True)
            named = ", ".join(f"‘{name}’" for name in names)
            messages.error(
                self.request,
                f"Er is niets verwijderd. Voor {named} hebben mensen zich aangemeld, en dat blijft bewaard. "
                "Zet ‘te krijgen’ uit om een weggever van de site te halen.",
            )
            return redirect(self.next_url)


class LeadMagnetViewSet(snippets.SnippetViewSet):
    model = LeadMagnet
    edit_handler = edit_handler
    index_view_class = LeadMagnetIndexView
    add_view_class = LeadMagnetCreateView
    edit_view_class = LeadMagnetEditView
    delete_view_class = LeadMagnetDeleteView
    icon = "doc-full-inverse"
    menu_label = "Alle weggevers"
    menu_hook = MENU_HOOK
    menu_order = 10
    copy_view_enabled = False
    list_display = [
        "name",
        Column("kind", label="Soort", accessor="get_kind_display", sort_key="kind", classname="column-extra"),
        BooleanColumn("is_active", label="Te krijgen", sort_key="is_active"),
        PlacesColumn("placed", label="Waar hij staat", classname="column-extra"),
        NumberColumn("confirmed_lately", label="Bevestigd (30 dagen)", sort_key="confirmed_lately"),
        DateColumn(
            "last_confirmed", label="Laatst bevestigd", sort_key="last_confirmed", classname="column-extra"
        ),
    ]
    list_filter = ["kind", "is_active"]
    ordering = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[LeadMagnet]:
        covers = get_image_model().objects.prefetch_renditions(COVER)
        lately = Q(sign_ups__confirmed_at__gte=timezone.now() - LATELY)
        return LeadMagnet.objects.prefetch_related(Prefetch("cover", covers)).annotate(
            confirmed_lately=Count("sign_ups", filter=lately), last_confirmed=Max("sign_ups__confirmed_at")
        )
