"""S7 as it is on the internet: a real TLS connection, a real browser, and cookies of this host alone."""

import re
import shutil
import ssl
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPSConnection
from secrets import token_hex

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.conftest import chromium
from tests.e2e.conftest import _FLAGS
from tests.e2e.test_s7_second_step import code
from tests.faults.nodes import Site
from tests.faults.prepared import copy_of_prepared
from tests.running_site import free_port
from tests.tls_front import tls_front

HOST = "beheer.voorbeeld.test"
PASSWORD = "een lang wachtwoord"
TWO_YEARS = "max-age=63072000; includeSubDomains; preload"


@pytest.fixture(scope="module")
def secure_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that believes it is at https://beheer.voorbeeld.test, behind one proxy."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not there to make a certificate with")
    folder = tmp_path_factory.mktemp("secure")
    port = free_port()
    address = f"https://{HOST}:{port}"
    made = copy_of_prepared(tmp_path_factory, folder / "data", SITE_URL=address, BEHIND_PROXY="1")
    node = made.node()
    try:
        with tls_front(folder, HOST, port, node.port):
            yield made
    finally:
        node.stop()


@pytest.fixture
def context(browser: Browser, secure_site: Site) -> Iterator[BrowserContext]:
    rules = [f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
    own = browser.browser_type.launch(executable_path=chromium(), args=[*_FLAGS, *rules])
    try:
        context = own.new_context(
            base_url=secure_site.settings["SITE_URL"], ignore_https_errors=True, locale="nl-NL"
        )
        context.set_default_timeout(30_000)
        yield context
    finally:
        own.close()


@pytest.fixture
def name(secure_site: Site) -> str:
    """Somebody who has no second step yet."""
    name = f"joke-{token_hex(3)}"
    make = f"User.objects.create_superuser({name!r}, password={PASSWORD!r})"
    secure_site.run("shell", "--no-imports", "-c", f"from django.contrib.auth.models import User; {make}")
    return name


def give_password(page: Page, name: str) -> None:
    page.goto("/admin/login/")
    page.get_by_label("Gebruikersnaam").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def test_s7_cookies_over_https_are_of_this_host_alone(context: BrowserContext, name: str) -> None:
    responses: list[Response] = []
    context.on("response", lambda response: responses.append(response))
    page = context.new_page()
    page.goto("/blog/stilte-na-de-storm/")
    assert context.cookies() == []

    # A second step is asked for without a setting, because this is no site of one's own machine.
    give_password(page, name)
    page.wait_for_url("**/admin/beveiliging/")
    page.get_by_role("link", name="Stel een app in").click()
    secret = page.locator(".account-secret").inner_text().replace(" ", "")
    page.get_by_role("textbox", name="Code").fill(code(secret))
    page.get_by_role("button", name="Klaar").click()
    page.get_by_role("button", name="Ik heb ze bewaard").click()
    page.wait_for_url("**/admin/")
    first = _value(context, "__Host-sessionid")

    # Again, through the door with both steps.
    context.clear_cookies()
    give_password(page, name)
    page.wait_for_url("**/admin/tweede-stap/")
    half_way = _value(context, "__Host-sessionid")
    page.get_by_label("Code uit je app").fill(code(secret, 1))
    page.get_by_role("button", name="Verder").click()
    page.wait_for_url("**/admin/")
    expect(page.locator("#main")).to_be_visible()

    cookies = {cookie["name"]: cookie for cookie in context.cookies()}
    assert {"__Host-sessionid", "__Host-csrftoken", "__Host-apparaat"} <= set(cookies)
    for name, cookie in cookies.items():
        assert name.startswith("__Host-"), name
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", HOST), name
        assert cookie["httpOnly"], name
        assert cookie["sameSite"] in ("Lax", "Strict"), name
    assert len({first, half_way, cookies["__Host-sessionid"]["value"]}) == 3
    set_by_site = [said for response in responses for said in _cookies_of(response)]
    assert set_by_site
    for said in set_by_site:
        assert "domain=" not in said.lower(), said
        assert {"secure", "path=/"} <= {part.strip().lower() for part in said.split(";")}, said
    # No script on the page sees who is logged in.
    assert page.evaluate("document.cookie") == ""


def test_s7_https_stays_https(secure_site: Site) -> None:
    address = secure_site.settings["SITE_URL"]
    port = int(address.rpartition(":")[2])
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    for path in ("/", "/blog/stilte-na-de-storm/", "/admin/login/", "/bestaat-niet/"):
        connection = HTTPSConnection("127.0.0.1", port, context=anybody, timeout=60)
        connection.request("GET", path, headers={"Host": HOST})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        assert answer.headers["Strict-Transport-Security"] == TWO_YEARS, path
    # Who comes without, as a proxy tells, is led to it and given nothing.
    plain = HTTPConnection("127.0.0.1", secure_site.nodes[0].port, timeout=60)
    plain.request("GET", "/admin/login/", headers={"Host": HOST, "X-Forwarded-Proto": "http"})
    answer = plain.getresponse()
    answer.read()
    plain.close()
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{HOST}/admin/login/"
    assert answer.headers["Set-Cookie"] is None


def _cookies_of(response: Response) -> list[str]:
    """Return what an answer asked the browser to keep, as it was written; not what it asked to forget."""
    said = response.header_value("set-cookie") or ""
    return [one for one in said.splitlines() if not re.search(r"Max-Age=0\b", one)]


def _value(context: BrowserContext, name: str) -> str:
    return next(cookie["value"] for cookie in context.cookies() if cookie["name"] == name)
