"""Lists of people as a spreadsheet: row by row, without formulas, and written down who took them."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property

from audit.trail import note, note_look
from guard.spreadsheets import FormulaSafeExport

PERMISSION = "leads.export_subscriber"
ROWS_AT_ONCE = 1000


class InParts:
    """A queryset to go through once, with a bounded number of its rows in memory."""

    def __init__(self, queryset: QuerySet[Any], complete: Callable[[list[Any]], None]):
        self.queryset = queryset
        self.model = queryset.model
        self.complete = complete

    def __iter__(self) -> Iterator[Any]:
        part: list[Any] = []
        for row in self.queryset.iterator(ROWS_AT_ONCE):
            part.append(row)
            if len(part) == ROWS_AT_ONCE:
                self.complete(part)
                yield from part
                part = []
        self.complete(part)
        yield from part


class PeopleExport(FormulaSafeExport):
    """Put first among the bases of a Wagtail list of people."""

    request: HttpRequest

    def complete(self, rows: list[Any]) -> None:
        """Look up, for these rows together, what the list shows beside their own columns."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_export:  # type: ignore[attr-defined]
            note_look(request.user, "leads.list", self.model)  # type: ignore[attr-defined]
            return super().get(request, *args, **kwargs)  # type: ignore[misc]
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        queryset, kind = self.get_queryset(), request.GET["export"]  # type: ignore[attr-defined]
        # Before the first row leaves: a download that is broken off has been one.
        note(request.user, "leads.export", queryset.model, count=queryset.count(), format=kind)
        return self.as_spreadsheet(InParts(queryset, self.complete), kind)  # type: ignore[attr-defined]

    @cached_property
    def show_export_buttons(self) -> bool:
        return self.request.user.has_perm(PERMISSION)
