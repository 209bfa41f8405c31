"""The page of a gift with its form, and the page after it, the same for everyone."""

from email.utils import parseaddr
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from guard.decorators import public_form
from guard.limits import LimitReached, hit
from guard.networks import network_hash
from leads.forms import SignUpForm
from leads.models import LeadMagnet
from leads.services.signing_up import request_magnet
from leads.views.token_pages import readable_and_postable, see_other
from mailing.addresses import mailbox
from mailing.services import sender
from pagecache.policy import cacheable

REFUSED = "We konden niet zien of dit van onze eigen pagina kwam. Alles staat er nog; verstuur het opnieuw."


def _landing(magnet: LeadMagnet, form: SignUpForm) -> dict[str, Any]:
    """Return the context of a gift's own page, which search engines may find and people share."""
    return {
        "magnet": magnet,
        "form": form,
        "title": f"Nog niet verstuurd: {magnet.name}" if form.errors else magnet.name,
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
        response = render(request, "leads/sign_up.html", _landing(magnet, form))
        cacheable(response)
        return response
    form = SignUpForm(request.POST, magnet=magnet)
    if request.guard_refused:  # type: ignore[attr-defined]
        form.use_token()
        form.refuse(REFUSED)
        return render(request, "leads/sign_up.html", _landing(magnet, form), status=403)
    if not form.is_valid():
        return render(request, "leads/sign_up.html", _landing(magnet, form), status=422)
    if not form.is_trapped:
        try:
            # Counted alike whoever it is. How many mails an address gets stays silent, in services.
            address = mailbox(form.cleaned_data["email"])
            hit("sign-up", network_hash(request), proven=form.has_proof, address=address)
        except LimitReached as limit:
            form.ask_proof()
            form.ask_to_wait(limit.words("aanmeldingen", "Alles staat er nog"))
            return limit.answer(render(request, "leads/sign_up.html", _landing(magnet, form), status=429))
        request_magnet(
            magnet,
            form.cleaned_data["email"],
            first_name=form.cleaned_data["first_name"],
            consent=form.consent,
            page=Page.objects.live().filter(pk=form.cleaned_data["page"]).first(),
            placement=form.cleaned_data["placement"],
        )
    return see_other("leads:check_inbox", magnet.slug)


@require_safe
def check_inbox(request: HttpRequest, slug: str) -> HttpResponse:
    """The same page for everyone: for a known, new, blocked or too often used address."""
    magnet = get_object_or_404(LeadMagnet, slug=slug)
    name, address = parseaddr(sender())
    context = {"magnet": magnet, "sender_name": name or address, "sender_address": name and address}
    response = render(request, "leads/check_inbox.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
