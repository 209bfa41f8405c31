"""The words that the filter knows by themselves, from lexicon.toml."""

import tomllib
from pathlib import Path

_TABLES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8")
)


def words(table: str, name: str) -> frozenset[str]:
    """Return the words of a list, such as `words("people", "titles")`."""
    return frozenset(_TABLES[table][name].split())


def lists(table: str) -> dict[str, frozenset[str]]:
    """Return all lists of a table, by name."""
    return {name: words(table, name) for name in _TABLES[table]}
