"""What is the same for every reader, kept in this process for as long as one content version lasts."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

from django.db import connection

from pagecache import versions

# Of everything together; what was asked for longest ago leaves first.
MOST = 500
Value = TypeVar("Value")

_values: OrderedDict[Hashable, Any] = OrderedDict()
_of_version: int | None = None
_lock = Lock()


def kept(key: Hashable, make: Callable[[], Value]) -> Value:
    """Return what `make` makes, made once for each content version.

    Only for what is public and the same for everyone: menus, settings, parts of pages. It is shared between
    threads, so nobody writes on it. `key` says what it is, and of which site where sites differ.
    Inside a transaction nothing is kept: what it sees may be taken back.
    """
    global _of_version
    if not _may_keep():
        return make()
    known = versions.current()
    if known is None:
        # The database is away.
        return make()
    version = known.number
    with _lock:
        if version != _of_version:
            _values.clear()
            _of_version = version
        elif key in _values:
            _values.move_to_end(key)
            return cast(Value, _values[key])
    value = make()
    with _lock:
        if version == _of_version:
            _values[key] = value
            while len(_values) > MOST:
                _values.popitem(last=False)
    return value


def _may_keep() -> bool:
    return not connection.in_atomic_block


def forget() -> None:
    """Make everything anew at the next request of this process."""
    global _of_version
    with _lock:
        _values.clear()
        _of_version = None
