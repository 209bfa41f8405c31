"""Where gifts stand on an article, how one slides in, and how seeing them is told."""

from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Request, expect

from tests.e2e.conftest import DESKTOP, PATIENCE, PHONE, TABLET, OpenPage, _Watch
from tests.running_site import RunningSite, wait_until

CALM = "/blog/de-brief-die-je-niet-verstuurt/"
SENSITIVE = "/blog/de-eerste-nacht-alleen/"
SIDE, END = ".gift--at-sidebar", ".gift--at-end"
SLIDE_IN = "[data-slide-in]"
_LET = """
from blog.models import SiteSettings
for settings in SiteSettings.objects.all():
    settings.gift_slides_in = {on}
    settings.save()
"""
_COUNTED = """
from leads.models import MagnetView
print("COUNTED", sum(view.count for view in MagnetView.objects.filter(page={page}, placement="end")))
"""
_READ = """part => {
    const text = document.querySelector(".prose").getBoundingClientRect();
    window.scrollTo(0, window.scrollY + text.top + text.height * part - window.innerHeight / 2);
}"""


expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def slides_in(site: RunningSite) -> Iterator[None]:
    """The coach lets the gift slide in; processes know within a second."""
    site.python(_LET.format(on=True))
    yield
    site.python(_LET.format(on=False))


def read(page: Page, part: float) -> None:
    """Have so much of the text above the middle of the screen, and let the page notice."""
    page.evaluate(_READ, part)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def open_sliding(open_page: OpenPage, path: str = CALM, **options: object) -> Page:
    page = open_page(path, **options)

    def fresh() -> bool:
        if page.locator(SLIDE_IN).count():
            return True
        page.reload()
        return False

    wait_until(fresh, 30, "the page has a gift that slides in")
    return page


@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_wide_screen_the_gift_stands_beside_the_text_without_touching_it(
    open_page: OpenPage, javascript: bool
) -> None:
    for width in (1280, DESKTOP, 1920):
        page = open_page(CALM, width=width, javascript=javascript)
        side = page.locator(SIDE)
        expect(side).to_be_visible()
        card, text = side.bounding_box(), page.locator(".prose").bounding_box()
        assert card
        assert text
        assert card["x"] >= text["x"] + text["width"] + 24
        assert card["x"] + card["width"] <= width - 16
        toc = page.locator("[data-toc]").bounding_box()
        assert toc
        assert toc["x"] + toc["width"] <= text["x"]


def test_on_smaller_screens_it_stands_at_the_end_alone(open_page: OpenPage) -> None:
    for width in (PHONE, TABLET):
        page = open_page(CALM, width=width)
        expect(page.locator(SIDE)).to_be_hidden()
        expect(page.locator(END)).to_be_visible()


def test_no_gift_beside_a_sensitive_article(open_page: OpenPage) -> None:
    page = open_page(SENSITIVE)
    expect(page.locator(SIDE)).to_have_count(0)
    expect(page.locator(END)).to_have_count(1)


def test_every_card_asks_for_the_newsletter_apart_and_leads_to_the_privacy_page(open_page: OpenPage) -> None:
    page = open_page(CALM)
    for card in page.locator(".gift").all():
        box = card.locator("input[name=newsletter]")
        expect(box).not_to_be_checked()
        assert "nieuwsbrief" in box.evaluate("box => box.labels[0].textContent")
        expect(card.get_by_role("link", name="Zo gaan we met je gegevens om")).to_be_visible()


def test_nothing_slides_in_by_default(open_page: OpenPage) -> None:
    page = open_page(CALM)
    read(page, 0.7)
    expect(page.locator(SLIDE_IN)).to_have_count(0)


def is_telling(request: Request) -> bool:
    return "/gezien/" in request.url


def test_a_card_that_came_into_view_is_counted_once_and_nothing_about_the_reader(
    open_page: OpenPage, site: RunningSite, watch: _Watch
) -> None:
    page = open_page("/over-ons/", width=PHONE)
    told: list[Request] = []
    page.on("request", lambda request: told.append(request) if is_telling(request) else None)
    page.goto(CALM)
    number = page.locator(END).get_attribute("data-gift")
    assert number

    def counted() -> int:
        said = site.python(_COUNTED.format(page=number.split(".")[1]))
        return int(said.split("COUNTED")[1])

    before = counted()
    field = page.locator(END).locator("input[name=email]")
    with page.expect_event("request", predicate=is_telling):
        field.scroll_into_view_if_needed()
    page.mouse.wheel(0, -4000)
    field.scroll_into_view_if_needed()
    page.goto("/over-ons/")

    assert [parse_qs(request.post_data or "") for request in told] == [{"gezien": [number]}]
    assert told[0].method == "POST"
    assert "cookie" not in told[0].all_headers()
    assert page.context.cookies() == []
    assert watch.verdict() == [], "no request went elsewhere"
    # Each process writes every half minute.
    wait_until(lambda: counted() > before, 90, "the view is in the report's table")


