"""Stories of a conversation, on a phone: react, be read, be answered, be told, change one's mind.

Each is played with and without scripts; the writer never gets a cookie.
"""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import DESKTOP, PATIENCE, PHONE, OpenPage, Own
from tests.e2e.mails import link_in
from tests.running_site import RunningSite, wait_until

ARTICLE = "/blog/geen-contact-met-je-ex/"
COACH = "marit@tussentij.example"
BOTH_WAYS = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])

expect.set_options(timeout=PATIENCE)


_LONG_AGO = """
from datetime import timedelta
from django.utils import timezone
from comments.models import ModerationLink
ModerationLink.objects.update(created_at=timezone.now() - timedelta(hours=2))
"""


@dataclass
class Writer:
    """Someone with a phone who reacts."""

    page: Page
    name: str
    email: str

    def write(self, words: str, form: Locator | None = None) -> None:
        form = form or self.page.locator(".comments__form form")
        form.get_by_label("Naam").fill(self.name)
        form.get_by_label("E-mailadres").fill(self.email)
        form.get_by_role("textbox", name="Reactie").fill(words)
        form.get_by_role("button", name="Verstuur").click()

    def private_address(self) -> str:
        """Return the path of the page that is theirs alone, as the thanks show it."""
        address = self.page.locator(".mine__address code").inner_text()
        return address[address.index("/reacties/") :]


@pytest.fixture(autouse=True)
def _mistakes_are_meant(watch) -> None:
    watch.allowed.append(r"status of (404|410|422)")


@pytest.fixture(autouse=True)
def coach_hears_at_once(site: RunningSite) -> None:
    """As on a quiet day: after ten reactions within an hour the coach is told of more in a digest alone."""
    site.python(_LONG_AGO)


def address(name: str, own: Own) -> str:
    return f"{own(name).replace(' ', '-')}@lezer.example"


def reaction(page: Page, words: str) -> Locator:
    return page.locator(".comment", has_text=words).last


def shows(page: Page, words: str) -> bool:
    page.goto(ARTICLE)
    return page.locator(".comment__text").get_by_text(words).count() == 1


def mail_with(site: RunningSite, to: str, words: str):
    """Return the mail to an address that holds these words, as soon as it was sent."""

    def found() -> list:
        return [mail for mail in site.mails(to) if words in mail.get_body(("plain",)).get_content()]

    wait_until(lambda: bool(found()), 30, f"a mail with ‘{words}’ is sent to {to}")
    return found()[-1]


def decide_from_mail(open_page: OpenPage, site: RunningSite, words: str, answer: str = "") -> Page:
    """Open the link in the coach's mail without logging in, and press a button there."""
    coach = open_page(link_in(mail_with(site, COACH, words), "/reacties/modereren/"), width=PHONE)
    expect(coach.get_by_text(words)).to_be_visible()
    if answer:
        coach.get_by_label("Antwoord").fill(answer)
        coach.get_by_role("button", name="Antwoord en keur goed").click()
    else:
        coach.get_by_role("button", name="Keur goed", exact=True).click()
    coach.wait_for_load_state()
    expect(coach.get_by_role("heading", level=1)).not_to_contain_text("Reactie van")
    return coach


@BOTH_WAYS
def test_reader_is_read_answered_told_and_left_alone_again(
    open_page: OpenPage, site: RunningSite, javascript: bool, own: Own
) -> None:
    how = own("met" if javascript else "zonder")
    words = f"Zeven weken stil, en toen stond zij bij de bakker ({how})."
    first = Writer(open_page(ARTICLE, width=PHONE, javascript=javascript), "Wakker", address("wakker", own))

    first.write(words, first.page.locator(".comments__form form"))
    expect(first.page.get_by_text(words)).to_be_visible()
    private = first.private_address()
    if javascript:
        assert ARTICLE in first.page.url, "the answer comes in the place of the form"
    else:
        assert private in first.page.url
    first.page.get_by_role("button", name="Ja, mail mij bij een antwoord").click()
    first.page.wait_for_load_state()

    ask = site.wait_for_mail(first.email)
    assert words not in ask.as_string()
    assert "Wakker" not in ask.as_string(), "no typed word in a mail to an address that is not confirmed"
    first.page.goto(link_in(ask, "/reacties/bevestigen/"))
    first.page.get_by_role("button", name="Ja, stuur mij bericht").click()
    expect(first.page.get_by_text("Het is geregeld")).to_be_visible()

    assert not shows(first.page, words), "nothing is public before approval"
    decide_from_mail(open_page, site, words)
    wait_until(lambda: shows(first.page, words), 10, "the approved reaction is on the page")

    second = Writer(open_page(ARTICLE, width=PHONE, javascript=javascript), "Ook wakker", address("ook", own))
    reply = f"Bij mij was het de markt. Sterkte ({how})."
    reaction(second.page, words).get_by_role("link", name="Antwoord op Wakker").click()
    form = second.page.locator("form:has(textarea)", has=second.page.locator("[name=parent][value]"))
    second.write(reply, form)
    expect(second.page.get_by_text(reply).last).to_be_visible()
    decide_from_mail(open_page, site, reply, answer=f"Fijn dat jullie elkaar vinden ({how}).")
    wait_until(lambda: shows(second.page, reply), 10, "the answer is on the page")
    assert shows(second.page, f"Fijn dat jullie elkaar vinden ({how}).")
    expect(reaction(second.page, f"elkaar vinden ({how})").locator(".comment__badge")).to_have_text("Coach")

    told = mail_with(site, first.email, reply)
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    first.page.goto(link_in(told, "/reacties/afmelden/"))
    first.page.get_by_role("button", name="Niet meer over dit gesprek").click()
    expect(first.page.get_by_text("We mailen je niet meer over het gesprek")).to_be_visible()

    first.page.goto(private)
    first.page.get_by_role("link", name="Trek je reactie in").click()
    first.page.get_by_role("button", name="Trek mijn reactie in").click()
    first.page.wait_for_load_state()
    wait_until(lambda: not shows(first.page, words), 10, "the withdrawn reaction is gone")
    expect(first.page.get_by_text("door de schrijver ingetrokken").first).to_be_visible()
    assert shows(first.page, reply), "what others answered stays"
    assert first.page.context.cookies() == []
    assert second.page.context.cookies() == []


