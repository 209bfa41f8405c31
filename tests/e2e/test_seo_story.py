"""The coach's task 8: a title and a description for search engines, with the result in sight."""

import re

import pytest
from django.utils.text import slugify
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import PATIENCE, PHONE, OpenPage, Own
from tests.e2e.test_coach_tasks import SAVED, start_page, wait_for_editor, written_draft

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def coach(log_in: OpenPage, watch) -> Page:
    # Wagtail reports what it would improve in an article as an error in the console.
    watch.allowed.append("axe.run results")
    return log_in()


def preview(page: Page, name: str) -> Locator:
    return page.locator(f"[data-preview={name}]")


def test_task_8_title_and_description_for_search_engines(coach: Page, own_title: Own) -> None:
    title = own_title("Een brief aan jezelf")
    written_draft(coach, title)
    person = start_page(coach)
    person.click(coach.get_by_role("link", name=title, exact=True).first)
    wait_for_editor(coach)
    person.click(coach.get_by_role("tab", name="Vindbaarheid"))
    expect(preview(coach, "title")).to_have_text(re.compile(f"^{title} – "))
    expect(preview(coach, "description")).to_have_text("Een korte inleiding.")
    person.type(coach.locator("#id_seo_title"), "Brief aan jezelf: zo begin je")
    expect(preview(coach, "title")).to_have_text(re.compile("^Brief aan jezelf: zo begin je – "))
    person.type(coach.locator("#id_search_description"), "Schrijf op wat je mist, en wat je niet mist.")
    expect(preview(coach, "description")).to_have_text("Schrijf op wat je mist, en wat je niet mist.")
    expect(preview(coach, "share-title")).to_have_text("Brief aan jezelf: zo begin je")
    expect(preview(coach, "address")).to_have_text(re.compile(f"› blog › {slugify(title)}"))
    expect(coach.get_by_text(SAVED, exact=True).first).to_be_visible()
    assert person.clicks <= 4
    assert person.loads <= 1

    coach.reload()
    expect(coach.locator("#id_seo_title")).to_have_value("Brief aan jezelf: zo begin je")


def test_preview_says_what_is_too_long_and_cuts_it_as_a_search_engine_does(
    coach: Page, own_title: Own
) -> None:
    written_draft(coach, own_title("Lang en langer"))
    coach.get_by_role("tab", name="Vindbaarheid").click()
    expect(preview(coach, "title-words")).to_have_text("Past.")
    coach.locator("#id_seo_title").fill(
        "Een titel die langer is dan er in een lijst van zoekresultaten past, echt"
    )
    expect(preview(coach, "title-words")).to_have_text("Te lang: het einde valt weg.")
    expect(preview(coach, "title")).to_have_text(re.compile("^Een titel die .*…$"))
    coach.locator("#id_search_description").fill("Woorden over water. " * 20)
    expect(preview(coach, "description-words")).to_have_text("Te lang: het einde valt weg.")


def test_card_shows_the_title_as_it_is_typed(coach: Page, own_title: Own) -> None:
    written_draft(coach, own_title("Kaart van karton"))
    coach.locator("#id_title").fill("Kaart van papier")
    coach.get_by_role("tab", name="Vindbaarheid").click()
    expect(preview(coach, "card-title")).to_have_text("Kaart van papier")
    expect(preview(coach, "card")).to_be_visible()


def test_preview_fits_a_phone(log_in: OpenPage) -> None:
    page = log_in(width=PHONE)
    page.get_by_role("link", name="Nieuw artikel").click()
    page.get_by_role("tab", name="Vindbaarheid").click()
    shown = page.locator("[data-search-preview]")
    expect(shown).to_be_visible()
    assert shown.evaluate("part => part.scrollWidth <= part.clientWidth")
