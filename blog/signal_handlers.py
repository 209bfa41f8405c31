"""What follows when Wagtail changes something that readers see.

What raises the content version (`pagecache.versions.bump`), all in one table:

| change | where |
|---|---|
| page published, unpublished, moved, removed, its address changed | Wagtail's signals, here |
| anything in `SHOWN_EVERYWHERE` saved or removed | Django's signals, here |
| reaction approved, withdrawn, edited, erased | `comments.services`, `comments.privacy` |
"""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_migrate, post_save
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from blog.models import ArticleIndexPage, ArticlePage, Category, SiteSettings
from blog.roles import create_roles, let_editors_write_under
from blog.similarity import refresh_similar
from images.models import SiteImage
from leads.models import LeadMagnet
from pagecache.versions import bump

SHOWN_EVERYWHERE = (Category, LeadMagnet, PageViewRestriction, Redirect, Site, SiteImage, SiteSettings, Tag)


def on_visibility_changed(instance: Page, **_: Any) -> None:
    """A page appeared, changed or went."""
    if isinstance(instance.specific, ArticlePage):
        refresh_similar()
    bump()


def on_visible_change(**_: Any) -> None:
    bump()


def on_article_index_saved(instance: ArticleIndexPage, created: bool, raw: bool = False, **_: Any) -> None:
    """A list of articles came: editors may write in it. A dump that is loaded brings its own rights."""
    if created and not raw:
        let_editors_write_under(instance)


def connect() -> None:
    post_save.connect(on_article_index_saved, sender=ArticleIndexPage)
    page_published.connect(on_visibility_changed)
    page_unpublished.connect(on_visibility_changed)
    for moved in (page_slug_changed, post_page_move):
        moved.connect(on_visible_change)
    post_delete.connect(on_visible_change, sender=Page)
    for model in SHOWN_EVERYWHERE:
        post_save.connect(on_visible_change, sender=model)
        post_delete.connect(on_visible_change, sender=model)
    post_migrate.connect(create_roles, sender=apps.get_app_config("blog"))
