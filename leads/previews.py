"""A gift as readers would see it, from a form that may be half-filled. Writes nothing."""

import re
from datetime import timedelta
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html

from leads import mails
from leads.forms import SignUpForm
from leads.models import DownloadGrant, LeadMagnet, LeadMagnetFile
from leads.placements import sign_up_card
from leads.tokens import EXAMPLE
from mailing.views import PREVIEW_CSP

# Wagtail's frame looks at where one had scrolled to; without scripts that gives nothing away.
MAIL_CSP = PREVIEW_CSP.replace("sandbox", "sandbox allow-same-origin", 1)
SUBJECT = (
    '<p style="margin:0;padding:12px 24px;font:15px/1.5 system-ui,sans-serif;'
    'background:#3a2236;color:#fbf7ef;text-align:left">Onderwerp: <b>{}</b></p>'
)


def show(magnet: LeadMagnet, request: HttpRequest, mode: str) -> HttpResponse:
    """Answer with one of leads.models.magnet.PREVIEW_MODES; with the first of them for any other name."""
    magnet.name = magnet.name or "De naam van je weggever"
    magnet.slug = magnet.slug or EXAMPLE
    magnet.pitch = magnet.pitch or "Hier komt waarom iemand dit wil hebben."
    which, _, dark = mode.partition("-")
    if which in ("confirm", "gift"):
        return _mail(magnet, which, is_dark=dark == "dark")  # type: ignore[arg-type]
    if which == "card":
        card = sign_up_card(magnet, None, EXAMPLE)
        return render(request, "leads/preview_card.html", {"card": card, "title": magnet.name})
    if which == "download":
        return render(request, "leads/download.html", _download(magnet))
    form = SignUpForm(magnet=magnet)
    return render(request, "leads/sign_up.html", {"magnet": magnet, "form": form, "title": magnet.name})


def _mail(magnet: LeadMagnet, which: Literal["confirm", "gift"], *, is_dark: bool) -> HttpResponse:
    mail = mails.preview(magnet, which)
    html = mail.html.replace("<head>", '<head><base target="_blank">', 1)
    if is_dark:
        html = html.replace("(prefers-color-scheme: dark)", "all")
    subject = format_html(SUBJECT, mail.subject)
    html = re.sub(r"<body[^>]*>", lambda body: body[0] + subject, html, count=1)
    response = HttpResponse(html)
    response["Content-Security-Policy"] = MAIL_CSP
    return response


def _download(magnet: LeadMagnet) -> dict[str, Any]:
    """Return what the download page shows just after confirming."""
    files: list[LeadMagnetFile] = list(magnet.files.all())
    for number, file in enumerate(files, start=1):
        # A file that is not saved yet has no id, which its address asks for.
        file.pk = file.pk or number
        file.title = file.title or "Je bestand"
    grant = DownloadGrant(expires_at=timezone.now() + timedelta(days=14), uses_left=5 * max(1, len(files)))
    return {"magnet": magnet, "files": files, "grant": grant, "token": EXAMPLE}
