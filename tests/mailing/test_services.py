import email
import email.policy

import pytest
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from post_office.models import STATUS, Email
from wagtail.models import Site

from mailing.delivery import build
from mailing.models import Suppression
from mailing.services import lift_suppression, suppress
from tests.mailing.queued import CONTEXT, queue


def as_message(mail: Email) -> email.message.EmailMessage:
    return email.message_from_bytes(build(mail).message().as_bytes(), policy=email.policy.default)


class QueueMailTests(TestCase):
    def test_mail_waits_with_its_kind_and_term(self):
        mail = queue()

        assert mail.status == STATUS.queued
        assert mail.delivery.kind == "gift"
        assert mail.delivery.give_up_at > mail.created

    def test_mail_is_gone_when_the_callers_transaction_is(self):
        with transaction.atomic():
            queue()
            transaction.set_rollback(True)

        assert not Email.objects.exists()

    def test_both_parts_say_the_same_in_utf_8(self):
        message = as_message(queue())
        text, html = message.get_body(("plain",)), message.get_body(("html",))

        assert "Neem & houd de tijd." in text.get_content()
        assert "Neem &amp; houd de tijd." in html.get_content()
        assert {text.get_content_charset(), html.get_content_charset()} == {"utf-8"}

    def test_style_is_inlined_and_the_dark_twins_stay(self):
        html = queue().html_message

        assert '<a class="button"' in html
        assert "background: #ab4043" in html
        assert "prefers-color-scheme: dark" in html

    def test_headers_tell_that_no_person_wrote_this(self):
        assert as_message(queue())["Auto-Submitted"] == "auto-generated"

    def test_unsubscribe_headers_are_passed_on(self):
        headers = {
            "List-Unsubscribe": "<http://localhost/a/>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        message = as_message(queue(headers=headers))

        assert message["List-Unsubscribe"] == "<http://localhost/a/>"
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    def test_wrong_sender_in_the_settings_does_not_lose_a_mail(self):
        with self.settings(DEFAULT_FROM_EMAIL="post@127.0.0.1"):
            assert queue().status == STATUS.queued

    def test_mail_comes_from_the_practice_at_the_configured_address(self):
        for name, shown in (
            ("Tussentij", "Tussentij"),
            ("Café “Eb”, & co", "Café “Eb”, & co"),
            ('Eb" <ander@voorbeeld.nl>', 'Eb" <ander@voorbeeld.nl>'),
            ("Eb\r\nBcc: ander@voorbeeld.nl\x07", "Eb Bcc: ander@voorbeeld.nl"),
            ("Eb \\", "Eb \\"),
            ("", "liefdesverdriet"),
            ("x" * 255, "Post"),
        ):
            Site.objects.update(site_name=name)
            with self.subTest(name=name), self.settings(DEFAULT_FROM_EMAIL="Post <post@tussentij.nl>"):
                message = as_message(queue())
                (address,) = message["From"].addresses
                assert (address.display_name, address.addr_spec) == (shown, "post@tussentij.nl")
                assert message["Bcc"] is None

    def test_header_with_a_line_break_is_refused(self):
        with pytest.raises(ValueError, match="line break"):
            queue(headers={"X-Test": "a\r\nBcc: ander@voorbeeld.nl"})

    def test_line_break_in_a_subject_is_a_space(self):
        mail = queue(context={**CONTEXT, "subject": "Hier is Kaart\r\nBcc: ander@voorbeeld.nl"})

        assert mail.subject == "Hier is Kaart Bcc: ander@voorbeeld.nl"
        assert as_message(mail)["Bcc"] is None

    def test_template_code_in_a_value_is_not_run(self):
        mail = queue(context={**CONTEXT, "text": "{% now 'Y' %} {{ practice_name }}"})

        assert "{% now 'Y' %} {{ practice_name }}" in as_message(mail).get_body(("plain",)).get_content()

    def test_message_id_is_the_same_at_every_attempt(self):
        mail = queue()

        assert as_message(mail)["Message-ID"] == as_message(Email.objects.get(pk=mail.pk))["Message-ID"]
        assert as_message(mail)["Message-ID"] == mail.message_id


class SuppressionTests(TestCase):
    def test_suppressed_address_gets_nothing_whatever_its_case(self):
        suppress("Lezer@Voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)

        with pytest.raises(Email.DoesNotExist):
            queue(to="lezer@VOORBEELD.nl")

    def test_no_newsletter_still_lets_through_what_was_asked_for(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)

        assert queue().status == STATUS.queued

    def test_wider_block_is_not_narrowed(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.BOUNCED)
        suppress("lezer@voorbeeld.nl", Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)

        assert Suppression.objects.get().scope == Suppression.Scope.ALL

    def test_block_of_the_staff_is_not_the_readers_own_to_undo(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.UNSUBSCRIBED)
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.STAFF)

        assert not lift_suppression("lezer@voorbeeld.nl")
        assert Suppression.objects.get().reason == Suppression.Reason.STAFF

    def test_first_reason_for_no_mail_at_all_stays(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.BOUNCED)
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)

        assert Suppression.objects.get().reason == Suppression.Reason.BOUNCED

    def test_known_and_unknown_address_take_the_same_statements(self):
        for scope in Suppression.Scope:
            with self.subTest(scope=scope):
                statements = []
                for _ in range(2):
                    with CaptureQueriesContext(connection) as captured:
                        suppress(f"{scope}@voorbeeld.nl", scope, Suppression.Reason.UNSUBSCRIBED)
                    statements.append([query["sql"].split()[:3] for query in captured])
                assert statements[0] == statements[1]

    def test_only_a_hash_of_the_address_is_kept(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.STAFF)

        assert "lezer" not in str(Suppression.objects.values().get())
