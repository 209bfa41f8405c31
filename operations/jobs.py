"""What a scheduled job is, and which there are."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Job:
    """Something that has to happen at its time.

    `work` gets the moment of the round; what it returns is told to the coach where it is text. It must do no
    harm when done once too often. `daily`: once a day instead of in each round. `beside`: it takes long, so
    it has a thread of its own, and gets as its second argument what to call now and then; that raises
    `Stopped` when it has to end.
    """

    name: str
    label: str
    description: str
    work: Callable[..., object]
    daily: bool = False
    beside: bool = False
    is_on: Callable[[], bool] = _always


class NotDone(Exception):
    """A job that could not be done and says why: in Dutch, for the coach, with nobody's data in it."""


class Stopped(Exception):
    """The scheduler ends, and what it does beside has to end too."""


def all_jobs() -> tuple[Job, ...]:
    """Return the site's jobs that are switched on. They know all apps, so the project lists them."""
    jobs: tuple[Job, ...] = import_string(settings.SCHEDULED_JOBS)
    return tuple(job for job in jobs if job.is_on())
