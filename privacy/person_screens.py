"""The coach's screens about one person's data: looking somebody up, seeing all, taking it along, erasing it.

A person stands in addresses under the keyed hash of theirs: browsers and servers remember what was visited.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

import accounts.privacy
from audit.trail import note, note_look
from mailing.models import Suppression
from privacy import people
from privacy.as_json import as_json
from privacy.erasures import erase as erase_data
from privacy.forms import EraseForm, NamesForm
from privacy.models import Erasure

VIEW, EXPORT, ERASE = "privacy.view_person", "privacy.export_person", "privacy.erase_person"
INDEX, SHOW = "personal_data:index", "personal_data:show"
NOTHING = "Van deze persoon is hier niets (meer) bekend."
NOT_WRITTEN = (
    "Er is niets gewist: het journaal van wissingen kon niet worden bijgewerkt. "
    "Vraag wie de site beheert om te kijken."
)
View = Callable[..., HttpResponse]


def of_person(permission: str) -> Callable[[View], View]:
    """Let a view take an address in the place of its hash, for who may; one that is gone leads back."""

    def decorate(view: View) -> View:
        @never_cache
        @permission_required(permission)
        @wraps(view)
        def found(request: HttpRequest, address_hash: str) -> HttpResponse:
            email = people.address_of(address_hash)
            if email is None:
                messages.warning(request, NOTHING)
                return redirect(INDEX)
            return view(request, email, address_hash)

        return found

    return decorate


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(VIEW)
def index(request: HttpRequest) -> HttpResponse:
    """Look somebody up: by POST, so that what was typed stands in no log. Of one found, show all at once."""
    words = request.POST.get("zoek", "").strip()[:254]
    found = people.find(words)
    if words:
        note_look(request.user, "privacy.search", Erasure, count=len(found))
    if len(found) == 1:
        return redirect(SHOW, found[0].address_hash)
    context = {
        "words": words,
        "found": found,
        "most": people.MOST_FOUND,
        "erasures": Erasure.objects.count(),
        **header("Persoonsgegevens"),
    }
    return render(request, "privacy/admin/index.html", context)


@require_safe
@of_person(VIEW)
def show(request: HttpRequest, email: str, address_hash: str) -> HttpResponse:
    note_look(request.user, "privacy.look", Erasure, person=address_hash[:12])
    return _show(request, email, address_hash, NamesForm(names=people.names(email)))


@require_POST
@of_person(EXPORT)
def export(request: HttpRequest, email: str, address_hash: str) -> HttpResponse:
    note(request.user, "privacy.export", Erasure, person=address_hash[:12], format="json")
    return HttpResponse(
        as_json(people.document(email)),
        "application/json",
        headers={"Content-Disposition": f'attachment; filename="gegevens-{address_hash[:12]}.json"'},
    )


@require_POST
@of_person(ERASE)
def correct(request: HttpRequest, email: str, address_hash: str) -> HttpResponse:
    form = NamesForm(request.POST, names=people.names(email))
    if not form.is_valid():
        return _show(request, email, address_hash, form, status=422)
    people.correct(email, **form.corrections)
    note(request.user, "privacy.correct", Erasure, person=address_hash[:12])
    messages.success(request, "De naam is aangepast.")
    return redirect(SHOW, address_hash)


@require_POST
@of_person(ERASE)
def erase(request: HttpRequest, email: str, address_hash: str) -> HttpResponse:
    form = EraseForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies eerst wat weg moet.")
        return redirect(SHOW, address_hash)
    what = Erasure.What(form.cleaned_data["what"])
    try:
        erasure = erase_data(email, what)
    except OSError:
        messages.error(request, NOT_WRITTEN)
        return redirect(SHOW, address_hash)
    note(request.user, "privacy.erase", erasure, person=address_hash[:12], label=str(what.label))
    if what != Erasure.What.ALL:
        messages.success(request, f"Gewist: {what.label}. Hieronder staat wat er nog is.")
        return redirect(SHOW, address_hash)
    context = {
        "has_consents": bool(people.known(email)),
        "log_days": accounts.privacy.log_days(email),
        "block": Suppression.objects.filter(address_hash=address_hash).first(),
        **header("Alles is gewist", ("Persoonsgegevens", reverse(INDEX))),
    }
    return render(request, "privacy/admin/erased.html", context)


def _show(
    request: HttpRequest, email: str, address_hash: str, form: NamesForm, status: int = 200
) -> HttpResponse:
    kinds = people.known(email)
    context = {
        "email": email,
        "address_hash": address_hash,
        "kinds": kinds,
        "names_form": form,
        "log_days": accounts.privacy.log_days(email),
        **header(email, ("Persoonsgegevens", reverse(INDEX))),
    }
    return render(request, "privacy/admin/show.html", context, status=status)


def header(title: str, *above: tuple[str, str]) -> dict[str, Any]:
    """Return what the admin's header shows: the title, and the way there as (label, address)."""
    way = [("Start", reverse("wagtailadmin_home")), *above, (title, "")]
    return {
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [{"label": label, "url": url} for label, url in way],
    }
