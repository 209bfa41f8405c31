"""Every state of a reaction and of a gift, for readers and for the coach: no barrier, nothing sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import DESKTOP, OpenPage, _Watch
from tests.e2e.gift_states import OTHERS, make_gift_states, remove_gift_states
from tests.e2e.states import make_states
from tests.e2e.test_every_page import violations
from tests.running_site import RunningSite

NARROW = 360
# The button of Wagtail's list of sections, which on a narrow screen comes and goes with the scrolling.
WAGTAILS_OWN = "#w-minimap-toggle"
LOOKS = pytest.mark.parametrize(("width", "dark"), [(DESKTOP, False), (NARROW, True)], ids=["day", "night"])


@pytest.fixture(scope="module")
def states(site: RunningSite) -> Iterator[dict[str, str]]:
    yield make_states(site)
    clean = "from comments.models import Comment, CommentAuthor; from pagecache.versions import bump;"
    theirs = "author_email__endswith='@staat.example'"
    withdrawn = "Comment.objects.exclude(withdrawn_at=None).delete(); bump();"
    site.python(
        f"{clean} Comment.objects.filter({theirs}).delete(); {withdrawn}"
        " CommentAuthor.objects.filter(email__endswith='@staat.example').delete()",
    )


@pytest.fixture(scope="module")
def gift_states(site: RunningSite) -> Iterator[dict[str, str]]:
    yield make_gift_states(site)
    remove_gift_states(site)


@pytest.fixture(autouse=True)
def _missing_pages_are_meant(watch: _Watch) -> None:
    watch.allowed += [r"status of (404|410|422)", "axe.run results"]


def faults(page: Page, addresses: dict[str, str], width: int) -> list[str]:
    """Visit each address; return what axe finds, and what does not fit, by state."""
    found = []
    for state, address in addresses.items():
        answer = page.goto(address)
        if state.startswith("admin") and not (answer and answer.ok):
            found.append(f"{state}: is not there")
        found += [f"{state}: {fault}" for fault in violations(page) if WAGTAILS_OWN not in fault]
        if (wide := page.evaluate("document.scrollingElement.scrollWidth")) > width:
            found.append(f"{state}: is {wide} wide")
    return found


@LOOKS
def test_what_readers_see_has_no_barrier(
    open_page: OpenPage, states: dict[str, str], width: int, dark: bool
) -> None:
    page = open_page(width=width, dark=dark)
    public = {state: address for state, address in states.items() if not state.startswith("admin")}
    assert len(public) > 25
    found = faults(page, public, width)
    assert not found, "\n".join(found)
    assert page.context.cookies() == []


@LOOKS
def test_what_the_coach_sees_has_no_barrier(
    log_in: OpenPage, states: dict[str, str], width: int, dark: bool
) -> None:
    page = log_in(width=width, dark=dark)
    screens = {state: address for state, address in states.items() if state.startswith("admin")}
    assert len(screens) > 12
    found = faults(page, screens, width)
    assert not found, "\n".join(found)


@LOOKS
def test_what_readers_see_of_a_gift_has_no_barrier(
    open_page: OpenPage, gift_states: dict[str, str], width: int, dark: bool
) -> None:
    page = open_page(width=width, dark=dark)
    public = {state: address for state, address in gift_states.items() if not state.startswith("admin")}
    assert len(public) > 18
    found = faults(page, public, width)
    for address in (OTHERS["gift"], OTHERS["stop"]):
        # With a mistake in it the form comes back, and says so.
        page.goto(address)
        page.locator("main form").first.get_by_label("E-mailadres").fill("hanne@")
        page.locator("main form button[type=submit], main form input[type=submit]").first.click()
        page.locator(".form__errors").first.wait_for()
        found += [f"mistake at {address}: {fault}" for fault in violations(page)]
    assert not found, "\n".join(found)
    assert page.context.cookies() == []


@LOOKS
def test_what_the_coach_sees_of_gifts_has_no_barrier(
    log_in: OpenPage, gift_states: dict[str, str], width: int, dark: bool
) -> None:
    page = log_in(width=width, dark=dark)
    screens = {state: address for state, address in gift_states.items() if state.startswith("admin")}
    assert len(screens) > 15
    found = faults(page, screens, width)
    page.goto(screens["admin blocks"])
    page.get_by_label("Staat dit adres op de lijst?").fill("geblokkeerd@staat.example")
    page.get_by_role("button", name="Zoek op").click()
    page.get_by_text("staat op de lijst").wait_for()
    found += [f"answer about an address: {fault}" for fault in violations(page)]
    assert not found, "\n".join(found)
