"""The coach writes with the advice open: it follows what she types, and takes her where it is about."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PATIENCE, PHONE, OpenPage

expect.set_options(timeout=PATIENCE)


def item(page: Page, rule: str):
    return page.locator(f'[data-advice-rule="{rule}"]')


def open_advice(page: Page) -> None:
    """Open a new article with the side panel "Controles" beside it."""
    page.get_by_role("link", name="Nieuw artikel").click()
    expect(page.locator("#id_title")).to_be_visible()
    page.locator("[data-side-panel-toggle=checks]").click()
    expect(page.locator("[data-advice-found]")).to_be_attached()


# What Wagtail's own checks say while the panel is open: what they found, and that on a busy machine one
# look at the preview began before the last had ended.
WAGTAILS_OWN = ["axe.run results", "Axe is already running"]


@pytest.fixture
def coach(log_in: OpenPage, watch) -> Page:
    watch.allowed += WAGTAILS_OWN
    return log_in()


def test_the_list_changes_while_one_types_and_goes_where_one_has_to_be(coach: Page) -> None:
    open_advice(coach)
    expect(item(coach, "titel-breedte")).to_contain_text("Er is nog geen titel.")
    coach.locator("#id_title").fill("Loslaten als je nog van iemand houdt")
    expect(item(coach, "titel-breedte")).to_have_attribute("data-verdict", "goed")
    expect(item(coach, "zoekwoord")).to_have_attribute("data-verdict", "ontbreekt")

    # To a field behind another tab.
    item(coach, "zoekwoord").get_by_role("button", name="Ga naar").click()
    expect(coach.locator("#id_focus_keyphrase")).to_be_focused()
    coach.keyboard.type("losgelaten")
    expect(item(coach, "zoekwoord-titel")).to_have_attribute("data-verdict", "goed")
    expect(item(coach, "zoekwoord-inleiding")).to_have_attribute("data-verdict", "ontbreekt")

    # To a block, with the cursor in its text.
    coach.get_by_role("tab", name="Schrijven").click()
    coach.locator(".public-DraftEditor-content").first.click()
    coach.keyboard.type("Je wacht. Je hoopt. Je kijkt. ")
    expect(item(coach, "zinsbegin")).to_contain_text("3 zinnen achter elkaar beginnen met ‘je’.")
    coach.locator("#id_title").focus()
    item(coach, "zinsbegin").get_by_role("button", name="Ga naar").click()
    expect(coach.locator(".public-DraftEditor-content").first).to_be_focused()
    expect(coach.locator("[data-advice-summary]")).to_have_text(re.compile(r"ontbre.*kunnen beter, \d+ goed"))


def test_on_a_phone_the_panel_makes_way_for_where_one_goes(log_in: OpenPage, watch) -> None:
    watch.allowed += WAGTAILS_OWN
    page = log_in(width=PHONE)
    open_advice(page)
    item(page, "zoekwoord").get_by_role("button", name="Ga naar").click()
    expect(page.locator("#id_focus_keyphrase")).to_be_focused()
    expect(page.locator("[data-side-panel=checks]")).to_be_hidden()
