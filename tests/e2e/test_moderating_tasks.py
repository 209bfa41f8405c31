"""What judging reactions costs the coach, on a laptop and on a phone: tasks 1 to 3.

Counted from the first screen after login. Each test takes its decision back, so that the next finds the same.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import DESKTOP, PATIENCE, OpenPage
from tests.e2e.person import Person
from tests.running_site import RunningSite

# The coach's own phone.
TOUCH = 390
WIDTHS = pytest.mark.parametrize("width", [DESKTOP, TOUCH], ids=["laptop", "phone"])

expect.set_options(timeout=PATIENCE)


_LAST = """
from comments.models import CommentEvent
print(max(CommentEvent.objects.values_list("pk", flat=True), default=0))
"""
_TAKE_BACK = """
from comments.models import CommentEvent
from comments.services.decisions import undo
undo(CommentEvent.objects.filter(pk__gt={last}, origin=CommentEvent.Origin.ADMIN), None)
"""


@pytest.fixture(autouse=True)
def _all_wait_again(site: RunningSite) -> Iterator[None]:
    """Take back what a test that failed did not get to take back itself."""
    last = int(site.python(_LAST))
    yield
    site.python(_TAKE_BACK.format(last=last))


def waiting(page: Page) -> Locator:
    return page.locator("[data-moderation=waiting] [data-moderation-item]:visible")


def start(log_in: OpenPage, width: int) -> tuple[Page, Person]:
    page = log_in(width=width)
    expect(waiting(page).nth(3)).to_be_visible()
    page.wait_for_load_state("networkidle")
    return page, Person(page)


def take_back(page: Page) -> None:
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator("[data-moderation-status]").first).to_contain_text("Ongedaan gemaakt")


@WIDTHS
def test_task_1_approve_a_waiting_reaction(log_in: OpenPage, width: int) -> None:
    page, person = start(log_in, width)
    before = waiting(page).count()
    person.click(waiting(page).last.get_by_role("button", name="Keur goed"))
    expect(page.locator("[data-moderation-status]").first).to_contain_text("goedgekeurd")
    expect(waiting(page)).to_have_count(before - 1)
    assert person.cost <= (1, 0), person.cost
    take_back(page)
    expect(waiting(page)).to_have_count(before)


@WIDTHS
def test_task_2_mark_three_as_spam_at_once(log_in: OpenPage, width: int) -> None:
    page, person = start(log_in, width)
    before = waiting(page).count()
    for number in (1, 2, 3):
        person.click(waiting(page).nth(before - number).locator("[name=comment]"))
    person.click(page.locator("[data-moderation-bulk]").get_by_role("button", name="Spam"))
    expect(waiting(page)).to_have_count(before - 3)
    assert person.cost <= (4, 0), person.cost
    take_back(page)
    expect(waiting(page)).to_have_count(before)


@WIDTHS
def test_task_3_answer_a_reaction_and_approve_it(log_in: OpenPage, width: int) -> None:
    page, person = start(log_in, width)
    words = f"Dag, wat fijn dat je dit schrijft ({width})."
    item = waiting(page).last
    person.click(item.locator("summary", has_text="Antwoord"))
    expect(item.locator("textarea")).to_be_focused()
    page.keyboard.insert_text(words)

    # Called away halfway: whatever was written is there when one comes back.
    page.goto("/admin/reacties/")
    page.goto("/admin/")
    item = waiting(page).last
    expect(item.locator("textarea")).to_have_value(words)
    person.loads = 0

    person.click(item.get_by_role("button", name="Antwoord en keur goed"))
    expect(page.locator("[data-moderation-status]").first).to_contain_text("goedgekeurd")
    assert person.cost <= (2, 0), person.cost
    take_back(page)
    expect(waiting(page).last.locator("textarea")).to_have_value(words)
    waiting(page).last.locator("textarea").fill("")


@WIDTHS
def test_every_button_of_the_queue_is_big_enough_to_tap_and_none_hides(log_in: OpenPage, width: int) -> None:
    page, _ = start(log_in, width)
    buttons = waiting(page).first.locator("button:visible, summary:visible")
    heights = buttons.evaluate_all("all => all.map((b) => [b.innerText, b.getBoundingClientRect().height])")
    small = [(text, height) for text, height in heights if height < 43.5]
    assert small == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
