"""The sessions that count: each has a row, and ends with it."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts import devices
from accounts.models import Method, OpenSession

_KEY = "accounts.open_session"
# How exactly "laatst gezien" is known; a row is not written for each picture that a screen asks for.
_SEEN_EVERY = timedelta(minutes=5)


def longest() -> timedelta:
    return timedelta(seconds=settings.SESSION_COOKIE_AGE)


def open_one(request: HttpRequest, user: Any, method: Method) -> OpenSession:
    """Give the session of a user who just logged in its row."""
    row = OpenSession.objects.create(
        user=user,
        device=devices.in_words(request),
        method=method,
        has_second_factor=method != Method.PASSWORD,
        password_mark=_mark(user),
    )
    request.session[_KEY] = str(row.pk)
    return row


def key_of(request: HttpRequest) -> str:
    return str(request.session.get(_KEY, ""))


def _pk(request: HttpRequest) -> uuid.UUID:
    """Return the key of this session's row; one that no row has where it has none."""
    return uuid.UUID(key_of(request) or "0" * 32)


def row_of(request: HttpRequest, user: Any) -> OpenSession | None:
    """Return the row of this session, unless it was ended or is over, twelve hours after logging in."""
    now = timezone.now()
    row: OpenSession | None = OpenSession.objects.filter(
        pk=_pk(request), user_id=user.pk, started_at__gt=now - longest()
    ).first()
    if row is None:
        return None
    mark = _mark(user)
    # The session in which the password was changed goes on, under its new mark.
    if row.password_mark != mark or now - row.seen_at > _SEEN_EVERY:
        row.password_mark, row.seen_at = mark, now
        row.save(update_fields=["password_mark", "seen_at"])
    return row


def of(user: Any) -> QuerySet[OpenSession]:
    """Return those that are still good, the one seen last first."""
    return OpenSession.objects.filter(
        user_id=user.pk, password_mark=_mark(user), started_at__gt=timezone.now() - longest()
    )


def end_this(request: HttpRequest, user: Any) -> None:
    OpenSession.objects.filter(pk=_pk(request), user_id=user.pk).delete()


def end_others(request: HttpRequest, user: Any) -> int:
    """End all sessions of a user but this one; return how many."""
    others = OpenSession.objects.filter(user_id=user.pk).exclude(pk=_pk(request))
    return others.delete()[0]


def end_all(user: Any) -> int:
    return OpenSession.objects.filter(user_id=user.pk).delete()[0]


def has_stepped(request: HttpRequest, user: Any) -> None:
    """Note that this session has shown a second factor, in the making of it."""
    OpenSession.objects.filter(pk=_pk(request), user_id=user.pk).update(has_second_factor=True)


def without_factor(user: Any) -> None:
    """The account has no second factor any more, so no session has shown one."""
    OpenSession.objects.filter(user_id=user.pk).update(has_second_factor=False)


def expire(now: datetime) -> int:
    return OpenSession.objects.filter(started_at__lt=now - longest()).delete()[0]


def _mark(user: Any) -> str:
    """Return a hash that changes with the password, and that is no help in guessing either."""
    return salted_hmac("accounts.open_sessions", user.get_session_auth_hash(), algorithm="sha256").hexdigest()
