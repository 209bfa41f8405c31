"""What a reader has at once, on a bad line or an old phone: the words, without fonts and without scripts."""

import re
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import DESKTOP, PATIENCE, PHONE, OpenPage, Own
from tests.e2e.gift_reader import LANDING
from tests.running_site import RunningSite

ARTICLE = "/blog/geen-contact-met-je-ex/"
# Later than the three seconds after which a browser stops waiting for any font would take too long to test;
# this is later than the first paint and earlier than that.
FONT_DELAY_SECONDS = 1.2
# What is less is shown as 0 by every tool that measures shifts.
LEAST_SHIFT = 0.0005
_FOLLOW_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      window.shifts.push([entry.value, entry.sources.map(({ node }) => node?.className || node?.nodeName)]);
    }
  }
}).observe({ type: "layout-shift", buffered: true });
"""

expect.set_options(timeout=PATIENCE)


def _late(route: Route) -> None:
    time.sleep(FONT_DELAY_SECONDS)
    route.continue_()


def _open_with_late_fonts(open_page: OpenPage, path: str, width: int) -> Page:
    page = open_page("/livez", width=width)
    page.add_init_script(_FOLLOW_SHIFTS)
    page.route("**/static/fonts/*", _late)
    with page.expect_response("**/static/fonts/*"):
        page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    return page


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["/", "/blog/", ARTICLE, "/blog/opnieuw-daten-na-liefdesverdriet/", LANDING])
def test_nothing_moves_when_fonts_come_late(open_page: OpenPage, path: str, width: int) -> None:
    page = _open_with_late_fonts(open_page, path, width)
    shifts = page.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) < LEAST_SHIFT, shifts


# Not wait_for_function, which evaluates text: the page's policy forbids that.
PAINTED = """() => new Promise((done) => {
  new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true });
})"""


def test_words_stand_there_while_fonts_are_under_way(open_page: OpenPage) -> None:
    page = open_page("/livez", width=PHONE)
    waiting: list[Route] = []
    page.route("**/static/fonts/*", lambda route: waiting.append(route))
    page.goto(ARTICLE, wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    assert waiting, "the fonts have not come"
    for route in waiting:
        route.continue_()


FONTS = {"literata-dutch", "figtree-dutch"}


@pytest.mark.parametrize(("path", "fonts"), [("/blog/", FONTS), (ARTICLE, FONTS | {"literata-italic-dutch"})])
def test_fonts_are_asked_for_with_the_page(open_page: OpenPage, path: str, fonts: set[str]) -> None:
    """Those met only in the style sheet would come too late for the first paint; Dutch needs no others."""
    page = open_page(path, width=PHONE)
    page.wait_for_load_state("networkidle")
    asked = page.evaluate(
        "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'))"
        ".map(({ name, initiatorType }) => [name.split('/').pop().split('.')[0], initiatorType])"
    )
    assert {(name, by) for name, by in asked} == {(font, "link") for font in fonts}


@pytest.fixture
def bare_page(open_page: OpenPage, watch, site: RunningSite) -> Page:
    """A phone that runs no scripts and gets no fonts; it notes what it asks of whom."""
    watch.allowed.append(r"net::ERR_FAILED|status of (404|422)")
    page = open_page("/livez", width=PHONE, javascript=False)
    page.route("**/*.woff2", lambda route: route.abort())
    page.route("**/*.js", lambda route: route.abort())
    return page


def test_article_is_read_and_the_menu_opened_without_scripts_and_fonts(bare_page: Page) -> None:
    bare_page.goto(ARTICLE)
    expect(bare_page.get_by_role("heading", level=1)).to_be_visible()
    words = bare_page.locator(".prose > p").first
    expect(words).to_be_visible()
    size = words.evaluate(
        "(element) => [parseFloat(getComputedStyle(element).fontSize), element.clientWidth]"
    )
    assert size[0] >= 17
    assert size[1] <= PHONE
    assert bare_page.evaluate("document.documentElement.scrollWidth") <= PHONE
    bare_page.get_by_text("Menu", exact=True).click()
    bare_page.locator(".menu--narrow").get_by_role("link", name="Podcast").click()
    expect(bare_page).to_have_url(re.compile("/podcast/"))


def test_table_of_contents_and_more_open_without_scripts(bare_page: Page) -> None:
    bare_page.goto(ARTICLE)
    contents = bare_page.locator(".toc")
    contents.locator("summary").click()
    contents.get_by_role("link").last.click()
    target = urlsplit(bare_page.url).fragment
    assert target
    expect(bare_page.locator(f"[id='{target}']")).to_be_in_viewport()


def test_reaction_is_sent_without_scripts_and_fonts(bare_page: Page, own: Own) -> None:
    bare_page.goto(ARTICLE)
    words = own("Met een oude telefoon en een slechte lijn, maar het lukt.")
    form = bare_page.locator(".comments__form form")
    form.get_by_label("Naam").fill("Oud toestel")
    form.get_by_label("E-mailadres").fill("oud-toestel@lezer.example")
    form.get_by_role("textbox", name="Reactie").fill(words)
    form.get_by_role("button", name="Verstuur").click()
    expect(bare_page.get_by_text(words)).to_be_visible()


def test_gift_is_asked_for_without_scripts_and_fonts(bare_page: Page, site: RunningSite, own: Own) -> None:
    email = f"{own('oud-toestel').replace(' ', '-')}@lezer.example"
    bare_page.goto(LANDING)
    form = bare_page.locator("form.form")
    form.get_by_label("E-mailadres").fill(email)
    form.get_by_role("button").click()
    expect(bare_page).to_have_url(re.compile("kijk-in-je-mail"))
    assert site.wait_for_mail(email)


@pytest.mark.parametrize("path", ["/", "/blog/", ARTICLE, "/podcast/", "/zoeken/"])
def test_page_asks_nothing_of_another_site(open_page: OpenPage, site: RunningSite, path: str) -> None:
    page = open_page("/livez")
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto(path)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert hosts == {urlsplit(site.url).netloc}
