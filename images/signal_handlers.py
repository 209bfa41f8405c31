"""Wagtail saves pictures in many places; each of them asks for renditions."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from images import queue
from images.making import make_first
from images.models import SiteImage

_ASKING = {"file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}

_all_left_to_the_maker = ContextVar("all_left_to_the_maker", default=False)


@contextmanager
def left_to_the_maker() -> Iterator[None]:
    """Save pictures without waiting for their first rendition: who brings a thousand shows none yet."""
    token = _all_left_to_the_maker.set(True)
    try:
        yield
    finally:
        _all_left_to_the_maker.reset(token)


def on_picture_saved(instance: SiteImage, raw: bool, update_fields: Any = None, **_: Any) -> None:
    if raw or (update_fields is not None and not _ASKING & set(update_fields)):
        return
    if queue.ask(instance) and not _all_left_to_the_maker.get():
        # After the commit: Wagtail's form still removes the renditions of a file that was replaced.
        transaction.on_commit(partial(make_first, instance.pk), robust=True)


def connect() -> None:
    post_save.connect(on_picture_saved, sender=SiteImage)
