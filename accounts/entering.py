"""Getting in: from a right password, by a second step and one's own password, to a session that counts."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts import devices, events, factors, first_passwords, mails, open_sessions, pending
from accounts.models import Method
from accounts.roles import needs_second_factor

# Django wants to know how; all that is shown here comes down to its own user table.
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def password_was_right(request: HttpRequest, user: Any, *, next: str, remember: bool) -> HttpResponse:
    """Let in who needs no second step; lead all others to theirs, or to setting one up."""
    has_factor = factors.has_factor(user)
    if not has_factor and not needs_second_factor(user):
        return enter(request, user, Method.PASSWORD, next=next, remember=remember)
    pending.begin(request, user, next=next, remember=remember)
    return redirect(_after_password(has_factor))


def step_of(stage: pending.Pending) -> str:
    """Return the address of what comes next for who is half-way."""
    if stage.method:
        return reverse("accounts:own_password")
    return _after_password(factors.has_factor(stage.user))


def _after_password(has_factor: bool) -> str:
    return reverse("accounts:second_step" if has_factor else "accounts:security")


@transaction.atomic
def enter(
    request: HttpRequest, user: Any, method: Method, *, next: str = "", remember: bool = False
) -> HttpResponse:
    """Log in under a fresh session key, note it, and tell the owner when the device is a new one.

    Who has a password that another made stays half-way until there is one of their own.
    """
    if first_passwords.is_waiting(user):
        pending.begin(request, user, next=next, remember=remember, method=method)
        return redirect("accounts:own_password")
    had_entered = user.last_login is not None
    pending.forget(request)
    open_sessions.end_this(request, user)
    login(request, user, backend=_BACKEND)
    # Without "onthoud mij" the browser forgets it when it closes; the server after twelve hours either way.
    request.session.set_expiry(settings.SESSION_COOKIE_AGE if remember else 0)
    open_sessions.open_one(request, user, method)
    events.record(events.What.LOGGED_IN, user, request, method=method)
    response = redirect(next or "wagtailadmin_home")
    if not devices.remember(request, response, user) and had_entered:
        mails.tell_of_new_device(user, devices.in_words(request), method)
    return response
