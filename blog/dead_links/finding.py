"""All links of published pages that lead nowhere, found in a fixed number of queries for each kind of page.

What is stored is searched as text first: only pages with something wrong are taken apart.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.html import strip_tags
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models

from blog.dead_links.addresses import AT_ONCE, Target, look_up, own_path, states
from blog.dead_links.publishing import TYPED_LINK
from blog.models import SiteSettings
from blog.models.base import SitePage

# In rich text within JSON the quotes of attributes are escaped.
_PAGE_LINK = re.compile(r'<a\b(?=[^<>]*\blinktype=\\?"page\\?")[^<>]*\bid=\\?"(\d+)')
_CHOSEN = re.compile(r'"(?:page|episode)":\s*(\d+)')
_TYPED = re.compile(r'(?:\bhref=\\"|"url":\s*"|\bhref=")([^"\\]*)')
_WHOLE_PAGE_LINK = re.compile(
    r'<a\b(?=[^<>]*\blinktype="page")[^<>]*\bid="(?P<pk>\d+)"[^<>]*>(?P<words>.*?)</a>', re.DOTALL
)
PLACES = {
    "read_also": "Lees ook",
    "listen_also": "Luister ook",
    "call_to_action": "Uitnodiging",
    "media_appearance": "In de media",
    "link": "Links onderaan",
}


@dataclass(frozen=True)
class DeadLink:
    """One link: where it stands, its words, where it would lead, and why it does not."""

    page_id: int | None
    page_title: str
    place: str
    words: str
    target: str
    problem: str


class _Written(NamedTuple):
    """What one page (or the settings) links to; not its text, of which ten thousand would fill the memory."""

    model: type[Model]
    pk: int
    ids: frozenset[int]
    addresses: frozenset[str]


def dead_links() -> list[DeadLink]:
    """Return the links that lead nowhere, page by page."""
    linking = list(_all_written())
    wrong = states({pk for written in linking for pk in written.ids})
    typed = {address for written in linking for address in written.addresses}
    paths = {address: path for address in typed if (path := own_path(address)) is not None}
    targets = look_up(paths.values())
    lost = {
        address: target.problem
        for address, path in paths.items()
        if (target := targets.get(path, Target())).problem
    }
    failing = [
        written
        for written in linking
        if not written.ids.isdisjoint(wrong) or not written.addresses.isdisjoint(lost)
    ]
    titles = _titles([*wrong, *(written.pk for written in failing if written.model is not SiteSettings)])
    return [
        DeadLink(*_named(written, titles), place, words or target, target, problem)
        for written, texts in _with_texts(failing)
        for text in texts
        for place, words, target, problem in _in_text(text, wrong, lost, titles)
    ]


def _titles(pks: list[int]) -> dict[int, str]:
    titles: dict[int, str] = {}
    for start in range(0, len(pks), AT_ONCE):
        found = Page.objects.filter(pk__in=pks[start : start + AT_ONCE])
        titles |= dict(found.values_list("pk", "title"))
    return titles


def _named(written: _Written, titles: dict[int, str]) -> tuple[int | None, str]:
    if written.model is SiteSettings:
        return None, "Instellingen van de site"
    return written.pk, titles.get(written.pk, "")


def _sources() -> Iterator[tuple[Any, QuerySet[Any], list[str]]]:
    """Yield each model whose texts readers see, the rows that they see, and the fields with texts."""
    for model in get_page_models():
        kinds = (StreamField, RichTextField)
        names = [field.name for field in model._meta.fields if isinstance(field, kinds)]
        if issubclass(model, SitePage) and names:
            yield model, model._default_manager.filter(live=True).order_by("path"), names
    yield SiteSettings, SiteSettings.objects.order_by("pk"), ["footer_links"]


def _texts(rows: QuerySet[Any], names: list[str]) -> Iterator[tuple[int, list[str]]]:
    columns = [Cast(name, TextField()) for name in names]
    for pk, *texts in rows.values_list("pk", *columns).iterator(chunk_size=100):
        yield pk, [text for text in texts if text]


def _all_written() -> Iterator[_Written]:
    """Yield what links to pages, or may."""
    for model, rows, names in _sources():
        for pk, texts in _texts(rows, names):
            yield from _if_linking(model, pk, texts)


def _with_texts(failing: list[_Written]) -> Iterator[tuple[_Written, list[str]]]:
    """Yield each of `failing` with its texts, fetched again in pieces."""
    for model, rows, names in _sources():
        known = {written.pk: written for written in failing if written.model is model}
        for start in range(0, len(known), AT_ONCE):
            for pk, texts in _texts(rows.filter(pk__in=list(known)[start : start + AT_ONCE]), names):
                yield known[pk], texts


def _if_linking(model: type[Model], pk: int, known: list[str]) -> Iterator[_Written]:
    ids = {int(found) for text in known for part in (_PAGE_LINK, _CHOSEN) for found in part.findall(text)}
    addresses = {unescape(found) for text in known for found in _TYPED.findall(text) if found}
    addresses = {address for address in addresses if address.startswith(("/", "http"))}
    if ids or addresses:
        yield _Written(model, pk, frozenset(ids), frozenset(addresses))


def _in_text(
    text: str, wrong: dict[int, str], lost: dict[str, str], titles: dict[int, str]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield place, words, target and problem of each dead link in a field as stored."""
    stored = json.loads(text) if text.startswith("[") else text
    for place, value in _values(stored, "Tekst"):
        if isinstance(value, dict):
            pk = next((value[name] for name in ("page", "episode") if value.get(name)), None)
            words = value.get("text") or value.get("button_text") or value.get("title") or ""
            if pk in wrong:
                yield place, words, titles.get(pk, "een verwijderde pagina"), wrong[pk]
            elif not pk and value.get("url") in lost:
                yield place, words, value["url"], lost[value["url"]]
            continue
        for match in _WHOLE_PAGE_LINK.finditer(value):
            if (pk := int(match["pk"])) in wrong:
                yield place, _plain(match["words"]), titles.get(pk, "een verwijderde pagina"), wrong[pk]
        for match in TYPED_LINK.finditer(value):
            if (address := unescape(match["address"])) in lost:
                yield place, _plain(match["words"]), address, lost[address]


def _values(stored: Any, place: str) -> Iterator[tuple[str, str | dict]]:
    """Yield each text and each group of fields, with the name of the block that it stands in."""
    if isinstance(stored, str):
        yield place, stored
    elif isinstance(stored, list):
        for item in stored:
            yield from _values(item, place)
    elif isinstance(stored, dict):
        if "type" in stored and "value" in stored:
            yield from _values(stored["value"], PLACES.get(stored["type"], place))
            return
        yield place, stored
        for value in stored.values():
            yield from _values(value, place)


def _plain(html: str) -> str:
    return unescape(strip_tags(html)).strip()
