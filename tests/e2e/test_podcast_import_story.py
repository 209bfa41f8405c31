"""The coach takes over a podcast in a browser, while the running site does the work beside it."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage
from tests.e2e.test_every_page import violations
from tests.running_site import RunningSite

FEED = """<rss version="2.0"><channel><title>Van elders</title>
<item><title>Aflevering van elders {number}</title><guid>{guid}</guid>
<pubDate>Tue, 03 Mar 2020 06:00:00 +0100</pubDate>
<enclosure url="https://geluid.example/2.mp3" length="1234" type="audio/mpeg"/></item>
<item><title>Alleen een bericht</title><guid>bericht</guid></item></channel></rss>"""
FORGET = (
    "from blog.models import PodcastEpisodePage, PodcastImport; "
    "[page.delete() for page in PodcastEpisodePage.objects.filter(guid__startswith='van-elders-')]; "
    "PodcastImport.objects.all().delete()"
)


@pytest.fixture
def forgetting(site: RunningSite) -> Iterator[None]:
    """Afterwards the site is as it was: others listen to its podcast too."""
    yield
    site.python(FORGET)


@pytest.mark.usefixtures("forgetting")
@pytest.mark.parametrize(("width", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["desk", "phone"])
def test_coach_looks_first_and_then_takes_a_podcast_over(
    log_in: OpenPage, watch: Any, width: int, dark: bool
) -> None:
    watch.allowed.append(r"status of 422")
    page = log_in("/admin/podcast/", width=width, dark=dark)
    page.get_by_role("button", name="Acties").first.click()
    page.get_by_role("link", name="Overnemen uit een feed").click()
    page.get_by_label("Of het adres van de feed").fill("https://127.0.0.1/feed")
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    expect(page.get_by_text("127.0.0.1 is geen openbaar adres.")).to_be_visible()
    assert page.get_by_label("Of het adres van de feed").input_value() == "https://127.0.0.1/feed"
    assert violations(page) == []
    page.get_by_label("Of het adres van de feed").fill("")
    feed = FEED.format(number=width, guid=f"van-elders-{width}").encode()
    page.get_by_label("Een bestand met de feed").set_input_files(
        {"name": "elders.xml", "mimeType": "text/xml", "buffer": feed}
    )
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    expect(page.get_by_role("heading", name="Nieuw (1)")).to_be_visible()
    expect(page.get_by_text("Hier hoort geen geluid bij.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Neem het over").click()
    # The page follows by itself what a process of the site does.
    expect(page.get_by_role("heading", name="Erbij gekomen (1)")).to_be_visible(timeout=60_000)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name=f"Aflevering van elders {width}").click()
    expect(page.locator("textarea[name=summary]")).to_have_value(f"Aflevering van elders {width}")
    page.goto(f"/podcast/aflevering-van-elders-{width}/")
    expect(page.get_by_role("heading", name=f"Aflevering van elders {width}")).to_be_visible()
