"""Covers as the feed has them: square JPEGs of 1400 pixels, made when one is chosen, never for a reader."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from images.models import SiteImage, SiteRendition

# Another name than the renditions of pages have: those that a new recipe no longer knows are removed.
SPEC = "fill-1400x1400|format-jpeg|jpegquality-82"
SIDE_LEAST, SIDE_MOST = 1400, 3000
TOO_SMALL = "Deze afbeelding is {} bij {} pixels. Een hoes is vierkant en 1400 tot 3000 pixels breed."


def is_cover(image: SiteImage) -> bool:
    """Say whether `image` is what Apple takes for a cover."""
    return bool(image.width == image.height and SIDE_LEAST <= image.width <= SIDE_MOST)


def covers(images: list[SiteImage | None]) -> dict[int, str]:
    """Return the address of each image's cover, by the id of the image; in one query. Some may have none."""
    wanted = {image.pk: image for image in images if image is not None}
    rows = SiteRendition.objects.filter(image__in=wanted, filter_spec=SPEC) if wanted else []
    found = {row.image_id: row.file.url for row in rows}
    for pk, image in wanted.items():
        if pk not in found and _is_cover_itself(image):
            found[pk] = image.file.url
    return found


def _is_cover_itself(image: SiteImage) -> bool:
    return is_cover(image) and image.file.name.lower().endswith((".jpg", ".jpeg", ".png"))


def make(image: SiteImage | None) -> None:
    """Make the cover of `image` once this transaction is there, unless it is too small or has one."""
    if image is not None and min(image.width, image.height) >= SIDE_LEAST:
        transaction.on_commit(lambda: image.get_rendition(SPEC), robust=True)


def _on_cover_used(instance: Any, **_: Any) -> None:
    if instance.cover_id:
        make(instance.cover)


def _on_picture_saved(instance: SiteImage, update_fields: Any = None, **_: Any) -> None:
    """A cover got another file or focus: its old rendition is gone."""
    if update_fields is not None and not {"file", "focal_point_x"} & set(update_fields):
        return
    from blog.models import PodcastEpisodePage, PodcastIndexPage

    if any(model.objects.filter(cover=instance).exists() for model in (PodcastEpisodePage, PodcastIndexPage)):
        make(instance)


def connect() -> None:
    from blog.models import PodcastEpisodePage, PodcastIndexPage

    for model in (PodcastEpisodePage, PodcastIndexPage):
        post_save.connect(_on_cover_used, sender=model)
    post_save.connect(_on_picture_saved, sender=SiteImage)
