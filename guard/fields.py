"""Fields of public forms: what is wrong is said once, in our own words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator


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


class InternetEmailValidator(EmailValidator):
    """An address that can be reached from everywhere: not at localhost, nor at a bare IP address."""

    def __init__(self) -> None:
        super().__init__(allowlist=[])

    def validate_domain_part(self, domain_part: str) -> bool:
        return bool(self.domain_regex.match(domain_part))


class EmailField(OneMessage, forms.EmailField):
    default_validators = [InternetEmailValidator()]
    default_error_messages = {
        "invalid": "Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl.",
        "max_length": "Dit e-mailadres is langer dan %(limit_value)d tekens. Kijk het nog eens na.",
    }
