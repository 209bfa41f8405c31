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
SCALE = 2  # printed larger and reduced: smooth edges, fine grain


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium if there is one, else the one that playwright brings."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield chromium
        finally:
            chromium.close()


def font_faces() -> str:
    """@font-face rules with the site's own fonts inside, so that a page without an address can use them."""
    rules = []
    for family, style, file in (
        ("Literata", "normal", "literata-latin.woff2"),
        ("Literata", "italic", "literata-latin-italic.woff2"),
        ("Figtree", "normal", "figtree-latin.woff2"),
    ):
        data = base64.b64encode((FONTS / file).read_bytes()).decode()
        rules.append(
            f"@font-face{{font-family:{family};font-style:{style};font-weight:200 900;"
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "".join(rules)


def print_png(chromium: Browser, svg: str, width: int, height: int, scale: float = SCALE) -> Image.Image:
    page = chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    try:
        page.set_content(f"<style>html,body{{margin:0}}svg{{display:block}}</style>{svg}")
        page.evaluate("document.fonts.ready")
        large = Image.open(BytesIO(page.screenshot(timeout=180_000))).convert("RGB")
    finally:
        page.close()
    return large.resize((width, height), Image.Resampling.LANCZOS)


def save(image: Image.Image, target: Path) -> None:
    image.save(target, "WEBP", quality=QUALITY, method=6, use_sharp_yuv=True)
