"""From SVG to WebP: a headless Chromium prints, Pillow packs."""

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
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
QUALITY = 82


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium if there is one, else the one that playwright brings."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield chromium
        finally:
            chromium.close()


def font_faces(folder: Path = FONTS) -> str:
    """@font-face rules with the site's own fonts inside, so that a page without an address can use them."""
    rules = []
    for family in ("Literata", "Figtree"):
        for style in ("normal", "italic"):
            for file in sorted(folder.glob(f"**/{family.lower()}-latin-wght-{style}*.woff2"))[:1]:
                data = base64.b64encode(file.read_bytes()).decode()
                rules.append(
                    f"@font-face{{font-family:{family};font-style:{style};font-weight:200 900;"
                    f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
                )
    return "".join(rules)


def print_png(chromium: Browser, svg: str, width: int, height: int) -> Image.Image:
    page = chromium.new_page(viewport={"width": width, "height": height})
    try:
        page.set_content(f"<style>html,body{{margin:0}}svg{{display:block}}</style>{svg}")
        page.evaluate("document.fonts.ready")
        return Image.open(BytesIO(page.screenshot())).convert("RGB")
    finally:
        page.close()


def save(image: Image.Image, target: Path) -> None:
    image.save(target, "WEBP", quality=QUALITY, method=6)
