"""Which podcasts wait to be taken over, and who is doing so.

looked ─ the coach says yes ─ waiting ─ claim ─ going ─┬─ done
                                 ▲                      ├─ failed, with why
                                 │                      ├─ stopped, by the coach
                                 └── no sign of life ───┘  (what is in, is in: it goes on after that)
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from blog.models import PodcastImport
from blog.models.podcast_import import FOLDER
from leads.files import private_storage

State = PodcastImport.State

# Longer than the sound of one episode may be silent (fetching.SILENCE), and than saving it takes.
BELIEVED = timedelta(minutes=3)
MOST_TRIES = 3
BROKEN_OFF = "Het overnemen brak drie keer op dezelfde plek af. Wat er al is, staat er."
KEPT_LOOKS, KEPT = timedelta(days=1), timedelta(days=90)


def begin(job: PodcastImport, user: Any) -> bool:
    """Let `job` be taken over, in the name of `user`; False when it was already, or another is going on."""
    with_look = PodcastImport.objects.filter(pk=job.pk, state__in=(State.LOOKED, State.FAILED, State.STOPPED))
    try:
        with transaction.atomic():
            return bool(
                with_look.exclude(feed="").update(
                    state=State.WAITING, user=user, done=0, title="", reason="", tries=0, finished_at=None
                )
            )
    except IntegrityError:
        return False


def going_on(podcast_id: int) -> PodcastImport | None:
    return PodcastImport.objects.filter(podcast=podcast_id, state__in=(State.WAITING, State.GOING)).first()


def unfinished() -> QuerySet[PodcastImport]:
    """Return what a process could begin with now."""
    lost = Q(state=State.GOING, taken_until__lt=timezone.now())
    return PodcastImport.objects.filter(Q(state=State.WAITING) | lost).order_by("pk")


def claim() -> PodcastImport | None:
    """Return an import that nobody else is doing, None when there is none."""
    while True:
        job = unfinished().first()
        if job is None:
            return None
        mine = uuid4().hex
        same = unfinished().order_by().filter(pk=job.pk, taken_by=job.taken_by)
        if job.tries >= MOST_TRIES:
            same.update(state=State.FAILED, reason=BROKEN_OFF, taken_by="", finished_at=timezone.now())
        elif same.update(
            state=State.GOING, taken_by=mine, taken_until=timezone.now() + BELIEVED, tries=F("tries") + 1
        ):
            return PodcastImport.objects.select_related("podcast", "user").filter(taken_by=mine).first()


def tell(job: PodcastImport, done: int, total: int, title: str) -> bool:
    """Say that we live and how far we are; False when the coach stopped it, or another took over."""
    values: dict[str, Any] = {"done": done, "total": total, "title": title[:255]}
    if done > job.done:
        # It gets on: what breaks it off later is another matter.
        values["tries"] = 1
        job.done = done
    return bool(_mine(job).update(taken_until=timezone.now() + BELIEVED, **values))


def lives(job: PodcastImport) -> bool:
    """Say that we live, in the middle of an episode; False as with `tell`."""
    return bool(_mine(job).update(taken_until=timezone.now() + BELIEVED))


def finish(job: PodcastImport, report: dict[str, Any]) -> None:
    now = timezone.now()
    values: dict[str, Any] = {"report": report, "taken_by": "", "title": "", "finished_at": now, "feed": ""}
    if _mine(job).update(state=State.DONE, done=F("total"), **values):
        job.feed.delete(save=False)


def fail(job: PodcastImport, reason: str) -> None:
    _mine(job).update(state=State.FAILED, reason=reason[:255], taken_by="", finished_at=timezone.now())


def give_back(job: PodcastImport) -> None:
    """Let another go on, because we are told to stop; this counts as no try."""
    _mine(job).update(state=State.WAITING, taken_by="", taken_until=None, tries=F("tries") - 1)


def stop(job: PodcastImport) -> bool:
    """Stop in the name of the coach; False when it had ended already."""
    going = PodcastImport.objects.filter(pk=job.pk, state__in=(State.WAITING, State.GOING))
    return bool(going.update(state=State.STOPPED, taken_by="", title="", finished_at=timezone.now()))


def expire(now: datetime) -> int:
    """Let go of looks that led to nothing, old reports, and files that no row names; return how many rows."""
    old = PodcastImport.objects.filter(
        Q(state=State.LOOKED, created_at__lt=now - KEPT_LOOKS)
        | Q(finished_at__isnull=False, created_at__lt=now - KEPT)
    )
    count, _ = old.delete()
    storage = private_storage()
    try:
        names = {f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1]}
    except FileNotFoundError:
        return count
    for name in names - set(PodcastImport.objects.exclude(feed="").values_list("feed", flat=True)):
        # A file stands there a moment before its row.
        if storage.get_modified_time(name) < now - KEPT_LOOKS:
            storage.delete(name)
    return count


def _mine(job: PodcastImport) -> QuerySet[PodcastImport]:
    return PodcastImport.objects.filter(pk=job.pk, taken_by=job.taken_by, state=State.GOING)
