"""Old permalinks lead to where things are now, each in one step, as redirects that the coach can see."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.dead_links.addresses import Target, look_up
from blog.models import ArticleIndexPage
from pagecache.versions import bump
from wordpress.models import Imported
from wordpress.reading.items import Contents
from wordpress.taking_over.addresses import OldSite, id_in, path_of
from wordpress.taking_over.file_addresses import address_of

Kind = Imported.Kind
# As WordPress calls these unless it is told otherwise; an export doesn't say.
CATEGORIES, TAGS, AUTHORS = "category", "tag", "author"
LONGEST = 255
_AT_ONCE = 500


class _Goal(NamedTuple):
    """A page and a part of it, or where there is none an address."""

    page_id: int | None
    route: str = ""
    link: str = ""


def lead_here(site: str, contents: Contents) -> int:
    """Write a redirect from each old address that is another one now; return how many lead here in all.

    None over what answers at an address here, none over what somebody made by hand, none to another
    redirect. They count as made by themselves: what gets such an address later takes it back
    (blog.redirects). Addresses longer than a redirect can hold are answered by wordpress.old_addresses.
    """
    ours = Site.objects.filter(is_default_site=True).first()
    if ours is None:
        return 0
    wanted: dict[str, _Goal] = {}
    for path, goal in _wanted(site, contents, ours):
        if path and len(old := Redirect.normalise_path(path)) <= LONGEST:
            wanted.setdefault(old, goal)
    standing = created = 0
    remaining = iter(wanted.items())
    while part := dict(islice(remaining, _AT_ONCE)):
        there = {row.old_path: row for row in Redirect.get_for_site(ours).filter(old_path__in=part)}
        standing += sum(_is_same(row, part[path]) for path, row in there.items())
        free = {path: goal for path, goal in part.items() if path not in there}
        found = look_up((f"{path}/" for path in free), follow=False)
        rows = [
            Redirect(
                old_path=path,
                site=ours,
                redirect_page_id=goal.page_id,
                redirect_page_route_path=goal.route,
                redirect_link=goal.link,
                automatically_created=True,
            )
            for path, goal in free.items()
            if not _is_taken(found[f"{path}/"], goal)
        ]
        Redirect.objects.bulk_create(rows, batch_size=_AT_ONCE, ignore_conflicts=True)
        created += len(rows)
    if created:
        bump()
    return standing + created


def _is_taken(here: Target, goal: _Goal) -> bool:
    """Say whether readers get something here, or it is the very page that will stand here when published."""
    return not here.problem or (here.page_id is not None and here.page_id == goal.page_id)


def _is_same(row: Redirect, goal: _Goal) -> bool:
    return (row.redirect_page_id, row.redirect_page_route_path) == (goal.page_id, goal.route)


def _wanted(site: str, contents: Contents, ours: Site) -> Iterator[tuple[str, _Goal]]:
    base = OldSite(contents.header).home_path
    yield from _of_items(site, contents, ours)
    index = ArticleIndexPage.objects.live().order_by("path").first()
    if index is not None:
        yield from _of_categories(site, base, index.pk)
        yield from _of_tags(contents, base, index.pk)
    yield from _of_authors(site, base)


def _of_items(site: str, contents: Contents, ours: Site) -> Iterator[tuple[str, _Goal]]:
    records = Imported.objects.filter(site=site)
    pages = dict(records.filter(kind=Kind.ITEM, page__isnull=False).values_list("old_id", "page"))
    attachments = []
    for entry in contents.entries.values():
        if id_in(entry.link):
            continue
        if page_id := pages.get(entry.id):
            yield path_of(entry.link), _Goal(page_id)
        elif entry.kind == "attachment" and (parent := pages.get(entry.parent)):
            yield path_of(entry.link), _Goal(parent)
        elif entry.kind == "attachment":
            attachments.append(entry)
    for start in range(0, len(attachments), _AT_ONCE):
        part = {entry.id: entry for entry in attachments[start : start + _AT_ONCE]}
        files = records.filter(kind=Kind.MEDIA, old_id__in=part).select_related("image")
        for record in files:
            address = address_of(record)
            if address:
                link = address if "://" in address else f"{ours.root_url}{address}"
                yield path_of(part[record.old_id].link), _Goal(None, link=link)


def _of_categories(site: str, base: str, index_id: int) -> Iterator[tuple[str, _Goal]]:
    records = Imported.objects.filter(site=site, kind=Kind.CATEGORY, category__isnull=False)
    for path, slug in records.order_by("pk").values_list("old_path", "category__slug"):
        goal = _Goal(index_id, f"/categorie/{slug}/")
        yield path, goal
        # WordPress answers without those above it too.
        yield f"{base}/{CATEGORIES}/{path.rpartition('/')[2]}", goal


def _of_tags(contents: Contents, base: str, index_id: int) -> Iterator[tuple[str, _Goal]]:
    here = {name.casefold(): slug for name, slug in Tag.objects.values_list("name", "slug")}
    for term in contents.terms:
        if term.taxonomy == "post_tag" and (slug := here.get(term.name.casefold())):
            yield path_of(f"{base}/{TAGS}/{term.slug}"), _Goal(index_id, f"/onderwerp/{slug}/")


def _of_authors(site: str, base: str) -> Iterator[tuple[str, _Goal]]:
    records = Imported.objects.filter(site=site, kind=Kind.AUTHOR, page__isnull=False)
    for path, login, page_id in records.order_by("pk").values_list("old_path", "guid", "page"):
        yield path, _Goal(page_id)
        yield f"{base}/{AUTHORS}/{_nice_name(login)}", _Goal(page_id)


def _nice_name(login: str) -> str:
    """Return what WordPress makes of a login in an address (sanitize_title): a dot becomes a dash."""
    plain = unicodedata.normalize("NFKD", login).encode("ascii", "ignore").decode().lower().replace(".", "-")
    return re.sub(r"[\s-]+", "-", re.sub(r"[^a-z0-9_\s-]", "", plain)).strip("-")
