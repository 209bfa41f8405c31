"""What someone who wants a gift fills in."""

import re
from typing import Any

from django import forms
from django.urls import reverse

from guard.fields import EmailField, TextField
from guard.forms import GuardMixin
from leads.consents import NEWSLETTER, ConsentText
from leads.models import LeadMagnet
from leads.seen import PLACE


class SignUpForm(GuardMixin, forms.Form):
    form_version = f"sign-up-{NEWSLETTER.hash[:12]}"
    asks_about_typos = "email"
    takes_proof = True

    email = EmailField(
        label="E-mailadres",
        max_length=254,
        error_messages={"required": "Vul je e-mailadres in, dan weten we waar het heen mag."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    first_name = TextField(
        label="Voornaam",
        max_length=60,
        required=False,
        error_messages={"max_length": "Je voornaam is langer dan %(limit_value)d tekens. Kort hem wat in."},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    newsletter = forms.BooleanField(label=NEWSLETTER.text, required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    placement = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, magnet: LeadMagnet, **kwargs: Any):
        self.submit_label = magnet.button_text
        kwargs.setdefault("action", magnet.get_absolute_url())
        kwargs.setdefault("auto_id", f"aanmelden-{magnet.pk}-%s")
        super().__init__(*args, guard_object=magnet.pk, **kwargs)
        self.helper.form_class = "form gift__form"

    def clean_placement(self) -> str:
        """Return where the card stood; nothing where that is no place we know, so that no report tells it."""
        placement: str = self.cleaned_data["placement"]
        return placement if re.fullmatch(PLACE, placement) else ""

    @property
    def consent(self) -> ConsentText | None:
        """The text agreed to, if the newsletter box was ticked. Ask after is_valid()."""
        return NEWSLETTER if self.cleaned_data["newsletter"] else None


class StopForm(GuardMixin, forms.Form):
    form_version = "stop-1"
    submit_label = "Meld mij af"
    asks_about_typos = "email"
    takes_proof = True

    email = EmailField(
        label="E-mailadres",
        max_length=254,
        error_messages={"required": "Vul het e-mailadres in waarop je onze mail krijgt."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, guard_object="all", action=reverse("leads:stop"), **kwargs)
