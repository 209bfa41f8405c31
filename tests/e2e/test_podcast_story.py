"""Someone listens to an episode: with keys, from a moment, along with the transcript, and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage
from tests.e2e.test_every_page import violations
from tests.running_site import RunningSite, wait_until

EPISODE = "/podcast/hoop-is-geen-plan/"


def moment(page: Page) -> float:
    return float(page.locator("[data-player-audio]").evaluate("audio => audio.currentTime"))


def is_paused(page: Page) -> bool:
    return bool(page.locator("[data-player-audio]").evaluate("audio => audio.paused"))


def test_listener_plays_skips_and_chooses_a_speed_with_keys_alone(open_page: OpenPage) -> None:
    page = open_page(EPISODE)
    page.get_by_role("button", name="Afspelen").focus()
    page.keyboard.press("Enter")
    pause = page.get_by_role("button", name="Pauzeren")
    expect(pause).to_be_focused()
    wait_until(lambda: moment(page) > 0.2, 15, "the sound is there")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Afspelen")).to_be_visible()
    before = moment(page)
    page.keyboard.press("ArrowRight")
    wait_until(lambda: moment(page) > before + 4.5, 15, "the sound is there")
    page.get_by_role("button", name="15 seconden terug").press("Enter")
    wait_until(lambda: moment(page) < 1, 15, "the sound is there")
    seek = page.get_by_role("slider", name="Plek in de aflevering")
    seek.focus()
    page.keyboard.press("ArrowRight")
    expect(seek).to_have_attribute("aria-valuetext", re.compile(r"^0:0\d van 0:34$"))
    page.keyboard.press("Space")
    wait_until(lambda: not is_paused(page), 15, "it plays")
    page.get_by_label("Snelheid").select_option("1.5")
    assert page.locator("[data-player-audio]").evaluate("audio => audio.playbackRate") == 1.5


def test_keys_outside_the_player_do_what_they_always_do(open_page: OpenPage) -> None:
    page = open_page(EPISODE)
    page.locator("h1").click()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert is_paused(page)
    assert moment(page) == 0


def test_link_to_a_moment_begins_there(open_page: OpenPage) -> None:
    page = open_page(f"{EPISODE}#t=0:17")
    expect(page.locator("[data-player-now]")).to_have_text("0:17")
    expect(page.locator("[data-player-chapter]")).to_have_text("Een bericht zonder handschrift")
    assert is_paused(page), "nothing sounds that nobody asked for"
    page.get_by_role("button", name="Afspelen").click()
    wait_until(lambda: moment(page) > 17.1, 15, "the sound is there")


def test_moment_is_shared_as_a_link(open_page: OpenPage, site: RunningSite) -> None:
    page = open_page(f"{EPISODE}#t=0:12")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Deel vanaf 0:12").click()
    expect(page.get_by_role("button", name="Link gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.url}{EPISODE}#t=0:12"


def test_chapter_brings_the_listener_there_and_is_marked(open_page: OpenPage) -> None:
    page = open_page(EPISODE, width=PHONE)
    chapter = page.get_by_role("link", name="Wachten is iets anders")
    chapter.click()
    wait_until(lambda: moment(page) >= 8, 15, "the sound is there")
    expect(chapter).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile(r"#t=0:08$"))


def test_transcript_is_searched_and_follows_the_sound(open_page: OpenPage) -> None:
    page = open_page(EPISODE)
    page.get_by_text("Lees mee: het transcript").click()
    search = page.get_by_label("Zoek in het transcript")
    search.fill("hoop")
    expect(page.locator("[data-transcript-found]")).to_have_text("4 keer gevonden")
    assert page.locator("[data-transcript] mark").count() == 4
    search.press("Enter")
    expect(page.locator("[data-transcript-found]")).to_have_text("1 van 4")
    search.fill("olifant")
    expect(page.locator("[data-transcript-found]")).to_have_text("Niet gevonden.")
    search.fill("")
    assert page.locator("[data-transcript] mark").count() == 0
    page.get_by_text("Kies een datum waarop je opnieuw kijkt.").click()
    wait_until(lambda: moment(page) >= 26, 15, "the sound is there")
    heard = page.locator("[data-transcript-cue][aria-current]")
    expect(heard).to_have_text("Kies een datum waarop je opnieuw kijkt.")


def test_nothing_is_fetched_of_the_sound_before_it_is_played(open_page: OpenPage) -> None:
    asked: list[str] = []
    page = open_page("/podcast/")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(EPISODE)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith(".mp3")] == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_without_scripts_the_browser_plays_and_everything_is_there_to_read(open_page: OpenPage) -> None:
    page = open_page(EPISODE, javascript=False)
    audio = page.locator("audio[controls]")
    assert audio.is_visible()
    assert audio.locator("track[kind=captions]").get_attribute("src") == f"{EPISODE}transcript/"
    assert not page.locator("[data-player-panel]").is_visible()
    assert not page.locator("[data-player-tools]").is_visible()
    assert page.get_by_role("link", name="Wachten is iets anders").get_attribute("href") == "#t=0:08"
    page.get_by_text("Lees mee: het transcript").click()
    assert page.get_by_text("Ik boekte geen vakantie").is_visible()


def test_episode_and_articles_lead_to_each_other(open_page: OpenPage) -> None:
    page = open_page(EPISODE)
    page.get_by_role("link", name="Blijven malen over je ex").last.click()
    page.wait_for_url("**/blog/blijven-malen-over-je-ex/")
    page.locator(".see-also", has_text=re.compile("(Beluister|Luister) ook")).get_by_role(
        "link"
    ).first.click()
    page.wait_for_url("**/podcast/**")


@pytest.mark.parametrize(("width", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["day", "night"])
def test_open_transcript_and_playing_player_have_no_barrier(
    open_page: OpenPage, width: int, dark: bool
) -> None:
    page = open_page(EPISODE, width=width, dark=dark)
    page.get_by_text("Lees mee: het transcript").click()
    page.get_by_label("Zoek in het transcript").fill("hoop")
    page.get_by_role("button", name="Afspelen").click()
    wait_until(lambda: not is_paused(page), 15, "it plays")
    assert violations(page) == []


def test_every_part_of_the_player_is_big_enough_to_tap(open_page: OpenPage) -> None:
    page = open_page(EPISODE, width=PHONE)
    page.get_by_text("Lees mee: het transcript").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll(".listen :is(button, select, summary, input)")]
            .filter((target) => target.checkVisibility())
            .filter((target) => (target.closest("label") ?? target).getBoundingClientRect().height < 44)
            .map((target) => target.outerHTML.slice(0, 80))"""
    )
    assert small == []
