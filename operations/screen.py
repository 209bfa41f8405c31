"""The admin's screen of scheduled jobs: what ran when, how it went, and doing one now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

from operations.jobs import Job, all_jobs
from operations.models import JobRun
from operations.rounds import PAUSE_AFTER_FAILURE, ask_for, is_due

VIEW, RUN = "operations.view_jobrun", "operations.run_job"
# A scheduler looks every twenty seconds and writes down every minute that it did.
UNSEEN_AFTER = timedelta(minutes=5)
Result = JobRun.Result


@dataclass(frozen=True)
class Row:
    """A job as the coach sees it. `state`: a JobRun's result, "" for one that never ran."""

    job: Job
    state: str
    state_label: str
    when: str
    details: str
    next: str
    is_asked: bool


@require_safe
@permission_required(VIEW)
def jobs(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    rows = rows_at(now)
    context = {
        "groups": [
            ("Steeds", [row for row in rows if not row.job.daily]),
            ("Elke dag", [row for row in rows if row.job.daily]),
        ],
        "unseen_since": _unseen_since(now),
        "may_run": request.user.has_perm(RUN),
        "page_title": "Taken",
        "header_title": "Taken",
        "header_icon": "calendar-check",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": "", "label": "Taken"},
        ],
    }
    return render(request, "operations/admin/jobs.html", context)


@require_POST
@permission_required(RUN)
def run_now(request: HttpRequest, name: str) -> HttpResponse:
    job = next((job for job in all_jobs() if job.name == name), None)
    if job is None:
        raise Http404
    if ask_for(job, timezone.now()):
        messages.success(request, f"‘{job.label}’ staat klaar en begint binnen een halve minuut.")
    else:
        messages.warning(request, f"‘{job.label}’ stond al klaar.")
    return redirect("operations:jobs")


def rows_at(now: datetime) -> list[Row]:
    """Return all jobs with their last run, in the order of the list."""
    today = timezone.localdate(now)
    found = []
    for job in all_jobs():
        runs = list(JobRun.objects.filter(job=job.name).order_by("-seen_at", "-pk")[:20])
        is_asked = any(run.result == Result.WAITING for run in runs)
        last = next((run for run in runs if run.result != Result.WAITING), None)
        of_today = [run for run in runs if run.day == today]
        found.append(
            Row(
                job,
                last.result if last else "",
                last.get_result_display() if last else "nog niet gedaan",
                _when(last, now) if last else "",
                last.said if last else "",
                "zo meteen" if is_asked else _next(job, of_today, now),
                is_asked,
            )
        )
    return found


def _when(run: JobRun, now: datetime) -> str:
    if run.result == Result.RUNNING:
        return f"sinds {_moment(run.started_at, now)}"
    seconds = int((run.seen_at - run.started_at).total_seconds())
    if run.day is None or seconds < 1:
        return _moment(run.seen_at, now)
    took = f"{seconds} s" if seconds < 120 else f"{seconds // 60} min"
    return f"{_moment(run.seen_at, now)}, duurde {took}"


def _next(job: Job, of_today: list[JobRun], now: datetime) -> str:
    """Say when a job has its next turn."""
    if not job.daily or is_due(of_today, now):
        return "binnen een halve minuut"
    later = now + PAUSE_AFTER_FAILURE
    if timezone.localdate(later) == timezone.localdate(now) and is_due(of_today, later):
        return f"vandaag om {date_format(timezone.localtime(later), 'H:i')}, nog een keer"
    return "vannacht, na middernacht"


def _moment(moment: datetime, now: datetime) -> str:
    local = timezone.localtime(moment)
    days = (timezone.localdate(now) - local.date()).days
    time = date_format(local, "H:i")
    if days in (0, 1):
        return f"{('vandaag', 'gisteren')[days]} om {time}"
    return f"{date_format(local, 'j F')} om {time}"


def _unseen_since(now: datetime) -> str:
    """Return since when no scheduler was seen, "" where one is."""
    last = JobRun.objects.exclude(result=Result.WAITING).order_by("-seen_at").first()
    if last is None or now - last.seen_at < UNSEEN_AFTER:
        return ""
    return _moment(last.seen_at, now)
