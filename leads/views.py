"""Sign up, confirm, download, unsubscribe. A GET changes nothing: mail scanners follow every link."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from guard.decorators import public_form
from guard.limits import LimitReached, hit
from guard.networks import network_hash
from leads import consents, services
from leads.forms import SignUpForm
from leads.models import LeadMagnet, SignUp
from leads.services import ExpiredLink, UnknownLink

TOO_MANY = (
    "Er kwamen net veel aanmeldingen vanaf jouw verbinding. Alles staat er nog: wacht een paar minuten en"
    " druk dan nog een keer op de knop."
)
REFUSED = "We konden niet zien of dit van onze eigen pagina kwam. Alles staat er nog; verstuur het opnieuw."

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
            response = _unknown(request)
        except ExpiredLink as expired:
            response = _expired(request, token, expired.sign_up)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "same-origin"
        return response

    return csrf_exempt(guarded)


def _landing(magnet: LeadMagnet, form: SignUpForm) -> dict[str, Any]:
    """Return the context of a gift's own page, which search engines may find and people share."""
    return {
        "magnet": magnet,
        "form": form,
        "title": magnet.name,
        "description": magnet.pitch,
        "share_image": magnet.cover,
        "indexable": True,
    }


@readable_and_postable
@public_form
def sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    magnet = get_object_or_404(LeadMagnet.objects.available().select_related("cover"), slug=slug)
    if request.method != "POST":
        form = SignUpForm(magnet=magnet, initial={"placement": "landing"})
        return render(request, "leads/sign_up.html", _landing(magnet, form))
    form = SignUpForm(request.POST, magnet=magnet)
    if request.guard_refused:  # type: ignore[attr-defined]
        form.use_token()
        form.refuse(REFUSED)
        return render(request, "leads/sign_up.html", _landing(magnet, form), status=403)
    if not form.is_valid():
        return render(request, "leads/sign_up.html", _landing(magnet, form), status=422)
    if not form.is_trapped:
        try:
            # The network says nothing about the address; the limit of one address stays silent, in services.
            hit("sign-up", network_hash(request))
        except LimitReached:
            form.refuse(TOO_MANY)
            return render(request, "leads/sign_up.html", _landing(magnet, form), status=429)
        services.request_magnet(
            magnet,
            form.cleaned_data["email"],
            first_name=form.cleaned_data["first_name"],
            consent=form.consent,
            page=Page.objects.live().filter(pk=form.cleaned_data["page"]).first(),
            placement=form.cleaned_data["placement"],
        )
    return _see_other("leads:check_inbox", magnet.slug)


@require_safe
def check_inbox(request: HttpRequest, slug: str) -> HttpResponse:
    """The same page for everyone: for a known, new, blocked or too often used address."""
    magnet = get_object_or_404(LeadMagnet, slug=slug)
    response = render(request, "leads/check_inbox.html", {"magnet": magnet})
    response["X-Robots-Tag"] = "noindex"
    return response


@readable_and_postable
@token_page
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        return _see_other("leads:download", services.confirm(token))
    sign_up = services.find_sign_up(token)
    consent = consents.gift_consent(sign_up.magnet)
    return render(
        request,
        "leads/confirm.html",
        {"magnet": sign_up.magnet, "sign_up": sign_up, "consent_text": consent.text},
    )


@require_safe
@token_page
def download(request: HttpRequest, token: str) -> HttpResponse:
    opened = services.open_download(token)
    context = {"magnet": opened.magnet, "files": opened.files, "grant": opened.grant, "token": token}
    return render(request, "leads/download.html", context)


@require_safe
@token_page
def download_file(request: HttpRequest, token: str, file_id: int) -> HttpResponseBase:
    """Stream one file. A HEAD looks at it without using the link up."""
    opened = services.open_download(token)
    gift = next((file for file in opened.files if file.pk == file_id), None)
    if gift is None:
        raise Http404
    content = gift.file.open("rb")
    if request.method != "HEAD":
        try:
            services.take_file(opened)
        except ExpiredLink:
            content.close()
            raise
    return FileResponse(
        content, as_attachment=True, filename=gift.download_name, content_type=gift.content_type
    )


@readable_and_postable
@token_page
def fresh_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a new link instead of an expired one. The page after it is the one after signing up."""
    sign_up = services.sign_up_of(token)
    if request.method == "POST":
        services.send_fresh_link(token)
        return _see_other("leads:check_inbox", sign_up.magnet.slug)
    return _expired(request, token, sign_up, status=200)


@readable_and_postable
@token_page
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A page with a button, and the address for one click in a mail program, which wants a 2xx (RFC 8058)."""
    subscriber = services.find_subscriber(token)
    if request.method == "POST":
        services.unsubscribe(token)
    return render(
        request, "leads/unsubscribe.html", {"subscriber": subscriber, "is_done": request.method == "POST"}
    )


def _see_other(view_name: str, argument: str) -> HttpResponse:
    response = redirect(view_name, argument)
    response.status_code = 303
    return response


def _unknown(request: HttpRequest) -> HttpResponse:
    magnets = LeadMagnet.objects.available()
    return render(request, "leads/unknown_link.html", {"magnets": magnets}, status=404)


def _expired(request: HttpRequest, token: str, sign_up: SignUp, status: int = 410) -> HttpResponse:
    context = {"magnet": sign_up.magnet, "token": token, "is_confirmed": sign_up.confirmed_at is not None}
    return render(request, "leads/expired_link.html", context, status=status)
