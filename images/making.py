"""Makes the renditions of a picture: each in its own small transaction, so that a killed maker loses one."""

import logging
from collections.abc import Callable
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from images import queue
from images.encoding import EXTENSIONS, encode
from images.models import RenditionJob, SiteImage, SiteRendition
from images.shapes import AVIF, FIRST, SHAPES, WHOLE, all_specs, is_for_readers, wagtail_filter
from images.signals import renditions_changed
from images.sources import Source, Task, Unreadable, read
from images.tint import mean_colour

logger = logging.getLogger("images")

UNEXPECTED = (
    "Er ging iets mis bij het maken. Probeer het opnieuw; lukt het weer niet, kies dan een ander bestand."
)


class Overtaken(Exception):
    """The picture changed or went while its renditions were made."""


def make_waiting(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Make the renditions of all that wait, and return of how many pictures. Raises DatabaseError."""
    made = 0
    while not is_stopping() and (job := queue.claim()):
        try:
            if _make(job, is_stopping):
                made += 1
            else:
                queue.give_back(job)
        except Unreadable as error:
            queue.fail(job, str(error))
        except Overtaken:
            continue
        except (OSError, ValueError, MemoryError):
            logger.exception("the renditions of picture %s could not be made", job.pk)
            queue.fail(job, UNEXPECTED)
    return made


def make_first(image_id: int) -> None:
    """Make one rendition that every browser can show, while the coach waits; leave failures to the maker."""
    image = SiteImage.objects.filter(pk=image_id).first()
    fallbacks = {name for name in all_specs("whole") if not name.endswith(AVIF)}
    if image is None or any(
        row.filter_spec in fallbacks and row.is_of(image) for row in image.renditions.all()
    ):
        return
    try:
        source = read(image, {"whole": WHOLE[: WHOLE.index(FIRST) + 1]})
        _set_colour(image, source)
        with transaction.atomic():
            _create(image, source, source.tasks()[-1])
            renditions_changed.send(SiteImage, image=image)
    except (Unreadable, Overtaken, OSError, ValueError, MemoryError) as error:
        logger.warning("picture %s has no first rendition: %s", image_id, error)


def _make(job: RenditionJob, is_stopping: Callable[[], bool]) -> bool:
    """Return False when told to stop before the end. Raises Unreadable and Overtaken."""
    image = job.image
    image.get_file_hash()
    source = read(image, SHAPES)
    _set_colour(image, source)
    tasks = source.tasks(with_avif=True)
    rows = list(image.renditions.all())
    there = {row.filter_spec for row in rows if row.is_of(image)}
    for number, task in enumerate(tasks):
        if is_stopping():
            return False
        if not queue.progress(job, number, len(tasks)):
            raise Overtaken
        if task.name not in there:
            _create(image, source, task)
    # Those of an earlier file, focus or recipe were shown until now.
    kept = {task.name for task in tasks}
    with transaction.atomic():
        for row in rows:
            if not row.is_of(image) or (is_for_readers(row.filter_spec) and row.filter_spec not in kept):
                SiteRendition.objects.filter(pk=row.pk).delete()
        if not queue.finish(job):
            raise Overtaken
        renditions_changed.send(SiteImage, image=image)
    return True


def _set_colour(image: SiteImage, source: Source) -> None:
    colour = mean_colour(source.picture) if source.is_opaque else ""
    if colour != image.mean_colour:
        SiteImage.objects.filter(pk=image.pk).update(mean_colour=colour)


def _create(image: SiteImage, source: Source, task: Task) -> None:
    """Write one rendition, in the place of an earlier file's. Raises Overtaken when the picture is gone."""
    key = wagtail_filter(task.name).get_cache_key(image)
    ending = ".".join(part for part in (key, task.cut.filter, EXTENSIONS[task.format]) if part)
    name = f"{Path(image.file.name).stem[: 59 - len(ending)]}.{ending}"
    storage = SiteRendition._meta.get_field("file").storage
    content = ContentFile(encode(source.cut(task.cut), task.format))
    stored = storage.save(SiteRendition(image=image).get_upload_to(name), content)
    # By the name of a file that is there: else the field decodes it once more to count its pixels.
    width, height = task.cut.size
    rendition = SiteRendition(
        image=image, filter_spec=task.name, focal_point_key=key, file=stored, width=width, height=height
    )
    try:
        with transaction.atomic():
            for earlier in image.renditions.filter(filter_spec=task.name, focal_point_key=key):
                earlier.delete()
            rendition.save(force_insert=True)
    except IntegrityError as error:
        # Another process was quicker, or the picture was removed.
        storage.delete(stored)
        if not SiteImage.objects.filter(pk=image.pk).exists():
            raise Overtaken from error
