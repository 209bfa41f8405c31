"""What one fills in to get in, and to change how one gets in."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest
from wagtail.admin.forms.auth import PasswordResetForm

from accounts import events, mails, throttle
from accounts.factors import NAME_LENGTH
from guard.limits import LimitReached

WRONG_PASSWORD = "Dat is niet je wachtwoord. Probeer het nog eens."  # noqa: S105 - a sentence
SAME_PASSWORD = "Dit is het wachtwoord dat je kreeg. Kies een ander, dat alleen jij kent."  # noqa: S105
TOO_OFTEN = "Dit is net te vaak geprobeerd. Wacht {wait} en probeer het dan opnieuw."


def too_often(reached: LimitReached) -> str:
    return TOO_OFTEN.format(wait=reached.wait)


class CodeForm(forms.Form):
    """A code of an app, or a recovery code; spaces and hyphens do not matter."""

    code = forms.CharField(
        label="Code",
        max_length=24,
        error_messages={"required": "Vul de code in."},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": "", "size": 14}
        ),
    )


class PasswordAgainForm(forms.Form):
    """Asks who changes how one gets in for the password once more, unless they gave it a moment ago."""

    password = forms.CharField(
        label="Je wachtwoord, voor de zekerheid",
        strip=False,
        error_messages={"required": "Vul je wachtwoord in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, user: Any, *args: Any, ask: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request, self.user = request, user
        # Last, below what the form is about.
        self.order_fields([name for name in self.fields if name != "password"])
        if not ask:
            del self.fields["password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            counted = throttle.password(self.request, self.user.get_username())
        except LimitReached as reached:
            raise forms.ValidationError(too_often(reached)) from reached
        if not self.user.check_password(password):
            events.record(events.What.WRONG_PASSWORD, self.user, self.request)
            raise forms.ValidationError(WRONG_PASSWORD)
        counted.take_back()
        return password


class AppForm(PasswordAgainForm, CodeForm):
    """The first code of an app that was just set up."""


class PasskeyForm(PasswordAgainForm):
    name = forms.CharField(
        label="Naam",
        max_length=NAME_LENGTH,
        required=False,
        help_text="Waaraan je hem herkent, bijvoorbeeld ‘Mijn telefoon’.",
    )
    credential = forms.JSONField(widget=forms.HiddenInput(attrs={"data-passkey-answer": ""}))


class PasskeyAnswerForm(forms.Form):
    credential = forms.JSONField(widget=forms.HiddenInput(attrs={"data-passkey-answer": ""}))


class PasskeyNameForm(forms.Form):
    name = forms.CharField(label="Naam", max_length=NAME_LENGTH)


class OwnPasswordForm(SetPasswordForm):
    """A password in place of the one that another made. The rules stand above it."""

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        first, again = self.fields["new_password1"], self.fields["new_password2"]
        first.label, again.label = "Je eigen wachtwoord", "Nog een keer"
        first.help_text = again.help_text = ""
        first.widget.attrs |= {"autofocus": "", "aria-describedby": "regels"}

    def validate_password_for_user(self, user: Any, password_field_name: str = "") -> None:
        """Say what is wrong with it below the first field: the second one only repeats it."""
        super().validate_password_for_user(user, "new_password1")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        password = cleaned.get("new_password1")
        if password and self.user.check_password(password):
            self.add_error("new_password1", SAME_PASSWORD)
        return cleaned


class NewPasswordForm(PasswordResetForm):
    """Asks for a mail with a link. Says nothing about whether anybody has the address."""

    request: HttpRequest | None = None

    def save(self, **options: Any) -> None:
        email = self.cleaned_data["email"]
        users = self.get_users(email)
        mails.send_new_password_link(email, users)
        # As many lines for nobody as for one.
        for user in users or [None]:
            events.record(events.What.RESET_ASKED, user, self.request)

    def get_users(self, email: str) -> list[Any]:
        """Return who has this address and a password to be replaced; at most five, for it may be shared."""
        return list(super().get_users(get_user_model().objects.normalize_email(email)))[:5]
