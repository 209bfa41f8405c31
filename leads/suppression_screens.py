"""The list "Geblokkeerde adressen": which addresses get no mail, why, and how to undo that.

Only keyed hashes are kept, so one can ask whether an address is on the list, and not read it from there;
unless it belongs to someone who is still a subscriber.
"""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from guard import email as addresses
from leads import people
from leads.menu import MENU_HOOK
from leads.models import Subscriber
from mailing.addresses import address_hash, normalise
from mailing.models import Suppression
from mailing.permissions import ReadOnlyPermissionPolicy

ONLY_WHEN_ASKED = "Hef dit alleen op als die zelf zegt weer mail te willen."
WARNINGS = {
    Suppression.Reason.ERASED: f"Deze persoon heeft gevraagd om gewist te worden. {ONLY_WHEN_ASKED}",
    Suppression.Reason.COMPLAINED: "Deze persoon heeft een mail van je als ongewenst gemeld. Nog een mail "
    f"kan maken dat ook je andere lezers je post niet meer krijgen. {ONLY_WHEN_ASKED}",
    Suppression.Reason.UNSUBSCRIBED: "Deze persoon heeft zich zelf afgemeld, en kan zich ook gewoon zelf "
    f"weer aanmelden. {ONLY_WHEN_ASKED}",
    Suppression.Reason.BOUNCED: "De mailserver van dit adres zei dat het niet bestaat. Is het adres goed "
    "gespeld?",
}


class AddressForm(forms.Form):
    email = forms.CharField(
        label="E-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_email(self) -> str:
        return normalise(addresses.check(self.cleaned_data["email"]))


class SuppressionFilters(WagtailFilterSet):
    scope = django_filters.ChoiceFilter(label="Wat niet", choices=Suppression.Scope.choices)
    reason = django_filters.ChoiceFilter(label="Waarom", choices=Suppression.Reason.choices)
    created_at = django_filters.DateFromToRangeFilter(label="Sinds", widget=DateRangePickerWidget)

    class Meta:
        model = Suppression
        fields: list[str] = []


class SuppressionIndexView(generic.IndexView):
    page_title = "Geblokkeerde adressen"
    template_name = "leads/admin/suppression_index.html"
    results_template_name = "leads/admin/suppression_results.html"

    def get_base_queryset(self) -> QuerySet[Suppression]:
        return Suppression.objects.all()

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering or "-created_at", "-pk")

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """Name those whom we know by their address."""
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = list(rows)
        hashes = [row.address_hash for row in page.object_list]
        known = Subscriber.objects.filter(address_hash__in=hashes).values_list("address_hash", "email")
        emails = dict(known)
        for row in page.object_list:
            row.address = emails.get(row.address_hash, "Niet meer bekend")
        return paginator, page, page.object_list, has_others

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(*args, **kwargs), "form": AddressForm()}


def lift_url(suppression: Suppression) -> str:
    return reverse("suppressions:lift", args=[suppression.pk])


class SuppressionViewSet(ModelViewSet):
    model = Suppression
    name = "suppressions"
    url_prefix = "geblokkeerde-adressen"
    icon = "cross"
    menu_label = "Geblokkeerde adressen"
    menu_hook = MENU_HOOK
    menu_order = 50
    add_to_reference_index = False
    exclude_form_fields: list[str] = []
    copy_view_enabled = False
    index_view_class = SuppressionIndexView
    index_template_name = SuppressionIndexView.template_name
    index_results_template_name = SuppressionIndexView.results_template_name
    filterset_class = SuppressionFilters
    ordering = "-created_at"
    list_per_page = 50
    list_export: list[str] = []
    list_display = [
        TitleColumn("address", label="E-mailadres", get_url=lift_url),
        Column("scope", label="Krijgt niet", accessor="get_scope_display"),
        Column("reason", label="Waarom", accessor="get_reason_display"),
        DateColumn("created_at", label="Sinds", sort_key="created_at", classname="column-extra"),
    ]

    @property
    def permission_policy(self) -> ReadOnlyPermissionPolicy:
        return ReadOnlyPermissionPolicy(self.model)

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("opzoeken/", look_up, name="look_up"),
            path("blokkeren/", block, name="block"),
            path("<int:pk>/", lift, name="lift"),
        ]


@never_cache
@require_POST
@permission_required("mailing.view_suppression")
def look_up(request: HttpRequest) -> HttpResponse:
    """Say whether an address is on the list. A POST, so that the address stays out of logs and history."""
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _answer(request, {"form": form}, status=422)
    email = form.cleaned_data["email"]
    suppression = Suppression.objects.filter(address_hash=address_hash(email)).first()
    return _answer(request, {"form": form, "email": email, "suppression": suppression})


@require_POST
@permission_required("mailing.add_suppression")
def block(request: HttpRequest) -> HttpResponse:
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _answer(request, {"form": form}, status=422)
    email = form.cleaned_data["email"]
    if people.block_address(email, request.user):
        messages.success(request, f"{email} krijgt helemaal geen mail meer.")
    else:
        messages.warning(request, f"{email} was al geblokkeerd.")
    return redirect("suppressions:index")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("mailing.view_suppression")
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """GET says what lifting a block would mean; POST does it."""
    suppression = get_object_or_404(Suppression, pk=pk)
    if request.method == "POST":
        return _lift(request, suppression)
    context = {
        "suppression": suppression,
        "subscriber": Subscriber.objects.filter(address_hash=suppression.address_hash).first(),
        "warning": WARNINGS.get(Suppression.Reason(suppression.reason), ""),
        **_header("Blokkade"),
    }
    return render(request, "leads/admin/suppression_lift.html", context)


@permission_required("mailing.delete_suppression")
def _lift(request: HttpRequest, suppression: Suppression) -> HttpResponse:
    if people.unblock(suppression, request.user):
        messages.success(
            request,
            "Dit adres krijgt weer mail waar het zelf om vraagt. De nieuwsbrief blijft uit, tot die zelf "
            "weer wordt aangevraagd.",
        )
    else:
        messages.success(request, "Dit adres staat niet meer op de lijst.")
    return redirect("suppressions:index")


def _answer(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {**context, **_header("Adres opzoeken")}
    return render(request, "leads/admin/suppression_answer.html", context, status=status)


def _header(title: str) -> dict[str, Any]:
    return {
        "header_title": title,
        "header_icon": "cross",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": reverse("suppressions:index"), "label": "Geblokkeerde adressen"},
            {"url": "", "label": title},
        ],
    }
