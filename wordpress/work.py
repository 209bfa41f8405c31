"""Does the moves that wait, in a process of its own; when it is killed, another goes on."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, close_old_connections, connection

from wordpress import found, queue
from wordpress.files import at_hand
from wordpress.models import Move
from wordpress.reading.items import BadExport
from wordpress.roles import may_move
from wordpress.taking_over.run import Progress, take_over
from wordpress.taking_over.task import Options, Overtaken, Task

logger = logging.getLogger("wordpress")

GONE = "Het bestand is er niet meer. Kies het opnieuw."
NO_RIGHT = "Wie dit begon, mag geen site meer overnemen."
UNEXPECTED = "Er ging iets mis. Probeer het opnieuw; wat er al is, komt niet dubbel."
SIGN_OF_LIFE_SECONDS = 15.0


class Stopping(Exception):
    """This process is to end; another goes on."""


def do_waiting(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Do all moves that wait, and return how many. Raises DatabaseError."""
    count = 0
    while not is_stopping() and (job := queue.claim()):
        try:
            with _SignsOfLife(job) as alive:
                _do(job, alive, is_stopping)
            count += 1
        except Stopping:
            queue.give_back(job)
        except Overtaken:
            continue
        except FileNotFoundError:
            queue.fail(job, GONE)
        except BadExport as error:
            queue.fail(job, str(error))
        except DatabaseError:
            raise
        except Exception:  # noqa: BLE001 - whatever an export has in it, the coach is told and the next has its turn
            logger.exception("move %s could not be done", job.pk)
            queue.fail(job, UNEXPECTED)
    return count


def _do(job: Move, alive: "_SignsOfLife", is_stopping: Callable[[], bool]) -> None:
    if not may_move(job.user):
        queue.fail(job, NO_RIGHT)
        return

    def check() -> None:
        if is_stopping():
            raise Stopping
        if alive.is_overtaken.is_set():
            raise Overtaken

    def tell(progress: Progress) -> None:
        check()
        title = f"{progress.phase}: {progress.title}" if progress.title else progress.phase
        if not queue.tell(job, progress.done, progress.total, progress.rate, title):
            raise Overtaken

    is_look = job.state == Move.State.LOOKING
    with at_hand(job.export) as path:
        known = found.find(path, check).as_data() if is_look else job.report.get("found", {})
        task = Task(options=Options.from_data(job.options), dry_run=is_look, user=job.user, move=job)
        report = take_over(path, task, tell)
    queue.finish(job, {**report.as_data(), "found": known})


class _SignsOfLife:
    """Says beside the work, on a connection of its own, that we live: also where a file is slow to come."""

    def __init__(self, job: Move) -> None:
        self._job, self._ended = job, threading.Event()
        self._thread = threading.Thread(target=self._say, daemon=True)
        self.is_overtaken = threading.Event()

    def __enter__(self) -> "_SignsOfLife":
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._ended.set()
        self._thread.join()

    def _say(self) -> None:
        while not self._ended.wait(SIGN_OF_LIFE_SECONDS):
            close_old_connections()
            try:
                if not queue.lives(self._job):
                    self.is_overtaken.set()
            except DatabaseError:
                # Somebody else is writing, for long; next time then.
                connection.close()
        connection.close()
