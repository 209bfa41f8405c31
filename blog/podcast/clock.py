"""Moments in an episode: typed and read as "12:05" or "1:02:05", kept as seconds."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks

_CLOCK = re.compile(r"(?:(\d{1,2}):)?([0-5]?\d|[6-9]\d|\d{3}):([0-5]\d)")
UNREADABLE = "Typ minuten en seconden met een dubbele punt ertussen, zoals 12:05 of 1:02:05."


def clock(seconds: float) -> str:
    """Return "12:05", or "1:02:05" from an hour on."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def parse_clock(text: str) -> int:
    """Return the seconds of "12:05", "1:02:05", or plain "725". Raises ValueError."""
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds


class ClockField(forms.Field):
    """A form field for a moment or a length."""

    widget = forms.TextInput
    default_error_messages = {"invalid": UNREADABLE}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"placeholder": "mm:ss", "autocomplete": "off"}

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        try:
            return parse_clock(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))


class ClockBlock(blocks.FieldBlock):
    """A moment in a block."""

    def __init__(self, required: bool = True, help_text: str = "", **kwargs: Any) -> None:
        self.field = ClockField(required=required, help_text=help_text)
        super().__init__(**kwargs)


class LengthField(models.PositiveIntegerField):
    """Seconds in the database, a clock in forms."""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return ClockField(
            required=not self.blank,
            label=kwargs.get("label", str(self.verbose_name).capitalize()),
            help_text=str(self.help_text),
        )

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveIntegerField", args, kwargs
