"""One person: what is known, what happened, and what the coach can do about it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

from audit.trail import note_look
from leads import people
from leads.history import history
from leads.models import Subscriber, SubscriberTag
from mailing.models import Suppression

INDEX = "subscribers:index"
View = Callable[..., HttpResponse]


def action(permission: str) -> Callable[[Callable[..., None]], View]:
    """A button on someone's page: does its work on the subscriber, and comes back to the page."""

    def decorate(view: Callable[..., None]) -> View:
        @require_POST
        @permission_required(permission)
        @wraps(view)
        def act(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
            subscriber = get_object_or_404(Subscriber, pk=pk)
            view(request, subscriber, **kwargs)
            return redirect("subscribers:show", pk)

        return act

    return decorate


@never_cache
@require_safe
@permission_required("leads.view_subscriber")
def show(request: HttpRequest, pk: int) -> HttpResponse:
    subscriber = get_object_or_404(Subscriber.objects.prefetch_related("tags"), pk=pk)
    note_look(request.user, "leads.look", subscriber)
    context = {
        "subscriber": subscriber,
        "moments": history(subscriber),
        "suppression": Suppression.objects.filter(address_hash=subscriber.address_hash).first(),
        "all_labels": SubscriberTag.objects.all(),
        **_header(subscriber.email, _crumb(subscriber.email)),
    }
    return render(request, "leads/admin/subscriber_show.html", context)


@action("leads.change_subscriber")
def add_label(request: HttpRequest, subscriber: Subscriber) -> None:
    try:
        people.add_label([subscriber], request.POST.get("label", ""), request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])


@action("leads.change_subscriber")
def remove_label(request: HttpRequest, subscriber: Subscriber, tag: int) -> None:
    label = subscriber.tags.filter(pk=tag).first()
    if label:
        people.remove_label(subscriber, label, request.user)


@action("leads.change_subscriber")
def stop_newsletter(request: HttpRequest, subscriber: Subscriber) -> None:
    people.stop_newsletter(subscriber, request.user)
    messages.success(request, "Deze inschrijver krijgt geen nieuwsbrief meer.")


@action("mailing.add_suppression")
def block(request: HttpRequest, subscriber: Subscriber) -> None:
    people.block([subscriber], request.user)
    undo = messages.button(reverse("subscribers:show", args=[subscriber.pk]) + "#mail", "Toch niet?")
    messages.success(request, "Deze inschrijver krijgt helemaal geen mail meer.", buttons=[undo])


@action("mailing.delete_suppression")
def unblock(request: HttpRequest, subscriber: Subscriber) -> None:
    """Lift what the coach put up; of a block with another reason one reads first what lifting it means."""
    blocks = Suppression.objects.filter(address_hash=subscriber.address_hash, scope=Suppression.Scope.ALL)
    suppression = blocks.first()
    if suppression and suppression.reason == Suppression.Reason.STAFF:
        people.unblock(suppression, request.user)
        messages.success(request, "De blokkade is opgeheven.")
    elif suppression:
        read = messages.button(reverse("suppressions:lift", args=[suppression.pk]), "Lees en beslis")
        why = f"Dit adres staat op de lijst om een andere reden: {suppression.get_reason_display()}."
        messages.warning(request, why, buttons=[read])


def _crumb(label: str) -> dict[str, str]:
    return {"url": "", "label": label}


def _header(title: str, *crumbs: dict[str, str]) -> dict[str, Any]:
    return {
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": reverse(INDEX), "label": "Inschrijvers"},
            *crumbs,
        ],
    }
