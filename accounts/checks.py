"""What `manage.py check --deploy` says about who may enter."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security, deploy=True)
def second_factor_is_required(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A password alone can be guessed, leaked or begged for; behind it are people's letters."""
    if settings.REQUIRE_MFA:
        return []
    message = "REQUIRE_MFA is off: whoever knows a password sees who wrote and signed up."
    hint = "Take REQUIRE_MFA=0 away; who is locked out: manage.py reset_second_factor NAME."
    return [Warning(message, hint=hint, id="accounts.W001")]
