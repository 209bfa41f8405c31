"""The file field of a gift in the admin."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from leads.files import CONTENT_TYPES


class GiftFileInput(forms.FileInput):
    """A file field without a public link: a private file has none, and Django's own widget asks for it."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        largest = settings.GIFT_MAX_BYTES
        attrs = (attrs or {}) | {
            "accept": ",".join(f".{extension}" for extension in CONTENT_TYPES),
            "data-gift-file": largest,
        }
        is_stored = bool(value) and getattr(value, "_committed", False)
        context = {
            "field": super().render(name, value, attrs, renderer),
            "stored": value.instance if is_stored else None,
            "largest": largest,
        }
        return render_to_string("leads/admin/magnet_file.html", context)
