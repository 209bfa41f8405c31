"""What the pictures of the handbook are taken with: a demo site, a browser at it, and a camera."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.running_site import RunningSite

# As it stands in the pictures; the site itself listens on this machine only.
ADDRESS = "http://tussentij.example"
IMAGES = Path(__file__).parent / "images"
WIDE, NARROW = (1280, 860), (390, 800)
GAP = 24
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Studio:
    """A browser at one demo site, with the coach logged in."""

    def __init__(self, browser: Browser, url: str, password: str, login: str = "coach") -> None:
        self.browser, self.url = browser, url
        self.visitor = self._context(WIDE).new_page()
        self.coach = self._context(WIDE).new_page()
        self.coach.goto("/admin/login/")
        self.coach.locator("[name=username]").fill(login)
        self.coach.locator("[name=password]").fill(password)
        self.coach.get_by_role("button", name="Inloggen").click()
        self.coach.wait_for_url("**/admin/")

    def _context(self, size: tuple[int, int], **options: Any) -> Any:
        return self.browser.new_context(
            base_url=self.url,
            viewport={"width": size[0], "height": size[1]},
            has_touch=size == NARROW,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            **options,
        )

    def phone(self, *, logged_in: bool = False) -> Page:
        """Return a page as wide as a phone; `logged_in` as the coach."""
        state = self.coach.context.storage_state() if logged_in else None
        page: Page = self._context(NARROW, storage_state=state).new_page()
        return page

    def open(self, path: str) -> Page:
        self.coach.goto(path)
        settle(self.coach)
        return self.coach


def settle(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(700)


def keep(name: str, *shots: bytes) -> None:
    """Write one picture, or some beside each other, as `docs/images/<name>.webp`."""
    parts = [Image.open(BytesIO(shot)).convert("RGB") for shot in shots]
    width = sum(part.width for part in parts) + GAP * (len(parts) - 1)
    picture = Image.new("RGB", (width, max(part.height for part in parts)), "white")
    left = 0
    for part in parts:
        picture.paste(part, (left, 0))
        left += part.width + GAP
    picture.save(IMAGES / f"{name}.webp", quality=82, method=6)


def around(page: Page, first: Locator, last: Locator | None = None, margin: int = 20) -> bytes:
    """Return the picture of what lies between two elements, with some room around it."""
    page.wait_for_timeout(300)
    boxes = [box for box in (first.bounding_box(), (last or first).bounding_box()) if box]
    left = max(min(box["x"] for box in boxes) - margin, 0)
    top = max(min(box["y"] for box in boxes) - margin, 0)
    right = max(box["x"] + box["width"] for box in boxes) + margin
    bottom = max(box["y"] + box["height"] for box in boxes) + margin
    return page.screenshot(clip={"x": left, "y": top, "width": right - left, "height": bottom - top})


def to_top(element: Locator, room: int = 90) -> None:
    """Scroll so that the element stands `room` pixels under the upper edge."""
    element.evaluate(
        """(element, room) => {
            element.style.scrollMarginTop = `${room}px`;
            element.scrollIntoView({ behavior: "instant" });
        }""",
        room,
    )
    element.page.wait_for_timeout(300)


@contextmanager
def demo_site() -> Iterator[tuple[str, str, str]]:
    """Give the address of a demo site, the coach's password, and where a browser finds that address."""
    if "SITE_URL" in os.environ:
        yield os.environ["SITE_URL"].rstrip("/"), os.environ["COACH_PASSWORD"], ""
        return
    with tempfile.TemporaryDirectory() as folder:
        site = RunningSite(Path(folder) / "data")
        site.settings["SITE_URL"] = ADDRESS
        site.data_dir.mkdir()
        try:
            site.start()
            yield ADDRESS, site.password, f"MAP {urlsplit(ADDRESS).hostname} 127.0.0.1:{site.port}"
        finally:
            site.stop()


@contextmanager
def open_studio() -> Iterator[Studio]:
    """Give a studio at a demo site, with the coach logged in."""
    IMAGES.mkdir(exist_ok=True)
    with demo_site() as (url, password, where), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*FLAGS, f"--host-resolver-rules={where}"]
        )
        yield Studio(browser, url, password)
        browser.close()
