"""The admin's login form."""

from django import forms
from wagtail.admin.forms.auth import LoginForm


class DutchLoginForm(LoginForm):
    """Wagtail's own form leaves its second label to Django, which makes it from the field's English name."""

    password = forms.CharField(
        label="Wachtwoord", strip=False, widget=LoginForm.base_fields["password"].widget
    )
