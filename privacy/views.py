"""What somebody may do with their own data: ask for a link by mail, and what stands behind it."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

import accounts.privacy
from guard.decorators import public_form
from guard.limits import LimitReached, hit
from guard.networks import network_hash
from leads.views.token_pages import readable_and_postable, token_page
from mailing.addresses import mailbox
from privacy import links, people
from privacy.as_json import as_json
from privacy.erasures import erase as erase_data
from privacy.forms import AskForm, EraseForm, NamesForm
from privacy.models import DataLink, Erasure

REFUSED = "We konden niet zien of dit van onze eigen pagina kwam. Verstuur het nog een keer."
TITLE = "Wat we van je weten"

log = logging.getLogger("privacy")


@readable_and_postable
@public_form
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for the link; the same answer, by the same work, for every address."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _ask_page(request, form)
    if request.guard_refused:  # type: ignore[attr-defined]
        form.use_token()
        form.refuse(REFUSED)
        return _ask_page(request, form, status=403)
    if not form.is_valid():
        return _ask_page(request, form, status=422)
    if not form.is_trapped:
        email = form.cleaned_data["email"]
        try:
            hit("privacy", network_hash(request), proven=form.has_proof, address=mailbox(email))
        except LimitReached as limit:
            form.ask_proof()
            form.ask_to_wait(limit.words("aanvragen", "Je adres staat er nog"))
            return limit.answer(_ask_page(request, form, status=429))
        links.ask(email)
    return _see_other("privacy:asked")


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    return _unlisted(render(request, "privacy/asked.html"))


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    return _unlisted(render(request, "privacy/erased.html"))


@readable_and_postable
@token_page
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """All that is kept; GET changes nothing, POST puts other names in the place of those."""
    link = links.find(token)
    if link is None:
        return _dead(request)
    names = people.names(link.email)
    form = NamesForm(request.POST if request.method == "POST" else None, names=names)
    if request.method == "POST" and form.fields:
        if form.is_valid():
            people.correct(link.email, **form.corrections)
            return _see_other("privacy:mine", token, "?gedaan=naam")
        return _mine(request, token, link, form, status=422)
    return _mine(request, token, link, form)


@require_safe
@token_page
def download(request: HttpRequest, token: str) -> HttpResponse:
    link = links.find(token)
    if link is None:
        return _dead(request)
    day = timezone.localdate().isoformat()
    return HttpResponse(
        as_json(people.document(link.email)),
        "application/json",
        headers={"Content-Disposition": f'attachment; filename="mijn-gegevens-{day}.json"'},
    )


@readable_and_postable
@token_page
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """GET says what goes, what stays and why; POST does it."""
    link = links.find(token)
    if link is None:
        return _dead(request)
    form = EraseForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return _see_other("privacy:mine", token, "#wissen")
    what = Erasure.What(form.cleaned_data["what"])
    context: dict[str, Any] = {
        "token": token,
        "what": what,
        "log_days": accounts.privacy.log_days(link.email),
    }
    if request.method != "POST":
        return render(request, "privacy/erase.html", context)
    try:
        erase_data(link.email, what)
    except OSError:
        log.exception("nothing was erased, because the journal can't be written")
        return render(request, "privacy/erase.html", context | {"failed": True}, status=503)
    if what == Erasure.What.ALL:
        return _see_other("privacy:erased")
    return _see_other("privacy:mine", token, f"?gedaan={what}")


def _mine(
    request: HttpRequest, token: str, link: DataLink, form: NamesForm, status: int = 200
) -> HttpResponse:
    done = request.GET.get("gedaan", "")
    context: dict[str, Any] = {
        "title": TITLE,
        "email": link.email,
        "expires_at": link.expires_at,
        "kinds": people.known(link.email),
        "form": form,
        "token": token,
        "choices": Erasure.What.choices,
        "done": done if done == "naam" or done in Erasure.What.values else "",
    }
    return render(request, "privacy/mine.html", context, status=status)


def _ask_page(request: HttpRequest, form: AskForm, status: int = 200) -> HttpResponse:
    title = "Nog niet verstuurd: Mijn gegevens" if form.errors else "Mijn gegevens"
    return render(request, "privacy/ask.html", {"title": title, "form": form}, status=status)


def _dead(request: HttpRequest) -> HttpResponse:
    """The same for a link that is over, used up or never was: which of these is nobody else's business."""
    return render(request, "privacy/dead_link.html", status=410)


def _see_other(view_name: str, *arguments: str) -> HttpResponse:
    """Lead on after a POST; a last argument that begins with ? or # goes behind the address."""
    behind = arguments[-1] if arguments and arguments[-1][0] in "?#" else ""
    path = reverse(view_name, args=arguments[:-1] if behind else arguments)
    response = redirect(path + behind)
    response.status_code = 303
    return response


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
