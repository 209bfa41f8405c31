"""What finding and erasing somebody's data costs the coach (task 12), and how readers do it themselves."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESKTOP, PATIENCE, PHONE, NewReader, OpenPage
from tests.e2e.gift_reader import CONFIRM, LANDING, GiftReader
from tests.e2e.mails import link_in
from tests.e2e.person import Person

MINE = "/mijn-gegevens/"
BOTH_WAYS = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
# The coach's own phone.
TOUCH = 390

expect.set_options(timeout=PATIENCE)


def a_subscriber(new_reader: NewReader, name: str, *, javascript: bool = True) -> GiftReader:
    reader = new_reader(name, width=PHONE, javascript=javascript)
    reader.ask(LANDING, newsletter=True)
    reader.confirm(reader.link(CONFIRM))
    return reader


def own_page(reader: GiftReader, mails: int) -> Page:
    """Ask for the link and open it; `mails`: how many the reader has got then."""
    page = reader.page
    page.goto(MINE)
    page.get_by_label("E-mailadres").fill(reader.email)
    page.get_by_role("button", name="Stuur me de link").click()
    page.wait_for_url("**/mijn-gegevens/kijk-in-je-mail/")
    page.goto(link_in(reader.mail(mails), MINE))
    return page


@pytest.mark.parametrize("width", [DESKTOP, TOUCH], ids=["laptop", "phone"])
def test_task_12_find_all_of_one_person_and_erase_it(
    new_reader: NewReader, log_in: OpenPage, width: int
) -> None:
    reader = a_subscriber(new_reader, "vergeet")
    reader.mail(2)
    page = log_in(width=width)
    page.wait_for_load_state("networkidle")
    person = Person(page)

    person.type(page.get_by_label("E-mailadres of naam"), reader.email)
    person.press("Enter")
    expect(page.get_by_role("heading", name="Wat er is aangevraagd")).to_be_visible()
    expect(page.get_by_role("heading", name="Waar ja of nee op is gezegd")).to_be_visible()
    person.click(page.get_by_text("Gegevens wissen…"))
    expect(page.get_by_text("Wat blijft, en waarom")).to_be_visible()
    person.click(page.get_by_role("button", name="Wis dit voorgoed"))
    expect(page.get_by_role("heading", name="Alles is gewist").first).to_be_visible()
    expect(page.get_by_text("Wat blijft, en waarom")).to_be_visible()

    clicks, loads = person.cost
    assert clicks <= 4, person.cost
    assert loads <= 2, person.cost
    page.goto("/admin/persoonsgegevens/logboek/")
    expect(page.get_by_text("Alle gegevens bekeken").first).to_be_visible()
    assert reader.email not in page.content()


@BOTH_WAYS
def test_reader_sees_corrects_and_erases_by_a_mailed_link(
    new_reader: NewReader, javascript: bool, watch
) -> None:
    # The link is used up in the end.
    watch.allowed.append("status of 410")
    reader = a_subscriber(new_reader, "wis-mij", javascript=javascript)
    reader.mail(2)
    page = own_page(reader, 3)
    link = page.url
    expect(page.get_by_text(reader.email).first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat we van je weten")

    page.get_by_label("Voornaam bij wat je aanvroeg").fill("Noor")
    page.get_by_role("button", name="Pas mijn naam aan").click()
    expect(page.get_by_text("Je naam is aangepast")).to_be_visible()
    expect(page.get_by_label("Voornaam bij wat je aanvroeg")).to_have_value("Noor")

    page.get_by_label("Alles", exact=True).check()
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", name="Wat blijft, en waarom")).to_be_visible()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles is gewist")

    page.goto(link)
    expect(page.get_by_role("link", name="Vraag een nieuwe link")).to_be_visible()
