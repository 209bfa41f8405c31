"""Do the jobs that are due, one scheduler at a time, and write down what became of each."""

import logging
import threading
import traceback
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from mailing.locks import ProcessLock
from operations.jobs import Job, NotDone, Stopped
from operations.models import JobRun

logger = logging.getLogger("operations")

# Of a daily job that fails, in a day.
MOST_ATTEMPTS = 3
PAUSE_AFTER_FAILURE = timedelta(hours=1)
# A job of each round that went as the last time is written down this often; a change at once.
WRITTEN_EVERY = timedelta(minutes=1)
# One that runs beside the rounds tells so often that it does, and was broken off when it has not for long.
TELL_EVERY = timedelta(seconds=20)
SILENT_FOR = timedelta(minutes=2)
KEPT_FOR = timedelta(days=60)
Result = JobRun.Result


class SchedulerLock(ProcessLock):
    """Who holds it does the round."""

    file_name = "scheduler.lock"
    key = 7_306_013_405_212_002


class Rounds:
    """The rounds of one process."""

    def __init__(self) -> None:
        self.lock = SchedulerLock()
        self.stopping = threading.Event()
        self._beside: list[threading.Thread] = []

    def do(self, jobs: Iterable[Job], now: datetime) -> bool:
        """Do all that is due; return False where another scheduler is at it. Raises DatabaseError."""
        if not self.lock.acquire():
            return False
        try:
            self._do(tuple(jobs), now)
        finally:
            self._let_go()
        return True

    def _do(self, jobs: tuple[Job, ...], now: datetime) -> None:
        _break_off({job.name for job in jobs if job.beside}, now)
        # Of a job that was switched off since.
        JobRun.objects.filter(result=Result.WAITING).exclude(job__in=[job.name for job in jobs]).delete()
        asked = set(JobRun.objects.filter(result=Result.WAITING).values_list("job", flat=True))
        # One that runs beside the rounds still is not begun a second time.
        asked -= set(JobRun.objects.filter(result=Result.RUNNING).values_list("job", flat=True))
        runs = _runs_of_today(now)
        ended: list[tuple[Job, Result, str]] = []
        for job in jobs:
            if self.stopping.is_set():
                break
            if job.name in asked:
                waiting = JobRun.objects.filter(job=job.name, result=Result.WAITING).get()
                waiting.result, waiting.started_at, waiting.seen_at = Result.RUNNING, now, now
                waiting.save()
                self._begin(job, waiting, now)
            elif job.daily:
                if is_due(runs.get(job.name, []), now) and (run := _claim(job, runs, now)):
                    self._begin(job, run, now)
            else:
                ended.append((job, *_outcome(job, now)))
        _write_down(ended, now)

    def _begin(self, job: Job, run: JobRun, now: datetime) -> None:
        if not job.beside:
            _end(run, *_outcome(job, now))
            return
        thread = threading.Thread(target=self._do_beside, args=[job, run, now], daemon=True)
        thread.start()
        self._beside = [*filter(threading.Thread.is_alive, self._beside), thread]

    def _do_beside(self, job: Job, run: JobRun, now: datetime) -> None:
        try:
            _end(run, *_outcome(job, now, self._still_there(run)))
        except (OperationalError, InterfaceError):
            # It is broken off for the next round, which finds it silent.
            logger.exception("what became of the job %s could not be written down", job.name)
        finally:
            connection.close()

    def _still_there(self, run: JobRun) -> Callable[[], None]:
        told = run.seen_at

        def tell() -> None:
            nonlocal told
            if self.stopping.is_set():
                raise Stopped
            if timezone.now() - told > TELL_EVERY:
                told = timezone.now()
                JobRun.objects.filter(pk=run.pk).update(seen_at=told)

        return tell

    def stop(self, seconds: float) -> None:
        """Have what runs beside end, and wait for it."""
        self.stopping.set()
        for thread in self._beside:
            thread.join(seconds)

    def wait_beside(self) -> None:
        """Return when all that was begun beside has ended."""
        for thread in self._beside:
            thread.join()

    def _let_go(self) -> None:
        try:
            self.lock.release()
        except (OperationalError, InterfaceError):
            logger.info("the database went away before the lock was given back")


