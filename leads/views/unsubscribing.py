"""The ways out: the page behind the link in each mail, one click in a mail program, a form without a link."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from guard.decorators import public_form
from guard.limits import LimitReached, hit
from guard.networks import network_hash
from leads import consents
from leads.forms import StopForm
from leads.models import Subscriber
from leads.services import links, unsubscribing
from leads.views.token_pages import readable_and_postable, token_page
from mailing.models import Suppression

REFUSED = "We konden niet zien of dit van onze eigen pagina kwam. Verstuur het nog een keer."
TITLES = {
    None: "Wat mogen we je mailen?",
    "afmelden": "Je bent afgemeld",
    "nieuwsbrief": "Je krijgt de nieuwsbrief",
    "geen-mail": "Je krijgt geen mail meer",
    "toch-mail": "Je kunt weer mail krijgen",
}


@readable_and_postable
@token_page
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """What someone wants to get, and the address for one click in a mail program.

    That click is a POST that knows no more than the address and wants a 2xx (RFC 8058), so whatever is no
    other choice of this page unsubscribes. Each choice counts at once, and the page offers to undo it.
    """
    try:
        return _choose(request, token)
    except links.ForgottenSubscriber as forgotten:
        return _forgotten(request, forgotten.address_hash)


def _choose(request: HttpRequest, token: str) -> HttpResponse:
    if request.method != "POST":
        return _preferences(request, links.find_subscriber(token))
    match request.POST.get("keuze"):
        # Nobody agrees to words they did not see: a page opened before the text changed shows it anew.
        case "nieuwsbrief" if request.POST.get("tekst") == consents.NEWSLETTER_BY_LINK.hash:
            return _preferences(request, unsubscribing.subscribe(token), "nieuwsbrief")
        case "nieuwsbrief":
            return _preferences(request, links.find_subscriber(token))
        case "geen-mail":
            return _preferences(request, unsubscribing.stop_all(token), "geen-mail")
        case "toch-mail":
            return _preferences(request, unsubscribing.resume(token), "toch-mail")
        case _:
            return _preferences(request, unsubscribing.unsubscribe(token), "afmelden")


def _preferences(request: HttpRequest, subscriber: Subscriber, done: str | None = None) -> HttpResponse:
    """Show what an address gets. `done`: the choice that was just made, if any."""
    wish = unsubscribing.wish_of(subscriber)
    # A choice that could not be followed, such as the newsletter while all mail is off, is not told as done.
    if (done in ("nieuwsbrief", "toch-mail")) and wish == "nothing":
        done = None
    own = Suppression.objects.blocking(subscriber.email, "gift").filter(reason__in=Suppression.OWN_REASONS)
    context: dict[str, Any] = {
        "title": TITLES[done],
        "done": done,
        "wish": wish,
        "was_subscribed": subscriber.unsubscribed_at is not None,
        "may_resume": wish == "nothing" and own.exists(),
        "newsletter": consents.NEWSLETTER_BY_LINK,
        "stopped_all": consents.STOPPED_ALL,
        "resumed": consents.RESUMED,
    }
    return render(request, "leads/unsubscribe.html", context)


def _forgotten(request: HttpRequest, address_hash: str) -> HttpResponse:
    """Let someone leave whose data is gone already. They can't ask for anything here: we have no address."""
    done = None
    if request.method == "POST" and request.POST.get("keuze") not in ("nieuwsbrief", "toch-mail"):
        done = "geen-mail" if request.POST.get("keuze") == "geen-mail" else "afmelden"
        unsubscribing.leave_forgotten(address_hash, "nothing" if done == "geen-mail" else "gifts")
    blocked = Suppression.objects.filter(address_hash=address_hash, scope=Suppression.Scope.ALL).exists()
    context: dict[str, Any] = {
        "title": TITLES[done],
        "done": done,
        "wish": "nothing" if blocked else "gifts",
        "was_subscribed": done is not None,
        "stopped_all": consents.STOPPED_ALL,
    }
    return render(request, "leads/unsubscribe.html", context)


@readable_and_postable
@public_form
def stop(request: HttpRequest) -> HttpResponse:
    """Unsubscribe by one's address, without a mail of ours at hand; the same answer for every address."""
    form = StopForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _stop_page(request, form)
    if request.guard_refused:  # type: ignore[attr-defined]
        form.use_token()
        form.refuse(REFUSED)
        return _stop_page(request, form, status=403)
    if not form.is_valid():
        return _stop_page(request, form, status=422)
    if not form.is_trapped:
        try:
            hit("unsubscribe", network_hash(request), proven=form.has_proof)
        except LimitReached as limit:
            form.ask_proof()
            form.ask_to_wait(limit.words("afmeldingen", "Je adres staat er nog"))
            return limit.answer(_stop_page(request, form, status=429))
        unsubscribing.unsubscribe_address(form.cleaned_data["email"])
    response = redirect("leads:stopped")
    response.status_code = 303
    return response


def _stop_page(request: HttpRequest, form: StopForm, status: int = 200) -> HttpResponse:
    title = "Nog niet verstuurd: Meld je af" if form.errors else "Meld je af"
    return render(request, "leads/stop.html", {"title": title, "form": form}, status=status)


@require_safe
def stopped(request: HttpRequest) -> HttpResponse:
    response = render(request, "leads/stopped.html", {"title": "Je bent afgemeld"})
    response["X-Robots-Tag"] = "noindex"
    return response
