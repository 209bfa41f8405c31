"""The pictures of the handbook's chapter about reactions, taken by screenshots.py."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from docs.studio import WIDE, Studio, around, keep, settle, to_top
from tests.e2e.mails import link_in


def reacties(studio: Studio) -> None:
    page = studio.open("/admin/reacties/")
    keep("reacties", page.screenshot())
    page.get_by_role("button", name="Toetsen").click()
    page.wait_for_timeout(300)
    keep("toetsen", around(page, page.locator("dialog[open]"), margin=0))
    page.keyboard.press("Escape")
    row = _row(page, "Kevin")
    row.locator("summary").click()
    row.get_by_label("Kant-en-klaar antwoord").select_option(label="Dank je wel")
    row.get_by_role("button", name="Voeg in").click()
    row.locator("textarea").press("End")
    row.locator("textarea").press_sequentially(
        " Eén felicitatie is geen terugval. Vraag je alleen eerst af wat je hoopt terug te krijgen."
    )
    to_top(row, 110)
    keep("reactie-beantwoorden", around(page, row, margin=20))
    row.get_by_role("button", name="Antwoord en keur goed").click()
    done = page.locator("[data-moderation-status]").filter(has_text="Kevin")
    done.wait_for()
    keep("ongedaan-maken", around(page, done, margin=0))
    done.get_by_role("button", name="Maak ongedaan").click()
    page.get_by_text("Ongedaan gemaakt").wait_for()
    _row(page, "Kevin").locator(".moderation__time").click()
    settle(page)
    keep("reactie-scherm", page.screenshot())
    page = studio.open("/admin/reacties/?status=spam")
    keep("spam", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 640}))


def bewerken(studio: Studio) -> None:
    reader = _write(
        studio,
        "de-brief-die-je-niet-verstuurt",
        "Sara",
        "Mijn brief is aan Dennis Verhoef. Ik heb hem toch gepost en durf nu niet meer langs de brievenbus."
        " Wie hem ook kent mag me bellen: 06-12345678.",
    )
    _send(reader)
    page = studio.open("/admin/reacties/?status=attention")
    row = _row(page, "Sara")
    to_top(row, 110)
    keep("persoonlijke-gegevens", around(page, row, margin=0))
    row.get_by_role("link", name="Bewerk").click()
    settle(page)
    page.locator("#bewerk-text").fill(
        "Mijn brief is aan [naam]. Ik heb hem toch gepost en durf nu niet meer langs de brievenbus."
    )
    page.get_by_role("button", name="Bewaar").click()
    settle(page)
    page.set_viewport_size({"width": WIDE[0], "height": 1000})
    section = page.get_by_role("region", name="Bewerken")
    to_top(section)
    keep("reactie-bewerken", around(page, section, margin=12))
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def schrijvers(studio: Studio) -> None:
    reader = _write(
        studio,
        "de-brief-die-je-niet-verstuurt",
        "Lotte",
        "Ik heb de mijne in een schoenendoos gelegd. Volgend jaar lees ik hem nog een keer.",
    )
    to_top(reader.locator("[data-answer-form] label").first, 0)
    steps = [reader.screenshot()]
    _send(reader)
    steps.append(reader.screenshot())
    reader.goto("/blog/de-brief-die-je-niet-verstuurt/")
    reader.get_by_role("link", name="Meld de reactie van").first.click()
    settle(reader)
    to_top(reader.get_by_text("Dank je dat je oplet"), -20)
    reader.get_by_label("Noemt iemands naam").check()
    keep("wat-de-schrijver-ziet", *steps, reader.screenshot())
    mail, decision = _mail_about(studio, "De brief die je schrijft")
    keep("mail-over-reactie", mail, decision)


def gevaar(studio: Studio) -> None:
    reader = _write(
        studio,
        "de-eerste-nacht-alleen",
        "Jules",
        "De nachten zijn het ergst. Ik wil niet meer leven zonder haar en ik weet niet wie ik kan bellen.",
    )
    _send(reader)
    _, decision = _mail_about(studio, "De eerste nacht alleen")
    keep("gevaar", reader.screenshot(), decision)


def _row(page: Page, name: str) -> Locator:
    """Return the row of the queue with the reaction that `name` wrote."""
    return page.get_by_role("listitem", name=f"Reactie van {name}", exact=True)


def _write(studio: Studio, article: str, name: str, text: str) -> Page:
    """Fill in the form under an article on a reader's phone; nothing is sent yet."""
    reader = studio.phone()
    reader.goto(f"/blog/{article}/")
    settle(reader)
    form = reader.locator("[data-answer-form]")
    form.get_by_label("Naam").fill(name)
    form.get_by_label("E-mailadres").fill(f"{name.lower()}@lezer.example")
    form.get_by_label("Reactie", exact=False).last.fill(text)
    # Who sends sooner than a person can is taken for a robot.
    reader.wait_for_timeout(4000)
    return reader


def _send(reader: Page) -> None:
    """Send the reaction, and open its writer's private page as they find it later."""
    reader.get_by_role("button", name="Verstuur je reactie").click()
    address = reader.locator(".mine__address code").inner_text()
    reader.goto(urlsplit(address).path)
    settle(reader)


def _mail_about(studio: Studio, title: str) -> tuple[bytes, bytes]:
    """Return the coach's mail about a reaction under that article, and the page behind its link."""
    mail = studio.mail(f"eactie bij ‘{title}")
    coach = studio.phone()
    coach.goto(link_in(mail, "/reacties/modereren/"))
    settle(coach)
    return studio.mail_on_a_phone(mail), coach.screenshot()


def cijfers(studio: Studio) -> None:
    page = studio.open("/admin/reacties/cijfers/")
    keep("cijfers", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 730}))
    page = studio.open("/admin/reacties/geschiedenis/")
    page.get_by_role("button", name="Acties").first.click()
    page.wait_for_timeout(400)
    keep("geschiedenis", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 420}))


def over_reacties(studio: Studio) -> None:
    page = studio.open("/admin/")
    page.get_by_role("button", name="Instellingen").click()
    page.locator(".sidebar-sub-menu-panel, .sidebar").get_by_role("link", name="Reacties").last.click()
    settle(page)
    keep("instellingen-reacties", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 790}))
    to_top(page.get_by_role("heading", name="Gevaar"), 90)
    keep("woorden-gevaar", page.screenshot(clip={"x": 200, "y": 60, "width": 1080, "height": 520}))
    page = studio.open("/admin/reacties/blokkeerlijst/")
    page.get_by_label("Wat staat erin").select_option(label="Domeinen")
    page.get_by_label("Of plak de lijst hier").fill(
        "# van een collega, november\nliefdesspreuken.example\ngouden-kansen.example\nsnelrijk.example"
    )
    page.get_by_role("button", name="Neem over").click()
    settle(page)
    keep("blokkeerlijst", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 770}))
    page = studio.open("/admin/account/#tab-notifications")
    page.get_by_role("tab", name="Notificaties").click()
    page.wait_for_timeout(400)
    keep("mail-kiezen", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 620}))


CHAPTERS: list[Callable[[Studio], None]] = [
    reacties,
    bewerken,
    schrijvers,
    gevaar,
    cijfers,
    over_reacties,
]
