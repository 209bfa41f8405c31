"""What the pictures of the handbook are taken with: a demo site, a browser at it, and a camera."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.e2e.mails import part
from tests.running_site import RunningSite, wait_until

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

    def __init__(self, browser: Browser, site: RunningSite) -> None:
        self.browser, self.site = browser, site
        self.visitor = self._context(WIDE).new_page()
        self.coach = self._context(WIDE).new_page()
        self.coach.goto("/admin/login/")
        self.coach.locator("[name=username]").fill("coach")
        self.coach.locator("[name=password]").fill(site.password)
        self.coach.get_by_role("button", name="Inloggen").click()
        self.coach.wait_for_url("**/admin/")

    def _context(self, size: tuple[int, int], **options: Any) -> Any:
        return self.browser.new_context(
            base_url=ADDRESS,
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

    def mail(self, subject: str) -> EmailMessage:
        """Return the mail with these words in its subject, as soon as it is sent."""

        def found() -> list[EmailMessage]:
            return [mail for mail in self.site.mails("") if subject in str(mail["Subject"])]

        wait_until(lambda: bool(found()), 30, f"a mail about {subject} is sent")
        return found()[-1]

    def mail_on_a_phone(self, mail: EmailMessage) -> bytes:
        """Return the picture of a mail."""
        phone = self.phone()
        phone.set_content(part(mail, "html"))
        settle(phone)
        return phone.screenshot()

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
    width = sum(each.width for each in parts) + GAP * (len(parts) - 1)
    picture = Image.new("RGB", (width, max(each.height for each in parts)), "white")
    left = 0
    for each in parts:
        picture.paste(each, (left, 0))
        left += each.width + GAP
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
def demo_site() -> Iterator[RunningSite]:
    """Give a demo site, with half a year of readers."""
    with tempfile.TemporaryDirectory() as folder:
        site = RunningSite(Path(folder) / "data")
        site.settings["SITE_URL"] = ADDRESS
        # The coach of the pictures logs in with a password; the pictures of a second step set one up.
        site.settings["REQUIRE_MFA"] = "0"
        site.data_dir.mkdir()
        try:
            site.start()
            happen(site, "fill")
            # Under a name of the internet the coach would be asked to choose a password of her own first.
            site.python("from accounts.models import FirstPassword; FirstPassword.objects.all().delete()")
            yield site
        finally:
            site.stop()


def happen(site: RunningSite, what: str) -> None:
    """Have one of the functions of docs/gift_numbers.py done in a site."""
    site.manage("shell", "-v", "0", "-c", f"from docs import gift_numbers; gift_numbers.{what}()")


@contextmanager
def open_studio() -> Iterator[Studio]:
    """Give a studio at a demo site, with the coach logged in."""
    IMAGES.mkdir(exist_ok=True)
    with demo_site() as site, sync_playwright() as playwright:
        where = f"MAP {urlsplit(ADDRESS).hostname} 127.0.0.1:{site.port}"
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            # As over https, which a site has: some buttons are there only then.
            args=[
                *FLAGS,
                f"--host-resolver-rules={where}",
                f"--unsafely-treat-insecure-origin-as-secure={ADDRESS}",
            ],
        )
        yield Studio(browser, site)
        browser.close()
