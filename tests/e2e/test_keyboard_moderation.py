"""Judging reactions with single keys, and what happens when the writer was at it at the same time."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import PATIENCE, OpenPage, _Watch
from tests.running_site import RunningSite

SIGN = "toetsenproef"
QUEUE = f"/admin/reacties/?q={SIGN}"
_MAKE = f"""
from django.utils import timezone
from wagtail.models import Page
from comments.models import Comment, Report
page = Page.objects.get(slug="geen-contact-met-je-ex")
now = timezone.now()

def make(name, **fields):
    return Comment.objects.create(
        page=page, page_title=page.title, page_url=page.full_url, author_name=name, created_at=now,
        author_email=f"{{name.lower()}}@toets.example", text=f"{SIGN} van {{name}}", **fields)

for name in ("Anouk", "Bram", "Carlijn"):
    make(name, status="pending")
reported = make("Dirk", status="approved", decided_at=now, report_count=1)
Report.objects.create(comment=reported, reason="worried", note="Zo vlak.", day=now.date())
"""
_CHANGE = """
from comments.models import Comment
from django.utils import timezone
Comment.objects.filter(author_email="bram@toets.example").update(
    text="toetsenproef van Bram, en toen schreef ik verder", changed_at=timezone.now())
"""
_CLEAN = """
from comments.models import Comment
from pagecache.versions import bump
Comment.objects.filter(author_email__endswith="@toets.example").delete()
bump()
"""

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def queue(log_in: OpenPage, site: RunningSite, watch: _Watch) -> Iterator[Page]:
    watch.allowed += ["axe.run results", r"status of 422"]
    site.python(_MAKE)
    try:
        page = log_in(QUEUE)
        expect(page.locator("[data-moderation-item]")).to_have_count(4)
        page.wait_for_load_state("networkidle")
        yield page
    finally:
        site.python(_CLEAN)


def row(page: Page, name: str) -> Locator:
    return page.locator(f"[data-moderation-item][aria-label='Reactie van {name}']")


def current(page: Page) -> Locator:
    return page.locator("[data-moderation-current]")


def go_to(page: Page, name: str) -> None:
    """Walk up to the first reaction with "t", and down with "v" until the border stands around someone's."""
    names = [
        item.get_attribute("aria-label") for item in page.locator("[data-moderation-item]:visible").all()
    ]
    for key in ["t"] * len(names) + ["v"] * names.index(f"Reactie van {name}"):
        page.keyboard.press(key)
    expect(current(page)).to_have_attribute("aria-label", f"Reactie van {name}")


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-moderation-status]").first).to_contain_text(words)


def test_keys_walk_judge_and_take_back(queue: Page) -> None:
    press = queue.keyboard.press
    expect(current(queue)).to_have_count(0)
    press("g")
    # The first key only shows where one is: nothing is judged unseen.
    expect(current(queue)).to_have_count(1)
    first = current(queue).get_attribute("aria-label")
    press("j")
    second = current(queue).get_attribute("aria-label")
    assert second != first
    press("k")
    assert current(queue).get_attribute("aria-label") == first
    press("v")
    press("t")
    assert current(queue).get_attribute("aria-label") == first

    queue.reload()
    go_to(queue, "Anouk")
    for key, done in (("g", "goedgekeurd"), ("s", "spam"), ("p", "prullenbak")):
        press(key)
        said(queue, done)
        press("o")
        said(queue, "Ongedaan gemaakt")
        expect(row(queue, "Anouk").locator(".moderation__state")).to_have_text("wacht")

    press("x")
    expect(row(queue, "Anouk").locator("[name=comment]")).to_be_checked()

    go_to(queue, "Dirk")
    press("l")
    expect(row(queue, "Dirk").locator(".moderation__reports")).to_have_count(0)
    press("o")
    expect(row(queue, "Dirk").locator(".moderation__reports")).to_have_count(1)

    go_to(queue, "Carlijn")
    press("b")
    queue.wait_for_url("**#bewerken")
    expect(queue.get_by_text(f"{SIGN} van Carlijn").first).to_be_attached()


def test_keys_type_in_a_field_and_can_be_switched_off(queue: Page) -> None:
    press = queue.keyboard.press
    go_to(queue, "Bram")
    press("a")
    answer = row(queue, "Bram").locator("textarea")
    expect(answer).to_be_focused()
    queue.keyboard.type("gspox")
    expect(answer).to_have_value("gspox")
    expect(row(queue, "Bram").locator(".moderation__state")).to_have_text("wacht")

    answer.fill("")
    row(queue, "Bram").get_by_label("Kant-en-klaar antwoord").select_option(label="Dank je wel")
    row(queue, "Bram").get_by_role("button", name="Voeg in").click()
    expect(answer).to_be_focused()
    assert answer.input_value().startswith("Dag Bram,\n\nDank je wel")
    press("Escape")
    expect(row(queue, "Bram")).to_be_focused()

    press("?")
    keys = queue.get_by_role("dialog", name="Toetsen")
    expect(keys).to_be_visible()
    keys.get_by_label("Deze toetsen gebruiken").uncheck()
    press("Escape")
    expect(keys).to_be_hidden()
    sent: list[str] = []
    queue.on("request", lambda request: sent.append(request.method))
    press("g")
    queue.reload()
    expect(row(queue, "Bram").locator(".moderation__state")).to_have_text("wacht")
    assert "POST" not in sent


def test_reaction_that_changed_meanwhile_is_read_again_first(queue: Page, site: RunningSite) -> None:
    site.python(_CHANGE)
    go_to(queue, "Bram")
    queue.keyboard.press("g")
    expect(row(queue, "Bram")).to_contain_text("en toen schreef ik verder")
    expect(row(queue, "Bram").locator(".moderation__state")).to_have_text("wacht")
    go_to(queue, "Bram")
    queue.keyboard.press("g")
    said(queue, "goedgekeurd")
