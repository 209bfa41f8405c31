"""The file field of a gift in the admin."""

from typing import Any

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.safestring import SafeString


class GiftFileInput(forms.FileInput):
    """A file field without a link: a private file has no address, which Django's own widget asks for."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        if not value or not getattr(value, "_committed", False):
            return field
        return format_html(
            "<p>Nu: {} ({}). Kies een ander bestand om het te vervangen.</p>{}",
            value.instance.extension.upper(),
            filesizeformat(value.instance.size),
            field,
        )
