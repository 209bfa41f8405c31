"""Confirming: a GET shows one button, only a POST confirms, because mail scanners follow every link."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leads import consents
from leads.services import confirming, links
from leads.views.token_pages import readable_and_postable, see_other, token_page


@readable_and_postable
@token_page
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        newsletter, seen_hash = "nieuwsbrief" in request.POST, request.POST.get("tekst", "")
        # Nobody agrees to words they did not see: a page opened before the text changed shows it anew.
        with suppress(confirming.WordsNotSeen):
            return see_other(
                "leads:download", confirming.confirm(token, newsletter=newsletter, seen_hash=seen_hash)
            )
    sign_up = links.find_sign_up(token)
    consent = consents.gift_consent(sign_up.magnet)
    return render(
        request, "leads/confirm.html", {"magnet": sign_up.magnet, "sign_up": sign_up, "consent": consent}
    )
