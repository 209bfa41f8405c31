"""The report of gifts in the admin: a funnel, columns, and tables that can be taken along."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from charts.calendar import DAY, Span, Unit
from charts.columns import Kind, chart_of, grouped
from leads.report import ALL, GONE, Counts, by_place, magnet_names, over_time, page_titles
from leads.report_choice import NAMES, OWN, ChoiceForm
from leads.report_tables import (
    MOST_ROWS,
    STEPS,
    TYPES,
    Table,
    percentage,
    placed,
    table_file,
    table_of_time,
    tables_of_places,
)

PERMISSION = "leads.view_signup"
SEEN_HEIGHT = 150
BECAME = (
    Kind("downloaded", "gedownload", "good"),
    Kind("confirmed", "bevestigd, niet gedownload", "waiting"),
    Kind("requested", "niet bevestigd", "empty"),
)
SEEN = (Kind("seen", "keer gezien", "plain"),)
OF_WHICH = ("", "van wat gezien werd", "van wat aangevraagd werd", "van wat bevestigd werd")


@dataclass(frozen=True)
class Column:
    label: str
    counts: dict[str, int]


@dataclass(frozen=True)
class Step:
    """One step of the funnel. `width`: of its bar, in hundredths. `change`: since the time before."""

    name: str
    count: str
    share: str
    of_which: str
    width: float
    change: str


@dataclass(frozen=True)
class Option:
    value: int | str
    label: str
    chosen: bool


@require_safe
@permission_required(PERMISSION)
def report(request: HttpRequest) -> HttpResponse:
    form = ChoiceForm(request.GET, today=timezone.localdate())
    choice = form.choice()
    narrowed = choice.narrowed
    parts = choice.span.by(choice.unit)
    *counted, before = over_time([*parts, choice.before], narrowed)
    places = by_place(choice.span)
    magnets, pages = magnet_names(), page_titles({place.page for place in places})
    tables = [table_of_time(parts, counted, choice.unit), *tables_of_places(places, narrowed, magnets, pages)]
    if kind := request.GET.get("uitvoer"):
        return _file(tables, request.GET.get("tabel", ""), kind, choice.span)
    total = sum(counted, Counts())
    columns = [_column(part, counts, choice.unit) for part, counts in zip(parts, counted, strict=True)]
    placements = {place.placement: placed(place.placement) for place in places if place.placement}
    context = {
        "form": form,
        "choice": choice,
        "is_own": choice.period == OWN,
        "days_are_right": form.days_are_right,
        "is_narrowed": narrowed != ALL,
        "periods": [
            (name, label, _address(request, periode=name, per="", van="", tot=""))
            for name, label in NAMES.items()
        ],
        "units": [(unit, _address(request, per=unit)) for unit in choice.units],
        "wide": _address(request, weggever="", pagina="", plek=""),
        "filters": [
            ("weggever", "Weggever", "Alle weggevers", _options(magnets, narrowed.magnet)),
            ("pagina", "Artikel of pagina", "Alle artikelen", _options(pages, narrowed.page)),
            ("plek", "Plek", "Alle plekken", _options(placements, narrowed.placement)),
        ],
        "total": total,
        "steps": _steps(total, before),
        "compared": any(before.steps),
        "last_day": choice.span.end - DAY,
        "last_day_before": choice.before.end - DAY,
        "chart": chart_of(columns, BECAME) if total.requested else None,
        "seen_chart": chart_of(columns, SEEN, SEEN_HEIGHT) if total.seen else None,
        "tables": [(table, _addresses(request, table), _address(request)) for table in tables],
        "headings": STEPS,
        "most_rows": MOST_ROWS,
        "header_title": "Weggevers in cijfers",
        "header_icon": "list-ol",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": "", "label": "Weggevers in cijfers"},
        ],
    }
    return render(request, "leads/admin/report.html", context)


def _column(part: Span, counts: Counts, unit: Unit) -> Column:
    """Return pieces that add up to what was requested; what was seen has a picture of its own."""
    pieces = {
        "seen": counts.seen,
        "downloaded": counts.downloaded,
        "confirmed": counts.confirmed - counts.downloaded,
        "requested": counts.requested - counts.confirmed,
    }
    return Column(part.label(unit), pieces)


def _steps(total: Counts, before: Counts) -> list[Step]:
    shares = (None, *total.shares)
    compared = any(before.steps)
    steps = zip(STEPS, total.steps, shares, OF_WHICH, before.steps, strict=True)
    return [
        Step(
            name,
            grouped(count),
            percentage(share) if of_which else "",
            of_which,
            min(share or 0, 1) * 100,
            _change(count - earlier) if compared else "",
        )
        for name, count, share, of_which, earlier in steps
    ]


def _change(more: int) -> str:
    if not more:
        return "evenveel"
    return f"{grouped(more)} meer" if more > 0 else f"{grouped(-more)} minder"


def _options(names: dict[Any, str], chosen: Any) -> list[Option]:
    """What one can narrow to, by name; also what is chosen already, though it had nothing in this time."""
    known = {value: name for value, name in names.items() if value != GONE}
    if chosen is not None and chosen not in known:
        known[chosen] = placed(chosen) if isinstance(chosen, str) else page_titles([chosen]).get(chosen, "–")
    by_name = sorted(known.items(), key=lambda item: item[1].casefold())
    return [Option(value, name, value == chosen) for value, name in by_name]


def _address(request: HttpRequest, **changes: str) -> str:
    """Return the query of this screen, changed; "" takes a part out."""
    query = request.GET.copy()
    for name in ("uitvoer", "tabel"):
        query.pop(name, None)
    for name, value in changes.items():
        query[name] = value
    empty = [name for name, value in query.items() if not value]
    for name in empty:
        del query[name]
    return f"?{query.urlencode()}"


def _addresses(request: HttpRequest, table: Table) -> list[tuple[str, str]]:
    return [(kind.upper(), _address(request, tabel=table.key, uitvoer=kind)) for kind in TYPES]


def _file(tables: Iterable[Table], key: str, kind: str, span: Span) -> HttpResponse:
    table = next((table for table in tables if table.key == key), None)
    if table is None or kind not in TYPES:
        raise Http404("No such table")
    return table_file(table, kind, f"weggevers-per-{key}-{span.start}-tot-en-met-{span.end - DAY}")
