"""Traits of a whole reaction, beside its words: what it is about, where it leads, who signs it.

A trait is a short string such as "theme:gokken:lures". `reasons` turns those that counted into Dutch.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from comments.spam import lexicon, themes
from comments.spam.document import Document
from comments.spam.traces import Traces, words_of_host
from comments.spam.wording import Wording

_PERSONAL = lexicon.words("people", "personal")
_TITLES = lexicon.words("people", "titles")
_MIRACLES = lexicon.words("people", "miracles")
_OWNER = lexicon.words("people", "owner")
WARNING = lexicon.words("people", "warning")
_NAMES = lexicon.words("people", "names")
_NO_NAME = lexicon.words("people", "no_name")
# Readers too have a blog, or a site that says that they write.
_NO_TRADE = {themes.PRAISE, themes.CALLS}
_ROLE = re.compile(
    r"(?:info|sales|promo|marketing|contact|support|seo|admin|office|team|outreach)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Share of words above which a text is personal, or is praise and nothing else (from the starting corpus).
PERSONAL, PRAISE = 0.06, 0.12
# In a handful of words one that sells is no large share.
SHORT = 5


def traits(
    document: Document, found: Traces, wording: Wording, name: Wording, tricks: frozenset[str], language: str
) -> Iterator[str]:
    """Yield the traits of `document`, of which the other arguments were found; some more than once."""
    lure = "lures" if found.lures else "site" if found.site else "bare"
    about = themes.themes_of(wording.words)
    yield from _about(about, wording, lure)
    yield from _address(wording)
    if not WARNING.isdisjoint(wording.words):
        yield f"warning:{lure}"
    yield from _leads_away(found, lure)
    yield from _signature(document, found, name, about.get(themes.PRAISE, 0) / max(len(wording.words), 1))
    for trick in tricks | wording.tricks | name.tricks:
        yield f"trick:{trick}"
    if wording.foreign > 0.3:
        yield "script"
    if language == "other":
        yield f"language:{lure}"


def _about(about: dict[str, int], wording: Wording, lure: str) -> Iterator[str]:
    length = max(len(wording.words), 1)
    selling = [theme for theme in about if theme != themes.PRAISE]
    yield f"themes:{min(len(selling), 4)}:{lure}"
    yield f"share:{min(int(sum(about[theme] for theme in selling) / (length + SHORT) * 12), 4)}"
    for theme, count in about.items():
        if theme in themes.GENERAL:
            yield f"theme:{theme}:{lure}:{'more' if count > 1 else 'one'}"
        else:
            yield f"theme:{theme}:{lure}"
        if count > 2:
            yield f"full:{theme}"
    personal = sum(word in _PERSONAL for word in wording.words) / length
    told = "none" if not personal else "some" if personal < PERSONAL else "much"
    yield f"personal:{told}:{lure}"
    if about.get(themes.PRAISE, 0) / length > PRAISE:
        yield f"praise:{lure}"


def _address(wording: Wording) -> Iterator[str]:
    """Yield whom the text speaks to and in whose name."""
    words = set(wording.words)
    pairs = list(pairwise(wording.words))
    if any(first in _TITLES and second not in _NO_NAME for first, second in pairs):
        yield "title" if _MIRACLES.isdisjoint(words) else "miracle"
    if words & {"u", "uw"}:
        yield "formal"
    if words & _OWNER or any(
        first in ("uw", "your") and second in ("website", "site", "webpage") for first, second in pairs
    ):
        yield "owner"


def _leads_away(found: Traces, lure: str) -> Iterator[str]:
    hosts = [host for host in (*found.hosts, found.site) if host]
    words = [word for host in hosts for word in words_of_host(host)]
    about = set(themes.themes_of(words)).union(
        *(themes.themes_within("".join(words_of_host(host))) for host in hosts)
    )
    about -= _NO_TRADE
    if hosts:
        yield f"links:{min(len(found.hosts), 3)}:{'site' if found.site else ''}"
    if found.hosts:
        yield "deep link" if found.deep else "front page"
    for theme in about:
        yield f"host:{theme}"
    if about:
        yield "host"
    for word in words:
        yield f"u:{word}"
    for kind in found.phones:
        yield f"phone:{kind}"
    for name in ("messenger", "shortened", "markup", "hidden", "cheap", "percent"):
        if getattr(found, name):
            yield name
    if found.money:
        yield f"money:{lure}"
    if found.symbols > 1:
        yield f"symbols:{lure}"
    if found.shouted > 0.5:
        yield f"shouted:{lure}"


def _signature(document: Document, found: Traces, name: Wording, praise: float) -> Iterator[str]:
    words = [word for word in name.words if word not in _NAMES]
    about = (set(themes.themes_of(words)) | themes.themes_within("".join(words))) - _NO_TRADE
    for theme in about:
        yield f"name:{theme}"
    if about:
        yield "name"
    for word in name.words:
        yield f"a:{word}"
    if found.site:
        yield (
            "site of one's own"
            if not about and _owns(found.site, name, document.email)
            else "site of another"
        )
    if len(name.words) > 1:
        if all(word in found.site for word in name.words):
            yield "name is site"
        if document.author.islower():
            yield "name in small letters"
            if praise > PRAISE / 2:
                yield "name in small letters, praise"
    if len(name.words) > 2:
        yield "long name"
    if any(char.isdigit() for char in document.author):
        yield "name with digit"
    email = document.email.lower()
    if found.emails:
        yield "own email" if email and email in document.text.lower() else "email"
    local = email.partition("@")[0]
    if re.search(r"\d{4}", _YEAR.sub("", local)):
        yield "email with digits"
    if _ROLE.match(local):
        yield "email of a role"


def _owns(site: str, name: Wording, email: str) -> bool:
    """Say whether a site carries the writer's name, or the writer's name an address of that site."""
    local, _, domain = email.lower().partition("@")
    run = site.replace("-", "") + (local if domain and site.endswith(domain) else "")
    return any(len(word) > 2 and word in run for word in name.words)
