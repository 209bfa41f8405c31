"""A reader searches: titles while typing, the keyboard, a slip of the pen, and all of it without scripts."""

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage

LETTER = "De brief die je schrijft en niet verstuurt"


def test_titles_appear_while_typing_and_the_keyboard_chooses_one(open_page: OpenPage) -> None:
    page = open_page("/zoeken/")
    field = page.get_by_role("combobox", name="Waar zoek je naar?")
    field.press_sequentially("brie")
    option = page.get_by_role("option").filter(has_text=LETTER)
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(option).to_be_hidden()
    field.press("ArrowDown")
    expect(option).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(LETTER)


def test_enter_without_a_choice_searches_and_filters_narrow(open_page: OpenPage) -> None:
    page = open_page("/zoeken/")
    field = page.get_by_role("combobox", name="Waar zoek je naar?")
    field.fill("grens")
    field.press("Enter")
    expect(page.get_by_role("status").filter(has_text="voor ‘grens’")).to_be_visible()
    first = page.locator(".result").first
    expect(first).to_contain_text("Grenzen in een nieuwe relatie")
    expect(first.locator("mark").first).to_have_text("Grenzen")
    page.get_by_role("navigation", name="Soort").get_by_role("link", name="Artikel").click()
    expect(page.locator(".result .kicker").first).to_contain_text("Artikel")


def test_slip_of_the_pen_is_understood_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/zoeken/", javascript=False)
    page.get_by_label("Waar zoek je naar?").fill("hegtingsstijlen")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_text("Bedoelde je")).to_be_visible()
    expect(page.locator(".result").first).to_contain_text("Hechtingsstijlen")
