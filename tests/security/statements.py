"""What a piece of work asks of the database, without its values."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_NUMBERED = re.compile(r"s\d+_x\d+")


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect the statements in order, savepoints too, each without values and savepoints' own names."""
    seen: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        seen.append(_NUMBERED.sub("…", sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield seen
