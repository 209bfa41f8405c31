"""Passwords that somebody else made: good for one log-in, at which the owner chooses another."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from accounts import events, open_sessions
from accounts.models import FirstPassword


@transaction.atomic
def give(user: Any, request: HttpRequest | None = None, by: Any = None) -> None:
    """Note that the password of `user` is known to another. `by`: who made it, None for a command."""
    FirstPassword.objects.update_or_create(user=user, defaults={"given_at": timezone.now()})
    # Django ends them too, by the password's hash; the gate goes by these rows.
    open_sessions.end_all(user)
    events.record(events.What.PASSWORD_GIVEN, user, request, by=by)


def is_waiting(user: Any) -> bool:
    """Say whether `user` has to choose a password before anything else."""
    return FirstPassword.objects.filter(user_id=user.pk).exists()


def is_over(user: Any) -> bool:
    """Say whether the password of `user` was made by another so long ago that it opens nothing any more."""
    latest = timezone.now() - timedelta(days=settings.FIRST_PASSWORD_DAYS)
    return FirstPassword.objects.filter(user_id=user.pk, given_at__lte=latest).exists()


@transaction.atomic
def replace(user: Any, password: str, request: HttpRequest) -> bool:
    """Put the owner's own password in its place; say whether there was still one to be replaced."""
    first = FirstPassword.objects.select_for_update().filter(user_id=user.pk).first()
    if first is None:
        return False
    user.set_password(password)
    user.save(update_fields=["password"])
    first.delete()
    open_sessions.end_all(user)
    events.record(events.What.PASSWORD_CHOSEN, user, request)
    return True


def forget(user: Any) -> None:
    """The password is the owner's own, by another way than the screen for it."""
    FirstPassword.objects.filter(user_id=user.pk).delete()
