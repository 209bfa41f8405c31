"""Where one is logged in, and the log of log-ins."""

import uuid

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts import events, factors, open_sessions, resetting
from accounts.forms import PasswordAgainForm
from accounts.models import AccountEvent
from accounts.views.person import Person, for_insider, screen

A_PAGE = 50


@for_insider
def devices(request: HttpRequest, person: Person) -> HttpResponseBase:
    context = screen(
        person,
        "Ingelogde apparaten",
        sessions=open_sessions.of(person.user),
        this=open_sessions.key_of(request),
        page=_page(request, AccountEvent.objects.filter(user=person.user)),
    )
    return TemplateResponse(request, "accounts/devices.html", context)


@require_POST
@for_insider
def end(request: HttpRequest, person: Person, pk: uuid.UUID) -> HttpResponseBase:
    session = open_sessions.of(person.user).filter(pk=pk).first()
    if session and str(session.pk) != open_sessions.key_of(request):
        with transaction.atomic():
            session.delete()
            events.record(events.What.ENDED, person.user, request)
        messages.success(request, f"{session.device} is uitgelogd.")
    return redirect("accounts:devices")


@require_POST
@for_insider
def end_others(request: HttpRequest, person: Person) -> HttpResponseBase:
    with transaction.atomic():
        if open_sessions.end_others(request, person.user):
            events.record(events.What.ENDED, person.user, request)
    messages.success(request, "Alle andere apparaten zijn uitgelogd.")
    return redirect("accounts:devices")


@for_insider
def everybody(request: HttpRequest, person: Person) -> HttpResponseBase:
    """The log of all accounts, for administrators."""
    if not person.user.is_superuser:
        raise PermissionDenied
    rows = AccountEvent.objects.select_related("user", "by")
    context = screen(person, "Inlogboek", page=_page(request, rows), is_of_all=True)
    context["breadcrumbs_items"] = [{"url": "", "label": "Inlogboek"}]
    return TemplateResponse(request, "accounts/log.html", context)


@for_insider
def reset(request: HttpRequest, person: Person, pk: int) -> HttpResponseBase:
    """An administrator takes away the second factor of somebody who lost it."""
    if not person.user.is_superuser:
        raise PermissionDenied
    other = get_object_or_404(get_user_model(), pk=pk)
    form = PasswordAgainForm(request, person.user, request.POST if request.method == "POST" else None)
    if other == person.user:
        messages.info(request, "Je eigen tweede stap haal je hier weg.")
        return redirect("accounts:security")
    if request.method == "POST" and form.is_valid():
        resetting.reset(other, request, person.user)
        messages.success(request, f"De tweede stap van {other.get_username()} is gewist.")
        return redirect("wagtailusers_users:edit", other.pk)
    name = other.get_full_name() or other.get_username()
    intro = (
        f"{name} wordt overal uitgelogd, en logt daarna in met alleen het wachtwoord, om een nieuwe stap "
        f"in te stellen. Weet je zeker dat dit verzoek van {name} zelf komt? Bel even."
    )
    if not factors.has_factor(other):
        intro = f"{name} heeft geen tweede stap. Wel worden alle apparaten uitgelogd."
    context = screen(person, "Tweede stap wissen", form=form, intro=intro, action="Wis de tweede stap")
    context["back"] = reverse("wagtailusers_users:index")
    context["breadcrumbs_items"] = [
        {"url": reverse("wagtailusers_users:index"), "label": "Gebruikers"},
        {"url": reverse("wagtailusers_users:edit", args=[other.pk]), "label": other.get_username()},
        {"url": "", "label": "Tweede stap wissen"},
    ]
    return TemplateResponse(request, "accounts/confirm.html", context, status=422 if form.errors else 200)


def _page(request: HttpRequest, rows):
    return Paginator(rows, A_PAGE).get_page(request.GET.get("pagina"))
