"""Outbox screens of the admin beyond what Wagtail's viewset gives."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from mailing import retrying
from mailing.models import OutboxMail
from mailing.permissions import may_read_body, may_retry
from mailing.secrets_in_links import covered

PREVIEW_CSP = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src 'self' data:; frame-ancestors 'self'"
)


@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML of a mail, its secrets covered, shown in a frame that may run and load nothing."""
    mail = get_object_or_404(OutboxMail.objects.select_related("delivery"), pk=pk)
    if not request.user.has_perm("mailing.view_outboxmail") or not may_read_body(request.user, mail):
        raise PermissionDenied
    html = covered(mail.html_message).replace("<head>", '<head><base target="_blank">', 1)
    response = HttpResponse(html or "<!doctype html><title>Leeg</title>")
    response["Content-Security-Policy"] = PREVIEW_CSP
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    if not may_retry(request.user):
        raise PermissionDenied
    mail = get_object_or_404(OutboxMail, pk=pk)
    if retrying.retry(mail):
        messages.success(request, "De mail staat weer klaar en gaat zo de deur uit.")
    elif mail.is_failed and (reason := retrying.why_not(mail)):
        messages.warning(request, f"De mail gaat niet opnieuw uit. {reason}")
    else:
        messages.warning(request, "Deze mail wacht al of is al verstuurd.")
    return redirect(reverse("outbox:inspect", args=[pk]))


@require_POST
def retry_all(request: HttpRequest) -> HttpResponse:
    if not may_retry(request.user):
        raise PermissionDenied
    count = retrying.retry_all()
    if count:
        mails = "1 mail staat" if count == 1 else f"{count} mails staan"
        messages.success(request, f"{mails} weer klaar om verstuurd te worden.")
    else:
        messages.warning(request, "Er is geen mislukte mail meer die opnieuw kan.")
    return redirect(reverse("outbox:index"))
