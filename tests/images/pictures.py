"""Real picture files, and pictures of them."""

import io
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from images.making import make_waiting
from images.models import RenditionJob, SiteImage


def file_of(
    colour: Any = "sienna", size: tuple[int, int] = (1200, 800), file_format: str = "JPEG", **options: Any
) -> ContentFile:
    stream = io.BytesIO()
    mode = "RGBA" if isinstance(colour, tuple) and len(colour) == 4 else "RGB"
    Image.new(mode, size, colour).save(stream, file_format, **options)
    return ContentFile(stream.getvalue(), f"eb.{file_format.lower()}")


def make_image(file: ContentFile | None = None, **fields: Any) -> SiteImage:
    return SiteImage.objects.create(title="Eb", file=file or file_of(), **fields)


def ready_image(file: ContentFile | None = None, **fields: Any) -> SiteImage:
    image = make_image(file, **fields)
    assert make_waiting() == 1
    return SiteImage.objects.get(pk=image.pk)


def job_of(image: SiteImage) -> RenditionJob:
    return RenditionJob.objects.get(image=image)


def stored(image: SiteImage) -> set[str]:
    """Return the names of the files of its renditions that exist."""
    storage = image.file.storage
    names = image.renditions.values_list("file", flat=True)
    return {name for name in names if storage.exists(name)}
