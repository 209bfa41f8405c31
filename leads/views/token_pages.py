"""Pages behind a secret from a mail: kept out of caches and search engines; dead links answered kindly."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from leads.models import LeadMagnet, SignUp
from leads.services.links import ExpiredLink, UnknownLink
from leads.services.unsubscribing import wish_of
from leads.tokens import EXAMPLE

readable_and_postable = require_http_methods(["GET", "HEAD", "POST"])


def token_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Keep a page behind a token out of caches, search engines and other sites; answer dead links kindly.

    Exempt from the CSRF check: the token in the address is the proof, and RFC 8058 posts without any other.
    """

    @wraps(view)
    def guarded(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponseBase:
        try:
            response = view(request, token, **kwargs)
        except UnknownLink:
            response = unknown(request, token)
        except ExpiredLink as expired:
            response = expired_page(request, token, expired.sign_up)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return csrf_exempt(guarded)


def see_other(view_name: str, argument: str) -> HttpResponse:
    response = redirect(view_name, argument)
    response.status_code = 303
    return response


def unknown(request: HttpRequest, token: str) -> HttpResponse:
    context = {"magnets": LeadMagnet.objects.available(), "is_example": token == EXAMPLE}
    return render(request, "leads/unknown_link.html", context, status=404)


def expired_page(request: HttpRequest, token: str, sign_up: SignUp, status: int = 410) -> HttpResponse:
    context = {
        "magnet": sign_up.magnet,
        "token": token,
        "is_confirmed": sign_up.confirmed_at is not None,
        "gets_no_mail": wish_of(sign_up.subscriber) == "nothing",
    }
    return render(request, "leads/expired_link.html", context, status=status)
