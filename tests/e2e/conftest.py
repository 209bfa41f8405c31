"""A real browser at the real site. Each page watches itself: an error in it fails the test that opened it."""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_network
from itertools import count
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

from tests.conftest import TWICE, chromium
from tests.e2e.gift_reader import GiftReader
from tests.running_site import ROOT, RunningSite

PHONE, TABLET, DESKTOP = 360, 768, 1440
# How long anything may take, in milliseconds, on a machine that has much else to do.
PATIENCE = 30_000
HEIGHTS = {PHONE: 780, TABLET: 1024, DESKTOP: 900}
SCREENSHOTS = ROOT / ".cache" / "e2e"
_FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

OpenPage = Callable[..., Page]
NewReader = Callable[..., GiftReader]
Own = Callable[[str], str]
_NETWORKS, _PEOPLE = ip_network("198.18.0.0/15"), count(1)


@pytest.hookimpl(trylast=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tell each story twice, one after the other, when STORIES_TWICE says so."""
    if TWICE:
        metafunc.parametrize("_telling", ["first", "second"], indirect=True)


@pytest.fixture(autouse=True)
def _telling() -> None:
    """Which time it is; a story must not care."""


@pytest.fixture
def own() -> Own:
    """Make a name that is this telling's own: own("Anouk") is "Anouk 3f2a1c" today.

    What a story that failed leaves behind must not be mistaken for what is made when it is told again.
    """
    sign = token_hex(3)
    return lambda name: f"{name} {sign}"


@pytest.fixture
def own_title(own: Own, site: RunningSite) -> Iterator[Own]:
    """Make the title of an article that is this telling's own; afterwards the article is gone."""
    yield own
    site.python(
        "from wagtail.models import Page;"
        f"[page.specific.delete() for page in Page.objects.filter(draft_title__endswith={own('')!r})]"
    )


# Not for the whole session: Playwright's event loop would stop Django's database tests in the same process.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        yield browser
        browser.close()


class _Watch:
    """Collects what must not happen on any page of the site."""

    def __init__(self, site: RunningSite) -> None:
        self.own = urlsplit(site.url).netloc
        self.faults: list[str] = []
        self.allowed: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != self.own:
            self.faults.append(f"request to another site: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} of {response.url}")

    def verdict(self) -> list[str]:
        return [fault for fault in self.faults if not any(re.search(sign, fault) for sign in self.allowed)]


@pytest.fixture
def watch(site: RunningSite) -> _Watch:
    """What the pages of this test did wrong; `watch.allowed.append(pattern)` allows what the test causes."""
    return _Watch(site)


@pytest.fixture
def open_page(
    browser: Browser, site: RunningSite, watch: _Watch, request: pytest.FixtureRequest
) -> Iterator[OpenPage]:
    """Open a page in a browser context of its own: open_page("/blog/", width=PHONE, dark=True)."""
    contexts = []

    def open_one(
        path: str = "/", *, width: int = DESKTOP, dark: bool = False, javascript: bool = True
    ) -> Page:
        options: dict[str, Any] = {
            "base_url": site.url,
            "viewport": {"width": width, "height": HEIGHTS.get(width, 900)},
            "color_scheme": "dark" if dark else "light",
            "java_script_enabled": javascript,
            "has_touch": width < TABLET,
            "locale": "nl-NL",
            "timezone_id": "Europe/Amsterdam",
            "reduced_motion": "reduce",
            # Each person reads from a network of their own (RFC 2544); the site trusts one proxy.
            "extra_http_headers": {"X-Forwarded-For": str(_NETWORKS[next(_PEOPLE)])},
        }
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.on("page", watch.follow)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_one
    faults = watch.verdict()
    if faults or getattr(request.node, "failed", False):
        _keep_screenshots(contexts, request.node.name)
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def _keep_screenshots(contexts: list[Any], name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages, start=1):
        page.screenshot(
            path=SCREENSHOTS / f"{re.sub(r'[^a-z0-9_-]+', '-', name)}-{number}.png", full_page=True
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Remember on the test whether it failed, for the fixture that keeps the screenshots."""
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report


@pytest.fixture
def new_reader(open_page: OpenPage, site: RunningSite) -> Iterator[NewReader]:
    """Someone with an address that is new, new_reader("hanne", width=PHONE), or known: new_reader(email=…).

    In the end no browser of theirs may have been given a cookie.
    """
    readers = []

    def come(name: str = "lezer", *, email: str = "", **options: Any) -> GiftReader:
        page = open_page("/over-ons/", **options)
        readers.append(GiftReader(page, site, email or f"{name}-{token_hex(4)}@post.example"))
        return readers[-1]

    yield come
    for reader in readers:
        assert reader.page.context.cookies() == []


@pytest.fixture
def log_in(open_page: OpenPage, site: RunningSite) -> OpenPage:
    """Open a page of the admin as the coach, on the first screen after login by default."""

    def open_admin(path: str = "/admin/", **options: Any) -> Page:
        page = open_page("/admin/login/", **options)
        page.locator("input[name=username]").fill(site.login)
        page.locator("input[name=password]").fill(site.password)
        page.locator("form button[type=submit]").click()
        page.wait_for_url("**/admin/")
        if path != "/admin/":
            page.goto(path)
        return page

    return open_admin
