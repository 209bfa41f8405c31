import logging
import socket
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import TestCase
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from mailing import delivery, line
from mailing.answers import ServerAway
from mailing.delivery import Courier, pause_before
from mailing.models import Delivery, MailServerState, OutboxMail, Suppression
from tests.mailing.queued import CONTEXT, queue
from tests.mailing.sink import Sink, free_port, smtp_settings


def status_of(mail: Email) -> int:
    return Email.objects.get(pk=mail.pk).status


def make_due() -> None:
    Email.objects.update(scheduled_time=None)


class SinkTestCase(TestCase):
    def setUp(self):
        self.sink = Sink()
        self.sink.start()
        self.addCleanup(self.sink.stop)
        self.enterContext(smtp_settings(self.sink.port))
        self.courier = self.new_courier()

    def new_courier(self) -> Courier:
        courier = Courier()
        self.addCleanup(courier.close)
        return courier


class SendTests(SinkTestCase):
    def test_waiting_mail_is_sent_once(self):
        mail = queue()

        assert self.courier.send_due() == 1
        assert self.courier.send_due() == 0

        assert self.sink.recipients == ["lezer@voorbeeld.nl"]
        assert self.sink.taken[0]["Message-ID"] == mail.message_id
        assert status_of(mail) == STATUS.sent

    def test_what_a_visitor_waits_for_goes_first(self):
        queue("later@voorbeeld.nl", priority="low")
        queue("eerst@voorbeeld.nl", priority="high")

        self.courier.send_due()

        assert self.sink.recipients == ["eerst@voorbeeld.nl", "later@voorbeeld.nl"]

    def test_mail_that_is_not_due_stays(self):
        mail = queue()
        Email.objects.update(scheduled_time=timezone.now() + timedelta(hours=1))

        assert self.courier.send_due() == 0
        assert status_of(mail) == STATUS.queued

    def test_stopping_lets_the_rest_wait(self):
        queue("een@voorbeeld.nl")
        queue("twee@voorbeeld.nl")
        answers = iter([False, True])

        self.courier.send_due(lambda: next(answers))

        assert self.sink.recipients == ["een@voorbeeld.nl"]

    def test_mail_of_another_app_is_sent_too(self):
        mail = queue()
        Delivery.objects.all().delete()

        self.courier.send_due()

        assert status_of(mail) == STATUS.sent

    def test_what_a_visitor_waits_for_does_not_wait_for_the_end_of_a_large_batch(self):
        for number in range(3 * delivery.BATCH_SIZE):
            queue(f"overzicht{number}@voorbeeld.nl", priority="low")
        self.courier.send_due()
        queue("nu@voorbeeld.nl", priority="high")

        while self.courier.send_due():
            pass

        assert self.sink.recipients.index("nu@voorbeeld.nl") == delivery.BATCH_SIZE

    def test_connection_serves_several_batches(self):
        for number in range(2 * delivery.BATCH_SIZE):
            queue(f"lezer{number}@voorbeeld.nl")

        while self.courier.send_due():
            pass

        assert len(self.sink.taken) == 2 * delivery.BATCH_SIZE
        assert len(self.sink.sessions) == 1

    def test_server_that_hung_up_meanwhile_is_called_again(self):
        queue("een@voorbeeld.nl")
        self.courier.send_due()
        self.sink.stop()
        self.sink.start_again()
        second = queue("twee@voorbeeld.nl")

        with patch.object(line, "ASK_AFTER_SECONDS", 0):
            self.courier.send_due()

        assert status_of(second) == STATUS.sent
        assert Email.objects.get(pk=second.pk).number_of_retries is None


