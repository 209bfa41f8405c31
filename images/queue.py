"""Which pictures wait for their renditions, and who is making them.

waiting ─ claim ─ making ─┬─ made                (a sign of life with every rendition)
   ▲                      ├─ failed, with why    (the coach may try again)
   └── new file or focus, └─ no sign of life: another maker takes it over
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import uuid4

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from images.models import RenditionJob, SiteImage
from images.shapes import RECIPE, SHAPES

State = RenditionJob.State

# A rendition takes a second at most on a busy machine; so this long without one means that its maker is gone.
BELIEVED = timedelta(seconds=30)
MOST_TRIES = 3
BROKEN_OFF = "Het maken brak drie keer af, misschien omdat de afbeelding te groot is voor de server."


def wanted_for(image: SiteImage) -> str:
    """Return a name for what the renditions of `image` show now."""
    focus = (
        image.focal_point_x,
        image.focal_point_y,
        image.focal_point_width,
        image.focal_point_height,
    )
    return sha256(repr((RECIPE, sorted(SHAPES.items()), image.file.name, focus)).encode()).hexdigest()


def ask(image: SiteImage) -> bool:
    """Queue `image` when its renditions are not of its present file and focus; tell whether it was."""
    wanted = wanted_for(image)
    _, is_new = RenditionJob.objects.get_or_create(image=image, defaults={"wanted": wanted})
    return is_new or _wait(RenditionJob.objects.filter(image=image).exclude(wanted=wanted), wanted=wanted)


def ask_for_all() -> None:
    """Queue all pictures whose renditions are of another recipe, or were never asked for."""
    for image in SiteImage.objects.select_related("rendition_job").defer("description").iterator(200):
        job = getattr(image, "rendition_job", None)
        if job is None or job.wanted != wanted_for(image):
            ask(image)


def retry(image_id: int) -> bool:
    return _wait(RenditionJob.objects.filter(image=image_id, state=State.FAILED))


def make_again(image_ids: Iterable[int]) -> None:
    """Queue pictures that were ready, because renditions of theirs are gone."""
    _wait(RenditionJob.objects.filter(image__in=image_ids, state=State.MADE))


def unfinished(now: datetime) -> Q:
    return Q(state=State.WAITING) | Q(state=State.MAKING, taken_until__lt=now)


def is_work() -> bool:
    return RenditionJob.objects.filter(unfinished(timezone.now())).exists()


def claim() -> RenditionJob | None:
    """Return a picture that nobody else is making renditions of, None when there is none."""
    now = timezone.now()
    while True:
        job = RenditionJob.objects.filter(unfinished(now)).order_by("tries", "pk").first()
        if job is None:
            return None
        mine = uuid4().hex
        same = RenditionJob.objects.filter(unfinished(now), pk=job.pk, taken_by=job.taken_by)
        if job.tries >= MOST_TRIES:
            same.update(state=State.FAILED, reason=BROKEN_OFF, taken_by="", taken_until=None)
        elif same.update(
            state=State.MAKING, taken_by=mine, taken_until=now + BELIEVED, tries=F("tries") + 1, reason=""
        ):
            return RenditionJob.objects.select_related("image").filter(taken_by=mine).first()


def progress(job: RenditionJob, done: int, total: int) -> bool:
    """Say that we live and how far we are; False when the picture changed meanwhile, or another took over."""
    return bool(_mine(job).update(done=done, total=total, taken_until=timezone.now() + BELIEVED))


def finish(job: RenditionJob) -> bool:
    return bool(_mine(job).update(state=State.MADE, done=F("total"), taken_by="", taken_until=None, tries=0))


def fail(job: RenditionJob, reason: str) -> None:
    _mine(job).update(state=State.FAILED, reason=reason[:255], taken_by="", taken_until=None)


def give_back(job: RenditionJob) -> None:
    """Let another go on, because we are told to stop; this counts as no try."""
    _mine(job).update(state=State.WAITING, taken_by="", taken_until=None, tries=F("tries") - 1)


def _mine(job: RenditionJob):
    return RenditionJob.objects.filter(pk=job.pk, taken_by=job.taken_by, state=State.MAKING)


@transaction.atomic
def _wait(jobs, **fields: str) -> bool:
    return bool(
        jobs.update(
            state=State.WAITING, done=0, total=0, reason="", taken_by="", taken_until=None, tries=0, **fields
        )
    )
