"""Advice on the whole site: what would help most, and which articles nothing leads to."""

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db.models import F, QuerySet
from wagtail.models import Page

import advice
from advice.findings import Finding, Verdict
from advice.judging import gain, judge
from advice.keyphrase import elsewhere
from advice.links import links
from advice.text import Surroundings, Text
from blog.advising import reading
from blog.advising.reading import LISTS, read_page
from blog.advising.surroundings import around, key_of, references
from blog.models import ArticlePage, AuthorPage, PageAdvice, PodcastEpisodePage, StandardPage

KINDS = (ArticlePage, StandardPage, PodcastEpisodePage, AuthorPage, *LISTS)
# So many are read at once; between them one looks at the clock.
AT_ONCE = 20


def _fingerprint() -> str:
    """Return what is another when a rule is: of the sources of `advice` and of what reads pages for it."""
    folder = Path(advice.__file__).parent
    sources = [*sorted(folder.glob("*.py")), Path(reading.__file__)]
    return sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]


RULES = _fingerprint()


@dataclass(frozen=True)
class Row:
    """One page of the report."""

    page: Page
    gain: int
    findings: list[dict[str, Any]]


def findings_of(page: Page) -> list[Finding]:
    """Return all findings on a page as it is stored."""
    text = read_page(page)
    return judge(replace(text, surroundings=around(page, text)))


def as_data(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "verdict": str(finding.verdict),
        "message": finding.message,
        "gain": finding.gain,
    }


def published() -> QuerySet[Page]:
    """Return the published pages that are judged."""
    found: QuerySet[Page] = Page.objects.live().type(KINDS)
    return found


def refresh(seconds: float | None = None) -> int:
    """Judge what was published since it was judged, for at most about `seconds`; return how many are left.

    What only the site knows is left out: another page changes it. `rows` adds it.
    """
    until = None if seconds is None else time.monotonic() + seconds
    judged = dict(PageAdvice.objects.filter(rules=RULES).values_list("page_id", "judged"))
    stale = [
        pk
        for pk, published_at in published().order_by("pk").values_list("pk", "last_published_at")
        if pk not in judged or judged[pk] != published_at
    ]
    while stale and (until is None or time.monotonic() < until):
        chosen, stale = stale[:AT_ONCE], stale[AT_ONCE:]
        _judge(chosen)
    return len(stale)


def _judge(ids: list[int]) -> None:
    made = []
    for page in Page.objects.filter(pk__in=ids).specific():
        found = [finding for finding in judge(read_page(page)) if finding.verdict is not Verdict.GOOD]
        found.sort(key=lambda finding: -finding.gain)
        made.append(
            PageAdvice(
                page_id=page.pk,
                judged=page.last_published_at,
                rules=RULES,
                gain=gain(found),
                findings=[as_data(finding) for finding in found],
            )
        )
    PageAdvice.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["judged", "rules", "gain", "findings"],
    )


def orphans() -> set[int]:
    """Return the published articles that no other published page leads to."""
    articles = set(ArticlePage.objects.live().values_list("pk", flat=True))
    live = set(Page.objects.live().values_list("pk", flat=True))
    pairs = references().exclude(object_id=F("to_object_id")).values_list("object_id", "to_object_id")
    return articles - {int(to) for source, to in pairs if int(source) in live}


def doubles() -> dict[int, list[str]]:
    """Return the published articles that share a keyphrase, with the titles of the others."""
    by_key: dict[str, list[tuple[int, str]]] = defaultdict(list)
    articles = ArticlePage.objects.live().exclude(focus_keyphrase="").order_by("title")
    for pk, title, phrase in articles.values_list("pk", "title", "focus_keyphrase"):
        by_key[key_of(phrase)].append((pk, title))
    return {
        pk: [title for other, title in same if other != pk]
        for key, same in by_key.items()
        if key and len(same) > 1
        for pk, _ in same
    }


def _from_the_site(pk: int, alone: set[int], shared: dict[int, list[str]]) -> list[Finding]:
    found: list[Finding] = []
    if pk in alone:
        found += links(Text(surroundings=Surroundings(incoming=0)))
    if pk in shared:
        found.append(elsewhere(Text(surroundings=Surroundings(same_keyphrase=tuple(shared[pk])))))
    return [finding for finding in found if finding.gain]


class Report:
    """The judged ones of `pages`; `order` has their ids, what would help most first."""

    def __init__(self, pages: QuerySet[Page], *, only_orphans: bool = False) -> None:
        self._alone, self._shared = orphans(), doubles()
        kept = PageAdvice.objects.filter(page__live=True, page__in=pages).values_list("page_id", "gain")
        extra = {
            pk: sum(finding.gain for finding in _from_the_site(pk, self._alone, self._shared))
            for pk in self._alone | set(self._shared)
        }
        self._gains = {
            pk: own + extra.get(pk, 0) for pk, own in kept if not only_orphans or pk in self._alone
        }
        self.order = sorted(
            (pk for pk, total in self._gains.items() if total), key=lambda pk: (-self._gains[pk], pk)
        )

    def rows(self, ids: Sequence[int]) -> list[Row]:
        kept = PageAdvice.objects.filter(pk__in=ids).select_related("page").in_bulk()
        rows = []
        for pk in ids:
            found = [as_data(finding) for finding in _from_the_site(pk, self._alone, self._shared)]
            found = sorted([*kept[pk].findings, *found], key=lambda finding: -finding["gain"])
            rows.append(Row(kept[pk].page, self._gains[pk], found))
        return rows
