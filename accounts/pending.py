"""Between the password and the last step: a session that is nobody's yet, for fifteen minutes."""

import time
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from accounts.models import Method

SECONDS = 15 * 60
# Wrong codes, after which the password is asked for again.
TRIES = 5
_KEY = "accounts.pending"


@dataclass
class Pending:
    """Whose password was right in this session, and where they were going."""

    user: Any
    next: str
    remember: bool
    # How they showed who they are, once all that is left is to choose a password of their own.
    method: Method | None = None


def begin(
    request: HttpRequest, user: Any, *, next: str = "", remember: bool = False, method: Method | None = None
) -> None:
    """Forget who this session was and give it a new key, so that nobody knew it before the password."""
    request.session.flush()
    request.session[_KEY] = {
        "user": str(user.pk),
        # With another password this ends too.
        "hash": user.get_session_auth_hash(),
        "at": time.time(),
        "next": next,
        "remember": remember,
        "tries": 0,
        "method": method,
    }
    request.session.set_expiry(SECONDS)


def of(request: HttpRequest) -> Pending | None:
    """Return who stands before a next step; None when nobody does, or took too long."""
    kept = request.session.get(_KEY)
    if not kept:
        return None
    user = get_user_model()._default_manager.filter(pk=kept["user"], is_active=True).first()
    is_good = (
        user is not None
        and time.time() - kept["at"] < SECONDS
        and kept["tries"] < TRIES
        and constant_time_compare(kept["hash"], user.get_session_auth_hash())
    )
    if not is_good:
        request.session.flush()
        return None
    method = kept.get("method")
    return Pending(user, kept["next"], kept["remember"], Method(method) if method else None)


def count_failure(request: HttpRequest) -> bool:
    """Count a wrong code; return whether another try is left."""
    kept = request.session[_KEY]
    kept["tries"] += 1
    request.session[_KEY] = kept
    return bool(kept["tries"] < TRIES)


def forget(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)
