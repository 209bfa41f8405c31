"""The first log-in with a password that somebody handed out: it is replaced, and asked for no more."""

import io
from collections.abc import Iterator
from secrets import token_hex

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage
from tests.running_site import RunningSite

GIVEN, OWN = "tj4k-9mqe-x2vd-ph7w", "fietsbel citroen november trap"
ADD_PERSON = """
from django.contrib.auth.models import Group, User
from accounts import first_passwords
user = User.objects.create_user({name!r}, {email!r}, {password!r})
user.groups.add(Group.objects.get(name="Coach"))
first_passwords.give(user)
"""


@pytest.fixture
def name(site: RunningSite) -> Iterator[str]:
    """Somebody who was just given an account, which is gone afterwards."""
    name = f"joke-{token_hex(4)}"
    words = ADD_PERSON.format(name=name, email=f"{name}@post.example", password=GIVEN)
    site.python(words)
    yield name
    site.python(f"from django.contrib.auth.models import User; User.objects.get(username={name!r}).delete()")


def log_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Gebruikersnaam").fill(name)
    page.locator("input[name=password]").fill(password)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def choose(page: Page, password: str, again: str = "") -> None:
    page.get_by_label("Je eigen wachtwoord").fill(password)
    page.get_by_label("Nog een keer").fill(again or password)
    page.get_by_role("button", name="Bewaar en ga verder").click()


@pytest.mark.parametrize(("width", "javascript"), [(PHONE, True), (DESKTOP, False)])
def test_password_that_was_handed_out_is_replaced(
    open_page: OpenPage, name: str, watch, width: int, javascript: bool
) -> None:
    # How a refusal is answered.
    watch.allowed.append("status of 422")
    page = open_page("/admin/reacties/", width=width, javascript=javascript)
    page.wait_for_url("**/admin/login/**")
    log_in(page, name, GIVEN)

    page.wait_for_url("**/admin/eigen-wachtwoord/")
    expect(page.get_by_role("heading", name="Kies een eigen wachtwoord")).to_be_visible()
    expect(page.get_by_text("minstens 12 tekens").first).to_be_visible()
    # Nothing else opens before it is done.
    page.goto("/admin/pages/")
    page.wait_for_url("**/admin/eigen-wachtwoord/")
    for weak, words in (
        ("Zomer2026!!!", "te makkelijk te raden"),
        ("kort", "te kort"),
        (GIVEN, "het wachtwoord dat je kreeg"),
    ):
        choose(page, weak)
        expect(page.get_by_text(words).first).to_be_visible()
        expect(page.get_by_label("Je eigen wachtwoord")).to_have_value("")
    choose(page, OWN, "fietsbel citroen november tram")
    expect(page.get_by_text("komen niet overeen").first).to_be_visible()
    choose(page, OWN)
    page.wait_for_url("**/admin/reacties/")
    expect(page.get_by_text("Je eigen wachtwoord is bewaard").first).to_be_visible()

    # What was handed out opens nothing any more; her own does, without another question.
    page.context.clear_cookies()
    page.goto("/admin/login/")
    log_in(page, name, GIVEN)
    expect(page.get_by_text("gebruikersnaam en wachtwoord").first).to_be_visible()
    log_in(page, name, OWN)
    page.wait_for_url("**/admin/")


# What a script of Wagtail's does to change something: it has the token from the page.
CHANGE = """
async ([address, token]) => {
    const headers = {"Content-Type": "application/json"};
    if (token) headers[wagtailConfig.CSRF_HEADER_NAME] = token;
    const body = JSON.stringify({"first-log-in-story": true});
    return (await fetch(address, {method: "PATCH", headers, body})).status;
}
"""


def picture() -> bytes:
    file = io.BytesIO()
    # Of a colour of its own, or Wagtail asks what to do with the same picture twice.
    Image.new("RGB", (40, 30), f"#{token_hex(3)}").save(file, "PNG")
    return file.getvalue()


def test_scripts_of_the_admin_have_the_token_from_the_page_and_cannot_read_the_cookie(
    log_in: OpenPage, watch
) -> None:
    watch.allowed.append("status of 403")
    page = log_in("/admin/images/multiple/add/")
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert cookies["csrftoken"]["httpOnly"]
    assert "csrftoken" not in page.evaluate("document.cookie")
    address, token = page.evaluate("[wagtailConfig.ADMIN_URLS.DISMISSIBLES, wagtailConfig.CSRF_TOKEN]")
    assert page.evaluate(CHANGE, [address, token]) == 200
    assert page.evaluate(CHANGE, [address, ""]) == 403
    # A picture that Wagtail's own script sends: its form has the token.
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.locator("input[type=file]").set_input_files(
            {"name": "stip.png", "mimeType": "image/png", "buffer": picture()}
        )
    assert answer.value.status == 200
    assert answer.value.json()["success"]
