"""The admin's policy allows no inline script; every main screen works under it, and breaks it nowhere."""

import io
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.running_site import RunningSite

# Each of these once; from there on, whatever they lead to that is of another kind.
SCREENS = (
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/images/multiple/add/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/collections/",
    "/admin/snippets/",
    "/admin/reports/site-history/",
    "/admin/reports/locked/",
    "/admin/reports/workflow/",
    "/admin/users/",
    "/admin/groups/",
    "/admin/redirects/",
    "/admin/searchpicks/",
    "/admin/searchpicks/add/",
    "/admin/workflows/list/",
    "/admin/account/",
    "/admin/reacties/",
    "/admin/inschrijvers/",
    "/admin/post/",
)
ENOUGH = 70
_NO_SCREEN = re.compile(r"logout|/bulk/|/download|/bestand/|preview|\.csv|export=|/unlock|/lock/")


def kind_of(path: str) -> str:
    return re.sub(r"\d+", "N", urlsplit(path).path)


def links_of(page: Page) -> list[str]:
    found = page.eval_on_selector_all("a[href]", "links => links.map((link) => link.href)")
    parts = [urlsplit(address) for address in found]
    return [
        part.path for part in parts if part.path.startswith("/admin/") and not _NO_SCREEN.search(part.path)
    ]


@pytest.fixture
def coach(log_in: OpenPage) -> Page:
    """The coach in the admin, in a browser that writes down whatever a policy stopped."""
    page = log_in("/admin/")
    page.context.add_init_script(
        "window.stopped = []; document.addEventListener('securitypolicyviolation', (event) =>"
        " window.stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"
    )
    return page


def stopped(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.stopped")
    return found


def test_no_screen_of_the_admin_breaks_its_policy(coach: Page, watch) -> None:
    # What is not there for this site is no screen; the policy itself is what counts here.
    watch.allowed.append(r"status of (403|404|405)")
    ways, seen, broken = list(SCREENS), set(), {}
    while ways and len(seen) < ENOUGH:
        path = ways.pop(0)
        if kind_of(path) in seen:
            continue
        seen.add(kind_of(path))
        answer = coach.goto(path)
        assert answer
        if answer.status != 200 or not answer.headers["content-type"].startswith("text/html"):
            continue
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self' 'unsafe-hashes'" in policy, path
        # Widgets have started as soon as nothing waits for it any more.
        coach.wait_for_function("!document.querySelector('[data-controller=start]')")
        if found := stopped(coach):
            broken[path] = found
        ways += links_of(coach)
    assert broken == {}
    assert len(seen) >= ENOUGH


def test_list_of_forms_in_the_editor_grows_under_the_policy(coach: Page, site: RunningSite) -> None:
    ask = "from blog.models import ArticlePage; print('PAGE', ArticlePage.objects.live().first().pk)"
    number = site.python(ask).split("PAGE ")[1].split()[0]
    coach.goto(f"/admin/pages/{number}/edit/")
    expect(coach.locator(".public-DraftEditor-content").first).to_be_visible()
    coach.wait_for_function("!document.querySelector('[data-controller=start]')")
    rows = coach.locator("[data-inline-panel-child]")
    before = rows.count()
    coach.locator("#id_article_authors-ADD").dispatch_event("click")
    expect(rows).to_have_count(before + 1)
    assert stopped(coach) == []


@pytest.fixture
def forgetting_the_picture(site: RunningSite) -> Iterator[None]:
    """Afterwards it is gone: others choose the newest picture, and this one has no description."""
    yield
    forget = "from images.models import SiteImage; SiteImage.objects.filter(title='eb').delete()"
    site.python(forget)


@pytest.mark.usefixtures("forgetting_the_picture")
def test_choosing_uploading_and_dates_work_under_the_policy(coach: Page) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (640, 400), "teal").save(stream, "JPEG")
    file = {"name": "eb.jpg", "mimeType": "image/jpeg", "buffer": stream.getvalue()}
    coach.goto("/admin/images/multiple/add/")
    coach.locator("input[type=file]").set_input_files(file)
    expect(coach.locator("#upload-list input[name$='-title']")).to_have_value("eb")
    assert stopped(coach) == []
    coach.locator("#upload-list button[type=submit], #upload-list input[type=submit]").first.click()

    coach.goto("/admin/images/")
    coach.get_by_role("link", name=re.compile("eb", re.I)).first.click()
    # Its focal point is drawn with the mouse.
    expect(coach.locator(".jcrop-holder")).to_be_visible()
    assert stopped(coach) == []

    coach.goto("/admin/reports/site-history/")
    coach.wait_for_function("!document.querySelector('[data-controller=start]')")
    assert coach.evaluate("!!jQuery('#id_timestamp_0').data('xdsoft_datetimepicker')")
    assert stopped(coach) == []


def test_reader_page_with_the_bar_of_the_editor_breaks_nothing(coach: Page) -> None:
    coach.goto("/blog/")
    expect(coach.locator("wagtail-userbar")).to_be_attached()
    coach.wait_for_function("!!customElements.get('wagtail-userbar')")
    assert stopped(coach) == []
