"""Takes over the podcasts that wait, in a process of its own; when it is killed, another goes on."""

import logging
import time
from collections.abc import Callable
from functools import partial

from django.db import DatabaseError

from blog.models import PodcastImport
from blog.podcast import import_queue as queue
from blog.podcast.fetching import fetch
from blog.podcast.importing import Task, take_over
from blog.podcast.reading import BadFeed, parse

logger = logging.getLogger("blog")

GONE = "Het bestand van de feed is er niet meer. Begin opnieuw."
NO_RIGHT = "Wie dit begon, mag geen afleveringen meer toevoegen."
UNEXPECTED = "Er ging iets mis. Probeer het opnieuw; wat er al is, komt niet dubbel."
SIGN_OF_LIFE_SECONDS = 5.0


class Stopping(Exception):
    """This process is to end; another goes on."""


class Overtaken(Exception):
    """The coach stopped it, or another process took it over."""


def do_waiting(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Take over all that wait, and return how many. Raises DatabaseError."""
    count = 0
    while not is_stopping() and (job := queue.claim()):
        try:
            _do(job, is_stopping)
            count += 1
        except Stopping:
            queue.give_back(job)
        except Overtaken:
            continue
        except FileNotFoundError:
            queue.fail(job, GONE)
        except BadFeed as error:
            queue.fail(job, str(error))
        except DatabaseError:
            raise
        except Exception:  # noqa: BLE001 - whatever a feed has in it, the coach is told and the next has its turn
            logger.exception("podcast import %s could not be done", job.pk)
            queue.fail(job, UNEXPECTED)
    return count


def _do(job: PodcastImport, is_stopping: Callable[[], bool]) -> None:
    may = job.podcast.permissions_for_user(job.user) if job.user else None
    if may is None or not may.can_add_subpage():
        queue.fail(job, NO_RIGHT)
        return

    def tell(done: int, total: int, title: str) -> None:
        if is_stopping():
            raise Stopping
        if not queue.tell(job, done, total, title):
            raise Overtaken

    with job.feed.open("rb") as file:
        read = parse(file.read())
    task = Task(
        download=job.download,
        publish=may.can_publish_subpage(),
        user=job.user,
        job=job,
        get=partial(fetch, told=_Alive(job, is_stopping)),
    )
    queue.finish(job, take_over(read, job.podcast, task, tell).as_data())


class _Alive:
    """Called with each piece of a sound that comes in: says now and then that we are at it."""

    def __init__(self, job: PodcastImport, is_stopping: Callable[[], bool]) -> None:
        self._job, self._is_stopping, self._said = job, is_stopping, time.monotonic()

    def __call__(self) -> None:
        if self._is_stopping():
            raise Stopping
        if time.monotonic() - self._said > SIGN_OF_LIFE_SECONDS:
            self._said = time.monotonic()
            if not queue.lives(self._job):
                raise Overtaken
