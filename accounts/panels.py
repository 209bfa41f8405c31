"""On one's own account page: how safe it is, and the way to change that."""

from typing import Any

from django import forms
from wagtail.admin.views.account import BaseSettingsPanel

from accounts import factors, open_sessions
from accounts.roles import needs_second_factor


class SecurityPanel(BaseSettingsPanel):
    name = "security"
    title = "Beveiliging"
    # Below the password.
    order = 600
    template_name = "accounts/panel.html"

    def get_form(self) -> forms.Form:
        # Nothing to fill in here, so nothing to save.
        return forms.Form()

    def get_context_data(self) -> dict[str, Any]:
        return {
            "factors": factors.factors_of(self.user),
            "is_needed": needs_second_factor(self.user),
            "count": open_sessions.of(self.user).count(),
        }
