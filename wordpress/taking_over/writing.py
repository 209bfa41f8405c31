"""Writes pages by the thousand, in rows as publishing would have left them, and then what follows from them.

Wagtail's own way takes some fifty queries a page, and half a second more in the signals of one that is
published. What those signals do is done here once for all pages of a batch, in its transaction: the index
of references, both searches, the content version, cards to be drawn, search engines to be told. Which
articles are alike is worked out at the end of a run (`blog.similarity.refresh_missing`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, F, Value, When
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends
from wagtail.signals import page_slug_changed

from blog import indexnow
from blog.models import ArticlePage, SimilarArticle
from blog.models.base import SitePage
from blog.redirects import free_addresses
from blog.seo import pictures
from pagecache.versions import bump
from search import indexing
from wordpress.models import Imported
from wordpress.taking_over import relations
from wordpress.taking_over.keys import Keys
from wordpress.taking_over.kinds import State
from wordpress.taking_over.placing import Placing


@dataclass(slots=True)
class Standing:
    """How a page stands: what readers may have of it, and when things happened to it."""

    state: State
    published_at: datetime | None = None
    modified_at: datetime | None = None
    password: str = ""


@dataclass(slots=True)
class _Written:
    """A page that was written or will be, for which item, and the version of it that is still to be kept."""

    page: SitePage
    old_id: int
    version: Revision | None = None
    # Under which page a new one comes, until its row is written.
    parent_id: int = 0
    is_new: bool = False
    password: str = ""
    record: Imported | None = None


class Writer:
    """Writes within one transaction; `flush` before it ends.

    Pages that are new get their key and their place at once, and their rows together (`write_rows`).
    """

    def __init__(self, user: Any = None) -> None:
        self.user = user
        self._written: dict[int, _Written] = {}
        self._placing, self._keys = Placing(), Keys(Page)

    def expect(self, slugs: list[str]) -> None:
        """Let so many pages come with these slugs, or about: what they need is looked up at once."""
        self._keys.expect(len(slugs))
        self._placing.expect(slugs)

    def let_find(self, page: SitePage) -> None:
        """Write the rows of new pages that blocks of `page` name: whoever reads those looks them up."""
        coming = {pk for pk, one in self._written.items() if one.parent_id}
        if coming and not coming.isdisjoint(relations.numbers_in(page)):
            self.write_rows()

    def add(
        self,
        page: SitePage,
        parent_id: int,
        standing: Standing,
        old_id: int = 0,
        record: Imported | None = None,
    ) -> None:
        """Put a new page under `parent_id`, as the last one there. Raises ValidationError.

        What belongs to it, `record` too, is written with that of the others of the batch.
        """
        self._placing.place(page, parent_id)
        try:
            self._stand(page, standing)
            check(page)
        except Exception:
            self._placing.drop(page, parent_id)
            raise
        now = timezone.now()
        page.latest_revision_created_at = min(standing.modified_at or now, now)
        page.pk = page.page_ptr_id = page.id = self._keys.next()
        self._placing.keep(page, parent_id)
        version = self._version(page, standing, page.latest_revision_created_at)
        self._written[page.pk] = _Written(
            page, old_id, version, parent_id, is_new=True, password=standing.password, record=record
        )

    def change(
        self, page: SitePage, names: Iterable[str], standing: Standing, *, new_version: bool, old_id: int = 0
    ) -> None:
        """Write the fields `names` of `page`, a latest version. Raises ValidationError."""
        names = set(names)
        if "slug" in names:
            self._placing.rename(page)
        if "state" in names:
            if page.live and standing.state is not State.LIVE:
                page.unpublish(user=self.user)
            self._stand(page, standing)
        check(page)
        if "slug" in names:
            before = Page.objects.get(pk=page.pk).specific
            page.save(update_fields=["slug", "url_path"], clean=False)
            if page.live:
                # As publishing would: the address that it had here leads on.
                page_slug_changed.send(sender=type(page), instance=page, instance_before=before)
        if "password" in names:
            restrictions = PageViewRestriction.objects.filter(page_id=page.pk)
            restrictions.filter(restriction_type=PageViewRestriction.PASSWORD).delete()
            if standing.password:
                _restrict(page, standing.password)
        columns = {each.name: each for each in page._meta.concrete_fields if not each.primary_key}
        derived = {"word_count", "reading_minutes", "draft_title"} & columns.keys()
        state = {"live", "go_live_at", "first_published_at", "expired"} if "state" in names else set()
        written = {name: getattr(page, name) for name in (names | derived | state) & columns.keys()}
        type(page)._base_manager.filter(pk=page.pk).update(**written)
        relations.write(page, names)
        version = None
        if new_version:
            page.latest_revision_created_at = now = timezone.now()
            page.last_published_at = now if page.live else page.last_published_at
            page.has_unpublished_changes = not page.live
            page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
            version = self._version(page, standing, now)
            Page.objects.filter(pk=page.pk).update(
                latest_revision_created_at=now,
                last_published_at=page.last_published_at,
                has_unpublished_changes=page.has_unpublished_changes,
            )
        else:
            Revision.objects.filter(pk=page.latest_revision_id).update(content=page.serializable_data())
        self._written[page.pk] = _Written(page, old_id, version)

    def flush(self) -> None:
        """Let all follow from what was written since the last time, the rows of new pages too."""
        written = list(self._written.values())
        pages = [one.page for one in written]
        relations.write_new([one.page for one in written if one.is_new])
        self._keep_versions([one for one in written if one.version is not None and not one.is_new])
        Imported.objects.bulk_create(one.record for one in written if one.record is not None)
        shown = [page for page in pages if page.live]
        relations.index_new([one.page for one in written if one.is_new])
        for one in written:
            if not one.is_new:
                ReferenceIndex.create_or_update_for_object(one.page)
        by_model: dict[type[SitePage], list[SitePage]] = {}
        for page in pages:
            by_model.setdefault(type(page), []).append(page)
        for backend in get_search_backends(with_auto_update=True):
            for model, found in by_model.items():
                backend.add_bulk(model, found)
        indexing.refresh_pages(pages)
        articles = [page.pk for page in pages if isinstance(page, ArticlePage)]
        SimilarArticle.objects.filter(article__in=articles).delete()
        if shown:
            free_addresses(shown)
            pictures.ask(page.pk for page in shown)
            if indexnow.is_on():
                indexnow.tell(page.full_url for page in shown if indexnow.is_to_be_found(page))
            bump()
        self.forget()

    def write_rows(self) -> None:
        """Write the rows of new pages and their first versions, so that others find those in the tree."""
        new = [one for one in self._written.values() if one.parent_id]
        if not new:
            return
        self._placing.count_children()
        relations.complete([one.page for one in new])
        versions = Keys(Revision)
        versions.expect(len(new))
        by_model: dict[type[SitePage], list[SitePage]] = {}
        for one in new:
            page, version = one.page, one.version
            by_model.setdefault(type(page), []).append(page)
            if version is not None:
                version.pk, version.content = versions.next(), page.serializable_data()
                page.latest_revision = version
                page.live_revision = version if page.live else None
        rows: Any = Page._base_manager.all()
        # `bulk_create` refuses models with a parent table.
        rows._batched_insert([one.page for one in new], Page._meta.local_concrete_fields, batch_size=None)
        for model, pages in by_model.items():
            rows = model._base_manager.all()
            rows._batched_insert(pages, model._meta.local_concrete_fields, batch_size=None)
        Revision.objects.bulk_create([one.version for one in new if one.version is not None])
        for one in new:
            if one.password:
                _restrict(one.page, one.password)
            one.parent_id = 0
            one.page._state.adding, one.page._state.db = False, rows.db
        self._placing.forget()

    def depth_of(self, page_id: int) -> int | None:
        """Return how deep a page stands, None when it is not here."""
        return self._placing.depth_of(page_id)

    def drop(self, old_id: int) -> None:
        """Forget what was written for this item: it was taken back."""
        for pk, one in list(self._written.items()):
            if one.old_id == old_id:
                if one.parent_id:
                    self._placing.drop(one.page, one.parent_id)
                del self._written[pk]
        if not any(one.parent_id for one in self._written.values()):
            self._placing.forget()

    def forget(self) -> None:
        """Drop what was written: its transaction is taken back."""
        self._written = {}
        self._placing.forget()
        self._keys.forget()

    def _stand(self, page: SitePage, standing: Standing) -> None:
        page.live = standing.state is State.LIVE
        page.expired = False
        page.has_unpublished_changes = not page.live
        page.go_live_at = standing.published_at if standing.state is State.SCHEDULED else None
        page.draft_title = page.title
        if page.live:
            page.first_published_at = standing.published_at or standing.modified_at or timezone.now()
            page.last_published_at = max(
                standing.modified_at or page.first_published_at, page.first_published_at
            )

    def _version(self, page: SitePage, standing: Standing, when: datetime) -> Revision:
        return Revision(
            content_type_id=page.content_type_id,
            base_content_type=page.get_base_content_type(),
            object_id=str(page.pk),
            created_at=when,
            user=self.user,
            object_str=str(page)[:255],
            approved_go_live_at=page.go_live_at if standing.state is State.SCHEDULED else None,
        )

    def _keep_versions(self, written: list[_Written]) -> None:
        versions = {one.page.pk: one.version for one in written if one.version is not None}
        if not versions:
            return
        for one in written:
            versions[one.page.pk].content = one.page.serializable_data()
        Revision.objects.bulk_create(versions.values())
        for one in written:
            one.page.latest_revision = one.version
            one.page.live_revision = one.version if one.page.live else one.page.live_revision
        latest = Case(*(When(pk=pk, then=Value(version.pk)) for pk, version in versions.items()))
        Page.objects.filter(pk__in=versions).update(latest_revision_id=latest)
        Page.objects.filter(pk__in=versions, live=True).update(live_revision_id=F("latest_revision_id"))


def _restrict(page: SitePage, password: str) -> None:
    PageViewRestriction.objects.create(
        page_id=page.pk, restriction_type=PageViewRestriction.PASSWORD, password=password
    )


def check(page: SitePage) -> None:
    """Refuse what could not be saved. Raises ValidationError.

    Keys to other rows were made here a moment ago; to look each of them up would be ten queries a page.
    """
    keys = [each.name for each in page._meta.concrete_fields if each.is_relation]
    own = [*keys, "path", "depth", "slug", "url_path"]
    # A slug that is free was found a moment ago too.
    page._check_slug_is_unique = lambda: None
    try:
        page.full_clean(exclude=own, validate_unique=False, validate_constraints=False)
    finally:
        del page._check_slug_is_unique
