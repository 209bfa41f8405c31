"""What follows for the search when something that readers can find changes.

| change | what follows |
|---|---|
| page saved, published, unpublished, expired | that page is read again, or forgotten |
| page moved; restriction put on a page or taken off it | so are all pages under it |
| page or gift removed | the database takes the entry along; its words and postings go |
| gift saved, switched on or off | that gift is read again, or forgotten |
| category given another name | so are its articles |
| synonyms or promoted results changed | the content version rises, with which they are kept |
"""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from blog.models import ArticlePage, Category
from blog.signal_handlers import BOOKKEEPING
from leads.models import LeadMagnet
from pagecache.versions import bump
from search import indexing
from search.models import Entry, Posting, Synonyms
from search.reading import KINDS


def on_page_saved(instance: Page, raw: bool = False, update_fields: Any = None, **_: Any) -> None:
    if not raw and (update_fields is None or not BOOKKEEPING.issuperset(update_fields)):
        indexing.refresh_page(instance)


def on_page_changed(instance: Page, **_: Any) -> None:
    indexing.refresh_page(instance)


def on_page_moved(instance: Page, **_: Any) -> None:
    indexing.refresh_under(Page.objects.get(pk=instance.pk))


def on_restriction_changed(instance: PageViewRestriction, origin: Any = None, **_: Any) -> None:
    # Taken along by its page, which is still there for a moment: nothing of that may be found again.
    if issubclass(getattr(origin, "model", type(origin)), Page):
        return
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        indexing.refresh_under(page)


def on_gift_saved(instance: LeadMagnet, raw: bool = False, **_: Any) -> None:
    if not raw:
        indexing.refresh_gift(instance)


def on_category_saved(instance: Category, created: bool, raw: bool = False, **_: Any) -> None:
    if not created and not raw:
        for article in ArticlePage.objects.live().filter(categories=instance):
            indexing.refresh_page(article)


def before_entry_deleted(instance: Entry, **_: Any) -> None:
    indexing.take_out(instance)


def on_choice_changed(**_: Any) -> None:
    bump()


def fill_when_empty(**_: Any) -> None:
    """A site that had pages before it had this search, or before it had these postings."""
    if not Posting.objects.exists() and any(kind.objects.live().exists() for kind in KINDS):
        indexing.rebuild()


def connect() -> None:
    for kind in KINDS:
        post_save.connect(on_page_saved, sender=kind)
    page_published.connect(on_page_changed)
    page_unpublished.connect(on_page_changed)
    post_page_move.connect(on_page_moved)
    for signal in (post_save, post_delete):
        signal.connect(on_restriction_changed, sender=PageViewRestriction)
        for model in (Synonyms, SearchPromotion):
            signal.connect(on_choice_changed, sender=model)
    post_save.connect(on_gift_saved, sender=LeadMagnet)
    post_save.connect(on_category_saved, sender=Category)
    pre_delete.connect(before_entry_deleted, sender=Entry)
    post_migrate.connect(fill_when_empty, sender=apps.get_app_config("search"))