def ask_for(job: Job, now: datetime) -> bool:
    """Have a job done in the next round, whatever its time; return False where that was asked already."""
    try:
        with transaction.atomic():
            JobRun.objects.create(job=job.name, result=Result.WAITING, started_at=now, seen_at=now)
    except IntegrityError:
        return False
    return True


def is_asked() -> bool:
    """Say whether somebody waits for a job."""
    return JobRun.objects.filter(result=Result.WAITING).exists()


def is_due(runs_of_today: list[JobRun], now: datetime) -> bool:
    """Say whether a daily job has its turn: not done today, and no failure just now or too often."""
    if any(run.result in (Result.DONE, Result.RUNNING) for run in runs_of_today):
        return False
    if len(runs_of_today) >= MOST_ATTEMPTS:
        return False
    return all(now - run.seen_at >= PAUSE_AFTER_FAILURE for run in runs_of_today)


def expire(now: datetime) -> int:
    """Forget runs of long ago; return how many."""
    return JobRun.objects.filter(seen_at__lt=now - KEPT_FOR).exclude(result=Result.RUNNING).delete()[0]


def _runs_of_today(now: datetime) -> dict[str, list[JobRun]]:
    runs: dict[str, list[JobRun]] = {}
    for run in JobRun.objects.filter(day=timezone.localdate(now)):
        runs.setdefault(run.job, []).append(run)
    return runs


def _claim(job: Job, runs: dict[str, list[JobRun]], now: datetime) -> JobRun | None:
    """Take the turn of today; None where another was quicker, whatever the lock says."""
    attempt = 1 + max((run.attempt for run in runs.get(job.name, [])), default=0)
    try:
        with transaction.atomic():
            return JobRun.objects.create(
                job=job.name,
                result=Result.RUNNING,
                day=timezone.localdate(now),
                attempt=attempt,
                started_at=now,
                seen_at=now,
            )
    except IntegrityError:
        return None


def _break_off(beside: set[str], now: datetime) -> None:
    """Note of what seems to run that its process has ended: nobody but us is in a round."""
    running = JobRun.objects.filter(result=Result.RUNNING)
    if gone := [run.pk for run in running if run.job not in beside or now - run.seen_at > SILENT_FOR]:
        said = "Het proces hield ermee op voordat de taak klaar was."
        JobRun.objects.filter(pk__in=gone).update(result=Result.BROKEN_OFF, seen_at=now, said=said)


def _outcome(job: Job, now: datetime, *more: Any) -> tuple[Result, str]:
    """Do a job. What goes wrong is logged and stops no other; raises where the database is away for all."""
    try:
        came_of_it = job.work(now, *more)
    except Stopped:
        return Result.BROKEN_OFF, "De site werd gestopt."
    except Exception as error:  # noqa: BLE001 - see above
        logger.exception("the job %s could not be done", job.name)
        if isinstance(error, (OperationalError, InterfaceError)):
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        return Result.FAILED, where_from(error)
    return Result.DONE, came_of_it[:200] if isinstance(came_of_it, str) else ""


def where_from(error: BaseException) -> str:
    """Return the kind of an error and our line that it arose from, without its own words."""
    if isinstance(error, NotDone):
        return str(error)[:200]
    ours = str(settings.BASE_DIR)
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith(ours) and "site-packages" not in frame.filename
    ]
    place = f" in {Path(frames[-1].filename).relative_to(ours)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"[:200]


def _end(run: JobRun, result: Result, said: str) -> None:
    JobRun.objects.filter(pk=run.pk).update(result=result, said=said, seen_at=timezone.now())


@transaction.atomic
def _write_down(ended: list[tuple[Job, Result, str]], now: datetime) -> None:
    """Write down the jobs of this round, in one transaction: a row goes on where nothing changed."""
    changed: list[JobRun] = []
    for job, result, said in ended:
        last = JobRun.objects.filter(job=job.name).order_by("-seen_at", "-pk").first()
        if last is None or (last.result, last.said) != (result, said):
            changed.append(JobRun(job=job.name, result=result, said=said, started_at=now, seen_at=now))
        elif now - last.seen_at >= WRITTEN_EVERY:
            JobRun.objects.filter(pk=last.pk).update(seen_at=now)
    JobRun.objects.bulk_create(changed)
