"""Taking away the second factor of somebody who lost it."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest

from accounts import events, factors, mails, open_sessions
from accounts.models import KnownDevice

TOLD = (
    "De tweede stap van je account is gewist, en je bent op alle apparaten uitgelogd. "
    "Je logt weer in met je wachtwoord en stelt dan een nieuwe tweede stap in."
)


@transaction.atomic
def reset(user: Any, request: HttpRequest | None = None, by: Any = None) -> bool:
    """Take all factors, sessions and known devices of `user` away; return whether there was a factor.

    `by`: the administrator who does it, None for the command.
    """
    had = factors.has_factor(user)
    factors.remove_all(user)
    open_sessions.end_all(user)
    KnownDevice.objects.filter(user=user).delete()
    events.record(events.What.RESET, user, request, by=by)
    mails.tell_of_change(user, TOLD)
    return had
