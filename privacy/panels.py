"""The field on the start page with which the coach finds somebody."""

from typing import Any

from wagtail.admin.ui.components import Component


class FindPersonPanel(Component):
    name = "find-person"
    template_name = "privacy/admin/find_panel.html"
    order = 400

    class Media:
        css = {"all": ["css/admin-people.css"]}  # noqa: RUF012

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"csrf_token": (parent_context or {}).get("csrf_token")}
