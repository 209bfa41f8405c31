"""Stories of leaving: by a link, by one click in a mail program, by one's address; and of coming back."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PATIENCE, PHONE, NewReader
from tests.e2e.gift_reader import CONFIRM, LANDING, LEAVE, GiftReader
from tests.e2e.mails import link_in, links_in, one_click

BOTH_WAYS = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])

expect.set_options(timeout=PATIENCE)


def a_subscriber(new_reader: NewReader, name: str, *, javascript: bool = True) -> GiftReader:
    """Return someone who confirmed a gift and the newsletter."""
    reader = new_reader(name, width=PHONE, javascript=javascript)
    reader.ask(LANDING, newsletter=True)
    reader.confirm(reader.link(CONFIRM))
    return reader


@BOTH_WAYS
def test_reader_chooses_what_comes(new_reader: NewReader, javascript: bool) -> None:
    reader = a_subscriber(new_reader, "kiest", javascript=javascript)
    page = reader.page
    page.goto(link_in(reader.mail(2), LEAVE))
    assert reader.known()["newsletter"], "looking at the page stops nothing"

    page.get_by_role("button", name="Meld mij af").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent afgemeld")
    left = reader.known()
    assert not left["newsletter"]
    assert left["events"][-1] == ["newsletter", "withdrawn"]

    page.get_by_role("button", name="Toch weer aan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je krijgt de nieuwsbrief")
    assert reader.known()["events"][-1] == ["newsletter", "given"]

    page.get_by_role("button", name="Helemaal geen mail meer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je krijgt geen mail meer")
    assert not reader.known()["newsletter"]
    page.get_by_role("button", name="Toch weer mail").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je kunt weer mail krijgen")
    assert not reader.known()["newsletter"], "that mail may come again is no wish for the newsletter"


@BOTH_WAYS
def test_reader_without_the_mail_leaves_by_address(new_reader: NewReader, javascript: bool) -> None:
    reader = a_subscriber(new_reader, "kwijt", javascript=javascript)
    stranger = new_reader("onbekend", width=PHONE, javascript=javascript)
    page = stranger.page
    for address in (reader.email.upper(), stranger.email):
        page.goto("/afmelden/")
        page.get_by_label("E-mailadres").fill(address)
        page.locator("main form [type=submit]").first.click()
        page.wait_for_url("**/afmelden/gelukt/")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    left = reader.known()
    assert not left["newsletter"]
    assert left["events"].count(["newsletter", "withdrawn"]) == 1


def test_who_left_and_asks_again_gets_the_newsletter_again(new_reader: NewReader) -> None:
    reader = a_subscriber(new_reader, "terug")
    new_reader("mailprogramma").page.request.post(
        one_click(reader.mail(2)), form={"List-Unsubscribe": "One-Click"}
    )
    assert not reader.known()["newsletter"]
    reader.let_time_pass(hours=48)
    reader.ask(LANDING, newsletter=True)
    reader.confirm(reader.link(CONFIRM, count=3))
    assert reader.known()["newsletter"]


def test_one_click_in_a_mail_program_stops_the_newsletter(new_reader: NewReader) -> None:
    reader = a_subscriber(new_reader, "een-klik")
    program = new_reader("mailprogramma").page.request
    for _ in range(2):
        answer = program.post(
            one_click(reader.mail(2)), form={"List-Unsubscribe": "One-Click"}, max_redirects=0
        )
        assert answer.status == 200
    left = reader.known()
    assert not left["newsletter"]
    assert left["events"].count(["newsletter", "withdrawn"]) == 1


def test_mail_scanner_that_follows_every_link_changes_nothing(new_reader: NewReader) -> None:
    reader, scanner = new_reader("gescand", width=PHONE), new_reader("scanner").page.request
    reader.ask(LANDING, newsletter=True)

    def scan(count: int) -> None:
        before = reader.known()
        found = links_in(reader.mail(count))
        assert len(found) >= 2
        for link in found:
            for _ in range(3):
                assert scanner.head(link).status == 200, link
                assert scanner.get(link).status == 200, link
        assert reader.known() == before

    scan(1)
    reader.confirm(reader.link(CONFIRM))
    scan(2)
    assert len(reader.site.mails(reader.email)) == 2
