"""What became of gifts: seen, requested, confirmed, downloaded; over time and by where they stood.

A sign-up counts in the moment it was asked for, and as confirmed or downloaded only once it is; one that had
to go unconfirmed stays counted as asked for. How often a gift was seen is known of browsers with JavaScript
alone (leads.models.MagnetView has both).
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, Q, QuerySet, Sum, Value
from wagtail.models import Page

from charts.calendar import Span
from leads.models import LeadMagnet, MagnetView, SignUp

LANDING = "landing"
# Instead of the id of a page: the gift's own page; pages that are no more.
OWN_PAGE, GONE = 0, -1


@dataclass(frozen=True)
class Counts:
    """The four steps of a gift. A share is of the step before; None where that is unknown or nothing."""

    seen: int = 0
    requested: int = 0
    confirmed: int = 0
    downloaded: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(mine + theirs for mine, theirs in zip(self.steps, other.steps, strict=True)))

    @property
    def steps(self) -> tuple[int, int, int, int]:
        return self.seen, self.requested, self.confirmed, self.downloaded

    @property
    def shares(self) -> tuple[float | None, float | None, float | None]:
        """Of requested, confirmed and downloaded."""
        asked, confirmed, downloaded = (
            after / before if before else None
            for before, after in zip(self.steps[:-1], self.steps[1:], strict=True)
        )
        return asked, confirmed, downloaded


@dataclass(frozen=True)
class Place:
    """Where a sign-up came from. `page`: an id, OWN_PAGE or GONE."""

    magnet: int
    page: int
    placement: str


@dataclass(frozen=True)
class Narrowed:
    """What the coach wants to see only; None is all."""

    magnet: int | None = None
    page: int | None = None
    placement: str | None = None

    def has(self, place: Place) -> bool:
        wanted = (self.magnet, self.page, self.placement)
        found = (place.magnet, place.page, place.placement)
        return all(wish is None or wish == value for wish, value in zip(wanted, found, strict=True))

    @property
    def condition(self) -> Q:
        """For SignUp and MagnetView alike."""
        condition = Q()
        if self.magnet is not None:
            condition &= Q(magnet=self.magnet)
        if self.page is not None:
            condition &= Q(placement=LANDING) if self.page == OWN_PAGE else Q(page=self.page)
        if self.placement is not None:
            condition &= Q(placement=self.placement) | Q(placement__startswith=f"{self.placement}-")
        return condition


ALL = Narrowed()


def over_time(spans: Sequence[Span], narrowed: Narrowed = ALL) -> list[Counts]:
    """Return the counts of each span, in two queries."""
    asked = {number: found for number, *found in _union(_asked_in(spans, narrowed))}
    seen = {
        number: Counts(count or 0, lapsed or 0) for number, count, lapsed in _union(_seen_in(spans, narrowed))
    }
    return [seen.get(number, Counts()) + Counts(0, *asked.get(number, ())) for number in range(len(spans))]


def by_place(span: Span) -> dict[Place, Counts]:
    """Return the counts of each place that saw a gift or brought a sign-up, in three queries."""
    start, end = span.moments
    asked = SignUp.objects.filter(requested_at__gte=start, requested_at__lt=end)
    seen = MagnetView.objects.filter(day__gte=span.start, day__lt=span.end)
    rows = [
        *_grouped(seen, seen=Sum("count"), requested=Sum("lapsed")),
        *_grouped(
            asked, requested=Count("pk"), confirmed=Count("confirmed_at"), downloaded=Count("downloaded_at")
        ),
    ]
    known = set(
        Page.objects.filter(pk__in={row["page"] for row in rows} - {None}).values_list("pk", flat=True)
    )
    found: dict[Place, Counts] = defaultdict(Counts)
    for row in rows:
        placement = place_kind(row.pop("placement"))
        page = row.pop("page")
        page = OWN_PAGE if placement == LANDING else page if page in known else GONE
        found[Place(row.pop("magnet"), page, placement)] += Counts(**row)
    return dict(found)


def place_kind(placement: str) -> str:
    """Return "article" for "article-2", the second gift in one text; other slugs as they are."""
    kind, _, number = placement.rpartition("-")
    return kind if kind and number.isdigit() else placement


def fold(
    places: dict[Place, Counts], key: Callable[[Place], Hashable], narrowed: Narrowed = ALL
) -> dict[Any, Counts]:
    """Add up what is `narrowed` to by `key`; what brought the most confirmed sign-ups first."""
    folded: dict[Any, Counts] = defaultdict(Counts)
    for place, counts in places.items():
        if narrowed.has(place):
            folded[key(place)] += counts
    return dict(sorted(folded.items(), key=lambda item: item[1].steps[::-1][1:], reverse=True))


def page_titles(ids: Iterable[int]) -> dict[int, str]:
    titles = dict(Page.objects.filter(pk__in=[pk for pk in ids if pk > 0]).values_list("pk", "title"))
    return {**titles, OWN_PAGE: "Eigen pagina van de weggever", GONE: "Pagina’s die er niet meer zijn"}


def magnet_names() -> dict[int, str]:
    return dict(LeadMagnet.objects.order_by("name").values_list("pk", "name"))


def asked_by_magnet(spans: Sequence[Span]) -> dict[int, list[Counts]]:
    """Return for each gift that was asked for the counts of each span, in one query; seen is not counted."""
    found: dict[int, list[Counts]] = {}
    for number, magnet, *counts in _union(_asked_in(spans, ALL, "magnet")):
        found.setdefault(magnet, [Counts()] * len(spans))[number] = Counts(0, *counts)
    return found


def _asked_in(spans: Sequence[Span], narrowed: Narrowed, *group: str) -> list[QuerySet]:
    parts = []
    for number, span in enumerate(spans):
        start, end = span.moments
        asked = SignUp.objects.filter(narrowed.condition, requested_at__gte=start, requested_at__lt=end)
        counted = asked.order_by().annotate(span=Value(number, IntegerField())).values_list("span", *group)
        parts.append(counted.annotate(Count("pk"), Count("confirmed_at"), Count("downloaded_at")))
    return parts


def _seen_in(spans: Sequence[Span], narrowed: Narrowed) -> list[QuerySet]:
    return [
        MagnetView.objects.filter(narrowed.condition, day__gte=span.start, day__lt=span.end)
        .annotate(span=Value(number, IntegerField()))
        .values_list("span")
        .annotate(Sum("count"), Sum("lapsed"))
        for number, span in enumerate(spans)
    ]


def _union(parts: list[QuerySet]) -> QuerySet:
    """One query that counts each span by a range of the index; truncating each date takes far longer."""
    return parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]


def _grouped(rows: QuerySet, **sums: Any) -> QuerySet:
    return rows.order_by().values("magnet", "page", "placement").annotate(**sums)
