"""What is drawn on cards changed: they are to be drawn anew. Pages themselves: blog.signal_handlers."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page

from blog.models import Category, SiteSettings
from blog.seo import pictures
from images.models import SiteImage
from images.signals import renditions_changed


def on_page_shown(instance: Page, raw: bool = False) -> None:
    """A page that readers see was saved."""
    if not raw and instance.live and instance.depth > 1:
        pictures.ask([instance.pk])


def on_site_words_changed(raw: bool = False, created: bool = False, **_: Any) -> None:
    """The name of the practice or of a category may stand on any card; most turn out to be as they were."""
    if not raw and not created:
        pictures.ask_for_all()


def on_picture_changed(image: SiteImage, **_: Any) -> None:
    pictures.ask_for_pages_with(image.pk)


def connect() -> None:
    for model in (Category, SiteSettings):
        post_save.connect(on_site_words_changed, sender=model)
    renditions_changed.connect(on_picture_changed)
