"""Guarantee S11: no words of a visitor or of the coach become a header of a mail, or a further recipient."""

import re
from email import message_from_bytes, policy

from django.contrib.auth import get_user_model
from django.test import TestCase, override_settings
from post_office.models import Email
from wagtail.models import Site

from comments.models import Comment, CommentSettings
from leads.forms import SignUpForm
from leads.models import LeadMagnet
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from mailing.delivery import build
from tests.blog.factories import make_site
from tests.comments.factories import make_coach, typed
from tests.leads.gifts import make_magnet

# All that str.splitlines() and mail programs may take for the end of a line.
BREAKS = ["\r\n", "\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
BREAK = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
SECOND_ADDRESSES = [
    "hanne@voorbeeld.example, dief@evil.example",
    "hanne@voorbeeld.example;dief@evil.example",
    "hanne@voorbeeld.example dief@evil.example",
    "Hanne <hanne@voorbeeld.example>, dief@evil.example",
    '"hanne@voorbeeld.example, dief"@evil.example',
    "hanne@voorbeeld.example?bcc=dief@evil.example",
    "hanne@voorbeeld.example%0d%0aBcc:dief@evil.example",
    "=?utf-8?q?hanne=0d=0abcc=3a_dief?=@evil.example",
]
OURS = {
    "auto-submitted",
    "content-transfer-encoding",
    "content-type",
    "date",
    "from",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "message-id",
    "mime-version",
    "reply-to",
    "subject",
    "to",
    # The numbers of the reactions whose words a mail holds, so that they can be taken out of it again.
    "x-reactions",
}
NO_LIMITS = {action: [(100_000, 600)] for action in ("sign-up", "comment", "comment-report")}


def hostile(line_break: str, words: str = "Hanne") -> str:
    return f"{words}{line_break}Bcc: dief@evil.example{line_break}X-Evil: 1{line_break}{line_break}<p>evil"


def faults(mail: Email) -> list[str]:
    """Return what in a mail, written out as it is sent, did not come from us."""
    message = build(mail)
    written = message_from_bytes(message.message().as_bytes(), policy=policy.default)
    names = [name.lower() for name in written]
    found = [f"header {name}" for name in set(names) - OURS]
    found += [f"{name} twice" for name in set(names) if names.count(name) > 1]
    found += [f"a line break in {name}: {value!r}" for name, value in written.items() if BREAK.search(value)]
    if len(written["To"].addresses) != 1 or len(message.recipients()) != 1:
        found.append(f"to {message.recipients()}")
    # The practice's name stands in quotes before the sender's address, and may be anything that is one line.
    senders = [address.addr_spec for address in written["From"].addresses]
    return found + ([f"from {senders}"] if senders != ["post@localhost"] else [])


@override_settings(
    GUARD_LIMITS=NO_LIMITS,
    GUARD_ADDRESS_LIMITS=NO_LIMITS,
    GUARD_TOTAL_LIMITS=NO_LIMITS,
    GUARD_PROOF_OF_WORK="off",
)
class MailHeaderTests(TestCase):
    def post(self, address: str, values: dict[str, str]) -> int:
        answer = self.client.post(address, values, headers={"Sec-Fetch-Site": "same-origin"})
        return answer.status_code

    def assert_harmless(self, at_least: int = 1) -> None:
        mails = list(Email.objects.all())
        assert len(mails) >= at_least, len(mails)
        assert {mail.pk: found for mail in mails if (found := faults(mail))} == {}

    def test_every_field_of_a_sign_up(self):
        magnet = make_magnet()
        good = {"email": "", "first_name": "", "newsletter": "on", "page": "", "placement": "landing"}
        good["stamp"] = SignUpForm(magnet=magnet).initial["stamp"]
        answers = set()
        for number, line_break in enumerate(BREAKS):
            for field in good:
                values = {**good, "email": f"hanne{number}{field}@voorbeeld.example"}
                values[field] = hostile(line_break, values[field])
                answers.add(self.post(magnet.get_absolute_url(), values))
        for address in SECOND_ADDRESSES:
            answers.add(self.post(magnet.get_absolute_url(), {**good, "email": address}))
        assert answers <= {303, 422}
        for token in re.findall(
            r"/aanmelden/bevestigen/([\w-]+)/", " ".join(Email.objects.values_list("message", flat=True))
        ):
            confirm(token)
        self.assert_harmless(at_least=10)

    def test_every_field_of_a_reaction(self):
        article = make_site().article(title="Stilte na de storm")
        coach = make_coach()
        CommentSettings.objects.update_or_create(pk=1, defaults={})
        answers = set()
        for number, line_break in enumerate(BREAKS):
            for field in ("name", "email", "website", "text", "parent"):
                values = typed(article, text=f"Ik wil niet meer leven, {number} {field}.")
                values[field] = hostile(line_break, values[field])
                answers.add(self.post(f"/reacties/{article.pk}/plaatsen/", values))
        for address in SECOND_ADDRESSES:
            values = typed(article, email=address, text=f"Ik wil niet meer leven, {address}.")
            answers.add(self.post(f"/reacties/{article.pk}/plaatsen/", values))
        assert answers <= {303, 422}, answers
        assert Comment.objects.exists()
        self.assert_harmless()
        assert {mail.to[0] for mail in Email.objects.all()} <= {
            coach.email,
            *get_user_model().objects.values_list("email", flat=True),
            *Comment.objects.values_list("author_email", flat=True),
        }

    def test_what_the_coach_names_things(self):
        """Past the admin's forms, which have one line for each of these."""
        subjects = ("name", "confirm_subject", "gift_subject", "confirm_text", "gift_text", "thanks_text")
        for number, line_break in enumerate(BREAKS):
            Site.objects.filter(is_default_site=True).update(site_name=hostile(line_break, "Praktijk"))
            gift = {field: hostile(line_break, f"De kaart {{weggever}} {number}")[:100] for field in subjects}
            magnet = make_magnet(slug=f"kaart-{number}", **gift)
            request_magnet(magnet, f"hanne{number}@voorbeeld.example")
        for token in re.findall(
            r"/aanmelden/bevestigen/([\w-]+)/", " ".join(Email.objects.values_list("message", flat=True))
        ):
            confirm(token)
        assert LeadMagnet.objects.count() == len(BREAKS)
        self.assert_harmless(at_least=2 * len(BREAKS))

    def test_titles_of_articles_and_names_of_writers(self):
        make_coach()
        site = make_site()
        for number, line_break in enumerate(BREAKS):
            article = site.article(title=hostile(line_break, f"Storm {number}"), slug=f"storm-{number}")
            values = typed(article, text=f"Ik wil niet meer leven, {number}.")
            assert self.post(f"/reacties/{article.pk}/plaatsen/", values) == 303
        self.assert_harmless(at_least=1)
