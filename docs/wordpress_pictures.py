"""The pictures of the handbook about moving from WordPress."""

from playwright.sync_api import Page

from docs.studio import Studio, around, keep, settle, to_top
from tests.wordpress.exports import author, comment, export, item, term

HOME = "https://marit-schrijft.example"
TEXT = """<!-- wp:paragraph -->
<p>Na twee jaar ligt er nog een trui in de kast die niet van jou is. Je weet precies van wie wel.</p>
<!-- /wp:paragraph -->
<!-- wp:heading {"level":4} -->
<h4>Wat je ermee kunt doen</h4>
<!-- /wp:heading -->
<!-- wp:list -->
<ul><li>Laat hem liggen tot je er zonder steek langs kunt.</li><li>Of geef hem terug, zonder brief.</li></ul>
<!-- /wp:list -->
<!-- wp:quote -->
<blockquote><p>Spullen hebben geen haast.</p></blockquote>
<!-- /wp:quote -->
[thrive_leads id='12']"""
CATEGORY = ("category", "loslaten", "Loslaten")
TITLES = ("De trui in de kast", "Zondag is de langste dag", "Wat je niet terugstuurt", "Een jaar verder")


def verhuizen(studio: Studio) -> None:
    page = studio.open("/admin/verhuizen/")
    keep("verhuizen-bestand", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 620}))
    page.get_by_label("Het exportbestand").set_input_files(
        {"name": "marit-schrijft.WordPress.xml", "mimeType": "text/xml", "buffer": _export()}
    )
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    page.get_by_role("heading", name="Klopt dit?").wait_for(timeout=120_000)
    settle(page)
    keep("verhuizen-bekijken", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 860}))
    _keep_choices(page)
    page.get_by_role("button", name="Neem het over").click()
    page.get_by_role("heading", name="Dit is er gebeurd").wait_for(timeout=120_000)
    page.get_by_role("link", name="Bekijk oud naast nieuw").click()
    page.frame_locator("iframe").last.get_by_role("heading", name=TITLES[0]).wait_for()
    settle(page)
    keep("verhuizen-naast-elkaar", page.screenshot())


def _keep_choices(page: Page) -> None:
    page.get_by_label("Nog niet.").check()
    heading = page.get_by_role("heading", name="Hoe wil je het hebben?")
    to_top(heading, 70)
    keep("verhuizen-kiezen", page.screenshot(clip={"x": 200, "y": 50, "width": 1080, "height": 800}))
    to_top(page.get_by_role("heading", name="Wie schreef er"), 70)
    last = page.get_by_role("button", name="Neem het over")
    last.scroll_into_view_if_needed()
    keep("verhuizen-auteurs", around(page, page.locator(".move__author"), last, 24))


def _export() -> bytes:
    posts = [
        item(
            number,
            title,
            creator="marit",
            content=TEXT,
            date=f"2019-0{number + 1}-05 09:30:00",
            terms=[CATEGORY],
            comments=[comment(number * 10, "Dit had ik gisteren moeten lezen. Dank je.", author="Noor")],
        )
        for number, title in enumerate(TITLES, start=1)
    ]
    others = [
        item(20, "Nog niet af", creator="marit", status="draft"),
        item(21, "Over mij", kind="page", creator="marit"),
        item(22, "De trui in de kast", kind="revision", status="inherit", creator="marit"),
    ]
    return export(
        [*posts, *others],
        authors=[author(2, "marit", "Marit van Wezel")],
        terms=[term("category", "loslaten", "Loslaten")],
        home=HOME,
        title="Marit schrijft",
    )


CHAPTERS = [verhuizen]
