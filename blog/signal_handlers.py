"""What follows when Wagtail changes something that readers see.

What raises the content version (`pagecache.versions.bump`), in the transaction of the change, all in one
table. Each row has tests in tests/pagecache/test_what_raises.py.

| change | where |
|---|---|
| page published, scheduled or not; a published page saved by any other code | saving a live page, here |
| page unpublished or expired | saving what was live, here |
| page moved, reordered, given another address; the redirects that this brings | signals of Wagtail, here |
| page copied or aliased while live; alias brought up to date with its source | saving a live page, here |
| page removed, with all below it | Django's signal, here |
| categories, tags, authors, related articles of a page | saved along with their live page, here |
| whatever is in `SHOWN` saved or removed: what stands on more pages than its own | Django's signals, here |
| rendition removed: by a focal point, another file, or the command that makes them anew | here |
| renditions of a picture made: the first of a new one, and when all are there | here |
| reaction approved (by itself too), changed, shortened, pinned, withdrawn, judged otherwise | its service |
| reaction that was shown erased or blanked | `comments.privacy` |
| card for sharing drawn | `blog.seo.pictures` |
| conversation closed by its age | `comments.chores` |

What does not, because nothing that is kept for readers changes: a draft; a planned or locked page; a reaction
that waits, or its rejection; a report; a sign-up; a view that was counted; somebody logging in; a user's name
(an answer keeps the name it was given under); the groups that may pass a restriction (who logs in gets no
kept page); the file of a gift (only a page behind a token names it); one of many renditions that was made.
"""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_delete, post_migrate, post_save, pre_save
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import (
    autocreate_redirects_on_page_move,
    autocreate_redirects_on_slug_change,
)
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, Site, get_page_models
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from blog.models import ArticleIndexPage, ArticlePage, Category, SiteSettings
from blog.roles import create_roles, let_editors_write_under
from blog.seo.signal_handlers import on_page_shown
from blog.similarity import refresh_around
from comments.models import CommentSettings
from images.models import SiteImage, SiteRendition
from images.signals import renditions_changed
from leads.models import LeadMagnet
from pagecache.versions import bump

SHOWN: tuple[type[Model], ...] = (
    Category,
    CommentSettings,
    LeadMagnet,
    PageViewRestriction,
    Redirect,
    Site,
    SiteImage,
    SiteSettings,
    Tag,
    get_document_model(),
)
# Fields of a live page that Wagtail saves by themselves and that no reader sees.
BOOKKEEPING = frozenset(
    {
        *("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"),
        *("go_live_at", "expire_at", "locked", "locked_at", "locked_by", "alias_of_id", "live_revision"),
    }
)


def on_visibility_changed(instance: Page, **_: Any) -> None:
    """An article appeared, changed or went: the others may have other neighbours now."""
    article = instance.specific
    if isinstance(article, ArticlePage):
        refresh_around(article)
        bump()


def before_page_saved(instance: Page, raw: bool = False, update_fields: Any = None, **_: Any) -> None:
    """Note whether readers could see the page until now; one that stays live need not be asked about."""
    goes = (
        not raw and not instance.live and instance.pk and (update_fields is None or "live" in update_fields)
    )
    instance._goes = goes and Page.objects.filter(pk=instance.pk, live=True).exists()


def on_page_saved(instance: Page, update_fields: Any = None, raw: bool = False, **_: Any) -> None:
    """A page that readers see, or saw until now, was saved: in the transaction that Wagtail saves it in."""
    is_seen = instance.live or instance._goes
    if is_seen and (update_fields is None or not BOOKKEEPING.issuperset(update_fields)):
        bump()
        on_page_shown(instance, raw)


def on_visible_change(update_fields: Any = None, **_: Any) -> None:
    # A picture notes the hash of its file while a reader waits for a rendition.
    if update_fields is None or set(update_fields) != {"file_hash"}:
        bump()


def on_article_index_saved(instance: ArticleIndexPage, created: bool, raw: bool = False, **_: Any) -> None:
    """A list of articles came: editors may write in it. A dump that is loaded brings its own rights."""
    if created and not raw:
        let_editors_write_under(instance)


def connect() -> None:
    post_save.connect(on_article_index_saved, sender=ArticleIndexPage)
    for model in get_page_models():
        pre_save.connect(before_page_saved, sender=model)
        post_save.connect(on_page_saved, sender=model)
    page_published.connect(on_visibility_changed)
    page_unpublished.connect(on_visibility_changed)
    # Wagtail connects these two itself, after us: the redirects have to be there when the version rises.
    page_slug_changed.connect(autocreate_redirects_on_slug_change)
    post_page_move.connect(autocreate_redirects_on_page_move)
    for moved in (page_slug_changed, post_page_move):
        moved.connect(on_visible_change)
    post_delete.connect(on_visible_change, sender=Page)
    post_delete.connect(on_visible_change, sender=SiteRendition)
    renditions_changed.connect(on_visible_change)
    for model in SHOWN:
        post_save.connect(on_visible_change, sender=model)
        post_delete.connect(on_visible_change, sender=model)
    post_migrate.connect(create_roles, sender=apps.get_app_config("blog"))
