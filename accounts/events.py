"""The log of log-ins: who, what, when, on which kind of device."""

from typing import Any

from django.http import HttpRequest

from accounts import devices
from accounts.models import AccountEvent, Method
from guard.networks import network_hash

What = AccountEvent.What


def record(
    what: AccountEvent.What,
    user: Any,
    request: HttpRequest | None = None,
    *,
    method: Method | str = "",
    by: Any = None,
) -> None:
    """Write one line. `user`: None where nobody has the login that was typed. `request`: None by command."""
    AccountEvent.objects.create(
        what=what,
        user=user,
        method=method,
        by=by,
        device=devices.in_words(request) if request else "",
        network_hash=network_hash(request) if request else "",
    )
