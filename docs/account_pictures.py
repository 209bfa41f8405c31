"""The pictures of the handbook about the first log-in, and logging in with a second step."""

import base64
import hmac
import struct
import time

from docs.studio import Studio, around, keep, settle

NAME, PASSWORD = "joke", "vier-woorden-en-een-lamp"
# Somebody else than the coach of the other pictures, who goes on logging in with a password alone.
ADD = f"""
from django.contrib.auth.models import Group, User
user, _ = User.objects.get_or_create(username={NAME!r}, defaults={{"first_name": "Joke"}})
user.set_password({PASSWORD!r})
user.save()
user.groups.set(Group.objects.filter(name="Coach"))
"""

# Somebody who was just given an account, with a password that is to be replaced.
NEW, GIVEN = "fenna", "tj4k-9mqe-x2vd-ph7w"
ADD_NEW = f"""
from django.contrib.auth.models import Group, User
from accounts import first_passwords
user, _ = User.objects.get_or_create(username={NEW!r}, defaults={{"first_name": "Fenna"}})
user.set_password({GIVEN!r})
user.save()
user.groups.set(Group.objects.filter(name="Coach"))
first_passwords.give(user)
"""
# The other pictures know nothing of her.
REMOVE_NEW = f"from django.contrib.auth.models import User; User.objects.filter(username={NEW!r}).delete()"


def eigen_wachtwoord(studio: Studio) -> None:
    studio.site.manage("shell", "-v", "0", "-c", ADD_NEW)
    phone = studio.phone()
    _give_password(phone, NEW, GIVEN)
    phone.set_viewport_size({"width": 390, "height": 1000})
    settle(phone)
    keep("eigen-wachtwoord", phone.screenshot())
    studio.site.manage("shell", "-v", "0", "-c", REMOVE_NEW)


def tweede_stap(studio: Studio) -> None:
    studio.site.manage("shell", "-v", "0", "-c", ADD)
    page = studio.phone()
    page.set_viewport_size({"width": 1280, "height": 860})
    _give_password(page)
    page.goto("/admin/beveiliging/")
    settle(page)
    keep("beveiliging", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 560}))
    page.get_by_role("link", name="Stel een app in").click()
    settle(page)
    keep("tweede-stap-app", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 800}))
    secret = page.locator(".account-secret").inner_text().replace(" ", "")
    page.get_by_role("textbox", name="Code").fill(_code(secret))
    page.get_by_role("button", name="Klaar").click()
    settle(page)
    keep("herstelcodes", around(page, page.locator(".account-intro"), page.locator(".account form"), 24))
    page.get_by_role("button", name="Ik heb ze bewaard").click()
    page.goto("/admin/beveiliging/apparaten/")
    settle(page)
    keep("ingelogde-apparaten", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 600}))
    phone = studio.phone()
    _give_password(phone)
    settle(phone)
    keep("tweede-stap", phone.screenshot())


def _give_password(page, name: str = NAME, password: str = PASSWORD) -> None:  # type: ignore[no-untyped-def]
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="Inloggen").click()
    settle(page)


def _code(secret: str) -> str:
    """Return what an app would show now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


CHAPTERS = [eigen_wachtwoord, tweede_stap]
