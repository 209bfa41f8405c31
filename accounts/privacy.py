"""Accounts and the AVG: what is known of somebody who may log in, and what expires by itself."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from accounts import open_sessions
from accounts.models import AccountEvent, KnownDevice
from audit.terms import Term, keep, term


def export(email: str) -> list[dict[str, Any]]:
    """Return what is kept of the accounts with this address, each with its devices and its log."""
    return [_exported(user) for user in _accounts(email)]


@transaction.atomic
def erase(email: str) -> int:
    """Forget the known devices of the accounts with this address; return how many.

    The accounts themselves stay: they are of who works here, and whoever may do so removes them. With an
    account stays its log of log-ins, until its term: whoever got in with it must not be able to wipe the
    traces by asking (AVG art. 6(1)(f) and 32; art. 17(1)(c) and (3)(e) leave room for it).
    """
    return int(KnownDevice.objects.filter(user__in=_accounts(email)).delete()[0])


def log_days(email: str) -> int | None:
    """Return for how many days the log of log-ins of this address stays; None where nobody has an account."""
    return keep("LOG_INS").days if _accounts(email).exists() else None


@transaction.atomic
def expire(now: datetime) -> int:
    """Let go what is past its time; return how many rows."""
    Session.objects.filter(expire_date__lt=now).delete()
    gone = AccountEvent.objects.filter(at__lt=now - keep("LOG_INS")).delete()[0]
    gone += KnownDevice.objects.filter(seen_at__lt=now - keep("DEVICES")).delete()[0]
    return gone + open_sessions.expire(now)


def expiring(now: datetime) -> list[Term]:
    """Return for each kind how long it is kept and what `expire` would let go now."""
    events, devices = AccountEvent.objects.order_by(), KnownDevice.objects.all()
    return [
        term("LOG_INS", "Inlogboek", "gewist", events, "at", now),
        term("DEVICES", "Bekende apparaten, sinds de laatste keer", "gewist", devices, "seen_at", now),
    ]


def addresses() -> Iterator[str]:
    """Give the address of each account that has one."""
    users = get_user_model()._default_manager.exclude(email="")
    yield from users.values_list("email", flat=True).iterator()


def _accounts(email: str) -> Any:
    return get_user_model()._default_manager.filter(email__iexact=email.strip()).exclude(email="")


def _exported(user: Any) -> dict[str, Any]:
    return {
        "account": user.get_username(),
        "naam": user.get_full_name(),
        "laatst ingelogd": user.last_login and timezone.localtime(user.last_login),
        "apparaten": [
            {"apparaat": known.device, "laatst gezien": known.seen_at} for known in user.known_devices.all()
        ],
        "inlogboek": [
            {"wat": event.get_what_display(), "wanneer": event.at, "apparaat": event.device}
            for event in user.account_events.all()
        ],
    }
