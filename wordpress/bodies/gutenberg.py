"""The blocks of WordPress's editor, which stand in a text as comments around pieces of HTML."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# `<!-- wp:name {"json"} -->`, `<!-- wp:name /-->`, `<!-- /wp:name -->`; what is between was found already.
_DELIMITER = re.compile(r"\s+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)(?=\s|/|$)")
MAX_DEPTH = 60


@dataclass(slots=True)
class GutenbergBlock:
    """A block; `name` as in a text: "paragraph", "yoast/faq-block". `inner` are HTML and blocks in order."""

    name: str
    attributes: dict[str, Any]
    inner: list["str | GutenbergBlock"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Delimiter:
    begin: int
    end: int
    name: str
    attributes: dict[str, Any]
    closes: bool
    is_void: bool


def has_blocks(content: str) -> bool:
    return "<!-- wp:" in content or "<!-- /wp:" in content


def parse(content: str) -> list[str | GutenbergBlock]:
    """Return the blocks of a text, and the HTML between them.

    What is not closed ends where what it stands in ends; an end without a beginning is left out, and so are
    the delimiters of blocks nested deeper than MAX_DEPTH.
    """
    top: list[str | GutenbergBlock] = []
    opened: list[GutenbergBlock] = []
    names: dict[str, int] = {}
    too_deep = at = 0
    for mark in _delimiters(content):
        inside = opened[-1].inner if opened else top
        if mark.begin > at:
            inside.append(content[at : mark.begin])
        at = mark.end
        if mark.closes:
            if too_deep:
                too_deep -= 1
            elif names.get(mark.name):
                while (closed := opened.pop()).name != mark.name:
                    names[closed.name] -= 1
                names[mark.name] -= 1
        elif mark.is_void:
            inside.append(GutenbergBlock(mark.name, mark.attributes))
        elif len(opened) >= MAX_DEPTH:
            too_deep += 1
        else:
            block = GutenbergBlock(mark.name, mark.attributes)
            inside.append(block)
            opened.append(block)
            names[mark.name] = names.get(mark.name, 0) + 1
    if at < len(content):
        (opened[-1].inner if opened else top).append(content[at:])
    return top


def _delimiters(content: str) -> Iterator[_Delimiter]:
    at = 0
    while (begin := content.find("<!--", at)) >= 0:
        close = content.find("-->", begin + 4)
        if close < 0:
            return
        at = close + 3
        found = _DELIMITER.match(content, begin + 4, close)
        if found is None:
            continue
        rest = content[found.end() : close].strip()
        is_void = rest.endswith("/")
        name = found["name"].removeprefix("core/")
        yield _Delimiter(begin, at, name, _attributes(rest.rstrip("/")), bool(found["end"]), is_void)


def _attributes(text: str) -> dict[str, Any]:
    begin = text.find("{")
    if begin < 0:
        return {}
    try:
        read = json.loads(text[begin:])
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
