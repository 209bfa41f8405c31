"""S7, as somebody does it: an app with codes and a passkey are set up, and let in again."""

import time
from collections.abc import Callable
from secrets import token_hex

from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage
from tests.running_site import RunningSite

PASSWORD = "vier-woorden-en-een-lamp"
# RFC 6238 in a line or three, apart from what the site has.
ADD_PERSON = """
from django.contrib.auth.models import Group, User
user = User.objects.create_user({name!r}, {email!r}, {password!r})
user.groups.add(Group.objects.get(name="Coach"))
"""


def code(secret: str, later: int = 0) -> str:
    """Return what an app shows, half a minute later for each `later` (RFC 6238)."""
    import base64
    import hashlib
    import hmac
    import struct

    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30 + later), hashlib.sha1)
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def give_key(page: Page) -> None:
    """Give the browser a device that can hold passkeys, and whose owner is always there."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def give_password(page: Page, name: str) -> None:
    page.get_by_label("Gebruikersnaam").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def leave(page: Page) -> None:
    """Forget the session as a closed browser does, and stand before the door again."""
    page.context.clear_cookies()
    page.goto("/admin/login/")


def new_person(site: RunningSite) -> str:
    name = f"joke-{token_hex(4)}"
    words = ADD_PERSON.format(name=name, email=f"{name}@post.example", password=PASSWORD)
    site.python(words)
    return name


def test_a_code_and_a_passkey_let_in(open_page: OpenPage, site: RunningSite, watch) -> None:
    name = new_person(site)
    page = open_page("/admin/login/", width=DESKTOP)
    give_key(page)
    give_password(page, name)
    page.wait_for_url("**/admin/")

    # An app, from the account page on.
    page.goto("/admin/account/")
    page.get_by_role("link", name="Stel een tweede stap in").click()
    page.get_by_role("link", name="Stel een app in").click()
    expect(page.get_by_role("img", name="QR-code")).to_be_visible()
    secret = page.locator(".account-secret").inner_text().replace(" ", "")
    page.get_by_role("textbox", name="Code").fill(code(secret))
    page.get_by_role("button", name="Klaar").click()
    expect(page.locator(".account-codes li")).to_have_count(10)
    recovery = page.locator(".account-codes code").first.inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert recovery in download.value.path().read_text()
    page.get_by_role("button", name="Ik heb ze bewaard").click()
    page.wait_for_url("**/admin/")

    # A password alone lets in no more; with the code of the app it does.
    leave(page)
    give_password(page, name)
    page.wait_for_url("**/admin/tweede-stap/")
    page.goto("/admin/reacties/")
    page.wait_for_url("**/admin/tweede-stap/")
    page.get_by_label("Code uit je app").fill(code(secret, 1))
    page.get_by_role("button", name="Verder").click()
    page.wait_for_url("**/admin/")

    # A passkey, with a name that can be changed.
    page.goto("/admin/beveiliging/passkey/")
    page.get_by_label("Naam").fill("Mijn laptop")
    page.get_by_role("button", name="Maak de passkey").click()
    page.wait_for_url("**/admin/beveiliging/")
    expect(page.get_by_text("Mijn laptop").first).to_be_visible()
    page.get_by_text("Andere naam").click()
    page.get_by_label("Naam").fill("Laptop op kantoor")
    page.get_by_role("button", name="Bewaar naam").click()
    expect(page.get_by_text("Laptop op kantoor").first).to_be_visible()

    # It is a second step, and a first and second one at once.
    leave(page)
    give_password(page, name)
    page.get_by_role("button", name="Gebruik je passkey").click()
    page.wait_for_url("**/admin/")
    leave(page)
    page.get_by_role("button", name="Gebruik je passkey").click()
    page.wait_for_url("**/admin/")
    page.goto("/admin/beveiliging/apparaten/")
    expect(page.get_by_text("met passkey").first).to_be_visible()

    # On another device a recovery code does, once; the owner is told of it.
    phone = open_page("/admin/login/", width=PHONE)
    give_password(phone, name)
    phone.get_by_label("Code uit je app").fill(recovery)
    phone.get_by_role("button", name="Verder").click()
    phone.wait_for_url("**/admin/")
    expect(phone.get_by_text("Je hebt er nog 9").first).to_be_visible()
    _wait_for(lambda: any("nieuw apparaat" in str(mail["Subject"]) for mail in site.mails(f"{name}@post")))

    # Without the passkey nobody gets further with it.
    page.goto("/admin/beveiliging/")
    page.get_by_role("link", name="Haal weg: Laptop op kantoor").click()
    page.get_by_label("Je wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Haal weg").click()
    page.wait_for_url("**/admin/beveiliging/")
    leave(page)
    page.get_by_role("button", name="Gebruik je passkey").click()
    expect(page.get_by_text("werkte hier niet").first).to_be_visible()


def _wait_for(condition: Callable[[], bool]) -> None:
    from tests.running_site import wait_until

    wait_until(condition, 30, "the owner is told")
