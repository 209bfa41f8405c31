"""Queries that each page asks, with their SQL made once: making it costs Django more than asking."""

import copy
from collections.abc import Callable, Collection, Sequence
from threading import local
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

Value = int | str
# Stand in the SQL for what is asked later; unlike anything that a query says of itself, and in any column.
_NUMBER = 2_000_000_000
_WORD = "~stand-in {}~"
# Beyond it the query is made anew, rather than kept for each number of ids.
MOST_IDS = 64


class Prepared:
    """A queryset of which only the values change, not the shape.

    `build` makes it from these values, each a number, a text, or a collection of numbers for `__in`. They
    have to come into the SQL as they are, so no `startswith`, which escapes. Whatever else `build` puts in
    has to be the same whenever it is asked. Instances and rows come as from the queryset itself.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]]) -> None:
        self.build = build
        self._made: dict[tuple[Any, ...], _Made] = {}

    def __call__(self, *values: Value | Collection[int]) -> list[Any]:
        """Return what the queryset of `values` finds.

        Raises:
            ValueError: a value does not come into the SQL as it is.
        """
        asked: list[Value] = []
        shape: list[Any] = [connection.vendor]
        for value in values:
            if isinstance(value, int | str):
                asked.append(value)
                shape.append(type(value))
                continue
            if not value:
                return []
            if len(value) > MOST_IDS:
                return list(self.build(*values))
            ids = list(value)
            # One query for numbers near each other, with the last one again until it is full.
            room = 1 << (len(ids) - 1).bit_length()
            asked += ids + ids[-1:] * (room - len(ids))
            shape.append(room)
        made = self._made.get(key := tuple(shape))
        if made is None:
            made = self._made[key] = self._make(shape[1:])
        return list(made.asked(asked))

    def by_id(self, ids: Collection[int]) -> dict[int, Any]:
        """Return what is found for `ids`, by primary key, as `in_bulk` does."""
        return {found.pk: found for found in self(ids)}

    def _make(self, shape: list[Any]) -> "_Made":
        stand_ins: list[Value] = []
        arguments: list[Value | list[Value]] = []
        for kind in shape:
            count = kind if isinstance(kind, int) else 1
            taken = range(len(stand_ins), len(stand_ins) + count)
            new = [_WORD.format(number) if kind is str else _NUMBER + number for number in taken]
            stand_ins += new
            arguments.append(new if isinstance(kind, int) else new[0])
        return _Made(self.build(*arguments), stand_ins)


class _Made:
    """A queryset with its SQL, in which `stand_ins` mark where values come."""

    def __init__(self, queryset: QuerySet[Any, Any], stand_ins: list[Value]) -> None:
        self.queryset = queryset
        self._converters = local()
        self.compiler = queryset.query.get_compiler(connection=connection)
        self.sql, params = self.compiler.as_sql()
        places = {value: place for place, value in enumerate(stand_ins)}
        self.params = [
            (places.get(value) if isinstance(value, int | str) else None, value) for value in params
        ]
        if {place for place, _ in self.params if place is not None} != set(places.values()):
            raise ValueError(f"Not every value comes into the SQL as it is: {self.sql}")

    def converters(self, asked: Any, columns: Sequence[Any]) -> dict[int, Any]:
        """Return what makes Python's values of those of `columns`, found once by each thread's connection."""
        # They belong to a connection, and are gone with its thread.
        if getattr(self._converters, "of", None) is not asked:
            self._converters.found = type(self.compiler).get_converters(self.compiler_on(asked), columns)
            self._converters.of = asked
        return self._converters.found

    def compiler_on(self, asked: Any) -> Any:
        """Return a copy of the compiler that asks a connection."""
        compiler = copy.copy(self.compiler)
        compiler.connection = asked
        return compiler

    def asked(self, values: list[Value]) -> QuerySet[Any, Any]:
        """Return the queryset with `values` where the stand-ins are, not yet evaluated."""
        params = tuple(value if place is None else values[place] for place, value in self.params)
        asked = object.__new__(type(self.queryset))
        # As a clone, but of the compiled query, which is the part that costs.
        asked.__dict__ = self.queryset.__dict__ | {"_result_cache": None}
        asked._query = _Compiled(self, params)  # type: ignore[attr-defined]
        return asked


class _Compiled:
    """Stands for a query that is compiled already: its compiler says that SQL, with these values."""

    def __init__(self, made: _Made, params: tuple[Any, ...]) -> None:
        self._of, self._params = made, params

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of.queryset.query, name)

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        # Another thread has another connection; the proxy for it costs at each use.
        compiler = self._of.compiler_on(connections[DEFAULT_DB_ALIAS])
        compiler.as_sql = lambda *_, **__: (self._of.sql, self._params)
        compiler.get_converters = lambda columns: self._of.converters(compiler.connection, columns)
        return compiler
