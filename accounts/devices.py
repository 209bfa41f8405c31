"""Which browser this is: in words, and whether somebody logged in with it before."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from accounts.models import KnownDevice
from audit.terms import keep
from guard.tokens import hash_token, new_token

COOKIE = "__Host-apparaat" if settings.HTTPS else "apparaat"
_SALT = "accounts.devices"
# The first that is found, so what pretends to be another stands before it.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "een iPhone"),
    ("iPad", "een iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "een Mac"),
    ("CrOS", "een Chromebook"),
    ("Linux", "Linux"),
)


def in_words(request: HttpRequest) -> str:
    """Return for example "Firefox op Windows"; nothing of what the browser said itself."""
    said = request.headers.get("User-Agent", "")
    browser = next((name for sign, name in _BROWSERS if sign in said), "Een onbekende browser")
    system = next((name for sign, name in _SYSTEMS if sign in said), "een onbekend apparaat")
    return f"{browser} op {system}"


def token_of(request: HttpRequest) -> str:
    """Return the secret that this browser was given, "" for none."""
    token = request.get_signed_cookie(COOKIE, default=None, salt=_SALT, max_age=keep("DEVICES"))
    return token or ""


def known(request: HttpRequest, login: str) -> KnownDevice | None:
    """Return this device as the user with this login knows it."""
    token = token_of(request)
    if not token:
        return None
    known = KnownDevice.objects.filter(seen_at__gt=timezone.now() - keep("DEVICES"))
    return known.filter(user__username=login, token_hash=hash_token(token)).first()


def remember(request: HttpRequest, response: HttpResponseBase, user: Any) -> bool:
    """Know this device from now on; return whether it was known for `user` already."""
    token = token_of(request) or new_token()
    device, is_new = KnownDevice.objects.update_or_create(
        user=user,
        token_hash=hash_token(token),
        defaults={"seen_at": timezone.now(), "device": in_words(request)},
    )
    response.set_signed_cookie(
        COOKIE,
        token,
        salt=_SALT,
        max_age=keep("DEVICES"),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return not is_new
