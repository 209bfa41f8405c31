"""How often one may try to get in. Only what failed counts, and every limit ends by itself.

A device that its owner logged in with before is counted apart: whoever keeps an account's limit reached from
elsewhere stops strangers, not her. Two more ways stay open to her: a passkey, which nobody can guess, and a
mail for a new password, after which the device counts as known.
"""

from typing import Any

from django.http import HttpRequest

from accounts import devices
from guard.limits import Counted, hit
from guard.networks import network_hash
from guard.tokens import hash_token


def password(request: HttpRequest, login: str) -> Counted:
    """Count a try for a login, whether it exists or not. Raises guard.limits.LimitReached."""
    return _count(request, "login", login)


def second_step(request: HttpRequest, user: Any) -> Counted:
    return _count(request, "second-factor", user.get_username())


def passkey(request: HttpRequest) -> Counted:
    return hit("passkey", network_hash(request))


def reset(request: HttpRequest, email: str) -> Counted:
    return hit("password-reset", network_hash(request), address=email.strip().lower())


def _count(request: HttpRequest, action: str, login: str) -> Counted:
    login = login.strip()
    if devices.known(request, login):
        whose = hash_token(f"{devices.token_of(request)} {login}")
        return hit(f"{action}-known", whose)
    return hit(action, network_hash(request), address=login.lower())
