"""Print the two gifts from their HTML sources: `python -m demo.gifts.build`.

The fonts in source/fonts are fixed weights, cut from the variable ones in static/fonts with fontTools'
instancer. Chromium writes a variable font into a PDF as Type 3, which many viewers space unevenly; a fixed
one stays TrueType.
"""

import re
import shutil
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from demo.gifts.scenes import scene

HERE = Path(__file__).resolve().parent
GIFTS = ("routekaart", "als-de-liefde-wegvalt")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def draw(page: Page) -> None:
    """Fill in what the source asks for: scenes (`data-scene`, size in mm, hour) and lines to write on."""
    for place in page.locator("[data-scene]").all():
        name, size = place.get_attribute("data-scene") or "", place.get_attribute("data-size") or ""
        width, height = (float(number) for number in size.split("x"))
        hour = float(place.get_attribute("data-hour") or 0)
        foot = place.get_attribute("data-foot") or "paper"
        fill(place, scene(name, width, height, hour, foot))
    for place in page.locator("[data-lines]").all():
        fill(place, "<span></span>" * int(place.get_attribute("data-lines") or 0))


def fill(place: Locator, markup: str) -> None:
    place.evaluate("(element, markup) => { element.innerHTML = markup }", markup)


def print_pdf(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def number_contents(page: Page, pdf: bytes) -> None:
    """Write page numbers into the table of contents, as found in a first print of the same document."""
    pages = re.findall(rb"\n(\d+) 0 obj\s*<</Type /Page\s", pdf)
    places = dict(re.findall(rb"/([\w-]+) \[(\d+) 0 R\s*/XYZ", pdf))
    for link in page.locator(".inhoud a").all():
        target = (link.get_attribute("href") or "").removeprefix("#").encode()
        fill(link.locator(".inhoud__blz"), str(pages.index(places[target]) + 1))


def build() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        for name in GIFTS:
            page.goto((HERE / "source" / f"{name}.html").as_uri())
            draw(page)
            page.evaluate("document.fonts.ready")
            number_contents(page, print_pdf(page))
            pdf = HERE / f"{name}.pdf"
            pdf.write_bytes(print_pdf(page))
            print(pdf.name, pdf.stat().st_size // 1024, "kB")
        browser.close()


if __name__ == "__main__":
    build()
