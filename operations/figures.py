"""The site in figures for Prometheus, at /metrics, for who has METRICS_TOKEN."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.db.models import Max, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from post_office.models import STATUS, Email

from comments.models import Comment, Status
from mailing.models import WAITING
from operations.jobs import all_jobs
from operations.models import JobRun
from pagecache import counts, versions


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Show the figures, to who has METRICS_TOKEN; without that setting there is nothing here."""
    if not settings.METRICS_TOKEN:
        raise Http404
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not constant_time_compare(token.strip(), settings.METRICS_TOKEN):
        refusal = HttpResponse("Give the token: Authorization: Bearer …\n", "text/plain", 401)
        refusal["WWW-Authenticate"] = "Bearer"
        return refusal
    # A few megabytes, which a site that nobody watches does without.
    from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
    from prometheus_client.registry import CollectorRegistry

    registry = CollectorRegistry()
    registry.register(Figures(timezone.now()))
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class Figures:
    """What is counted, and what the database says at `now`; while that is away, only the first."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import GaugeMetricFamily as Gauge

        yield from _requests()
        free = shutil.disk_usage(settings.DATA_DIR).free
        yield Gauge("site_storage_free_bytes", "Room left in DATA_DIR.", value=free)
        try:
            stored = [*self._stored()]
        except (DatabaseError, InterfaceError):
            stored = []
        yield Gauge("site_database_up", "Whether the database answers.", value=int(bool(stored)))
        yield from stored

    def _stored(self) -> Iterator[Any]:
        from prometheus_client.core import GaugeMetricFamily as Gauge

        waiting = Email.objects.filter(status__in=WAITING)
        oldest = waiting.aggregate(oldest=Min("created"))["oldest"]
        age = (self.now - oldest).total_seconds() if oldest else 0
        failed = Email.objects.filter(status=STATUS.failed).count()
        unjudged = Comment.objects.filter(status=Status.PENDING).count()
        yield Gauge("site_outbox_waiting_mails", "Mails that wait to be sent.", value=waiting.count())
        yield Gauge("site_outbox_oldest_seconds", "How long the oldest of them has waited.", value=age)
        yield Gauge("site_outbox_failed_mails", "Mails that could not be sent.", value=failed)
        yield Gauge("site_comments_waiting", "Reactions that wait for the coach.", value=unjudged)
        yield Gauge(
            "site_content_version", "Rises with each change of what is shown.", value=versions.look_up()
        )
        yield from self._jobs()

    def _jobs(self) -> Iterator[Any]:
        from prometheus_client.core import GaugeMetricFamily as Gauge

        done = Gauge("site_job_last_success_timestamp_seconds", "When it was last done.", labels=["job"])
        failing = Gauge("site_job_failing", "Whether its last run failed or was broken off.", labels=["job"])
        runs = JobRun.objects.exclude(result__in=[JobRun.Result.WAITING, JobRun.Result.RUNNING]).order_by()
        last_done = dict(
            runs.filter(result=JobRun.Result.DONE).values_list("job").annotate(last=Max("seen_at"))
        )
        last = dict(runs.values_list("job").annotate(last=Max("seen_at")))
        for job in all_jobs():
            if job.name in last_done:
                done.add_metric([job.name], last_done[job.name].timestamp())
            failing.add_metric([job.name], int(last.get(job.name) != last_done.get(job.name)))
        yield done
        yield failing


def _requests() -> Iterator[Any]:
    from prometheus_client.core import CounterMetricFamily as Counter

    hits, stale, answered = (counts.total(which) for which in (counts.HIT, counts.STALE, counts.ANSWERED))
    requests = Counter("site_requests", "Requests, by who answered.", labels=["answered_by"])
    requests.add_metric(["cache"], hits + stale)
    requests.add_metric(["site"], answered)
    yield requests
    yield Counter("site_cache_hits", "Pages from the cache that were the newest.", value=hits)
    yield Counter("site_cache_stale", "Pages from the cache while the newest was made.", value=stale)
    statuses = Counter("site_responses", "Answers that the site made itself, by status.", labels=["status"])
    for number in range(5):
        statuses.add_metric([f"{number + 1}xx"], counts.total(counts.STATUSES + number))
    yield statuses
    seconds = counts.total(counts.MICROSECONDS) / 1_000_000
    yield Counter("site_response_seconds", "Time that those answers took together.", value=seconds)
