"""What came of a move: as files to keep, and page by page beside what it was."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from wordpress.files import at_hand
from wordpress.models import Imported, Move
from wordpress.preview import POLICY, old_html, old_item
from wordpress.report_text import as_text
from wordpress.screen import header, job_for, report_of

GONE = "Het exportbestand is weggegooid. Daarom is hier niet meer te zien hoe het op de oude site was."
NOT_IN_IT = "Dit staat niet in het exportbestand van deze verhuizing."


@never_cache
@require_safe
def download(request: HttpRequest, job_id: int, form: str) -> HttpResponse:
    """Give the report as JSON or as text."""
    job = job_for(request, job_id)
    name = f"verhuizing-{job.pk}.{form}"
    report = report_of(job)
    if form == "json":
        answer: HttpResponse = JsonResponse(report.as_data(), json_dumps_params={"indent": 1})
    else:
        answer = HttpResponse(as_text(report), content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _site_of(job: Move) -> str:
    """Return what the records of the site that this move is of are kept under."""
    site: str = job.report.get("found", {}).get("site", "")
    return site


def _pages(job: Move) -> Any:
    """Return what became a page of the site that this move is of, in the order in which it came."""
    return Imported.objects.filter(site=_site_of(job), kind=Imported.Kind.ITEM, page__isnull=False).order_by(
        "pk"
    )


@never_cache
@require_safe
def side_by_side(request: HttpRequest, job_id: int, old_id: int = 0) -> HttpResponse:
    """Show an item of the old site beside the page that it became; the first one when none is named."""
    job = job_for(request, job_id)
    pages = _pages(job)
    record = (pages.filter(old_id=old_id) if old_id else pages).select_related("page").first()
    if record is None and old_id:
        raise Http404
    context: dict[str, Any] = {"job": job, "record": record}
    if record is not None:
        line = next(
            (line for line in report_of(job).lines if line.page_id == record.page_id and line.words), None
        )
        context |= {
            "before": pages.filter(pk__lt=record.pk).last(),
            "after": pages.filter(pk__gt=record.pk).first(),
            "number": pages.filter(pk__lte=record.pk).count(),
            "count": pages.count(),
            "words": line.words if line else record.remarks,
        }
    title = "Oud naast nieuw"
    return render(
        request, "wordpress/side_by_side.html", {**context, **header("Verhuizing", job, last=title)}
    )


@never_cache
@require_safe
@xframe_options_sameorigin
def old(request: HttpRequest, job_id: int, old_id: int) -> HttpResponse:
    """Show one item as it was: its own document, in which nothing runs and which asks nobody for anything."""
    job = job_for(request, job_id)
    item, why = None, GONE
    if job.export:
        try:
            with at_hand(job.export) as file:
                item, why = old_item(file, old_id), NOT_IN_IT
        except FileNotFoundError:
            pass
    body = old_html(item, _site_of(job)) if item else ""
    answer = render(request, "wordpress/old.html", {"item": item, "body": body, "why": why})
    answer.headers["Content-Security-Policy"] = POLICY
    return answer
