"""Wagtail's widgets, started without inline scripts, so that the admin's policy has no need of any.

Wagtail 7.4 writes a script of one call beside each chooser, date and list of forms. Here the call stands in
data instead, and static/js/admin-widgets.js makes it. Where Wagtail writes it in a template, ours takes its
place: those of widgets under liefdesverdriet/templates/, where forms look, the others under templates/. What
it writes from Python is changed here.
"""

import json
import re
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

_CALL = re.compile(r"\A(?:new )?(\w+)\((.*)\);\Z", re.DOTALL)


def start(function: str, *arguments: Any) -> SafeString:
    """Return what makes the admin's script call `function` with these arguments, in this place."""
    return format_html(
        '<template data-controller="start" data-start="{}" data-start-with="{}"></template>',
        function,
        json.dumps(arguments),
    )


def _render_chooser(self: Any, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
    """Render a chooser as Wagtail does. Raises ValueError where it starts by more than one plain call."""
    value_data = self.get_value_data(value)
    script = self.render_js_init(attrs["id"], name, value_data)
    call = _CALL.fullmatch(script)
    if call is None:
        raise ValueError(f"{type(self).__name__} starts by something else than one call: {script}")
    started = start(call[1], *json.loads(f"[{call[2]}]"))
    return format_html("{}{}", self.render_html(name, value_data, attrs), started)


def install() -> None:
    """Change how Wagtail's choosers are rendered, once, when the site starts."""
    BaseChooser.render = _render_chooser
