"""The pictures of the handbook's chapters about gifts and mail, taken by screenshots.py."""

import re
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page

from docs.studio import WIDE, Studio, happen, keep, settle, to_top
from tests.e2e.mails import link_in

NAME = "Een brief aan jezelf"
PDF = b"%PDF-1.7\n%" + b"Een brief aan jezelf. " * 4000
LIST = """e-mail;voornaam;toestemming op;bron;labels
fleur@lezer.example;Fleur;14-03-2023;Formulier op mijn oude site, bevestigd per mail;Webinar mei
gijs@lezer.example;Gijs;02-09-2024;Formulier op mijn oude site, bevestigd per mail;
ingrid@lezer.example;Ingrid;31-02-2024;Formulier op mijn oude site, bevestigd per mail;
"""


def weggevers(studio: Studio) -> None:
    page = studio.open("/admin/")
    page.get_by_role("button", name="Weggevers").click()
    settle(page)
    keep("weggevers-menu", page.screenshot(clip={"x": 0, "y": 0, "width": 400, "height": 600}))
    page.get_by_role("link", name="Alle weggevers").click()
    settle(page)
    keep("weggevers", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 370}))
    _make(page)
    _preview(page)
    _mails(page)
    page.get_by_role("button", name="Opslaan").click()
    settle(page)


def _make(page: Page) -> None:
    page.get_by_role("link", name="Weggever toevoegen").click()
    settle(page)
    page.get_by_label("Naam").fill(NAME)
    page.get_by_label("Soort").select_option(label="Werkblad")
    page.locator("input[type=file]").first.set_input_files(pdf("brief-aan-jezelf.pdf"))
    page.get_by_label("Titel").first.fill("Het werkblad (A4)")
    page.get_by_label("Waarom je dit wilt hebben").fill(
        "Voor als je het aan niemand kwijt kunt. Twaalf zinnen die je alleen nog hoeft af te maken."
    )
    page.get_by_label("Wat erin staat").fill(
        "twaalf halve zinnen\neen plek om te stoppen\nwat je met de brief doet"
    )
    page.set_viewport_size({"width": WIDE[0], "height": 1100})
    to_top(page.get_by_role("heading", name="Wat iemand krijgt"), 70)
    keep("weggever", page.screenshot())
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def _preview(page: Page) -> None:
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("button", name="Voorbeeld tonen of verbergen").click()
    settle(page)
    page.get_by_label("Wat wil je zien?").select_option(label="Eerste mail")
    settle(page)
    keep("weggever-voorbeeld", page.screenshot())
    page.get_by_role("button", name="Voorbeeld tonen of verbergen").click()


def _mails(page: Page) -> None:
    page.get_by_role("tab", name="Mails en bedankje").click()
    page.get_by_role("button", name="Stuur test naar mij").first.click()
    page.get_by_text("De testmail is onderweg").wait_for()
    settle(page)
    keep("weggever-mails", page.screenshot(clip={"x": 200, "y": 60, "width": 1080, "height": 660}))


def plekken(studio: Studio) -> None:
    page = studio.open("/admin/")
    page.get_by_role("button", name="Weggevers").click()
    page.get_by_role("link", name="Alle weggevers").click()
    page.get_by_role("link", name="De Tussentij-routekaart").first.click()
    settle(page)
    page.get_by_role("tab", name="Op de site").click()
    page.get_by_text("Zo zet je hem ergens neer").click()
    page.set_viewport_size({"width": WIDE[0], "height": 1100})
    to_top(page.get_by_role("heading", name="Waar hij staat"), 80)
    keep("weggever-plekken", page.screenshot(clip={"x": 200, "y": 60, "width": 1080, "height": 880}))
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    reader = studio.visitor
    reader.goto("/blog/hechtingsstijlen-in-de-liefde/")
    settle(reader)
    card = reader.locator(".gift--at-sidebar")
    card.scroll_into_view_if_needed()
    to_top(card, 120)
    settle(reader)
    keep("naast-het-artikel", reader.screenshot())


def versies_van_een_bestand(studio: Studio) -> None:
    page = studio.open("/admin/snippets/leads/leadmagnet/")
    page.get_by_role("link", name="De Tussentij-routekaart").first.click()
    settle(page)
    page.locator("input[type=file]").first.set_input_files(pdf("routekaart-2027.pdf"))
    page.get_by_role("button", name="Opslaan").click()
    settle(page)
    page.get_by_role("link", name="De Tussentij-routekaart").first.click()
    settle(page)
    page.get_by_role("link", name="eerdere versies").first.click()
    settle(page)
    keep("weggever-versies", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 430}))
    page.get_by_role("button", name="Zet terug").first.click()
    settle(page)


