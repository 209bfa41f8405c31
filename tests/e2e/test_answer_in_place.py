"""The conversation under an article, where there is a script: it answers without leaving the page."""

import re
from secrets import token_hex

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import PATIENCE, PHONE, OpenPage
from tests.e2e.test_every_page import violations

ARTICLE = "/blog/geen-contact-met-je-ex/"
expect.set_options(timeout=PATIENCE)
OFFLINE = "Geen verbinding. Je tekst staat er nog"


@pytest.fixture(autouse=True)
def _mistakes_are_meant(watch) -> None:
    # What the browser notes itself of a form with a mistake, and of a connection that is away.
    watch.allowed += [r"status of 422", r"ERR_INTERNET_DISCONNECTED"]


def fill(form: Locator, text: str, **other: str) -> None:
    email = f"hanne-{token_hex(3)}@post.example"
    for name, value in {"name": "Hanne", "email": email, "text": text, **other}.items():
        form.locator(f"[name={name}]").fill(value)


def press(form: Locator) -> None:
    form.locator("[type=submit]").click()


def test_mistake_and_thanks_stand_in_the_place_of_the_form(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=PHONE)
    form = page.locator(".comments__form form").first
    fill(form, "Ik las dit op de trap, en toen nog een keer.", email="hanne@")
    press(form)
    expect(page.locator(".comments__form .form__errors")).to_be_focused()
    assert violations(page) == []
    assert form.locator("[name=text]").input_value() == "Ik las dit op de trap, en toen nog een keer."

    form.locator("[name=email]").fill("hanne@post.example")
    press(form)
    page.locator(".comments__form [data-sent]").wait_for()
    assert page.url.endswith(ARTICLE)
    expect(page.locator(".comments__form :focus")).to_have_text("Dank je wel voor je reactie")
    assert "/reacties/mijn/" in page.locator(".comments__form").inner_text()
    assert violations(page) == []
    assert page.context.cookies() == []

    page.reload()
    assert page.locator(".comments__form [name=text]").input_value() == "", (
        "the draft is gone with the sending"
    )


def test_lost_connection_loses_no_word(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=PHONE)
    form = page.locator(".comments__form form").first
    fill(form, "Dit schrijf ik in de trein.")
    page.context.set_offline(True)
    press(form)
    form.locator("[data-form-status]").filter(has_text=OFFLINE).wait_for()
    assert form.locator("[name=text]").input_value() == "Dit schrijf ik in de trein."
    assert form.locator("[type=submit]").inner_text() == "Verstuur je reactie"
    page.context.set_offline(False)
    press(form)
    page.locator(".comments__form [data-sent]").wait_for()


def test_impatient_finger_sends_once(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=PHONE)
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    form = page.locator(".comments__form form").first
    fill(form, "Een keer is genoeg.")
    busy = form.evaluate(
        "form => { for (let i = 0; i < 5; i += 1) form.requestSubmit(); return form.ariaBusy; }"
    )
    assert busy == "true"
    page.locator(".comments__form [data-sent]").wait_for()
    assert len(posts) == 1


def test_answer_opens_under_its_reaction_and_keeps_its_words(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=PHONE)
    link = page.locator("[data-reply]").first
    link.click()
    reply = page.locator(".comments__reply")
    reply.locator("form").wait_for()
    expect(reply.locator(":focus")).to_have_text(re.compile("^Antwoord op "))
    assert violations(page) == []
    reply.locator("[name=text]").fill("Zo was het bij mij ook.")
    reply.get_by_role("button", name="Annuleer").click()
    expect(reply).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    assert reply.locator("[name=text]").input_value() == "Zo was het bij mij ook."
    fill(reply.locator("form"), "Zo was het bij mij ook.")
    press(reply.locator("form"))
    reply.locator("[data-sent]").wait_for()
    assert page.url.endswith(ARTICLE)
