"""What somebody fills in to see, correct or erase what is kept of them."""

from typing import Any

from django import forms
from django.urls import reverse

from guard.fields import EmailField, TextField
from guard.forms import GuardMixin
from privacy.models import Erasure
from privacy.people import Names

NAME_LENGTH = 60


class AskForm(GuardMixin, forms.Form):
    form_version = "my-data-1"
    submit_label = "Stuur me de link"
    asks_about_typos = "email"
    takes_proof = True

    email = EmailField(
        label="E-mailadres",
        max_length=254,
        error_messages={"required": "Vul je e-mailadres in, dan weten we waar de link heen mag."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, guard_object="all", action=reverse("privacy:ask"), **kwargs)


class NamesForm(forms.Form):
    """Another name: where reactions are signed, and where mails greet. Fields only for what somebody has."""

    in_reactions = TextField(
        label="Naam bij je reacties",
        max_length=NAME_LENGTH,
        error_messages={
            "required": "Vul in hoe je onder je reacties wilt heten. Een schuilnaam mag.",
            "max_length": "Deze naam is langer dan %(limit_value)d tekens. Kort hem wat in.",
        },
        widget=forms.TextInput(attrs={"class": "field__input", "autocomplete": "name"}),
    )
    in_mails = TextField(
        label="Voornaam bij wat je aanvroeg",
        max_length=NAME_LENGTH,
        required=False,
        error_messages={"max_length": "Deze naam is langer dan %(limit_value)d tekens. Kort hem wat in."},
        widget=forms.TextInput(attrs={"class": "field__input", "autocomplete": "given-name"}),
    )

    def __init__(self, data: Any = None, *, names: Names):
        initial = {"in_reactions": names.in_reactions, "in_mails": names.in_mails}
        super().__init__(data, initial=initial)
        for name, known in initial.items():
            if known is None:
                del self.fields[name]

    @property
    def corrections(self) -> dict[str, str | None]:
        """Return what privacy.people.correct takes. Ask after is_valid()."""
        return {name: self.cleaned_data.get(name) for name in ("in_reactions", "in_mails")}


class EraseForm(forms.Form):
    what = forms.ChoiceField(choices=Erasure.What.choices, error_messages={"required": "Kies wat weg moet."})
