"""What a first visit brings over the line stays within its budget (SQL queries have theirs in tests/blog)."""

import pytest
from playwright.sync_api import Browser

from tests.benchmarks.transfer import measure
from tests.running_site import RunningSite


@pytest.mark.parametrize("path", ["/", "/blog/", "/blog/geen-contact-met-je-ex/", "/podcast/"])
def test_first_visit_is_within_budget(browser: Browser, site: RunningSite, path: str) -> None:
    transfer = measure(browser, site.url + path)
    assert transfer.bytes["html"] > 0
    assert transfer.over_limits() == {}, transfer.figures()
