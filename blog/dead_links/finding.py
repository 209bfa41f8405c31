"""All links of published pages that lead nowhere, found in a fixed number of queries for each kind of page.

Where each page leads is kept (`written`): only pages with something wrong are read and taken apart.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.models import Page

from blog.dead_links.addresses import AT_ONCE, Target, look_up, own_path, states
from blog.dead_links.anchors import NO_PLACE, Anchor, anchor_of, missing
from blog.dead_links.publishing import TYPED_LINK
from blog.dead_links.written import Written, all_written, texts_of
from blog.models import SiteSettings

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


def dead_links() -> list[DeadLink]:
    """Return the links that lead nowhere, page by page."""
    linking = all_written()
    wrong = states({pk for written in linking for pk in written.ids})
    typed = {address for written in linking for address in written.addresses}
    paths = {address: path for address in typed if (path := own_path(address)) is not None}
    targets = look_up(paths.values())
    lost = {
        address: target.problem
        for address, path in paths.items()
        if (target := targets.get(path, Target())).problem
    }
    pages = {address: targets[path].page_id for address, path in paths.items() if path in targets}
    lost_places = _lost_places(linking, pages)
    failing = [
        written
        for written in linking
        if not written.ids.isdisjoint(wrong)
        or not written.addresses.isdisjoint(lost)
        or written.pk in lost_places
    ]
    titles = _titles([*wrong, *(written.pk for written in failing if written.model is not SiteSettings)])
    return [
        DeadLink(*_named(written, titles), place, words or target, target, problem)
        for written, texts in texts_of(failing)
        for text in texts
        for place, words, target, problem in _in_text(
            text, wrong, lost | lost_places.get(written.pk, {}), titles
        )
    ]


def _lost_places(linking: list[Written], pages: dict[str, int | None]) -> dict[int, dict[str, str]]:
    """Return the addresses that name a place which their page has not, by the page that they stand on."""
    wanted: dict[Anchor, list[tuple[int, str]]] = defaultdict(list)
    for written in linking:
        for address in written.addresses:
            page_id = written.pk if address.startswith("#") else pages.get(address)
            if page_id and (name := anchor_of(address)):
                wanted[Anchor(page_id, name)].append((written.pk, address))
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for anchor in missing(wanted):
        for pk, address in wanted[anchor]:
            found[pk][address] = NO_PLACE
    return found


def _titles(pks: list[int]) -> dict[int, str]:
    titles: dict[int, str] = {}
    for start in range(0, len(pks), AT_ONCE):
        found = Page.objects.filter(pk__in=pks[start : start + AT_ONCE])
        titles |= dict(found.values_list("pk", "title"))
    return titles


def _named(written: Written, titles: dict[int, str]) -> tuple[int | None, str]:
    if written.model is SiteSettings:
        return None, "Instellingen van de site"
    return written.pk, titles.get(written.pk, "")


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
