"""People who log in, and what they carry: an app with codes, a browser of their own."""

import time
from typing import Any

from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import Group, User
from django.test import Client

from accounts import factors

PASSWORD = "vier-woorden-en-een-lamp"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
)
LOGIN, SECOND_STEP, SECURITY = "/admin/login/", "/admin/tweede-stap/", "/admin/beveiliging/"


def person(name: str = "marit", role: str = "Coach", **values: Any) -> User:
    user = User.objects.create_user(name, f"{name}@voorbeeld.nl", PASSWORD, **values)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def browser(agent: str = FIREFOX, network: str = "192.0.2.1") -> Client:
    return Client(headers={"user-agent": agent}, REMOTE_ADDR=network)


def give_password(client: Client, name: str = "marit", password: str = PASSWORD, **values: Any) -> Any:
    return client.post(LOGIN, {"username": name, "password": password, **values})


def code(secret: str, later: int = 0) -> str:
    """Return the code that an app shows, `later` steps of half a minute from now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + later))


def with_app(user: User) -> str:
    """Set up an app for somebody and return its secret. The code of now is still to be used."""
    secret = factors.new_secret()
    # Half a minute may end between the two: then the code is one too old, and the next is right.
    assert any(factors.add_totp(user, secret, code(secret, -1)) for _ in range(2))
    factors.new_recovery_codes(user)
    return secret


def is_in(client: Client) -> bool:
    """Say whether this browser gets to see the first screen of the admin."""
    return client.get("/admin/").status_code == 200
