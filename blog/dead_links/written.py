"""Where the texts of published pages lead: read once a version and kept, as ten thousand are many."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast
from django.db.models.signals import post_save
from wagtail.fields import RichTextField, StreamField
from wagtail.models import get_page_models

from blog.dead_links.addresses import AT_ONCE
from blog.models import PageLinks, SiteSettings
from blog.models.base import SitePage

# In rich text within JSON the quotes of attributes are escaped.
_PAGE_LINK = re.compile(r'<a\b(?=[^<>]*\blinktype=\\?"page\\?")[^<>]*\bid=\\?"(\d+)')
_CHOSEN = re.compile(r'"(?:page|episode)":\s*(\d+)')
_TYPED = re.compile(r'(?:\bhref=\\"|"url":\s*"|\bhref=")([^"\\]*)')
# What is another when pages are read otherwise.
_HOW = sha256(Path(__file__).read_bytes()).hexdigest()[:12]


class Written(NamedTuple):
    """What one page (or the settings) links to; not its text, of which ten thousand would fill the memory."""

    model: type[Model]
    pk: int
    ids: frozenset[int]
    addresses: frozenset[str]


def all_written() -> list[Written]:
    """Return what links to pages, or may; reads what was saved since the last time."""
    found = []
    kept = dict(PageLinks.objects.values_list("page_id", "seen"))
    for model, rows, names in _pages():
        # In their order in the tree.
        live = {
            pk: f"{_HOW}:{revision or ''}:{published.timestamp() if published else ''}"
            for pk, revision, published in rows.values_list("pk", "live_revision_id", "last_published_at")
        }
        _read_again(rows, names, {pk: seen for pk, seen in live.items() if kept.get(pk) != seen})
        # Pages without links are most of some kinds; they need not be fetched.
        links = PageLinks.objects.filter(page__content_type__model=model._meta.model_name)
        links = links.exclude(ids=[], addresses=[])
        written = {pk: (ids, addresses) for pk, ids, addresses in links.values_list("pk", "ids", "addresses")}
        found += [
            Written(model, pk, frozenset(written[pk][0]), frozenset(written[pk][1]))
            for pk in live
            if pk in written
        ]
    for model, rows, names in _settings():
        for pk, texts in _texts(rows, names):
            ids, addresses = _links_in(texts)
            found.append(Written(model, pk, ids, addresses))
    return found


def texts_of(chosen: Iterable[Written]) -> Iterator[tuple[Written, list[str]]]:
    """Yield each of `chosen` with its texts as stored, fetched in pieces."""
    wanted = list(chosen)
    for model, rows, names in [*_pages(), *_settings()]:
        known = {written.pk: written for written in wanted if written.model is model}
        for part in _parts(list(known)):
            for pk, texts in _texts(rows.filter(pk__in=part), names):
                yield known[pk], texts


def connect() -> None:
    for model in get_page_models():
        if issubclass(model, SitePage):
            post_save.connect(_forget, sender=model)


def _forget(instance: Any, **_: Any) -> None:
    """A page was saved: what it links to is to be read again, whichever way it was saved."""
    PageLinks.objects.filter(pk=instance.pk).delete()


def _read_again(rows: QuerySet[Any], names: list[str], stale: dict[int, str]) -> None:
    for part in _parts(list(stale)):
        read = []
        for pk, texts in _texts(rows.filter(pk__in=part), names):
            ids, addresses = _links_in(texts)
            read.append(PageLinks(pk=pk, seen=stale[pk], ids=sorted(ids), addresses=sorted(addresses)))
        PageLinks.objects.bulk_create(
            read, update_conflicts=True, unique_fields=["page"], update_fields=["seen", "ids", "addresses"]
        )


def _pages() -> Iterator[tuple[type[Model], QuerySet[Any], list[str]]]:
    """Yield each model whose texts readers see, the rows that they see, and the fields with texts."""
    for model in get_page_models():
        kinds = (StreamField, RichTextField)
        names = [field.name for field in model._meta.fields if isinstance(field, kinds)]
        if issubclass(model, SitePage) and names:
            yield model, model._default_manager.filter(live=True).order_by("path"), names


def _settings() -> Iterator[tuple[type[Model], QuerySet[Any], list[str]]]:
    yield SiteSettings, SiteSettings.objects.order_by("pk"), ["footer_links"]


def _texts(rows: QuerySet[Any], names: list[str]) -> Iterator[tuple[int, list[str]]]:
    columns = [Cast(name, TextField()) for name in names]
    for pk, *texts in rows.values_list("pk", *columns).iterator(chunk_size=100):
        yield pk, [text for text in texts if text]


def _links_in(texts: list[str]) -> tuple[frozenset[int], frozenset[str]]:
    ids = {int(found) for text in texts for part in (_PAGE_LINK, _CHOSEN) for found in part.findall(text)}
    addresses = {unescape(found) for text in texts for found in _TYPED.findall(text) if found}
    return frozenset(ids), frozenset(one for one in addresses if one.startswith(("/", "http", "#")))


def _parts(values: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
