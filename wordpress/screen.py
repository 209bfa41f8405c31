""" "Verhuizen van WordPress": choose an export, see what it would do, let it be done, read what was done."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from audit.terms import keep
from wordpress import queue
from wordpress.choices_form import ChoicesForm
from wordpress.found import Found
from wordpress.models import Move
from wordpress.report_tables import OUTCOMES, Lines, empty_columns, rows, what_ended
from wordpress.roles import may_move
from wordpress.taking_over.report import Outcome, Report
from wordpress.taking_over.task import Options
from wordpress.upload_form import UploadForm
from wordpress.upload_limit import too_large

TITLE = "Verhuizen van WordPress"
State = Move.State
EARLIER = 10
STEPS = ("Bestand kiezen", "Bekijken", "Kiezen", "Overnemen", "Verslag")
THROWN_AWAY = "Het bestand is weggegooid, omdat je klaar was."
# What a move is called, and at which step it is.
TITLES = {
    State.LOOK: ("Bezig met bekijken", 2),
    State.LOOKING: ("Bezig met bekijken", 2),
    State.LOOKED: ("Klopt dit?", 3),
    State.WAITING: ("Bezig met overnemen", 4),
    State.GOING: ("Bezig met overnemen", 4),
    State.DONE: ("Overgenomen", 5),
    State.FAILED: ("Niet gelukt", 0),
    State.STOPPED: ("Gestopt", 0),
}


def job_for(request: HttpRequest, job_id: int) -> Move:
    """Return a move, if the user may see it: the file holds readers' addresses."""
    allow(request)
    return get_object_or_404(Move.objects.select_related("user"), pk=job_id)


def allow(request: HttpRequest) -> None:
    if not may_move(request.user):
        raise PermissionDenied


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """GET asks for an export; POST keeps it, and has it looked at."""
    allow(request)
    form = UploadForm()
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES, too_large=too_large(request))
    if form.is_valid():
        file = form.cleaned_data["file"]
        job = Move.objects.create(
            user=request.user,  # type: ignore[misc]
            source=str(file.name)[-255:],
            export=file,
            options=Options().as_data(),
        )
        return redirect("wordpress_move:show", job.pk)
    context = {
        "form": form,
        "going_on": queue.going_on(),
        "earlier": Move.objects.order_by("-pk")[:EARLIER],
        "days": keep("EXPORTS").days,
        "steps": steps(1),
        **header(),
    }
    return render(request, "wordpress/upload.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, job_id: int) -> HttpResponse:
    """Show what would happen, how far it is, or what was done; POST takes choices, and begins."""
    job = job_for(request, job_id)
    form = _choices(request, job)
    if request.method == "POST" and form is not None and form.is_valid():
        options = form.options(Options.from_data(job.options)).as_data()
        start = queue.begin if "begin" in request.POST else queue.look
        if not start(job, request.user, options):
            messages.warning(request, "Dit is al begonnen.")
        return redirect("wordpress_move:show", job.pk)
    title, step = TITLES[State(job.state)]
    context = {
        "form": form,
        "steps": steps(step or (4 if job.report else 2)),
        **_so_far(request, job),
        **header(title, job),
    }
    return render(request, "wordpress/show.html", context, status=422 if form and form.errors else 200)


def _choices(request: HttpRequest, job: Move) -> ChoicesForm | None:
    """Return what can be chosen now: nothing before somebody looked, or without the file."""
    if not job.export or not job.report or job.state not in queue.AT_REST:
        return None
    options, found = Options.from_data(job.options), Found.from_data(job.report.get("found", {}))
    return ChoicesForm(request.POST if request.method == "POST" else None, options=options, found=found)


def _so_far(request: HttpRequest, job: Move) -> dict[str, Any]:
    report = report_of(job)
    asked = request.GET
    return {
        "job": job,
        "report": report,
        "ended": what_ended(report),
        "rows": (table := rows(report)),
        "outcomes": OUTCOMES.values(),
        "empty": empty_columns(table),
        "lines": Lines(report, asked.get("toon", ""), asked.get("soort", ""), asked.get("p", "")),
        "is_done": job.state == State.DONE,
        "is_something_to_do": bool(report.of(Outcome.NEW) or report.of(Outcome.CHANGED)),
        "file_goes_at": job.created_at + keep("EXPORTS"),
        **progress_of(job),
    }


def report_of(job: Move) -> Report:
    return Report.from_data({key: value for key, value in job.report.items() if key != "found"})


@never_cache
@require_safe
def progress(request: HttpRequest, job_id: int) -> HttpResponse:
    """Answer with how far it is now, for the page's script."""
    job = job_for(request, job_id)
    return render(request, "wordpress/progress.html", {"job": job, **progress_of(job)})


def progress_of(job: Move) -> dict[str, Any]:
    other = queue.going_on() if job.state in queue.ACTIVE else None
    return {
        "is_active": job.state in (*queue.ACTIVE, *queue.ACTIVE.values()),
        "is_behind_another": other is not None and other.pk != job.pk,
        "left": _time_left(job),
    }


def _time_left(job: Move) -> str:
    """Return in words how long it may still take, "" when nobody can tell."""
    if job.rate <= 0 or not job.total or job.done >= job.total:
        return ""
    seconds = (job.total - job.done) / job.rate
    if seconds < 60:
        return "nog minder dan een minuut"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"nog ongeveer {minutes} {'minuut' if minutes == 1 else 'minuten'}"
    return f"nog ongeveer {round(minutes / 60)} uur"


@require_POST
def look_again(request: HttpRequest, job_id: int) -> HttpResponse:
    """Begin anew with a look that failed or was stopped before there was anything to choose."""
    job = job_for(request, job_id)
    if not queue.look(job, request.user):
        messages.warning(request, "Dit is al begonnen, of het bestand is er niet meer.")
    return redirect("wordpress_move:show", job.pk)


@require_POST
def stop(request: HttpRequest, job_id: int) -> HttpResponse:
    job = job_for(request, job_id)
    if not queue.stop(job):
        messages.info(request, "Het was al klaar.")
    return redirect("wordpress_move:show", job.pk)


@require_POST
def throw_away(request: HttpRequest, job_id: int) -> HttpResponse:
    """Delete the file: the coach is done with it. What was taken over, and the report, stay."""
    job = job_for(request, job_id)
    queue.throw_away(Move.objects.filter(pk=job.pk), THROWN_AWAY)
    messages.success(request, "Het bestand is weggegooid.")
    return redirect("wordpress_move:show", job.pk)


def steps(now: int) -> list[dict[str, Any]]:
    return [
        {"name": name, "is_now": number == now, "is_past": number < now}
        for number, name in enumerate(STEPS, start=1)
    ]


def header(title: str = TITLE, job: Move | None = None, last: str = "") -> dict[str, Any]:
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": "Start"}]
    if job is None:
        crumbs.append({"url": "", "label": TITLE})
    else:
        crumbs.append({"url": reverse("wordpress_move:upload"), "label": TITLE})
        crumbs.append({"url": reverse("wordpress_move:show", args=[job.pk]) if last else "", "label": title})
    if last:
        crumbs.append({"url": "", "label": last})
    return {
        "page_title": last or title,
        "header_title": last or title,
        "header_icon": "download",
        "breadcrumbs_items": crumbs,
    }
