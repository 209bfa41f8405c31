import base64
import hashlib
import hmac
import json
import logging
from typing import Any
from unittest.mock import patch

from django.db import OperationalError
from django.http import HttpResponse
from django.test import TestCase
from post_office.models import Email, Log

from mailing import bounces, webhooks
from mailing.models import Delivery, OutboxMail, Suppression
from tests.mailing.provider import WEBHOOK_SECRET, provider_settings
from tests.mailing.queued import queue

LOGIN = "Basic " + base64.b64encode(WEBHOOK_SECRET.encode()).decode()


def event(kind: str, recipient: str = "lezer@voorbeeld.nl", **details: Any) -> dict[str, Any]:
    token, moment = "een", "1750000000"
    signature = hmac.new(b"sleutel", f"{moment}{token}".encode(), hashlib.sha256).hexdigest()
    return {
        "signature": {"token": token, "timestamp": moment, "signature": signature},
        "event-data": {"event": kind, "recipient": recipient, "timestamp": 1750000000.0, **details},
    }


def bounced(answer: str, mail: Email | None = None, **details: Any) -> dict[str, Any]:
    named = {"message": {"headers": {"message-id": mail.message_id.strip("<>")}}} if mail else {}
    status = {"message": answer, "code": 550}
    return event(
        "failed",
        **{"severity": "permanent", "reason": "bounce", "delivery-status": status, **named, **details},
    )


class WebhookTestCase(TestCase):
    def setUp(self):
        self.enterContext(provider_settings("http://127.0.0.1:9/v3"))
        self.address = webhooks.address()

    def tell(self, report: Any, address: str = "", login: str = LOGIN) -> HttpResponse:
        return self.client.post(
            address or self.address, json.dumps(report), "application/json", HTTP_AUTHORIZATION=login
        )


class BounceTests(WebhookTestCase):
    def test_hard_bounce_blocks_the_address_and_shows_beside_the_mail(self):
        mail = queue()

        assert self.tell(bounced("550 5.1.1 no such user", mail)).status_code == 200

        blocked = Suppression.objects.get()
        assert (blocked.scope, blocked.reason) == (Suppression.Scope.ALL, Suppression.Reason.BOUNCED)
        assert Delivery.objects.get().returned_at
        assert OutboxMail.objects.get().returned == "Het adres bestaat niet."

    def test_complaint_blocks_the_address(self):
        queue()

        self.tell(event("complained"))

        blocked = Suppression.objects.get()
        assert (blocked.scope, blocked.reason) == (Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)

    def test_what_may_mend_itself_is_only_written_down(self):
        mail = queue()

        self.tell(bounced("452 4.2.2 mailbox full", mail, severity="temporary"))
        self.tell(bounced("552 5.2.2 mailbox full", mail))
        self.tell(bounced("550 5.7.1 looks like spam", mail))

        assert not Suppression.objects.exists()
        assert Log.objects.filter(email=mail).count() == 3
        assert Delivery.objects.get().returned_at is None

    def test_same_report_twice_changes_nothing_more(self):
        mail = queue()
        self.tell(bounced("550 5.1.1 no such user", mail))
        first = Delivery.objects.get().returned_at

        self.tell(bounced("550 5.1.1 no such user", mail))

        assert Suppression.objects.count() == Log.objects.count() == 1
        assert Delivery.objects.get().returned_at == first

    def test_character_that_can_not_be_kept_is_left_out(self):
        mail = queue()

        assert self.tell(bounced("550 5.1.1 no\0body", mail)).status_code == 200

        assert Log.objects.get().message == "550 5.1.1 nobody"

    def test_report_about_a_mail_that_is_gone_still_blocks(self):
        self.tell(bounced("550 5.1.1 no such user"))

        assert Suppression.objects.count() == 1

    def test_other_events_are_passed_over(self):
        queue()
        for kind in ("delivered", "opened", "clicked", "unsubscribed", "iets-nieuws"):
            assert self.tell(event(kind)).status_code == 200

        assert not Suppression.objects.exists()
        assert not Log.objects.exists()


class DoorTests(WebhookTestCase):
    def test_wrong_secrets_are_refused(self):
        report = bounced("550 5.1.1 no such user")
        forged = bounced("550 5.1.1 no such user")
        forged["signature"]["signature"] = "0" * 64
        wrong = "Basic " + base64.b64encode(b"post:geraden").decode()

        assert self.tell(report, login=wrong).status_code == 403
        assert self.tell(report, login="").status_code == 403
        assert self.tell(forged).status_code == 403
        assert self.tell(report, "/post/geraden/mailgun/tracking/").status_code == 404
        assert self.tell(report, self.address.replace("mailgun", "postmark")).status_code == 404
        assert self.tell(report, self.address.replace("tracking", "inbound")).status_code == 404
        assert not Suppression.objects.exists()

    def test_without_a_secret_there_is_no_door(self):
        with self.settings(ANYMAIL={"MAILGUN_API_KEY": "sleutel"}):
            assert self.tell(event("complained"), "/post/-/mailgun/tracking/").status_code == 404

    def test_too_much_or_unreadable_is_refused(self):
        unreadable = self.client.post(self.address, "{", "application/json", HTTP_AUTHORIZATION=LOGIN)
        assert unreadable.status_code == 403
        too_much = bounced("x" * webhooks.MOST_BYTES)
        assert self.tell(too_much).status_code == 413
        nothing = event("failed")
        del nothing["event-data"]["event"]
        assert self.tell(nothing).status_code == 400

    def test_fault_of_ours_makes_the_provider_come_again(self):
        for error in (ValueError, KeyError, OperationalError):
            with (
                self.subTest(error=error),
                patch.object(bounces, "suppress", side_effect=error),
                self.assertLogs("mailing", "ERROR") as logs,
            ):
                assert self.tell(event("complained")).status_code == 500
                assert "lezer" not in str(logs.output)

        assert self.tell(event("complained")).status_code == 200
        assert Suppression.objects.count() == 1

    def test_answer_is_not_kept_and_sets_no_cookie(self):
        answer = self.tell(event("delivered"))

        assert "no-store" in answer["Cache-Control"]
        assert not answer.cookies

    def test_no_address_in_the_logs(self):
        mail = queue("geheim-adres@voorbeeld.nl")
        with self.assertLogs(level=logging.DEBUG) as logs:
            self.tell(
                bounced("550 5.1.1 <geheim-adres@voorbeeld.nl>", mail, recipient="geheim-adres@voorbeeld.nl")
            )
            self.tell(event("complained", recipient="geheim-adres@voorbeeld.nl"), login="Basic eDp5")

        assert "geheim" not in str(logs.output)
