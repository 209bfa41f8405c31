"""Spreadsheets that run nothing."""

import unicodedata
from typing import Any

# Also as wide as a Chinese character, which spreadsheet programs read alike.
FORMULA_STARTS = frozenset("=+-@＝＋－＠")  # noqa: RUF001


class FormulaSafeExport:
    """Put first among the bases of a Wagtail view that exports: what a visitor typed stays text.

    An apostrophe in front is what spreadsheet programs take for "this is text"
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        value = super().preprocess_field_value(field, value, export_format)  # type: ignore[misc]
        return harmless(value)


def harmless(value: Any) -> Any:
    """Return `value`, with an apostrophe before a text that a spreadsheet might take for a formula."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(("\t", "\r", "\n")) or _first(value) in FORMULA_STARTS else value


def _first(text: str) -> str:
    """Return the first character of `text` that is seen, "" where there is none."""
    unseen = ("Cc", "Cf")
    return next(
        (sign for sign in text if not sign.isspace() and unicodedata.category(sign) not in unseen), ""
    )
