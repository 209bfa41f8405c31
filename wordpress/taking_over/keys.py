"""Keys for rows that are written later, so that what refers to them can be made before."""

from typing import Any

from django.db import connection

_TAKE = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"


class Keys:
    """Keys of one model that nothing else gets. Taken in a transaction: `forget` them when that is over."""

    def __init__(self, model: Any) -> None:
        self._table, self._column = model._meta.db_table, model._meta.pk.column
        self._free: list[int] = []

    def expect(self, count: int) -> None:
        """Take so many at once; not in a savepoint, with which they would be taken back."""
        if count > len(self._free):
            self._free = self._taken(count)

    def take(self, count: int) -> list[int]:
        """Return so many keys: of those that were expected, and others where there are no more of them."""
        found, self._free = self._free[:count], self._free[count:]
        return found + self._taken(count - len(found)) if len(found) < count else found

    def next(self) -> int:
        return self.take(1)[0]

    def forget(self) -> None:
        self._free = []

    def _taken(self, count: int) -> list[int]:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(_TAKE, [f'"{self._table}"', self._column, count])
                return [row[0] for row in cursor.fetchall()]
            # A transaction on SQLite is the only one that writes.
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [self._table])
            row = cursor.fetchone()
            if row is None:
                # What it was before the first row.
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, 0)", [self._table])
            last = row[0] if row else 0
            cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [last + count, self._table])
            return list(range(last + 1, last + count + 1))
