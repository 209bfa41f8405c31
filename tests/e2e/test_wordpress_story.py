"""The coach moves a site in a browser, while the running site does the work beside it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage
from tests.e2e.test_every_page import violations
from tests.running_site import RunningSite
from tests.wordpress.exports import comment, export, item

FORGET = (
    "from wordpress.models import Imported, Move; from blog.models import AuthorPage; "
    "from wagtail.models import Page; from wagtail.contrib.redirects.models import Redirect; "
    "pages = Page.objects.filter(pk__in=Imported.objects.values('page')); "
    "Redirect.objects.filter(redirect_page__in=pages).delete(); "
    "[page.specific.delete() for page in pages]; "
    "[page.delete() for page in AuthorPage.objects.filter(title='Marijke van Dam')]; "
    "Imported.objects.all().delete(); Move.objects.all().delete()"
)


@pytest.fixture
def forgetting(site: RunningSite) -> Iterator[None]:
    """Afterwards the site is as it was: others read it too."""
    yield
    site.python(FORGET)


@pytest.mark.usefixtures("forgetting")
@pytest.mark.parametrize(("width", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["desk", "phone"])
def test_coach_looks_first_then_moves_a_site_and_compares(
    log_in: OpenPage, watch: Any, width: int, dark: bool
) -> None:
    # What the browser says of a form with a mistake in it, and of Wagtail's own checks of a shown draft.
    watch.allowed += [r"status of 422", r"axe\.run"]
    page = log_in("/admin/verhuizen/", width=width, dark=dark)
    choose = page.get_by_label("Het exportbestand")
    choose.set_input_files({"name": "feed.xml", "mimeType": "text/xml", "buffer": b"<rss><channel/></rss>"})
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    expect(page.locator(".error-message")).to_contain_text("geen WordPress-export")
    assert violations(page) == []
    expect(choose).to_have_accessible_description(re.compile("geen WordPress-export"))
    page.evaluate("document.querySelector('[data-largest]').dataset.largest = '900'")
    choose.set_input_files({"name": "groot.xml", "mimeType": "text/xml", "buffer": b"x" * 1000})
    expect(choose).to_have_accessible_description(re.compile("het mag hooguit"))
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    expect(choose).to_be_focused()
    page.evaluate("document.querySelector('[data-largest]').dataset.largest = '1000000'")
    title = f"Verhuisd stuk {width}"
    posts = [item(1, title, comments=[comment(1, f"Dank, {width}.")]), item(2, "Concept", status="draft")]
    choose.set_input_files({"name": "oud.xml", "mimeType": "text/xml", "buffer": export(posts)})
    expect(page.locator(".error-message")).to_have_count(0)
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    # The page follows by itself what a process of the site does.
    expect(page.get_by_role("heading", name="Klopt dit?")).to_be_visible(timeout=60_000)
    # A phone has no room for what is nought everywhere.
    counts = "Artikelen 2 2" if width == PHONE else "Artikelen 2 2 0 0 0 0"
    expect(page.get_by_role("row", name=counts, exact=True)).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("group", name="Waar komen de artikelen?").get_by_role("radio")).to_have_count(2)
    page.get_by_label("Nog niet.").check()
    page.get_by_role("button", name="Neem het over").click()
    expect(page.get_by_role("heading", name="Dit is er gebeurd")).to_be_visible(timeout=60_000)
    assert violations(page) == []
    page.get_by_role("link", name="Bekijk oud naast nieuw").click()
    old, new = page.frame_locator("iframe").first, page.frame_locator("iframe").last
    for side in (old, new):
        expect(side.get_by_role("heading", name=title, level=1)).to_be_visible()
        expect(side.get_by_text("Soms is het stil in huis").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.go_back()
    page.get_by_role("button", name="Klaar, gooi het bestand weg").click()
    expect(page.get_by_text("Het exportbestand is weggegooid.")).to_be_visible()
    page.goto(f"/blog/verhuisd-stuk-{width}/")
    expect(page.get_by_text(f"Dank, {width}.")).to_be_visible()
