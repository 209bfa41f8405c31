"""Which exports wait to be looked at or taken over, and who is doing so.

upload ─ look ─ claim ─ looking ─┬─ looked ─ the coach says yes ─ waiting ─ claim ─ going ─┬─ done
          ▲                      ├─ failed, with why                ▲                      ├─ failed, with why
          └─── no sign of life ──┘                                  └─── no sign of life ──┘

The coach may stop both, and go on. Of all exports one is done at a time: they write the same pages.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from audit.terms import keep
from leads.files import private_storage
from wordpress.files import forget_broken_uploads
from wordpress.models import Move
from wordpress.models.job import FOLDER

State = Move.State

# Longer than a process that lives is ever silent (work.SIGN_OF_LIFE_SECONDS), with much to spare.
BELIEVED = timedelta(minutes=2)
MOST_TRIES = 3
BROKEN_OFF = "Het brak drie keer op dezelfde plek af. Wat er al is, staat er."
EXPIRED = "Het bestand is weggegooid, omdat de bewaartijd om was. Kies het opnieuw om verder te gaan."
ACTIVE = {State.LOOK: State.LOOKING, State.WAITING: State.GOING}
AT_REST = (State.LOOKED, State.DONE, State.FAILED, State.STOPPED)
# Reports; a file that no row names stands there a moment before its row does.
KEPT, STRAY = timedelta(days=90), timedelta(days=1)


def look(job: Move, user: Any, options: dict[str, Any] | None = None) -> bool:
    """Let `job` be looked at; False when it is being done already, or its file has gone."""
    return _wait(job, State.LOOK, user, options)


def begin(job: Move, user: Any, options: dict[str, Any] | None = None) -> bool:
    """Let `job` be taken over, in the name of `user`; False as with `look`, or when nobody looked at it."""
    return bool(job.report) and _wait(job, State.WAITING, user, options)


def _wait(job: Move, state: Move.State, user: Any, options: dict[str, Any] | None) -> bool:
    values: dict[str, Any] = {} if options is None else {"options": options}
    with_file = Move.objects.filter(pk=job.pk, state__in=AT_REST).exclude(export="")
    return bool(
        with_file.update(
            **values,
            state=state,
            user=user,
            done=0,
            total=0,
            rate=0,
            title="",
            reason="",
            tries=0,
            finished_at=None,
        )
    )


def going_on() -> Move | None:
    """Return the move that is being done, or is the first to be."""
    return Move.objects.filter(state__in=[*ACTIVE, *ACTIVE.values()]).order_by("-taken_until", "pk").first()


def is_work() -> bool:
    return _unfinished().exists()


def _unfinished() -> QuerySet[Move]:
    lost = Q(state__in=ACTIVE.values(), taken_until__lt=timezone.now())
    return Move.objects.filter(Q(state__in=ACTIVE) | lost)


def claim() -> Move | None:
    """Return a move to do, None when there is none, or when somebody who lives is doing one."""
    with transaction.atomic():
        # Who claims at the same moment waits here, and then sees what we took.
        active = list(
            Move.objects.select_for_update().filter(state__in=[*ACTIVE, *ACTIVE.values()]).order_by("pk")
        )
        now = timezone.now()
        if any(job.taken_until and job.taken_until >= now for job in active):
            return None
        for job in active:
            if job.tries >= MOST_TRIES:
                _end(Move.objects.filter(pk=job.pk), State.FAILED, BROKEN_OFF)
                continue
            job.state = ACTIVE.get(State(job.state), State(job.state))
            job.taken_by, job.taken_until, job.tries = uuid4().hex, now + BELIEVED, job.tries + 1
            job.save(update_fields=["state", "taken_by", "taken_until", "tries"])
            return job
    return None


def tell(job: Move, done: int, total: int, rate: float, title: str) -> bool:
    """Say that we live and how far we are; False when the coach stopped it, or another took over."""
    values: dict[str, Any] = {"done": done, "total": total, "rate": rate, "title": title[:255]}
    if done > job.done:
        # It gets on: what breaks it off later is another matter.
        values["tries"] = 1
        job.done = done
    return bool(_mine(job).update(taken_until=timezone.now() + BELIEVED, **values))


def lives(job: Move) -> bool:
    """Say that we live, in between; False as with `tell`."""
    return bool(_mine(job).update(taken_until=timezone.now() + BELIEVED))


def finish(job: Move, report: dict[str, Any]) -> bool:
    ended = State.LOOKED if job.state == State.LOOKING else State.DONE
    return bool(
        _mine(job).update(
            state=ended,
            report=report,
            done=F("total"),
            title="",
            taken_by="",
            taken_until=None,
            finished_at=timezone.now(),
        )
    )


def fail(job: Move, reason: str) -> None:
    _end(_mine(job), State.FAILED, reason)


def give_back(job: Move) -> None:
    """Let another go on, because we are told to stop; this counts as no try."""
    waiting = State.LOOK if job.state == State.LOOKING else State.WAITING
    _mine(job).update(state=waiting, taken_by="", taken_until=None, tries=F("tries") - 1)


def stop(job: Move) -> bool:
    """Stop in the name of the coach; False when it had ended already."""
    return bool(_end(_active(job), State.STOPPED))


def throw_away(jobs: QuerySet[Move], reason: str) -> int:
    """Delete the exports of some moves, and end those that are being done; return how many files went.

    The rows change before this returns, so that nobody goes on with them; the files go when that is final.
    """
    with transaction.atomic():
        count = 0
        for job in jobs.exclude(export="").select_for_update().order_by("pk"):
            _end(_active(job), State.FAILED, reason)
            Move.objects.filter(pk=job.pk).update(export="")
            transaction.on_commit(partial(private_storage().delete, str(job.export.name)))
            count += 1
        return count


def expire(now: datetime) -> int:
    """Let go of exports and reports whose time is over, and of stray files; return how many rows."""
    forget_broken_uploads(now - STRAY)
    count = throw_away(Move.objects.filter(created_at__lt=now - keep("EXPORTS")), EXPIRED)
    count += Move.objects.filter(created_at__lt=now - KEPT, export="").delete()[0]
    storage = private_storage()
    try:
        names = {f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1]}
    except FileNotFoundError:
        return count
    for name in names - set(Move.objects.exclude(export="").values_list("export", flat=True)):
        if storage.get_modified_time(name) < now - STRAY:
            storage.delete(name)
    return count


def _end(jobs: QuerySet[Move], state: Move.State, reason: str = "") -> int:
    return jobs.update(
        state=state, reason=reason[:255], title="", taken_by="", taken_until=None, finished_at=timezone.now()
    )


def _active(job: Move) -> QuerySet[Move]:
    return Move.objects.filter(pk=job.pk, state__in=[*ACTIVE, *ACTIVE.values()])


def _mine(job: Move) -> QuerySet[Move]:
    return Move.objects.filter(pk=job.pk, taken_by=job.taken_by, state__in=ACTIVE.values())
