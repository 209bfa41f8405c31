"""Take the pictures of the handbook anew: `.venv/bin/python -m docs.screenshots [chapter …]`.

Starts a demo site of its own and plays the coach and a reader in a browser. With names of chapters (the
functions below, and in the modules beside this one), only those pictures are taken; those after
`schrijven` need the article that is written there, `weggevers` the address of `inloggen`, and those about
people the reader of `lezer`.
"""

import re
import sys
from collections.abc import Callable

from playwright.sync_api import Page

from docs import (
    account_pictures,
    found_pictures,
    gift_pictures,
    privacy_pictures,
    reaction_pictures,
    wordpress_pictures,
)
from docs.studio import Studio, around, keep, open_studio, settle, to_top

TITLE = "De sleutel die nog aan je bos hangt"
# A podcast as it stands with a host: two episodes, one of them without a date, and an announcement.
FEED = """<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
<title>Eb en vloed</title>
<item><title>Wanneer is het over?</title><guid>oud-2</guid><pubDate>Tue, 03 Mar 2026 06:00:00 +0100</pubDate>
<enclosure url="https://geluid.example/2.mp3" length="1" type="audio/mpeg"/></item>
<item><title>Een huis vol spullen</title><guid>oud-1</guid>
<enclosure url="https://geluid.example/1.mp3" length="1" type="audio/mpeg"/></item>
<item><title>Zomerstop: tot in september</title><guid>oud-0</guid></item>
</channel></rss>"""
INTRO = "Soms is loslaten heel klein: de sleutel van een huis waar je niet meer woont."


def inloggen(studio: Studio) -> None:
    page = studio.visitor
    page.goto("/admin/login/")
    keep("inloggen", around(page, page.locator("main, form").first, margin=0))
    page = studio.open("/admin/account/")
    page.get_by_label("Voornaam").fill("Marit")
    page.get_by_label("Achternaam").fill("van Wezel")
    page.locator("[name$=email][type=email]").fill("marit@tussentij.example")
    keep("account", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 620}))
    page.get_by_role("button", name="Opslaan").click()
    settle(page)


def startscherm(studio: Studio) -> None:
    page = studio.open("/admin/")
    keep("startscherm", page.screenshot())
    to_top(page.get_by_role("heading", name="Aanmeldingen deze week"), 40)
    keep("startscherm-onderaan", page.screenshot(clip={"x": 200, "y": 84, "width": 1080, "height": 776}))
    page.get_by_role("heading", name="Goede").first.scroll_into_view_if_needed()
    phone = studio.phone(logged_in=True)
    phone.goto("/admin/")
    settle(phone)
    keep("startscherm-telefoon", phone.screenshot())


def schrijven(studio: Studio) -> None:
    page = studio.open("/admin/")
    page.get_by_role("link", name="Nieuw artikel").click()
    settle(page)
    keep("nieuw-artikel", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 560}))
    page.keyboard.insert_text(TITLE)
    page.keyboard.press("Enter")
    page.keyboard.insert_text(INTRO)
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.insert_text("Hij hangt er nog, tussen de fietssleutel en die van je werk.")
    page.keyboard.press("Enter")
    page.keyboard.type("/", delay=80)
    page.get_by_role("option", name="Kop").wait_for()
    page.wait_for_timeout(600)
    keep("blokken", page.screenshot())
    _choose(page, "kop")
    page.keyboard.insert_text("Waarom je hem nog niet teruggaf")
    page.keyboard.press("Enter")
    page.wait_for_timeout(600)
    page.keyboard.insert_text("Het gaat zelden om de deur.")
    page.keyboard.press("Enter")
    for line in ("- ", "Je moet nog een jas ophalen.", "Teruggeven voelt als een handtekening."):
        page.keyboard.type(line, delay=5)
        if line != "- ":
            page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    to_top(page.get_by_label("Grootte").last, 330)
    keep("koppen-en-lijsten", page.screenshot(clip={"x": 200, "y": 60, "width": 1080, "height": 720}))
    page.keyboard.type("/", delay=80)
    _choose(page, "afbeelding")
    page.get_by_role("button", name="Kies een afbeelding").last.click()
    settle(page)
    page.locator(".modal-content a", has_text="Lamp in het raam").first.click()
    settle(page)
    page.locator("[name$=alt_text]").last.fill(
        "Een verlicht raam in een donkere gevel, met een lamp erachter."
    )
    block = page.locator("[data-streamfield-child]").last
    to_top(block, 90)
    keep("afbeelding", page.screenshot(clip={"x": 200, "y": 60, "width": 1080, "height": 730}))
    settle(page)


def _choose(page: Page, name: str) -> None:
    """Choose a block from the list that "/" opens."""
    page.keyboard.type(name, delay=80)
    page.get_by_role("option", name=re.compile(name, re.IGNORECASE)).first.wait_for()
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.wait_for_timeout(900)


def _open_draft(studio: Studio) -> Page:
    page = studio.open("/admin/artikelen/")
    page.get_by_role("link", name=TITLE).first.click()
    settle(page)
    return page


