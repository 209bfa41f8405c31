""" "Overnemen uit een feed": choose a feed, see what would happen, let it be done, read what was done."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from blog.models import PodcastImport, PodcastIndexPage
from blog.podcast import import_queue as queue
from blog.podcast.import_form import FeedForm
from blog.podcast.importing import Outcome, Report, Task, take_over

TITLE = "Overnemen uit een feed"
State = PodcastImport.State
# Of each kind so many are written out; nobody reads the thousandth.
SHOWN, EARLIER = 500, 5


def _podcast(request: HttpRequest, podcast_id: int) -> PodcastIndexPage:
    """Return the podcast if the user may add episodes to it, else refuse."""
    podcast = get_object_or_404(PodcastIndexPage, pk=podcast_id)
    if not may_take_over(podcast, request.user):
        raise PermissionDenied
    return podcast


def may_take_over(page: Page, user: Any) -> bool:
    return isinstance(page, PodcastIndexPage) and page.permissions_for_user(user).can_add_subpage()


def _job(request: HttpRequest, job_id: int) -> PodcastImport:
    job = get_object_or_404(PodcastImport.objects.select_related("podcast"), pk=job_id)
    _podcast(request, job.podcast_id)
    return job


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, podcast_id: int) -> HttpResponse:
    """GET asks for a feed; POST reads it, and leads to what taking it over would do."""
    podcast = _podcast(request, podcast_id)
    form = FeedForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return redirect("podcast_import:show", _look(request, podcast, form).pk)
    context = {
        "form": form,
        "going_on": queue.going_on(podcast.pk),
        "earlier": PodcastImport.objects.filter(podcast=podcast, finished_at__isnull=False).order_by("-pk")[
            :EARLIER
        ],
        **_header(podcast),
    }
    return render(request, "blog/podcast/import_choose.html", context, status=422 if form.errors else 200)


def _look(request: HttpRequest, podcast: PodcastIndexPage, form: FeedForm) -> PodcastImport:
    """Keep the feed with what taking it over would do."""
    download = form.cleaned_data["download"]
    publish = podcast.permissions_for_user(request.user).can_publish_subpage()
    task = Task(dry_run=True, download=download, publish=publish, user=request.user)
    report = take_over(form.read, podcast, task)
    return PodcastImport.objects.create(
        podcast=podcast,
        user=request.user,  # type: ignore[misc]
        source=form.source,
        feed=ContentFile(form.content, name="feed.xml"),
        download=download,
        total=len(form.read.episodes),
        report=report.as_data(),
    )


@never_cache
@require_safe
def show(request: HttpRequest, job_id: int) -> HttpResponse:
    """Show what would happen, how far it is, or what was done."""
    job = _job(request, job_id)
    return render(
        request,
        "blog/podcast/import_show.html",
        {**_so_far(job), **_header(job.podcast, TITLES[State(job.state)])},
    )


TITLES = {
    State.LOOKED: "Klopt dit?",
    State.WAITING: "Bezig met overnemen",
    State.GOING: "Bezig met overnemen",
    State.DONE: "Overgenomen",
    State.FAILED: "Niet gelukt",
    State.STOPPED: "Gestopt",
}


def _so_far(job: PodcastImport) -> dict[str, Any]:
    report = Report.from_data(job.report)
    lists = [
        {"outcome": str(outcome), "lines": lines[:SHOWN], "count": len(lines), "more": len(lines) - SHOWN}
        for outcome in Outcome
        if (lines := report.of(outcome))
    ]
    return {
        "job": job,
        "report": report,
        "lists": lists,
        "is_something_to_do": bool(report.of(Outcome.NEW) or report.of(Outcome.CHANGED)),
    }


@never_cache
@require_safe
def progress(request: HttpRequest, job_id: int) -> HttpResponse:
    """Answer with how far it is now, for the page's script."""
    return render(request, "blog/podcast/import_progress.html", {"job": _job(request, job_id)})


@require_POST
def begin(request: HttpRequest, job_id: int) -> HttpResponse:
    job = _job(request, job_id)
    if not queue.begin(job, request.user):
        messages.warning(request, "Dit is al begonnen, of er wordt al iets voor deze podcast overgenomen.")
        job = queue.going_on(job.podcast_id) or job
    return redirect("podcast_import:show", job.pk)


@require_POST
def stop(request: HttpRequest, job_id: int) -> HttpResponse:
    job = _job(request, job_id)
    if not queue.stop(job):
        messages.info(request, "Het was al klaar.")
    return redirect("podcast_import:show", job.pk)


def buttons(page: Page, user: Any) -> list[Button]:
    """Return the way to this screen, for those who may."""
    if not may_take_over(page, user):
        return []
    return [Button(TITLE, url=choose_url(page.pk), icon_name="download", priority=110)]


def choose_url(podcast_id: int) -> str:
    return reverse("podcast_import:choose", args=[podcast_id])


def _header(podcast: PodcastIndexPage, title: str = TITLE) -> dict[str, Any]:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": "Start"},
        {
            "url": reverse("wagtailadmin_pages:edit", args=[podcast.pk]),
            "label": podcast.get_admin_display_title(),
        },
        {"url": "" if title == TITLE else choose_url(podcast.pk), "label": TITLE},
    ]
    if title != TITLE:
        crumbs.append({"url": "", "label": title})
    return {
        "podcast": podcast,
        "page_title": title,
        "header_title": title,
        "header_icon": "download",
        "breadcrumbs_items": crumbs,
    }


urlpatterns: list[URLPattern] = [
    path("<int:podcast_id>/", choose, name="choose"),
    path("overname/<int:job_id>/", show, name="show"),
    path("overname/<int:job_id>/voortgang/", progress, name="progress"),
    path("overname/<int:job_id>/begin/", begin, name="begin"),
    path("overname/<int:job_id>/stop/", stop, name="stop"),
]