@BOTH_WAYS
def test_mistakes_are_told_beside_the_field_and_nothing_typed_is_lost(
    open_page: OpenPage, javascript: bool
) -> None:
    words = f"Ik schreef dit om drie uur vannacht ({javascript})."
    reader = Writer(open_page(ARTICLE, width=PHONE, javascript=javascript), "Nachtuil", "nachtuil@")
    reader.write(words)
    summary = reader.page.locator(".form__errors")
    expect(summary).to_be_visible()
    if javascript:
        expect(summary).to_be_focused()
        assert ARTICLE in reader.page.url
    form = reader.page.locator("form:has(textarea)")
    expect(form.get_by_label("E-mailadres")).to_have_attribute("aria-invalid", "true")
    expect(form.get_by_role("textbox", name="Reactie")).to_have_value(words)

    form.get_by_label("E-mailadres").fill("nachtuil@gmial.com")
    form.get_by_label("Website").fill("ftp://nacht.example")
    question = "Bedoelde je nachtuil@gmail.com?"
    if javascript:
        # Asked on leaving the field, and not again with the form.
        expect(reader.page.locator("[role=status]", has_text=question)).to_be_visible()
    form.get_by_role("button", name="Verstuur").click()
    expect(reader.page.locator(".form__errors")).to_contain_text("website")
    expect(reader.page.locator(".field__error", has_text=question)).to_have_count(0 if javascript else 1)
    form.get_by_label("Website").fill("nacht.example")
    form.get_by_role("button", name="Verstuur").click()
    # Whether the address was meant so was asked once: with scripts while typing, without them just now.
    expect(reader.page.locator(".mine__address")).to_be_visible()
    expect(reader.page.get_by_text(words)).to_be_visible()


@BOTH_WAYS
def test_writer_changes_what_was_sent(open_page: OpenPage, javascript: bool, own: Own) -> None:
    writer = Writer(
        open_page(ARTICLE, width=PHONE, javascript=javascript),
        "Bedenker",
        address("bedenker", own),
    )
    writer.write("Bel me op 06 12345678 als je ook wakker bent.")
    expect(writer.page.locator(".mine__note")).to_contain_text("telefoonnummer")
    private = writer.private_address()
    writer.page.goto(private)
    writer.page.get_by_role("link", name="Wijzig je reactie").click()
    writer.page.get_by_role("textbox", name="Reactie").fill("Ik hoop dat er nog iemand wakker is.")
    writer.page.locator("main form button[type=submit]").click()
    writer.page.wait_for_load_state()
    expect(writer.page.get_by_text("Ik hoop dat er nog iemand wakker is.")).to_be_visible()
    expect(writer.page.locator(".mine__note")).to_have_count(0)


@BOTH_WAYS
def test_reader_reports_and_the_coach_lets_it_stand(
    open_page: OpenPage, log_in: OpenPage, javascript: bool, own: Own
) -> None:
    words = "Wij zijn bij elkaar gebleven, nu twee jaar."
    reader = open_page("/blog/vertrouwen-na-ontrouw/", width=PHONE, javascript=javascript)
    reaction(reader, words).get_by_role("link", name=re.compile("^Meld")).click()
    reader.get_by_label("Kwetsend of bedreigend").check()
    note = own("Dit gaat over mij")
    reader.get_by_label(re.compile("Wil je|Toelichting|toelicht", re.IGNORECASE)).fill(note)
    reader.get_by_role("button", name="Verstuur je melding").click()
    expect(reader.get_by_text("De coach kijkt er zelf naar")).to_be_visible()

    # Without scripts Wagtail's menu lies over a narrow screen; a laptop has room for it.
    coach = log_in("/admin/reacties/", width=PHONE if javascript else DESKTOP, javascript=javascript)
    item = coach.locator("[data-moderation-item]", has_text=words)
    expect(item).to_contain_text(note)
    item.get_by_role("button", name=re.compile("Laat staan")).click()
    expect(coach.get_by_role("button", name="Maak ongedaan")).to_be_visible()
    coach.goto("/admin/reacties/")
    expect(coach.locator("[data-moderation-item]", has_text=words).get_by_text(note)).to_have_count(0)
    reader.goto("/blog/vertrouwen-na-ontrouw/")
    expect(reader.get_by_text(words)).to_be_visible()


@BOTH_WAYS
def test_words_of_danger_bring_help_at_once_and_go_on_top_of_the_queue(
    open_page: OpenPage, log_in: OpenPage, site: RunningSite, javascript: bool, own: Own
) -> None:
    words = own("Ik wil niet meer leven zonder haar.")
    writer = Writer(open_page(ARTICLE, width=PHONE, javascript=javascript), "Iemand", address("iemand", own))
    writer.write(words)
    expect(writer.page.get_by_text(words)).to_be_visible()
    main = writer.page.locator(".mine")
    assert main.inner_text().index("113") < main.inner_text().index(words), "help comes first"
    mail = mail_with(site, COACH, words)
    assert str(mail["Subject"]).strip().startswith("Let op")

    coach = log_in("/admin/", width=PHONE)
    first = coach.locator("[data-moderation-item]").first
    expect(first).to_contain_text(re.compile("gevaar"))
    assert not shows(writer.page, words)
