"""Each kind of mail that leaves the site, with the worst that one may type, as it is sent."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from django.contrib.auth.models import User
from django.test import TestCase
from post_office.models import Email

from accounts import mails as account_mails
from accounts.models import Method
from comments.services import notices, subscriptions
from comments.services.moderator_mail import send_digests, tell
from leads.services.signing_up import request_magnet
from mailing.kinds import KINDS
from mailing.management.commands.mail_check import test_mail as system_mail
from mailing.models import Delivery
from privacy.links import ask as ask_for_own_data
from tests.comments.clock import at
from tests.comments.factories import FIRST, make_coach, make_comment, make_page
from tests.comments.test_moderator_mail import HOUR, wish
from tests.leads.gifts import last_link, make_magnet
from tests.leads.visitors import agreed

NASTY = "Zó\r\nBcc: iedereen@voorbeeld.example\r\nX-Zqx7: ja 🌊 <b>&amp; " + "heellang" * 6
LONG = "Een heel lang verhaal zonder einde. " * 400 + "aan" * 2000
ONE_OF_EACH = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version")
# Not yet sent at all, and the same two mails of a gift under another kind.
NOT_HERE = {"newsletter", "test"}
TO_READERS = ("confirm-sign-up", "gift", "comment-reply")
FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


def as_sent(mail: Email) -> tuple[bytes, EmailMessage]:
    raw = mail.email_message().message().as_bytes()
    return raw, message_from_bytes(raw, policy=policy.default)


class EveryMailTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        page = make_page(NASTY[:100].replace("\r\n", " "))
        cls.magnet = make_magnet(name=NASTY[:110])
        request_magnet(cls.magnet, "lezer@voorbeeld.nl", first_name=NASTY[:60])
        cls.confirm_link = last_link("aanmelden/bevestigen")
        nasty = {"author_name": NASTY[:80], "page_title": NASTY, "text": LONG + NASTY}
        cls.coach, eager = make_coach(), make_coach("lies")
        wish(cls.coach, "hourly")
        with at(FIRST):
            top = make_comment(page, 1, author_email="hanne@voorbeeld.example", **nasty)
            subscriptions.ask(top)
            notices.tell_writer_it_is_public(top, "x" * 43)
        cls.top, cls.page, cls.eager, cls.nasty = top, page, eager, nasty

    def setUp(self):
        self.client.post(self.confirm_link, agreed(self.magnet), headers=FROM_OUR_PAGE)
        link = re.search(r"/reacties/bevestigen/[\w-]+/", self.of_kind("comment-confirm").message)
        assert link
        with at(FIRST):
            self.client.post(link[0], headers=FROM_OUR_PAGE)
            answer = make_comment(self.page, 2, parent=self.top, thread=self.top, **self.nasty)
            notices.announce([answer])
            waiting = make_comment(self.page, 3, status="pending", danger="dood", **self.nasty)
            tell(waiting)
            make_comment(self.page, 4, status="pending", **self.nasty)
        send_digests(FIRST + 2 * HOUR)
        self.tell_owner()
        ask_for_own_data("lezer@voorbeeld.nl")

    def tell_owner(self) -> None:
        owner = User(pk=9, username=NASTY[:140], email="baas@voorbeeld.example")
        account_mails.tell_of_new_device(owner, NASTY, Method.PASSKEY)
        account_mails.tell_of_change(owner, NASTY)
        account_mails.send_new_password_link(owner.email, [owner])

    def of_kind(self, kind: str) -> Email:
        return Delivery.objects.filter(kind=kind).select_related("mail").latest("pk").mail

    def test_there_is_one_of_each_and_each_has_a_name(self):
        sent = set(Delivery.objects.values_list("kind", flat=True))
        assert sent == set(KINDS) - NOT_HERE

    def test_form(self):
        mails = [(mail.pk, *as_sent(mail)) for mail in Email.objects.all()]
        check = system_mail("post@voorbeeld.nl").message().as_bytes()
        mails.append((0, check, message_from_bytes(check, policy=policy.default)))
        for pk, raw, message in mails:
            with self.subTest(mail=pk, subject=message["Subject"]):
                assert [name for name in ONE_OF_EACH if len(message.get_all(name, [])) != 1] == []
                assert message["Bcc"] is None
                assert message["X-Zqx7"] is None
                assert max(len(line) for line in raw.splitlines()) <= 998
                assert message["Auto-Submitted"] == "auto-generated"
                text, html = message.get_body(("plain",)), message.get_body(("html",))
                assert text.get_content_charset() == html.get_content_charset() == "utf-8"
                assert len(text.get_content()) > 20
                self.check_text(text.get_content())
                self.check_html(html.get_content())

    def check_text(self, text: str) -> None:
        assert "{%" not in text
        assert "&lt;" not in text.replace("&amp;", "")
        assert not re.search(r"(?m)^/\w+/", text)

    def check_html(self, html: str) -> None:
        assert len(html.encode()) < 100_000
        assert not re.search(r"<(script|form|iframe|object|link|img)\b|\son\w+\s*=|url\(", html, re.I)
        for address in re.findall(r'(?:href|src)\s*=\s*["\']([^"\']*)', html):
            assert re.match(r"https?://|mailto:", address), address
        assert html.count('class="button"') <= 1

    def test_mail_to_readers_can_be_stopped_with_one_click(self):
        for kind in TO_READERS:
            with self.subTest(kind=kind):
                _, message = as_sent(self.of_kind(kind))
                assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
                address = re.fullmatch(r"<http://localhost(/[^>]+)>", message["List-Unsubscribe"].strip())
                assert address
                stopped = self.client.post(address[1], {"List-Unsubscribe": "One-Click"})
                assert stopped.status_code == 200