def bekijken(studio: Studio) -> None:
    page = _open_draft(studio)
    page.get_by_role("button", name="Voorbeeld tonen of verbergen").click()
    page.frame_locator("iframe[title='Voorbeeld']").first.get_by_role("heading", name=TITLE).wait_for()
    settle(page)
    keep("voorbeeld", page.screenshot())
    page.get_by_role("button", name="Voorbeeld tonen of verbergen").click()


def bewaren(studio: Studio) -> None:
    page = _open_draft(studio)
    page.get_by_role("button", name="Meer acties").last.click()
    page.wait_for_timeout(400)
    menu = page.get_by_role("button", name="Publiceren").first
    keep("bewaren", around(page, menu, page.get_by_role("button", name="Bewaar concept").first, 60))
    page = studio.open("/admin/")
    page.locator(".start-panel--gepland a").first.click()
    settle(page)
    keep("gepland", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 420}))


def adres(studio: Studio) -> None:
    page = studio.open("/admin/")
    row = page.locator(".start-panel--laatst-bewerkt li").filter(has_text="Opnieuw daten")
    row.locator("summary").click()
    to_top(page.get_by_role("heading", name="Laatst bewerkt"), 60)
    keep("adres-wijzigen", around(page, page.locator(".start-panel--laatst-bewerkt h2"), row, 24))


def linken(studio: Studio) -> None:
    page = _open_draft(studio)
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.press("Control+Home")
    for _ in range(3):
        page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.press("Control+k")
    settle(page)
    page.locator(".modal-content [name=q]").fill("brief")
    page.locator(".modal-content a", has_text="De brief die je").first.wait_for()
    settle(page)
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    keep("linken", around(page, page.locator(".modal-content"), margin=0))
    page.keyboard.press("Escape")
    settle(page)


def versies(studio: Studio) -> None:
    page = _open_draft(studio)
    page.locator("#id_intro").fill(
        "Een sleutel van een huis waar je niet meer woont. En toch hangt hij er nog."
    )
    page.get_by_role("button", name="Bewaar concept").click()
    settle(page)
    page = studio.open("/admin/")
    page.locator(".start-panel--concepten li").filter(has_text=TITLE).get_by_text(
        "Eerdere versies"
    ).first.click()
    settle(page)
    changed = page.locator("details.version__changes").filter(has_text=re.compile("veranderde")).first
    changed.locator("summary").click()
    keep("eerdere-versies", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 600}))


def podcast(studio: Studio) -> None:
    page = studio.open("/admin/podcast/")
    page.get_by_role("link", name="Nieuwe aflevering").first.click()
    settle(page)
    keep("aflevering", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 820}))
    page = studio.open("/admin/podcast/")
    page.get_by_role("button", name="Acties").first.click()
    page.get_by_role("link", name="Overnemen uit een feed").click()
    settle(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "eb-en-vloed.xml", "mimeType": "application/rss+xml", "buffer": FEED.encode()}
    )
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    settle(page)
    keep("podcast-overnemen", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 640}))


def instellingen(studio: Studio) -> None:
    page = studio.open("/admin/")
    page.get_by_role("button", name="Instellingen").click()
    page.get_by_role("link", name="Instellingen van de site").click()
    settle(page)
    page.get_by_label("Mededeling bovenaan").fill(
        "Van 24 december tot 4 januari ben ik er niet. Daarna lees ik alles."
    )
    keep("instellingen", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 560}))
    to_top(page.get_by_role("heading", name="Hulplijnen"), 90)
    keep("hulplijnen", page.screenshot(clip={"x": 200, "y": 60, "width": 1080, "height": 700}))
    page = studio.open("/admin/pages/")
    page.get_by_role("link", name="Tussentij").last.click()
    settle(page)
    page.get_by_role("button", name="Acties").first.click()
    page.get_by_role("link", name="Sortering aanpassen").click()
    settle(page)
    keep("menu-volgorde", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 560}))


def taken(studio: Studio) -> None:
    page = studio.open("/admin/taken/")
    keep("taken", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 620}))


CHAPTERS: list[Callable[[Studio], None]] = [
    inloggen,
    *account_pictures.CHAPTERS,
    startscherm,
    schrijven,
    bekijken,
    bewaren,
    adres,
    linken,
    versies,
    *reaction_pictures.CHAPTERS,
    *gift_pictures.CHAPTERS,
    *privacy_pictures.CHAPTERS,
    podcast,
    *found_pictures.CHAPTERS,
    *wordpress_pictures.CHAPTERS,
    instellingen,
    taken,
]


def main(names: list[str]) -> None:
    unknown = set(names) - {chapter.__name__ for chapter in CHAPTERS}
    if unknown:
        raise SystemExit(f"There is no chapter {', '.join(sorted(unknown))}.")
    with open_studio() as studio:
        for chapter in CHAPTERS:
            if not names or chapter.__name__ in names:
                print(chapter.__name__)
                chapter(studio)


if __name__ == "__main__":
    main(sys.argv[1:])