def lezer(studio: Studio) -> None:
    reader = studio.phone()
    reader.goto("/aanmelden/roadmap/")
    settle(reader)
    to_top(reader.get_by_label("E-mailadres"), 90)
    reader.get_by_label("E-mailadres").fill("noor@lezer.example")
    reader.get_by_label("Voornaam").fill("Noor")
    form = reader.screenshot()
    reader.locator("main form [type=submit]").first.click()
    reader.wait_for_url("**/kijk-in-je-mail/")
    mail = studio.mail("Nog één klik en De Tussentij")
    reader.goto(link_in(mail, "/aanmelden/bevestigen/"))
    settle(reader)
    question = reader.screenshot()
    reader.get_by_role("button", name="Bevestig en download").click()
    reader.wait_for_url("**/download/**")
    settle(reader)
    keep("wat-de-lezer-ziet", form, studio.mail_on_a_phone(mail), question, reader.screenshot())
    with reader.expect_download():
        reader.locator(".downloads a").first.click()
    reader.goto(link_in(studio.mail("Hier is De Tussentij"), "/afmelden/"))
    settle(reader)
    keep("wat-de-lezer-kiest", reader.screenshot())


def inschrijvers(studio: Studio) -> None:
    page = studio.open("/admin/inschrijvers/")
    page.get_by_role("button", name=re.compile("Filter", re.IGNORECASE)).first.click()
    settle(page)
    keep("inschrijvers", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 640}))
    page = studio.open("/admin/inschrijvers/?q=noor")
    page.get_by_role("link", name="noor@lezer.example").click()
    settle(page)
    page.get_by_label("Label toevoegen").fill("Kennismaking gehad")
    page.get_by_role("button", name="Voeg toe").click()
    settle(page)
    keep("inschrijver", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 790}))
    page = studio.open("/admin/aanmeldingen/")
    page.get_by_role("button", name="Acties").first.click()
    page.wait_for_timeout(400)
    keep("aanmeldingen", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 430}))


def overnemen(studio: Studio) -> None:
    page = studio.open("/admin/inschrijvers/")
    page.get_by_role("button", name="Acties").first.click()
    page.get_by_role("link", name="Overnemen uit een ander programma").click()
    settle(page)
    page.locator("input[type=file]").set_input_files(
        FilePayload(name="lijst.csv", mimeType="text/csv", buffer=LIST.encode())
    )
    page.get_by_label("Uit welk programma").fill("MailerLite")
    page.get_by_role("button", name="Bekijk wat er zou gebeuren").click()
    settle(page)
    keep("overnemen", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 690}))
    page.get_by_role("button", name="Neem ze over").click()
    settle(page)


def geblokkeerd(studio: Studio) -> None:
    for name in ("Bas", "Karin"):
        page = studio.open(f"/admin/inschrijvers/?q={name}")
        page.locator("td.title a, .title-wrapper a").first.click()
        settle(page)
        page.get_by_role("button", name="Blokkeren: helemaal geen mail").click()
        settle(page)
    page = studio.open("/admin/geblokkeerde-adressen/")
    keep("geblokkeerd", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 500}))


def cijfers_van_weggevers(studio: Studio) -> None:
    page = studio.open("/admin/")
    page.get_by_role("button", name="Weggevers").click()
    page.get_by_role("link", name="Cijfers", exact=True).click()
    settle(page)
    page.set_viewport_size({"width": WIDE[0], "height": 1120})
    settle(page)
    keep("weggevers-cijfers", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 1120}))
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def post(studio: Studio) -> None:
    happen(studio.site, "refuse")
    page = studio.open("/admin/post/")
    keep("post", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 560}))
    page.get_by_role("link", name="Hier is De Tussentij").first.click()
    settle(page)
    keep("post-mail", page.screenshot())


def pdf(name: str) -> FilePayload:
    return FilePayload(name=name, mimeType="application/pdf", buffer=PDF)


CHAPTERS: list[Callable[[Studio], None]] = [
    weggevers,
    plekken,
    versies_van_een_bestand,
    lezer,
    inschrijvers,
    overnemen,
    geblokkeerd,
    cijfers_van_weggevers,
    post,
]
