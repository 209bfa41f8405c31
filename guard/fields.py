"""Fields of public forms: what is wrong is said once, in our own words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guard.email import check


class OneMessage(forms.Field):
    """Put first among a field's bases: of several mistakes only the last found, the plainest, is told."""

    default_error_messages = {
        "null_characters_not_allowed": "Hier staat een teken in dat we niet kunnen bewaren. Typ het opnieuw.",
    }

    def run_validators(self, value: Any) -> None:
        try:
            super().run_validators(value)
        except ValidationError as error:
            raise error.error_list[-1] from None


class TextField(OneMessage, forms.CharField):
    pass


class EmailField(OneMessage, forms.EmailField):
    """An address as guard.email.check accepts and spells it. Mail servers are not asked here."""

    default_validators = []
    default_error_messages = {
        "max_length": "Dit e-mailadres is langer dan %(limit_value)d tekens. Kijk het nog eens na.",
    }

    def clean(self, value: Any) -> str:
        address = super().clean(value)
        return check(address) if address else ""
