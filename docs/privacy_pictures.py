"""The pictures of the handbook about personal data."""

from urllib.parse import urlsplit

from docs.studio import Studio, keep, settle
from tests.e2e.mails import part

READER = "noor@lezer.example"


def persoonsgegevens(studio: Studio) -> None:
    page = studio.open("/admin/")
    page.locator("#zoek-iemand").fill(READER)
    page.locator("#zoek-iemand").press("Enter")
    settle(page)
    keep("persoonsgegevens", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 790}))
    page.get_by_text("Gegevens wissen…").click()
    settle(page)
    keep("gegevens-wissen", page.locator(".privacy-erase").screenshot())
    page = studio.open("/admin/persoonsgegevens/bewaartermijnen/")
    keep("bewaartermijnen", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 790}))


def mijn_gegevens(studio: Studio) -> None:
    page = studio.visitor
    page.goto("/mijn-gegevens/")
    page.get_by_label("E-mailadres").fill(READER)
    page.get_by_role("button", name="Stuur me de link").click()
    settle(page)
    mail = studio.site.wait_for_mail(READER, len(studio.site.mails(READER)) or 1)

    link = next(word for word in part(mail, "plain").split() if "/mijn-gegevens/" in word)
    page.goto(urlsplit(link).path)
    settle(page)
    keep("mijn-gegevens", page.screenshot())


CHAPTERS = [persoonsgegevens, mijn_gegevens]
