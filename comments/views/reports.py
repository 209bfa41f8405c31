"""A reader says that something is wrong with a reaction."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from comments.models import Comment, Report
from comments.services.reports import report as keep_report
from comments.views.pages import private, public_page
from comments.writer_forms import ReportForm
from guard.decorators import public_form
from guard.limits import LimitReached
from guard.networks import network_hash

REFUSED = (
    "We konden niet zien of dit formulier van onze eigen pagina kwam. Alles staat er nog: druk nog een keer"
    " op de knop, dan komt het aan."
)
TRAPPED = "Vulde het verborgen veld in."


@require_http_methods(["GET", "HEAD", "POST"])
@public_form
def report(request: HttpRequest, page_id: int, comment_id: int) -> HttpResponse:
    page = public_page(page_id)
    if request.method != "POST":
        comment = get_object_or_404(Comment.objects.reportable(page.pk), pk=comment_id)
        return _form_page(request, page, comment, ReportForm(comment=comment))
    # Not looked up: whoever tries numbers is thanked for each, and learns of none whether it exists.
    comment = Comment(pk=comment_id, page_id=page.pk)
    form = ReportForm(request.POST, comment=comment)
    valid = form.is_valid()
    if request.guard_refused:  # type: ignore[attr-defined]
        form.refuse(REFUSED)
        return _form_page(request, page, comment, form, status=403)
    if not valid:
        return _form_page(request, page, comment, form, status=422)
    reason, day = form.cleaned_data["reason"], datetime.now(UTC).date()
    # Not dropped: a browser or a screen reader may have led a person to that field.
    kept = (Report.Reason.OTHER, TRAPPED) if form.is_trapped else (reason, form.cleaned_data["note"])
    try:
        network = network_hash(request, day)
        keep_report(comment, reason=kept[0], note=kept[1], network=network, day=day)
    except LimitReached as limit:
        form.ask_to_wait(limit.words("meldingen", "Alles staat er nog"))
        return limit.answer(_form_page(request, page, comment, form, status=429))
    address = reverse("comments:reported", args=[page.pk, comment.pk])
    response = redirect(f"{address}?zorg" if reason == Report.Reason.WORRIED else address)
    response.status_code = 303
    return response


@require_safe
def reported(request: HttpRequest, page_id: int, comment_id: int) -> HttpResponse:
    """Thank, the same for a first and a second report."""
    context = {
        "title": "Dank je wel voor je melding",
        "article": public_page(page_id),
        "is_worried": "zorg" in request.GET,
    }
    return private(request, "comments/report_thanks.html", context)


def _form_page(
    request: HttpRequest, page: Page, comment: Comment, form: ReportForm, status: int = 200
) -> HttpResponse:
    heading = "Meld deze reactie"
    context = {
        "title": f"Nog niet verstuurd: {heading}" if form.errors else heading,
        "heading": heading,
        "article": page,
        # What is no longer shown is not shown here either.
        "comment": Comment.objects.reportable(page.pk).filter(pk=comment.pk).first(),
        "form": form,
        "refused": status == 403,
    }
    return private(request, "comments/report.html", context, status=status)
