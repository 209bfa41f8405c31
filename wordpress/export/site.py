"""A whole site in a folder: as WordPress takes it, as Markdown, and its pictures and sounds beside."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from django.core.files.storage import default_storage
from taggit.models import Tag
from wagtail.models import Site

from audit.trail import note
from blog.models import ArticlePage, AuthorPage, Category, PodcastEpisodePage, StandardPage
from comments.models import Comment
from images.models import SiteImage
from wordpress.export import markdown, wxr
from wordpress.export.leaving import Leaving
from wordpress.reading.items import Author, Item, Term

FORMATS = ("wxr", "markdown", "both")
WXR_FILE, MARKDOWN_FOLDER = "site.wxr.xml", "markdown"
_CHUNK = 1024 * 1024


class CanNotExport(Exception):
    """There is nothing to export, or nowhere to; the message says so in Dutch."""


@dataclass(slots=True)
class Exported:
    """What was written: how many of each kind, and files of which the storage has only the name."""

    counts: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    # Published pages whose changes since stay behind.
    unpublished: int = 0

    def count(self, kind: str, number: int = 1) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + number


def export_site(target: Path, formats: str = "both") -> Exported:
    """Write the site to `target`, which must be new or empty; whole or not at all. Raises CanNotExport."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        raise CanNotExport("Deze site heeft geen adres en geen startpagina.")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CanNotExport(f"{target} bestaat al en is niet leeg. Kies een nieuwe map.")
    unfinished = target.with_name(f"{target.name}.part")
    if unfinished.exists():
        raise CanNotExport(f"{unfinished} staat er nog van een eerdere keer. Gooi die map eerst weg.")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished.mkdir(mode=0o700)
    exported = Exported()
    leaving = Leaving(site)
    try:
        if formats != "markdown":
            # Written down before anything of it exists: an export that fails has been tried.
            note(None, "comments.export", Comment, count=Comment.objects.count(), format="wxr")
            _write_wxr(unfinished / WXR_FILE, site, leaving, exported)
        if formats != "wxr":
            _write_markdown(unfinished / MARKDOWN_FOLDER, leaving, exported)
        _write_media(unfinished / markdown.MEDIA, leaving, exported)
        if target.exists():
            target.rmdir()
        os.replace(unfinished, target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    exported.unpublished = leaving.unpublished
    return exported


def _write_wxr(path: Path, site: Site, leaving: Leaving, exported: Exported) -> None:
    def counted() -> Iterator[Item]:
        for item in leaving.items():
            exported.count(item.kind)
            exported.count("comment", len(item.reactions))
            yield item

    authors = AuthorPage.objects.descendant_of(site.root_page).order_by("path")
    with _private(path) as file:
        wxr.write(
            file,
            home=site.root_url,
            title=site.site_name or site.root_page.title,
            authors=(Author(one.pk, one.slug, "", one.title) for one in authors.iterator()),
            terms=_terms(),
            items=counted(),
        )


def _terms() -> Iterator[Term]:
    for category in Category.objects.all():
        yield Term(category.pk, "category", category.slug, category.name, "", category.description)
    for tag in Tag.objects.order_by("pk").iterator():
        yield Term(tag.pk, "post_tag", tag.slug, tag.name)


def _write_markdown(folder: Path, leaving: Leaving, exported: Exported) -> None:
    leaving.unpublished = 0
    for kind in (StandardPage, ArticlePage, PodcastEpisodePage, AuthorPage):
        for page in leaving.pages(kind):
            path = folder / markdown.place(page, leaving.addresses)
            _make_folder(path.parent)
            with _private(path) as file:
                file.write(markdown.document(page, leaving.addresses))
            exported.count("markdown")


def _write_media(folder: Path, leaving: Leaving, exported: Exported) -> None:
    sounds = PodcastEpisodePage.objects.exclude(audio="").values_list("audio", flat=True)
    images = SiteImage.objects.values_list("file", flat=True)
    for name in dict.fromkeys([*images, *sounds, *sorted(leaving.loose)]):
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or PurePosixPath(name).is_absolute():
            exported.missing.append(name)
            continue
        path = folder.joinpath(*parts)
        _make_folder(path.parent)
        try:
            with default_storage.open(name) as source, _private(path, "wb") as file:
                while chunk := source.read(_CHUNK):
                    file.write(chunk)
        except OSError:
            path.unlink(missing_ok=True)
            exported.missing.append(name)
            continue
        exported.count("file")


def _make_folder(folder: Path) -> None:
    """Make a folder that nobody else may enter, and those above it; mkdir's own way gives those to all."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700)


@contextmanager
def _private(path: Path, mode: str = "w") -> Iterator[IO]:
    """Open a new file that nobody else may read."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, mode, encoding=None if "b" in mode else "utf-8") as file:
        yield file
