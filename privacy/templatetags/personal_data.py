"""What is kept of somebody, as one reads it."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format

register = template.Library()


@register.filter
def told(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the fields of `entry` that say something: name, words, and what stands inside it (`parts`)."""
    return [_field(name, value) for name, value in entry.items() if value not in (None, "", [], {})]


def _field(name: str, value: Any) -> dict[str, Any]:
    parts = [value] if isinstance(value, dict) else value if _holds_parts(value) else []
    words = "" if parts else _words(value)
    return {"name": name[:1].upper() + name[1:], "words": words, "parts": parts, "is_long": "\n" in words}


def _holds_parts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), r"j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, list):
        return ", ".join(_words(one) for one in value)
    return str(value)
