"""The list "Inschrijvers": everyone, found by address, gift, page, consent or label."""

from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import (
    BooleanColumn,
    BulkActionsCheckboxColumn,
    Column,
    DateColumn,
    TitleColumn,
)
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from leads.exports import PeopleExport
from leads.models import LeadMagnet, SignUp, Subscriber, SubscriberTag
from mailing.addresses import normalise
from mailing.models import Suppression


def pages_with_sign_ups(request: Any) -> QuerySet[Page]:
    """Pages that someone signed up from; asked page by page, of which there are fewer than sign-ups."""
    return Page.objects.filter(Exists(SignUp.objects.filter(page=OuterRef("pk")))).order_by("title")


class SubscriberFilters(WagtailFilterSet):
    magnet = django_filters.ModelChoiceFilter(
        label="Weggever", queryset=LeadMagnet.objects.order_by("name"), method="of_magnet"
    )
    page = django_filters.ModelChoiceFilter(
        label="Aangemeld vanaf", queryset=pages_with_sign_ups, method="of_page"
    )
    confirmed = django_filters.BooleanFilter(
        label="Adres bevestigd", field_name="confirmed_at", lookup_expr="isnull", exclude=True
    )
    newsletter = django_filters.BooleanFilter(label="Krijgt nu de nieuwsbrief")
    label = django_filters.ModelChoiceFilter(
        label="Label", field_name="tags", queryset=SubscriberTag.objects.all()
    )
    blocked = django_filters.BooleanFilter(label="Geblokkeerd", method="of_block")
    created_at = django_filters.DateFromToRangeFilter(label="Eerste keer", widget=DateRangePickerWidget)

    class Meta:
        model = Subscriber
        fields: list[str] = []

    def of_magnet(self, queryset: Any, name: str, value: LeadMagnet) -> Any:
        return queryset.filter(pk__in=SignUp.objects.filter(magnet=value).values("subscriber"))

    def of_page(self, queryset: Any, name: str, value: Page) -> Any:
        return queryset.filter(pk__in=SignUp.objects.filter(page=value).values("subscriber"))

    def of_block(self, queryset: Any, name: str, value: bool) -> Any:
        return queryset.blocked(value)


def complete(subscribers: list[Subscriber]) -> None:
    """Give each of `subscribers` what the list says of it, in three queries together.

    `labels`: names; `gifts`: how many different ones were asked for; `last_asked`; `is_blocked`.
    """
    asked = SignUp.objects.filter(subscriber__in=[one.pk for one in subscribers]).order_by()
    grouped = asked.values_list("subscriber").annotate(Count("magnet", distinct=True), Max("requested_at"))
    gifts = {pk: (count, last) for pk, count, last in grouped}
    blocked = set(
        Suppression.objects.filter(
            address_hash__in=[one.address_hash for one in subscribers], scope=Suppression.Scope.ALL
        ).values_list("address_hash", flat=True)
    )
    prefetch_related_objects(subscribers, "tags")
    for one in subscribers:
        row: Any = one
        row.labels = ", ".join(tag.name for tag in one.tags.all())
        row.gifts, row.last_asked = gifts.get(one.pk, (0, None))
        row.is_blocked = one.address_hash in blocked


class SubscriberIndexView(PeopleExport, generic.IndexView):
    page_title = "Inschrijvers"
    template_name = "leads/admin/subscriber_index.html"
    results_template_name = "leads/admin/subscriber_results.html"

    def get_base_queryset(self) -> QuerySet[Subscriber]:
        return Subscriber.objects.all()

    def search_queryset(self, queryset: Any) -> Any:
        """Find people in whose address or name each word stands."""
        for word in self.search_query.split():
            # An address is kept with its domain in ASCII, however one types it.
            wanted = normalise(word) if "@" in word else word
            fields = (Q(**{f"{field}__icontains": wanted}) for field in self.search_fields)
            queryset = queryset.filter(reduce(or_, fields))
        return queryset

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering or "-created_at", "-pk")

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = list(rows)
        complete(page.object_list)
        return paginator, page, page.object_list, has_others

    def complete(self, rows: list[Subscriber]) -> None:
        complete(rows)

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = super().header_more_buttons
        if self.request.user.has_perm("leads.import_subscriber"):
            label, url = "Overnemen uit een ander programma", reverse("subscribers:import")
            buttons.append(Button(label, url=url, icon_name="upload", priority=110))
        return buttons


def show_url(subscriber: Subscriber) -> str:
    return reverse("subscribers:show", args=[subscriber.pk])


def title_id(subscriber: Subscriber) -> str:
    return f"subscriber_{subscriber.pk}_title"


COLUMNS = [
    BulkActionsCheckboxColumn("bulk_actions", obj_type="subscriber"),
    TitleColumn(
        "email", label="E-mailadres", sort_key="email", get_url=show_url, get_title_id=title_id, width="30%"
    ),
    Column("first_name", label="Voornaam", classname="column-extra"),
    DateColumn("created_at", label="Eerste keer", sort_key="created_at", classname="column-extra"),
    DateColumn("confirmed_at", label="Bevestigd", sort_key="confirmed_at", classname="column-extra"),
    BooleanColumn("newsletter", label="Nieuwsbrief", sort_key="newsletter"),
    Column("labels", label="Labels", classname="column-extra"),
    Column("gifts", label="Weggevers", classname="column-extra"),
    DateColumn("last_asked", label="Laatst gevraagd", classname="column-extra"),
]
