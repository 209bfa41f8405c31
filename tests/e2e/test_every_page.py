"""Every kind of page, in every form a reader may meet it: no barrier, nothing sideways, no third party."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage
from tests.running_site import RunningSite

PAGES = {
    "home": "/",
    "articles": "/blog/",
    "category": "/blog/categorie/loslaten/",
    "article": "/blog/geen-contact-met-je-ex/",
    "article with a video": "/blog/waarom-liefdesverdriet-lichamelijk-pijn-doet/",
    "authors": "/over-ons/",
    "author": "/over-ons/marit-van-wezel/",
    "podcast": "/podcast/",
    "episode": "/podcast/hoop-is-geen-plan/",
    "page": "/begeleiding/",
    "privacy": "/privacy/",
    "search": "/zoeken/?q=contact",
    "nothing found": "/zoeken/?q=qqqqzz",
    "gift": "/aanmelden/roadmap/",
    "mail sent": "/aanmelden/roadmap/kijk-in-je-mail/",
    "expired link": "/aanmelden/bevestigen/onbekend/",
    "own data": "/mijn-gegevens/",
    "link to own data sent": "/mijn-gegevens/kijk-in-je-mail/",
    "link to own data that is over": "/mijn-gegevens/onbekend/",
    "own data erased": "/mijn-gegevens/gewist/",
    "not found": "/bestaat-niet/",
}
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 A and AA and against good practice, a line each."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": _TAGS}})
    return [
        f"{rule['id']}: {rule['help']} {node['target']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


@pytest.fixture(autouse=True)
def _missing_pages_are_meant(watch) -> None:
    # What the browser notes itself of a page that was not found, has gone, or holds a mistake in a form.
    watch.allowed += [r"status of (404|410|422)"]


@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
@pytest.mark.parametrize(("width", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["day", "night"])
def test_page_has_no_barrier(open_page: OpenPage, path: str, width: int, dark: bool) -> None:
    assert violations(open_page(path, width=width, dark=dark)) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_page_fits_at_four_hundred_percent(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["/blog/geen-contact-met-je-ex/", "/aanmelden/roadmap/"])
@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_empty_form_comes_back_with_words_and_no_barrier(
    open_page: OpenPage, path: str, javascript: bool
) -> None:
    page = open_page(path, width=PHONE, javascript=javascript)
    page.locator("main form[method=post] button[type=submit]").last.click()
    page.wait_for_load_state()
    page.locator(".form__errors").first.wait_for()
    invalid = page.locator("[aria-invalid=true]")
    assert invalid.count() >= 1
    for field in invalid.all():
        described = (field.get_attribute("aria-describedby") or "").split()
        words = " ".join(page.locator(f"[id='{name}']").inner_text() for name in described)
        assert words.strip(), "the error stands beside the field and is read with it"
    summary = page.locator(".form__errors")
    assert summary.get_by_role("link").count() == invalid.count()
    if javascript:
        assert violations(page) == []


@pytest.mark.parametrize("path", ["/", "/blog/geen-contact-met-je-ex/", "/aanmelden/roadmap/"])
def test_every_target_is_big_enough_to_tap(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=PHONE)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, textarea, input, .button")]
            .filter((target) => target.checkVisibility() && !target.closest(".guard-trap"))
            .map((target) => [target.outerHTML.slice(0, 80), target.closest(".field--check") ?? target])
            .map(([html, target]) => [html, target.getBoundingClientRect().height])
            .filter(([, height]) => height < 44)"""
    )
    assert small == []


def test_nothing_moves_while_an_article_loads(open_page: OpenPage) -> None:
    page = open_page("/begeleiding/", width=PHONE)
    page.add_init_script(
        """window.shifted = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shifted += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto("/blog/geen-contact-met-je-ex/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") < 0.02


def test_player_from_elsewhere_loads_only_after_a_click(open_page: OpenPage, watch) -> None:
    page = open_page("/blog/waarom-liefdesverdriet-lichamelijk-pijn-doet/")
    assert page.locator("iframe").count() == 0
    watch.allowed += [r"vimeo", r"ERR_"]
    page.locator(".embed__link").click()
    assert page.locator("iframe").get_attribute("src", timeout=5000).startswith("https://player.vimeo.com/")


def test_contents_mark_where_the_reader_is(open_page: OpenPage) -> None:
    page = open_page("/blog/geen-contact-met-je-ex/", width=DESKTOP)
    links = page.locator(".toc__item a")
    target = links.nth(4)
    target.click()
    page.locator(".toc__item a[aria-current]").first.wait_for(state="attached")
    assert re.search(r"#\S+", page.url)
    assert target.is_visible()


def test_half_written_reaction_survives_a_reload(open_page: OpenPage) -> None:
    page = open_page("/blog/geen-contact-met-je-ex/", width=PHONE)
    page.get_by_role("textbox", name="Reactie").fill("Ik begon te typen en toen")
    page.reload()
    assert page.get_by_role("textbox", name="Reactie").input_value() == "Ik begon te typen en toen"


def test_menu_of_a_phone_works_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("/", width=PHONE)
    page.locator(".menu__button").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Podcast").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".menu__sheet").is_visible()


def test_printed_article_is_text_without_machinery(open_page: OpenPage, site: RunningSite) -> None:
    page = open_page("/blog/geen-contact-met-je-ex/")
    page.emulate_media(media="print")
    for machinery in (".header nav", ".share", ".comments", ".footer", ".toc"):
        assert not page.locator(machinery).first.is_visible()
    assert page.locator(".prose p").first.is_visible()


def test_printed_article_holds_the_answers_too(open_page: OpenPage) -> None:
    page = open_page("/blog/geen-contact-met-je-ex/")
    answer = page.locator(".faq__answer").first
    assert not answer.is_visible()
    page.emulate_media(media="print")
    assert answer.bounding_box()["height"] > 0


@pytest.mark.parametrize("width", [320, DESKTOP])
def test_one_endless_word_pushes_nothing_off_the_page(open_page: OpenPage, width: int) -> None:
    page = open_page("/blog/geen-contact-met-je-ex/", width=width)
    page.evaluate(
        """() => {
            for (const place of document.querySelectorAll(".comment__text p, .comment__author, .card__intro"))
                place.textContent = "W".repeat(300);
        }"""
    )
    beyond = page.evaluate(
        """() => [...document.querySelectorAll(".comment__text p, .comment__author, .card__intro")]
            .filter((place) => place.getBoundingClientRect().right > innerWidth)
            .map((place) => place.className || place.parentElement.className)"""
    )
    assert beyond == []


def test_half_an_answer_is_not_mixed_with_half_a_reaction(open_page: OpenPage) -> None:
    page = open_page("/blog/geen-contact-met-je-ex/", width=PHONE)
    page.get_by_role("textbox", name="Reactie").fill("Dit is voor onder het artikel.")
    page.get_by_role("link", name=re.compile("^Antwoord")).first.click()
    # The answer's own form opens below the reaction; the other keeps what was begun in it.
    answer = page.locator("form:has(textarea)", has=page.locator("[name=parent][value]"))
    assert answer.get_by_role("textbox", name="Reactie").input_value() == ""
    below = page.locator(".comments__form form").get_by_role("textbox", name="Reactie")
    assert below.input_value() == "Dit is voor onder het artikel."
