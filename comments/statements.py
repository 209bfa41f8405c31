"""Questions that every reaction asks, with their SQL made once: making it costs Django more than asking."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# Stands in the query for the moment that is given when it is asked.
SOME_MOMENT = datetime(1970, 1, 2, tzinfo=UTC)


class Statement:
    """A query of `values_list` whose only changing value is a moment. `build` makes it with SOME_MOMENT."""

    def __init__(self, build: Callable[[], QuerySet[Any, Any]]) -> None:
        self.build = build
        self.made: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def rows(self, moment: datetime) -> list[tuple[Any, ...]]:
        if connection.vendor not in self.made:
            self.made[connection.vendor] = self.build().query.sql_with_params()
        sql, values = self.made[connection.vendor]
        stand_in = connection.ops.adapt_datetimefield_value(SOME_MOMENT)
        asked = connection.ops.adapt_datetimefield_value(moment)
        with connection.cursor() as cursor:
            cursor.execute(sql, [asked if value == stand_in else value for value in values])
            return list(cursor.fetchall())
