"""Someone who asks for a gift, and what the site knows of them."""

import json
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from playwright.sync_api import Locator, Page

from tests.e2e.mails import link_in
from tests.running_site import RunningSite

ARTICLE = "/blog/geen-contact-met-je-ex/"
LANDING = "/aanmelden/roadmap/"
CONFIRM = "/aanmelden/bevestigen/"
DOWNLOAD = "/download/"
LEAVE = "/afmelden/"

_KNOWN = """
import json
from leads.models import *
from mailing.addresses import address_hash
email = {email!r}
sign_ups = SignUp.objects.filter(subscriber__email=email)
events = ConsentEvent.objects.filter(address_hash=address_hash(email)).order_by("created_at", "pk")
print("KNOWN" + json.dumps({{
    "subscribers": Subscriber.objects.filter(email__iexact=email).count(),
    "newsletter": Subscriber.objects.filter(email=email, newsletter=True).exists(),
    "sign_ups": sign_ups.count(),
    "confirmed": sign_ups.confirmed().count(),
    "placements": sorted(set(sign_ups.values_list("placement", flat=True))),
    "events": [[event.purpose, event.event] for event in events],
    "uses_left": list(DownloadGrant.objects.filter(sign_up__in=sign_ups).order_by("pk")
                      .values_list("uses_left", flat=True)),
}}))
"""
_LET_TIME_PASS = """
from datetime import timedelta
from leads.models import *
from mailing import allowance
email, by = {email!r}, timedelta(hours={hours})
for sign_up in SignUp.objects.filter(subscriber__email=email):
    sign_up.requested_at -= by
    sign_up.token_expires_at -= by
    sign_up.save()
for grant in DownloadGrant.objects.filter(sign_up__subscriber__email=email):
    grant.created_at -= by
    grant.expires_at -= by
    grant.save()
if by >= allowance.DAY:
    allowance.clear(email)
"""
_USE_UP = """
from leads.models import DownloadGrant
DownloadGrant.objects.filter(sign_up__subscriber__email={email!r}).update(uses_left=0)
"""


@dataclass
class GiftReader:
    """Someone with a browser and a mailbox."""

    page: Page
    site: RunningSite
    email: str

    def ask(self, path: str = ARTICLE, *, first_name: str = "", newsletter: bool = False) -> None:
        """Fill in the first card on a page, or the form of a gift's own page, and send it."""
        self.page.goto(path)
        form = self.form()
        form.get_by_label("E-mailadres").fill(self.email)
        if first_name or newsletter:
            self._open_more(form)
        if first_name:
            form.get_by_label("Voornaam").fill(first_name)
        if newsletter:
            form.get_by_role("checkbox").check()
        form.locator("button[type=submit]").click()
        self.page.wait_for_url("**/kijk-in-je-mail/")

    def form(self) -> Locator:
        return self.page.locator("main form.gift__form:visible").first

    def _open_more(self, form: Locator) -> None:
        more = form.locator("summary:visible")
        if more.count():
            more.first.click()

    def confirm(self, link: str) -> None:
        self.page.goto(link)
        self.page.get_by_role("button", name="Bevestig en download").click()
        self.page.wait_for_url("**/download/**")

    def mail(self, count: int = 1) -> EmailMessage:
        """Return the newest mail as soon as there are so many."""
        return self.site.wait_for_mail(self.email, count)

    def link(self, pattern: str, count: int = 1) -> str:
        return link_in(self.mail(count), pattern)

    def file(self) -> tuple[str, bytes]:
        """Press the first download and return the name and the bytes of what came."""
        with self.page.expect_download() as download:
            self.page.locator(".downloads a").first.click()
        return download.value.suggested_filename, download.value.path().read_bytes()

    def known(self) -> dict[str, Any]:
        """Return what stands about this address in the database."""
        said = self._shell(_KNOWN)
        known: dict[str, Any] = json.loads(said.split("KNOWN", 1)[1])
        return known

    def let_time_pass(self, hours: int) -> None:
        """Let everything of this address be so much older."""
        self._shell(_LET_TIME_PASS, hours=hours)

    def use_up(self) -> None:
        self._shell(_USE_UP)

    def _shell(self, code: str, **values: Any) -> str:
        return self.site.python(code.format(email=self.email, **values))