class BadMailTests(SinkTestCase):
    def test_one_bad_mail_stops_no_other(self):
        queue("een@voorbeeld.nl")
        unbuildable = queue("stuk@voorbeeld.nl")
        Email.objects.filter(pk=unbuildable.pk).update(headers={"X-Stuk": "a\nb"})
        refused = queue("weg@voorbeeld.nl")
        self.sink.recipient_replies["weg@voorbeeld.nl"] = "550 5.1.1 no such user"
        queue("twee@voorbeeld.nl")

        self.courier.send_due()

        assert self.sink.recipients == ["een@voorbeeld.nl", "twee@voorbeeld.nl"]
        assert status_of(unbuildable) == STATUS.failed
        assert status_of(refused) == STATUS.failed

    def test_address_that_does_not_exist_gets_nothing_more(self):
        refused = queue("weg@voorbeeld.nl")
        self.sink.recipient_replies["weg@voorbeeld.nl"] = "550 5.1.1 no such user"

        self.courier.send_due()

        blocked = Suppression.objects.get()
        assert (blocked.scope, blocked.reason) == (Suppression.Scope.ALL, Suppression.Reason.BOUNCED)
        mail = OutboxMail.objects.with_last_error().get(pk=refused.pk)
        assert mail.why == "Teruggekomen: Het adres bestaat niet."

    def test_refusal_for_another_reason_blocks_nobody(self):
        for reply in ("550 5.7.1 blocked", "552 5.2.2 mailbox full", "550 5.1.8 bad sender", "550 no"):
            queue("lezer@voorbeeld.nl")
            self.sink.recipient_replies["lezer@voorbeeld.nl"] = reply
            self.courier.send_due()

        assert not Suppression.objects.exists()
        assert Email.objects.filter(status=STATUS.failed).count() == 4

    def test_reason_of_a_refusal_is_kept_for_the_coach(self):
        queue("weg@voorbeeld.nl")
        self.sink.recipient_replies["weg@voorbeeld.nl"] = "550 5.1.1 no such user"

        self.courier.send_due()

        assert OutboxMail.objects.with_last_error().get().last_error == "550 5.1.1 no such user"

    def test_mail_refused_for_good_fails_at_once(self):
        mail = queue()
        self.sink.replies["lezer@voorbeeld.nl"] = "554 5.7.1 spam"

        self.courier.send_due()

        assert status_of(mail) == STATUS.failed

    def test_mail_refused_for_now_is_sent_after_recovery(self):
        mail = queue()
        self.sink.replies["lezer@voorbeeld.nl"] = "451 4.7.1 try again later"
        self.courier.send_due()

        waiting = Email.objects.get(pk=mail.pk)
        assert waiting.status == STATUS.requeued
        assert waiting.scheduled_time > timezone.now()

        del self.sink.replies["lezer@voorbeeld.nl"]
        make_due()
        self.courier.send_due()

        assert status_of(mail) == STATUS.sent
        assert len(self.sink.taken) == 1

    def test_given_up_after_the_term(self):
        mail = queue()
        self.sink.replies["lezer@voorbeeld.nl"] = "451 4.7.1 try again later"
        Delivery.objects.update(give_up_at=timezone.now())

        self.courier.send_due()

        assert status_of(mail) == STATUS.failed

    def test_no_address_or_text_in_the_logs(self):
        queue("geheim-adres@voorbeeld.nl", context={**CONTEXT, "text": "geheime tekst"})
        self.sink.recipient_replies["geheim-adres@voorbeeld.nl"] = "550 <geheim-adres@voorbeeld.nl> unknown"

        with self.assertLogs(level=logging.DEBUG) as logs:
            self.courier.send_due()

        ours = str([line for line in logs.output if ":mail.log:" not in line])  # the sink's own log
        assert "not sent at attempt 1" in ours
        assert "geheim" not in ours


class KilledTests(SinkTestCase):
    def test_killed_before_recording_sends_one_duplicate_with_the_same_message_id(self):
        queue()
        with (
            patch.object(delivery, "record_sent", side_effect=KeyboardInterrupt),
            pytest.raises(KeyboardInterrupt),
        ):
            self.courier.send_due()

        self.new_courier().send_due()
        self.new_courier().send_due()

        assert len(self.sink.taken) == 2
        assert len({mail["Message-ID"] for mail in self.sink.taken}) == 1

    def test_database_away_after_sending_is_recorded_later_without_a_duplicate(self):
        mail = queue()
        with (
            patch.object(delivery, "record_sent", side_effect=OperationalError),
            pytest.raises(OperationalError),
        ):
            self.courier.send_due()

        self.courier.send_due()

        assert len(self.sink.taken) == 1
        assert status_of(mail) == STATUS.sent


class ServerAwayTests(TestCase):
    def test_refused_connection_leaves_all_mail_waiting(self):
        first, second = queue("een@voorbeeld.nl"), queue("twee@voorbeeld.nl")

        with smtp_settings(free_port()), pytest.raises(ServerAway):
            Courier().send_due()

        assert status_of(first) == STATUS.requeued
        assert MailServerState.objects.get().away_since
        assert status_of(second) == STATUS.queued
        assert "Connection refused" in Log.objects.get().message

    def test_silent_server_leaves_mail_waiting(self):
        mail = queue()
        silent = self.enterContext(socket.create_server(("127.0.0.1", 0)))
        with (
            smtp_settings(silent.getsockname()[1]),
            self.settings(EMAIL_TIMEOUT=0.2),
            pytest.raises(ServerAway),
        ):
            Courier().send_due()

        assert status_of(mail) == STATUS.requeued

    def test_sent_after_the_server_is_back(self):
        queue()
        sink = Sink()
        with smtp_settings(sink.port):
            with pytest.raises(ServerAway):
                Courier().send_due()
            sink.start()
            self.addCleanup(sink.stop)
            make_due()
            courier = Courier()
            courier.send_due()
            courier.close()

        assert sink.recipients == ["lezer@voorbeeld.nl"]
        assert MailServerState.objects.get().away_since is None


def test_pauses_grow_to_an_hour_with_jitter():
    with patch.object(delivery.random, "uniform", return_value=1.0):
        pauses = [pause_before(attempt).total_seconds() for attempt in (1, 2, 3, 8, 400)]
    assert pauses == [30, 60, 120, 3600, 3600]
    assert len({pause_before(1) for _ in range(20)}) > 1
