"""What gifts cost the coach: task 10, and a weggever from an empty form to a reader's download."""

import re

import pytest
from django.utils.text import slugify
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import DESKTOP, PATIENCE, PHONE, NewReader, OpenPage, Own, _Watch
from tests.e2e.gift_reader import CONFIRM, LANDING
from tests.e2e.person import Person
from tests.running_site import ROOT, RunningSite, wait_until

PDF = ROOT / "demo" / "gifts" / "routekaart.pdf"
PITCH = "Voor wie de eerste zondag alleen voor zich ziet."
# The coach's own phone.
TOUCH = 390
_REMOVE = """
from leads.models import LeadMagnet, SignUp
SignUp.objects.filter(magnet__name={name!r}).delete()
LeadMagnet.objects.filter(name={name!r}).delete()
"""

expect.set_options(timeout=PATIENCE)


@pytest.mark.parametrize("width", [DESKTOP, TOUCH], ids=["laptop", "phone"])
def test_task_10_this_weeks_sign_ups_of_each_gift(
    log_in: OpenPage, new_reader: NewReader, width: int
) -> None:
    coach = log_in(width=width)
    panel = coach.get_by_role("region", name="Aanmeldingen deze week")

    def asked() -> int:
        row = panel.get_by_role("row").filter(has_text="routekaart")
        expect(row).to_be_visible()
        return int(row.get_by_role("cell").first.inner_text().split()[0])

    before = asked()
    new_reader("telt", width=PHONE).ask(LANDING)
    person = Person(coach)
    coach.goto("/admin/")
    person.start_counting()
    assert asked() == before + 1
    assert person.cost == (0, 0)


def field(coach: Page, name: str) -> Locator:
    return coach.locator(f"[name={name}]")


def test_coach_makes_a_gift_and_a_reader_gets_it(
    log_in: OpenPage, new_reader: NewReader, site: RunningSite, watch: _Watch, own: Own
) -> None:
    gift = own("De eerste zondag")
    watch.allowed.append("axe.run results")
    coach = log_in("/admin/snippets/leads/leadmagnet/add/")
    coach.wait_for_load_state("networkidle")
    try:
        field(coach, "name").fill(gift)
        field(coach, "files-0-title").fill("De zondag (A4)")
        field(coach, "files-0-file").set_input_files(PDF)
        field(coach, "pitch").fill(PITCH)
        coach.get_by_role("tab", name="Mails en bedankje").click()
        field(coach, "gift_subject").fill("Hier is {weggever}")
        coach.get_by_role("button", name="Stuur test naar mij").last.click()
        expect(coach.get_by_text("De testmail is onderweg").first).to_be_visible()
        address = re.search(
            r"naar (\S+@[\w.-]+[\w])", coach.locator("[data-test-mail-answer]").last.inner_text()
        )
        assert address
        subject = f"Hier is {gift}"
        wait_until(
            lambda: any(subject in str(mail["Subject"]) for mail in site.mails(address[1])),
            30,
            "the test mail comes",
        )
        coach.get_by_role("button", name=re.compile("^(Opslaan|Bewaar)")).first.click()
        coach.wait_for_url(re.compile(r"/leadmagnet/(edit/\d+/)?$"))

        reader = new_reader("zondag", width=PHONE)
        reader.ask(f"/aanmelden/{slugify(gift)}/")
        reader.confirm(reader.link(CONFIRM))
        name, content = reader.file()
        assert content == PDF.read_bytes()
        assert name == "De zondag (A4).pdf"
        assert str(reader.mail(2)["Subject"]) == f"Hier is {gift}"
    finally:
        site.python(_REMOVE.format(name=gift))
