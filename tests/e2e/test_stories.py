"""Three whole stories at the real site: read and react, receive a gift, write and publish."""

import re

import pytest

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage
from tests.running_site import RunningSite, wait_until

ARTICLE = "/blog/geen-contact-met-je-ex/"


def link_in(mail, pattern: str) -> str:
    """Return the path of the first link in the plain text of a mail whose path matches."""
    text = mail.get_body(("plain",)).get_content()
    match = re.search(rf"https?://[^/\s]+({pattern}\S*)", text)
    assert match, text
    return match[1]


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_reader_reacts_and_coach_approves(
    open_page: OpenPage, log_in: OpenPage, watch, javascript: bool
) -> None:
    watch.allowed.append("status of 422")
    words = f"Zeven weken stil, en toen stond hij bij de bakker. {'Met' if javascript else 'Zonder'} hulp."
    reader = open_page("/", width=PHONE, javascript=javascript)
    reader.goto(ARTICLE)
    form = reader.locator("form:has(textarea)")
    form.get_by_label("Naam").fill("Wakker")
    form.get_by_label("E-mailadres").fill("wakker@")
    form.get_by_role("textbox", name="Reactie").fill(words)
    form.get_by_role("button", name="Verstuur").click()
    reader.wait_for_load_state()
    assert reader.get_by_role("textbox", name="Reactie").input_value() == words, (
        "the text is kept when something is wrong"
    )
    assert reader.get_by_label("E-mailadres").get_attribute("aria-invalid") == "true"
    if javascript:
        assert reader.evaluate("document.activeElement.className") == "form__errors"
    reader.get_by_label("E-mailadres").fill("wakker@lezer.example")
    reader.get_by_role("button", name="Verstuur").click()
    reader.wait_for_url("**/bedankt/**")
    reader.goto(ARTICLE)
    assert reader.get_by_text(words).count() == 0, "nothing is public before approval"

    coach = log_in()
    waiting = coach.locator("[data-moderation-item]").filter(has_text=words)
    waiting.get_by_role("button", name="Keur goed").click()
    coach.get_by_text("goedgekeurd").first.wait_for()

    wait_until(lambda: _shows(reader, words), 10, "the approved reaction is on the page")
    assert reader.context.cookies() == []


def _shows(page, words: str) -> bool:
    page.goto(ARTICLE)
    return page.locator(".comment__text").get_by_text(words).count() == 1


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_reader_signs_up_confirms_and_downloads(
    open_page: OpenPage, site: RunningSite, javascript: bool
) -> None:
    address = f"lezer-{'met' if javascript else 'zonder'}@post.example"
    reader = open_page("/aanmelden/roadmap/", width=PHONE, javascript=javascript)
    assert not reader.get_by_role("checkbox").is_checked()
    reader.get_by_label("E-mailadres").fill(address)
    reader.get_by_label("Voornaam").fill("Noor")
    reader.locator("main form button[type=submit]").click()
    reader.wait_for_url("**/kijk-in-je-mail/")

    mail = site.wait_for_mail(address)
    assert "Noor" not in mail.as_string(), "no typed word in a mail to an address that is not confirmed"
    reader.goto(link_in(mail, "/aanmelden/bevestigen/"))
    reader.get_by_role("button", name="Bevestig en download").click()
    reader.wait_for_url("**/download/**")
    with reader.expect_download() as download:
        reader.locator(".downloads a").first.click()
    path = download.value.path()
    assert path.read_bytes().startswith(b"%PDF-")
    assert download.value.suggested_filename.endswith(".pdf")
    assert reader.context.cookies() == []


TITLE = "De sleutel die nog aan je bos hangt"
_LET_TIME_PASS = """
from datetime import timedelta
from django.utils import timezone
from wagtail.models import Revision
for revision in Revision.objects.filter(approved_go_live_at__isnull=False, content__title="{title}"):
    moment = timezone.now() - timedelta(seconds=1)
    revision.content["go_live_at"] = moment.isoformat()
    revision.approved_go_live_at = moment
    revision.save()
"""


def test_coach_writes_previews_schedules_and_it_appears(
    log_in: OpenPage, open_page: OpenPage, site: RunningSite
) -> None:
    coach = log_in(width=DESKTOP)
    coach.get_by_role("link", name="Nieuw artikel").first.click()
    coach.wait_for_load_state("networkidle")
    coach.keyboard.insert_text(TITLE)
    coach.locator("#id_intro").fill("Een kleine sleutel, en wat hij openhoudt.")
    coach.locator(".public-DraftEditor-content").first.click()
    coach.keyboard.insert_text("Hij hangt er nog, tussen de fiets en het werk.")

    coach.get_by_role("button", name=re.compile("voorbeeld", re.IGNORECASE)).first.click()
    preview = coach.frame_locator("#w-preview-iframe")
    preview.get_by_role("heading", name=TITLE).wait_for()
    width = coach.locator("#w-preview-iframe").evaluate("frame => frame.clientWidth")
    assert width <= 414, f"the preview starts at the width of a phone, not {width}"

    coach.locator("footer .w-dropdown__toggle").click()
    coach.get_by_role("button", name="Plan voor morgen 08:00").click()
    coach.wait_for_load_state("networkidle")
    reader = open_page("/blog/", width=PHONE)
    assert reader.get_by_text(TITLE).count() == 0, "a planned article is not public yet"
    coach.goto("/admin/")
    assert coach.get_by_role("link", name=re.compile(TITLE)).first.is_visible()

    site.manage("shell", "-c", _LET_TIME_PASS.format(title=TITLE))

    def appeared() -> bool:
        reader.goto("/blog/")
        return reader.get_by_role("link", name=TITLE).count() == 1

    wait_until(appeared, 60, "the planned article is published")
    reader.get_by_role("link", name=TITLE).click()
    assert reader.get_by_text("tussen de fiets en het werk").is_visible()
