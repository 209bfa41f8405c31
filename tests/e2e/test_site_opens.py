"""The site opens in a browser as the stories need it; the pages themselves are told about elsewhere."""

import pytest

from tests.e2e.conftest import DESKTOP, PHONE, TABLET, OpenPage
from tests.e2e.person import Person


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
def test_home_fits_and_sets_no_cookie(open_page: OpenPage, width: int, dark: bool, javascript: bool) -> None:
    page = open_page("/", width=width, dark=dark, javascript=javascript)
    assert page.title()
    assert page.locator("h1").count() == 1
    assert page.locator("html").bounding_box()["width"] <= width
    assert page.context.cookies() == []


def test_coach_can_log_in(log_in: OpenPage) -> None:
    assert log_in().locator("h1").first.is_visible()


def test_person_counts_clicks_and_loads(open_page: OpenPage) -> None:
    page = open_page("/")
    person = Person(page)
    person.click(page.locator("main a[href^='/']").first)
    page.wait_for_load_state()
    assert person.cost == (1, 1)
