"""What each public form carries unseen: a stamp, and a field that only a machine fills in."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError

from guard.fields import TextField
from guard.stamps import BadStamp, StaleStamp, make_stamp, read_stamp

STALE = "Dit formulier stond erg lang open. Wat je schreef staat er nog; verstuur het nog een keer."
UNSTAMPED = "Het formulier kwam niet goed aan. Wat je schreef staat er nog; verstuur het nog een keer."


class GuardMixin(forms.Form):
    """Put first among a form's bases; `{% crispy form %}` then renders it all, errors and button included."""

    form_version = ""
    submit_label = "Versturen"
    trap_name = "onderwerp"

    stamp = TextField(widget=forms.HiddenInput, required=False)
    # No name that a browser would fill in by itself: a visitor never sees this field.
    onderwerp = TextField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1", "class": "field__input"}),
    )

    def __init__(self, *args: Any, guard_object: object, action: str = "", **kwargs: Any):
        """`guard_object`: id of what the form is about. `action`: the address it posts to."""
        super().__init__(*args, **kwargs)
        self.guard_object = guard_object
        self.initial["stamp"] = make_stamp(self.form_version, guard_object)
        unseen = ["stamp", self.trap_name]
        self.order_fields([name for name in self.fields if name not in unseen] + unseen)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "form"
        self.helper.disable_csrf = True
        self.helper.add_input(Submit("", self.submit_label))

    @property
    def is_trapped(self) -> bool:
        """True when the field that nobody sees was filled in. Ask after is_valid()."""
        return bool(self.cleaned_data.get(self.trap_name))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        try:
            read_stamp(cleaned.get("stamp") or "", self.form_version, self.guard_object)
        except BadStamp as error:
            # A hidden field cannot show a message of its own.
            self.errors.pop("stamp", None)
            self.data = {**dict(self.data.items()), self.add_prefix("stamp"): self.initial["stamp"]}
            is_stale = isinstance(error, StaleStamp)
            raise ValidationError(STALE if is_stale else UNSTAMPED, code="stamp") from error
        return cleaned

    def use_token(self) -> None:
        """Have the form carry Django's token: for the page that answers a post no header vouched for."""
        self.helper.disable_csrf = False

    def refuse(self, message: str) -> None:
        """Show `message` on top of a form that comes back with everything that was typed."""
        self.add_error(None, message)
