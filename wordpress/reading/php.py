"""Values that PHP serialised: strings, numbers, booleans and arrays. Objects are never made of anything."""

import re
from typing import Any

# Deeper or more than plugins write.
_DEEPEST, _MOST = 20, 10_000
_SCALAR = re.compile(rb"(?:i:(-?[0-9]{1,19})|d:([0-9.eE+-]{1,40}|-?INF|NAN)|b:([01])|(N));")
_STRING = re.compile(rb's:([0-9]{1,9}):"')
_ARRAY = re.compile(rb"a:([0-9]{1,9}):\{")


class NotPhp(Exception):
    """It is no serialised value, or one of a kind that is not read."""


def unserialize(text: str) -> Any:
    """Return strings, numbers, booleans, None and dictionaries (PHP's arrays). Raises NotPhp."""
    reader = _Reader(text.strip().encode(errors="replace"))
    return reader.value(0)


def array(text: str) -> dict[Any, Any]:
    """Return a serialised array, empty when it is none."""
    try:
        value = unserialize(text)
    except NotPhp:
        return {}
    return value if isinstance(value, dict) else {}


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0
        self.values = 0

    def value(self, depth: int) -> Any:
        self.values += 1
        if depth > _DEEPEST or self.values > _MOST:
            raise NotPhp
        if found := _SCALAR.match(self.data, self.place):
            self.place = found.end()
            whole, broken, truth, _ = found.groups()
            if whole is not None:
                return int(whole)
            if broken is not None:
                return _float(broken)
            return None if truth is None else truth == b"1"
        if found := _STRING.match(self.data, self.place):
            return self._string(found.end(), int(found[1]))
        if found := _ARRAY.match(self.data, self.place):
            self.place = found.end()
            return self._array(int(found[1]), depth)
        raise NotPhp

    def _string(self, start: int, length: int) -> str:
        end = start + length
        if self.data[end : end + 2] != b'";':
            # Its length was counted before somebody searched and replaced, or line ends were made one sign.
            end = self.data.find(b'";', start)
            if end < 0:
                raise NotPhp
        self.place = end + 2
        return self.data[start:end].decode(errors="replace")

    def _array(self, length: int, depth: int) -> dict[Any, Any]:
        read: dict[Any, Any] = {}
        for _ in range(min(length, _MOST)):
            key = self.value(depth + 1)
            if not isinstance(key, int | str):
                raise NotPhp
            read[key] = self.value(depth + 1)
        if self.data[self.place : self.place + 1] != b"}":
            raise NotPhp
        self.place += 1
        return read


def _float(text: bytes) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise NotPhp from error
