"""Reactions as lines of JSON: {"text", "author", "email", "url", "label"}, any of which may be missing."""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from comments.spam.document import LABELS, Document, Label

_FIELDS = ("text", "author", "email", "url")
# Half a character, which JSON can write down and nothing can print.
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNREADABLE = {
    FileNotFoundError: "dat bestand is er niet",
    IsADirectoryError: "dat is een map",
    PermissionError: "je mag dat bestand niet lezen",
}


class BadFile(Exception):
    """A file that cannot be read; its words are for whoever named it."""


class BadLine(Exception):
    """A line that cannot be read; its words are for whoever made the file."""


def parse(line: bytes, number: int, *, labelled: bool) -> tuple[Document, Label] | None:
    """Read line `number` of a file; return None for a blank one.

    Without `labelled` the label is not looked at and comes back as "ham". Raises BadLine.
    """
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        if not text:
            return None
        values = json.loads(text)
    except UnicodeDecodeError as error:
        raise BadLine(f"Regel {number}: dit is geen UTF-8.") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadLine(f"Regel {number}: dit is geen geldige JSON.") from error
    if not isinstance(values, dict):
        raise BadLine(f"Regel {number}: hier hoort een object te staan, zoals {{‘text’: …}}.")
    fields = {name: values.get(name) for name in _FIELDS}
    for name, value in fields.items():
        if not isinstance(value, str | None):
            raise BadLine(f"Regel {number}: ‘{name}’ moet tekst zijn.")
    document = Document(**{name: _SURROGATE.sub("\ufffd", value or "") for name, value in fields.items()})
    if not labelled:
        return document, "ham"
    label = values.get("label")
    known = str(label).strip().lower()
    for wanted in LABELS:
        if known == wanted:
            return document, wanted
    if label in (None, ""):
        raise BadLine(f"Regel {number}: ‘label’ ontbreekt; dat moet ‘spam’ of ‘ham’ zijn.")
    raise BadLine(f"Regel {number}: ‘label’ moet ‘spam’ of ‘ham’ zijn.")


def parse_all(lines: Iterable[bytes]) -> tuple[list[tuple[Document, Label]], list[str]]:
    """Return the labelled reactions of a file, and what is wrong with each of its bad lines."""
    pairs, errors = [], []
    for number, line in enumerate(lines, 1):
        try:
            if pair := parse(line, number, labelled=True):
                pairs.append(pair)
        except BadLine as error:
            errors.append(str(error))
    return pairs, errors


def read_all(path: str) -> tuple[list[tuple[Document, Label]], list[str]]:
    """Do the same with the file at `path`, or with standard input for "-". Raises BadFile."""
    if path == "-":
        return parse_all(sys.stdin.buffer)
    try:
        with Path(path).open("rb") as lines:
            return parse_all(lines)
    except OSError as error:
        why = _UNREADABLE.get(type(error), "er ging iets mis bij het lezen")
        raise BadFile(f"{path} is niet te lezen: {why}.") from error
