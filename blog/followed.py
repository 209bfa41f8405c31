"""What was changed where a page came from, and what was changed here since: the coach's own words win."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from wagtail.blocks import StreamValue

Facts = dict[str, str]
# The editor gives each paragraph a key when it stores what it read.
_KEYS = re.compile(r' data-block-key="[^"]*"')


class Changes(NamedTuple):
    """Names of fields: those that follow the source, and those that the coach changed here meanwhile."""

    follow: list[str]
    ours: list[str]


def compare(source: Facts, here: Facts, came_as: Mapping[str, str]) -> Changes:
    """Compare what the source tells with what stands here, and with what it was when it came."""
    moved = [name for name in source if name in came_as and source[name] != came_as[name]]
    moved = [name for name in moved if source[name] != here.get(name)]
    return Changes(
        [name for name in moved if here.get(name) == came_as[name]],
        [name for name in moved if here.get(name) != came_as[name]],
    )


def fact(value: Any) -> str:
    """Return the hash of a field; keys that the editor gives to blocks and paragraphs make no difference."""
    stored = _without_ids(_stored(value)) if isinstance(value, StreamValue) else value
    words = _KEYS.sub("", json.dumps(stored, sort_keys=True, default=str).replace('\\"', '"'))
    return sha256(words.encode()).hexdigest()[:16]


def _stored(value: StreamValue) -> Any:
    """Return a stream as the editor would store it, also where a program wrote it in a shorter form."""
    for _ in value:
        pass
    return value.get_prep_value()


def _without_ids(stored: Any) -> Any:
    if isinstance(stored, dict):
        return {name: _without_ids(value) for name, value in stored.items() if name != "id"}
    if isinstance(stored, list):
        return [_without_ids(value) for value in stored]
    return stored
