"""Stories of a gift: ask for it, confirm, download; again, elsewhere, too late.

Whoever asks gets the gift, whatever they ticked, and nobody gets a cookie.
"""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESKTOP, PATIENCE, PHONE, NewReader, _Watch
from tests.e2e.gift_reader import ARTICLE, CONFIRM, DOWNLOAD, LANDING
from tests.e2e.mails import link_in
from tests.running_site import ROOT

ROADMAP = (ROOT / "demo" / "gifts" / "routekaart.pdf").read_bytes()
FILE_NAME = "De Tussentij-routekaart.pdf"
BOTH_WAYS = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
FRESH = re.compile("verse link", re.IGNORECASE)

expect.set_options(timeout=PATIENCE)


@pytest.fixture(autouse=True)
def _dead_links_are_meant(watch: _Watch) -> None:
    watch.allowed.append(r"status of (404|410)")


@BOTH_WAYS
def test_reader_signs_up_in_an_article_confirms_and_downloads(
    new_reader: NewReader, javascript: bool
) -> None:
    reader = new_reader("lezer", width=PHONE, javascript=javascript)
    reader.page.goto(ARTICLE)
    expect(reader.form().get_by_role("checkbox", include_hidden=True)).not_to_be_checked()
    reader.ask(ARTICLE, first_name="Noor", newsletter=True)
    before = reader.known()
    assert (before["subscribers"], before["sign_ups"], before["confirmed"]) == (1, 1, 0)
    assert before["placements"] == ["article"]
    assert not before["newsletter"], "a ticked box counts from the confirmation on"
    assert before["events"] == []

    mail = reader.mail()
    assert "Noor" not in mail.as_string(), "no typed word in a mail to an address that is not confirmed"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    reader.confirm(reader.link(CONFIRM))
    name, content = reader.file()
    assert (name, content) == (FILE_NAME, ROADMAP)

    after = reader.known()
    assert after["newsletter"]
    assert sorted(after["events"]) == [["gift", "given"], ["newsletter", "given"]]

    reader.page.goto(reader.link(DOWNLOAD, count=2))
    assert reader.file()[1] == ROADMAP, "the second mail leads to the same gift"


@BOTH_WAYS
def test_gift_comes_without_the_newsletter(new_reader: NewReader, javascript: bool) -> None:
    reader = new_reader("zonder-vinkje", width=DESKTOP, javascript=javascript)
    reader.ask(LANDING)
    reader.confirm(reader.link(CONFIRM))
    assert reader.file()[1] == ROADMAP
    known = reader.known()
    assert known["events"] == [["gift", "given"]]
    assert not known["newsletter"]


def test_download_that_broke_off_goes_on_where_it_was(new_reader: NewReader) -> None:
    reader = new_reader("tunnel", width=PHONE)
    reader.ask(LANDING)
    reader.confirm(reader.link(CONFIRM))
    address = reader.page.locator(".downloads a").first.get_attribute("href") or ""
    ask = reader.page.request
    half = len(ROADMAP) // 2
    first = ask.get(address, headers={"Range": f"bytes=0-{half - 1}"})
    rest = ask.get(address, headers={"Range": f"bytes={half}-"})
    assert (first.status, rest.status) == (206, 206)
    assert first.body() + rest.body() == ROADMAP
    assert rest.headers["content-range"] == f"bytes {half}-{len(ROADMAP) - 1}/{len(ROADMAP)}"
    whole = ask.head(address)
    assert whole.headers["content-type"] == "application/pdf"
    assert whole.headers["content-length"] == str(len(ROADMAP))
    assert whole.headers["accept-ranges"] == "bytes"
    assert "no-store" in whole.headers["cache-control"]
    assert whole.headers["content-disposition"] == f'attachment; filename="{FILE_NAME}"'


def test_link_from_the_mail_works_on_another_device(new_reader: NewReader) -> None:
    phone = new_reader("elders", width=PHONE)
    phone.ask(ARTICLE)
    laptop = new_reader(email=phone.email, width=DESKTOP)
    laptop.confirm(phone.link(CONFIRM))
    assert laptop.file()[1] == ROADMAP
    # The same link once more, on the phone: confirmed already, and still the way to the gift.
    phone.confirm(link_in(phone.site.mails(phone.email)[0], CONFIRM))
    assert phone.file()[1] == ROADMAP
    assert phone.known()["events"] == [["gift", "given"]]


@BOTH_WAYS
def test_returning_reader_gets_the_gift_again(new_reader: NewReader, javascript: bool) -> None:
    reader = new_reader("terug", width=PHONE, javascript=javascript)
    reader.ask(LANDING)
    reader.confirm(reader.link(CONFIRM))
    reader.mail(2)
    reader.let_time_pass(hours=24 * 30)

    replace(reader, email=reader.email.capitalize()).ask(ARTICLE)
    reader.confirm(reader.link(CONFIRM, count=3))
    assert reader.file()[1] == ROADMAP
    known = reader.known()
    assert (known["subscribers"], known["sign_ups"]) == (1, 2)


@BOTH_WAYS
def test_expired_confirmation_offers_a_fresh_one(new_reader: NewReader, javascript: bool) -> None:
    reader = new_reader("te-laat", width=PHONE, javascript=javascript)
    reader.ask(LANDING, newsletter=True)
    late = reader.link(CONFIRM)
    reader.let_time_pass(hours=49)
    reader.page.goto(late)
    reader.page.get_by_role("button", name=FRESH).click()
    reader.page.wait_for_url("**/kijk-in-je-mail/")
    reader.confirm(reader.link(CONFIRM, count=2))
    assert reader.file()[1] == ROADMAP
    assert reader.known()["newsletter"], "what was ticked at first still holds"


@pytest.mark.parametrize("over", ["time", "uses"])
@BOTH_WAYS
def test_download_that_is_over_offers_a_fresh_link(
    new_reader: NewReader, javascript: bool, over: str
) -> None:
    reader = new_reader("op", width=PHONE, javascript=javascript)
    reader.ask(LANDING)
    reader.confirm(reader.link(CONFIRM))
    old = reader.link(DOWNLOAD, count=2)
    if over == "time":
        reader.let_time_pass(hours=24 * 15)
    else:
        reader.use_up()
    reader.page.goto(old)
    expect(reader.page.locator(".downloads a")).to_have_count(0)
    reader.page.get_by_role("button", name=FRESH).click()
    reader.page.wait_for_url("**/kijk-in-je-mail/")
    reader.page.goto(reader.link(DOWNLOAD, count=3))
    assert reader.file()[1] == ROADMAP
    assert reader.known()["events"] == [["gift", "given"]]
