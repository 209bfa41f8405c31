"""The scripts of guard in a real browser, on forms that a small server of our own shows and takes."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from playwright.sync_api import Browser, Page, expect, sync_playwright

from guard import domains
from guard.email import suggest
from guard.fields import EmailField
from guard.forms import GuardMixin
from guard.stamps import make_stamp
from tests.conftest import chromium

pytestmark = pytest.mark.e2e

SCRIPTS = settings.BASE_DIR / "static" / "js"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'"
PAGE = (
    "{% load crispy_forms_tags %}<!doctype html><html lang=nl><title>Brief</title>"
    '<script type="module" src="/static/js/email-hint.js"></script>'
    '<script type="module" src="/static/js/forms.js"></script>{% crispy form %}'
)
LEAVE_A_FIELD_FOR_EACH = """(domains) => {
  const first = document.querySelector("[data-email-hint]");
  for (const domain of domains) {
    const field = first.form.appendChild(first.cloneNode());
    field.value = `a@${domain}`;
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
}"""
# Every sum waits until the test calls openGate().
GATE = """{
  const { deriveBits } = SubtleCrypto.prototype;
  const gate = new Promise((resolve) => { globalThis.openGate = resolve; });
  SubtleCrypto.prototype.deriveBits = async function (...rest) {
    await gate;
    return deriveBits.apply(this, rest);
  };
}"""

KEEP_WHAT_IS_TOLD = """{
  globalThis.told = [];
  const line = document.querySelector("[data-proof-status]");
  new MutationObserver(() => told.push(line.textContent)).observe(line, { childList: true });
}"""


class LetterForm(GuardMixin, forms.Form):
    form_version = "letter-1"
    asks_about_typos = "email"
    takes_proof = True

    email = EmailField(label="E-mailadres", required=False)
    text = forms.CharField(label="Bericht", required=False)


class Letters(BaseHTTPRequestHandler):
    """GET shows a form, /bewijs one with a challenge; POST says whether a proof came along."""

    def do_GET(self) -> None:
        if self.path.startswith("/static/js/"):
            self.answer((SCRIPTS / self.path.rpartition("/")[2]).read_text(), "text/javascript")
        elif self.path in ("/", "/bewijs"):
            form = LetterForm({"stamp": make_stamp("letter-1", 7)}, guard_object=7, action="/")
            assert form.is_valid()
            if self.path == "/bewijs":
                form.ask_proof()
            self.answer(Template(PAGE).render(Context({"form": form})))
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        sent = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        form = LetterForm(sent, guard_object=7, action="/")
        if form.is_valid():
            self.answer(f"<!doctype html><p>proof: {form.has_proof}, text: {form.cleaned_data['text']}</p>")
        else:
            self.answer(Template(PAGE).render(Context({"form": form})))

    def answer(self, text: str, kind: str = "text/html") -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Letters) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page on which nothing may go wrong: no error of a script, nothing that the policy forbids."""
    faults: list[str] = []
    page = browser.new_page(base_url=address)
    page.set_default_timeout(10_000)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    yield page
    page.close()
    assert not faults


def type_address(page: Page, email: str) -> None:
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("E-mailadres").blur()


def test_hint_is_spoken_politely_and_mends_the_address_at_a_press(page):
    page.goto("/")
    type_address(page, " Naam@gmial.com")
    status = page.get_by_role("status")
    expect(status).to_contain_text("Bedoelde je Naam@gmail.com?")
    page.get_by_role("button", name="Ja, verbeter").click()
    expect(page.get_by_label("E-mailadres")).to_have_value("Naam@gmail.com")
    expect(page.get_by_label("E-mailadres")).to_be_focused()
    expect(status).to_be_empty()
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("proof: False")).to_be_visible()


def test_who_saw_the_hint_is_not_asked_again_on_sending(page):
    page.goto("/")
    type_address(page, "naam@gmial.com")
    expect(page.get_by_role("status")).to_contain_text("Bedoelde je")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("proof: False")).to_be_visible()


def test_hint_goes_when_the_address_is_mended_by_hand(page):
    page.goto("/")
    type_address(page, "naam@gmial.com")
    expect(page.get_by_role("status")).to_contain_text("Bedoelde je")
    type_address(page, "naam@gmail.com")
    expect(page.get_by_role("status")).to_be_empty()


def test_script_never_asks_where_the_server_would_not(page):
    slips = [f"{common[0]}{common[2]}{common[1]}{common[3:]}" for common in domains.COMMONEST]
    slips += [common[:-1] for common in domains.COMMONEST] + [f"{common}x" for common in domains.COMMONEST]
    slips += [common[1:] for common in domains.COMMONEST]
    tried = [*slips, *sorted(domains.KNOWN), "voorbeeld.example", "hotmail.ne", "home.pl"]
    page.goto("/")
    page.clock.install()
    page.evaluate(LEAVE_A_FIELD_FOR_EACH, tried)
    page.clock.run_for(300)
    lines = page.locator("[data-email-line]").all_text_contents()
    assert len(lines) == len(tried)
    found = [re.search(r"Bedoelde je (\S+)\?", line) for line in lines]
    asked = {domain: match and match[1] for domain, match in zip(tried, found, strict=True)}
    wrong = {domain: meant for domain, meant in asked.items() if meant and meant != suggest(f"a@{domain}")}
    assert wrong == {}
    assert sum(1 for meant in asked.values() if meant) >= 40


def test_script_solves_the_sum_that_the_server_takes_once(page):
    page.goto("/bewijs")
    expect(page.get_by_role("status")).to_contain_text("De som is klaar,")
    page.get_by_label("Bericht").fill("Mijn tekst")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("proof: True, text: Mijn tekst")).to_be_visible()


def test_press_before_the_sum_is_done_sends_when_it_is(page):
    page.add_init_script(GATE)
    page.goto("/bewijs")
    page.get_by_label("Bericht").fill("Haast")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("status")).to_contain_text("Een ogenblik")
    page.evaluate("openGate()")
    expect(page.get_by_text("proof: True, text: Haast")).to_be_visible()


def test_page_stays_usable_while_the_longest_sum_is_made(page, monkeypatch):
    monkeypatch.setattr("guard.proof.secrets.randbelow", lambda limit: limit - 1)
    page.add_init_script("globalThis.turns = 0; setInterval(() => { globalThis.turns += 1; }, 4);" + GATE)
    page.goto("/bewijs")
    page.evaluate(KEEP_WHAT_IS_TOLD)
    page.evaluate("turns = 0, openGate()")
    expect(page.get_by_role("status")).to_contain_text("De som is klaar,")
    assert page.evaluate("turns") >= 20
    told = page.evaluate("told")
    assert [re.search(r"(\d+) procent", words)[1] for words in told[:-1]] == ["75", "50", "25"]


def test_words_for_who_can_not_solve_it_stay(page):
    page.add_init_script("Object.defineProperty(globalThis, 'crypto', {value: {}})")
    page.goto("/bewijs")
    expect(page.get_by_role("status")).to_contain_text("Wacht even en verstuur dan nog een keer")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("proof: False")).to_be_visible()