def test_a_card_that_is_only_passed_by_is_not_counted(open_page: OpenPage) -> None:
    page = open_page("/over-ons/")
    told: list[Request] = []
    page.on("request", lambda request: told.append(request) if is_telling(request) else None)
    page.clock.install()
    page.goto(CALM)
    card = page.locator(END)

    def notice() -> None:
        """Wait until the page knows what is on the screen: observers hear of it in the order they came."""
        card.evaluate(
            """card => new Promise(done => new IntersectionObserver((_, observer) => {
                observer.disconnect();
                done();
            }).observe(card))"""
        )

    card.scroll_into_view_if_needed()
    notice()
    page.clock.run_for(500)
    page.evaluate("scrollTo(0, 0)")
    notice()
    page.clock.run_for(10_000)
    assert told == []

    card.scroll_into_view_if_needed()
    notice()
    with page.expect_event("request", predicate=is_telling):
        page.clock.run_for(10_000)


@pytest.mark.usefixtures("slides_in")
class TestSlidingIn:
    def test_it_appears_after_sixty_percent_and_takes_no_focus(self, open_page: OpenPage) -> None:
        page = open_sliding(open_page, width=PHONE)
        read(page, 0.5)
        expect(page.locator(SLIDE_IN)).to_be_hidden()
        read(page, 0.62)
        card = page.locator(SLIDE_IN)
        expect(card).to_be_visible()
        assert page.evaluate("document.activeElement === document.body")
        box = card.bounding_box()
        assert box
        assert box["height"] <= 0.5 * 780, "half of a phone stays for the text"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    def test_dismissed_it_stays_away_on_this_page_and_nothing_is_kept(self, open_page: OpenPage) -> None:
        page = open_sliding(open_page)
        read(page, 0.7)
        page.get_by_role("button", name="Sluiten").click()
        expect(page.locator(SLIDE_IN)).to_be_hidden()
        read(page, 0.2)
        read(page, 0.7)
        expect(page.locator(SLIDE_IN)).to_be_hidden()
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.context.cookies() == []

    def test_with_the_keyboard_one_gets_in_and_escape_gets_one_out_where_one_was(
        self, open_page: OpenPage
    ) -> None:
        page = open_sliding(open_page)
        link = page.locator(".toc a").first
        link.focus()
        read(page, 0.7)
        expect(page.locator(SLIDE_IN)).to_be_visible()
        page.get_by_role("button", name="Sluiten").focus()
        page.keyboard.press("Tab")
        expect(page.locator(SLIDE_IN).locator("[name=email]")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(SLIDE_IN)).to_be_hidden()
        expect(link).to_be_focused()

    def test_not_while_someone_writes_or_has_written(self, open_page: OpenPage) -> None:
        page = open_sliding(open_page)
        page.locator("#reactie-veld-text").fill("Dit herken ik.")
        read(page, 0.7)
        expect(page.locator(SLIDE_IN)).to_be_hidden()
        page.locator("#reactie-veld-text").fill("")
        page.locator("#reactie-veld-text").focus()
        read(page, 0.72)
        expect(page.locator(SLIDE_IN)).to_be_hidden()
        page.locator("#reactie-veld-text").blur()
        read(page, 0.7)
        expect(page.locator(SLIDE_IN)).to_be_visible()

    def test_it_makes_room_for_the_card_at_the_end_and_does_not_come_back(self, open_page: OpenPage) -> None:
        page = open_sliding(open_page)
        read(page, 0.7)
        expect(page.locator(SLIDE_IN)).to_be_visible()
        page.locator(END).scroll_into_view_if_needed()
        expect(page.locator(SLIDE_IN)).to_be_hidden()
        read(page, 0.7)
        expect(page.locator(SLIDE_IN)).to_be_hidden()

    def test_not_on_a_sensitive_article_and_not_without_scripts(self, open_page: OpenPage) -> None:
        open_sliding(open_page)
        expect(open_page(SENSITIVE).locator(SLIDE_IN)).to_have_count(0)
        expect(open_page(CALM, javascript=False).locator(SLIDE_IN)).to_be_hidden()
