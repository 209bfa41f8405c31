"""What every reaction asks and writes, with SQL made once: to make it costs Django more than to run it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

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


class Insert:
    """Writes new rows of one table. No signals are sent; nobody listens for those of what it is used for."""

    def __init__(self, model: type[Model], unless_equal: str = "") -> None:
        """`unless_equal`: a unique field of which an equal value is no error, but leaves all as it is."""
        self.model = model
        self.unless_equal = unless_equal
        self.fields = [field for field in model._meta.concrete_fields if not field.primary_key]
        self.made: dict[str, str] = {}

    def __call__(self, row: Model) -> bool:
        """Insert `row`, which gets its key; return False where an equal one is there."""
        if connection.vendor not in self.made:
            self.made[connection.vendor] = self._sql()
        values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in self.fields]
        with connection.cursor() as cursor:
            cursor.execute(self.made[connection.vendor], values)
            if cursor.rowcount < 1:
                return False
            # Not every SQLite that Django runs on knows RETURNING.
            row.pk = cursor.lastrowid if connection.vendor == "sqlite" else cursor.fetchone()[0]
        row._state.adding, row._state.db = False, connection.alias
        return True

    def _sql(self) -> str:
        # The stubs take a field for one without a column.
        quote: Any = connection.ops.quote_name
        meta: Any = self.model._meta
        columns = ", ".join(quote(field.column) for field in self.fields)
        places = ", ".join(["%s"] * len(self.fields))
        sql = f"INSERT INTO {quote(meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608
        if self.unless_equal:
            sql += f" ON CONFLICT ({quote(meta.get_field(self.unless_equal).column)}) DO NOTHING"
        return sql if connection.vendor == "sqlite" else f"{sql} RETURNING {quote(meta.pk.column)}"
