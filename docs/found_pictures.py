"""The pictures of the handbook about being found: search, advice, dead links, and what listeners see."""

from collections.abc import Callable

from playwright.sync_api import Page

from docs.studio import Studio, keep, settle, to_top

ARTICLE = "Mijn partner wil niet in therapie"
EPISODE = "Als het huis stil is"
# What readers asked: words that the site has, a slip of the pen, and words that it does not have.
ASKED = {
    "schoonmoeder bemoeit zich met alles": (9, 3),
    "liefdesverdriet": (41, 12),
    "geen contact": (23, 9),
    "jaloers op zijn ex": (14, 11),
    "co-ouderschap": (12, 0),
    "hegtingsstijl": (4, 0),
}
ASK = """
from django.utils import timezone
from search.models import Asked
today = timezone.localdate()
Asked.objects.all().delete()
for query, (times, results) in {asked!r}.items():
    Asked.objects.create(day=today, query=query, times=times, results=results)
"""
UNPUBLISH = """
from wagtail.models import Page
Page.objects.get(slug="de-brief-die-je-niet-verstuurt").specific.unpublish()
"""
PUBLISH = """
from wagtail.models import Page
Page.objects.get(slug="de-brief-die-je-niet-verstuurt").get_latest_revision().publish()
"""


def _edit(studio: Studio, title: str, listing: str) -> Page:
    page = studio.open(listing)
    page.get_by_role("link", name=title).first.click()
    settle(page)
    return page


def vindbaarheid(studio: Studio) -> None:
    page = _edit(studio, ARTICLE, "/admin/artikelen/")
    page.get_by_role("tab", name="Vindbaarheid").click()
    settle(page)
    to_top(page.get_by_role("heading", name="Zo ziet het eruit"), 90)
    settle(page)
    keep("vindbaarheid", page.screenshot(clip={"x": 200, "y": 60, "width": 1080, "height": 700}))


def advies(studio: Studio) -> None:
    page = _edit(studio, ARTICLE, "/admin/artikelen/")
    page.get_by_role("button", name="Controles tonen of verbergen").click()
    page.locator("[data-advice-found]").wait_for()
    settle(page)
    keep("advies", page.screenshot())
    page.get_by_role("button", name="Controles tonen of verbergen").click()
    page = studio.open("/admin/advies/helpt-het-meest/")
    keep("advies-hele-site", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 620}))


def dode_links(studio: Studio) -> None:
    studio.site.python(UNPUBLISH)
    page = studio.open("/admin/pagina/dode-links/")
    keep("dode-links", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 520}))
    studio.site.python(PUBLISH)


def luisteren(studio: Studio) -> None:
    page = _edit(studio, EPISODE, "/admin/podcast/")
    page.get_by_role("tab", name="Hoofdstukken en transcript").click()
    settle(page)
    keep("hoofdstukken", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 640}))
    page = studio.visitor
    page.goto("/podcast/als-het-huis-stil-is/")
    settle(page)
    page.locator(".transcript summary").click()
    page.wait_for_timeout(400)
    player = page.locator(".player").first
    to_top(player, 60)
    settle(page)
    keep("speler", page.screenshot())


def zoeken(studio: Studio) -> None:
    page = studio.visitor
    page.goto("/zoeken/?q=grens+stellen")
    settle(page)
    phone = studio.phone()
    phone.goto("/zoeken/?q=hegtingsstijl")
    settle(phone)
    keep("zoeken", page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 800}), phone.screenshot())
    studio.site.python(ASK.format(asked=ASKED))
    page = studio.open("/admin/zoeken/")
    keep("wat-men-zoekt", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 860}))
    page = studio.open("/admin/snippets/search/synonyms/add/?vraag=co-ouderschap")
    page.locator("#id_words").fill("co-ouderschap, omgangsregeling, ouderschapsplan")
    keep("synoniemen", page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 300}))


CHAPTERS: list[Callable[[Studio], None]] = [vindbaarheid, advies, dode_links, luisteren, zoeken]
