"""The links in mails about answers: confirm that one wants them, stop them. A GET changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.models import SubscriptionToken
from comments.services import subscriptions
from comments.views.pages import private
from guard.decorators import public_form

CONFIRM = SubscriptionToken.Purpose.CONFIRM
STOP = SubscriptionToken.Purpose.STOP

readable_and_postable = require_http_methods(["GET", "HEAD", "POST"])


@readable_and_postable
@public_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    link = subscriptions.find(token, CONFIRM)
    if link is None:
        return _unknown(request)
    refused: bool = request.guard_refused  # type: ignore[attr-defined]
    if request.method == "POST" and not refused:
        if "opnieuw" in request.POST:
            subscriptions.ask(link.subscription.comment)
            return _page(request, "subscription_asked", "Kijk even in je mail", link)
        if subscriptions.confirm(link, timezone.now()):
            response = redirect("comments:confirm", token=token)
            response.status_code = 303
            return response
    if not subscriptions.works(link, timezone.now()):
        return _page(request, "subscription_expired", "Deze link werkt niet meer", link, refused, status=410)
    if link.subscription.is_active:
        return _page(request, "subscription_confirmed", "Je krijgt bericht", link)
    title = "Wil je bericht van antwoorden?"
    return _page(request, "subscription_confirm", title, link, refused, status=403 if refused else 200)


@readable_and_postable
@csrf_exempt
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop one conversation or all. The address is the proof, because a mail program sends no other.

    Its one click (RFC 8058) ends what the mail was about: where that was more than one conversation, the
    address ends in `?alles`.
    """
    link = subscriptions.find(token, STOP)
    if link is None:
        return _unknown(request)
    if request.method == "POST":
        chosen = request.POST.get("wat") or ("alles" if "alles" in request.GET else "gesprek")
        if chosen == "toch":
            subscriptions.resume(link)
        elif chosen == "alles":
            subscriptions.stop_all(link, timezone.now())
        else:
            subscriptions.stop_thread(link, timezone.now())
        link = subscriptions.find(token, STOP)
        if link is None:
            return _unknown(request)
    title = "Geen bericht meer?"
    if link.subscription.author.stopped_at or link.subscription.stopped_at:
        title = "Je krijgt geen bericht meer"
    elif request.method == "POST" and link.subscription.confirmed_at:
        title = "Je krijgt weer bericht"
    return _page(request, "subscription_stop", title, link)


def _page(
    request: HttpRequest,
    template: str,
    title: str,
    link: SubscriptionToken,
    refused: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "title": title,
        "subscription": link.subscription,
        "comment": link.subscription.comment,
        "author": link.subscription.author,
        "is_done": request.method == "POST" and not refused,
        "refused": refused,
    }
    return private(request, f"comments/{template}.html", context, status=status)


def _unknown(request: HttpRequest) -> HttpResponse:
    context = {"title": "Deze link kennen we niet (meer)"}
    return private(request, "comments/subscription_unknown.html", context, status=404)
