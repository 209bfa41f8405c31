"""Mail leaves in even spaces, also after a restart and behind another worker."""

import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import TestCase, override_settings
from django.utils import timezone
from post_office.models import STATUS, Email

from mailing.delivery import Courier
from mailing.throttle import Throttle
from tests.mailing.queued import queue
from tests.mailing.sink import Sink, smtp_settings


class ThrottleTests(TestCase):
    def test_no_limit_means_no_pause_and_no_query(self):
        throttle = Throttle()

        with override_settings(MAIL_PER_MINUTE=0), self.assertNumQueries(0):
            throttle.count()

            assert throttle.pause() == 0

    @override_settings(MAIL_PER_MINUTE=6)
    def test_first_mail_of_a_quiet_site_leaves_at_once(self):
        assert Throttle().pause() == 0

    @override_settings(MAIL_PER_MINUTE=6)
    def test_space_follows_each_attempt(self):
        throttle = Throttle()
        throttle.count()

        assert throttle.pause() == pytest.approx(10, abs=1)

    @override_settings(MAIL_PER_MINUTE=6)
    def test_new_worker_waits_for_what_the_last_one_left_of_its_space(self):
        tried = queue()
        Email.objects.filter(pk=tried.pk).update(
            status=STATUS.sent, last_updated=timezone.now() - timedelta(seconds=4)
        )

        assert Throttle().pause() == pytest.approx(6, abs=1)

    @override_settings(MAIL_PER_MINUTE=6)
    def test_mail_that_only_waits_takes_no_space(self):
        queue()

        assert Throttle().pause() == 0

    @override_settings(MAIL_PER_MINUTE=6)
    def test_clock_that_was_set_back_costs_one_space_at_most(self):
        tried = queue()
        Email.objects.filter(pk=tried.pk).update(
            status=STATUS.failed, last_updated=timezone.now() + timedelta(hours=3)
        )

        assert Throttle().pause() == pytest.approx(10, abs=1)


class ThrottledSendingTests(TestCase):
    def setUp(self):
        self.sink = Sink()
        self.sink.start()
        self.addCleanup(self.sink.stop)
        self.enterContext(smtp_settings(self.sink.port))

    @override_settings(MAIL_PER_MINUTE=1)
    def test_batch_ends_after_the_mail_that_fills_the_space(self):
        for number in range(3):
            queue(f"lezer{number}@voorbeeld.nl")
        courier = Courier()
        self.addCleanup(courier.close)

        assert [courier.send_due(), courier.send_due()] == [1, 0]
        assert len(self.sink.taken) == 1

    @override_settings(MAIL_PER_MINUTE=240)
    def test_all_leave_in_the_end_and_never_closer_than_a_space(self):
        for number in range(5):
            queue(f"lezer{number}@voorbeeld.nl")
        began = time.monotonic()

        call_command("worker", "--once")

        assert len(self.sink.taken) == 5
        # Four spaces of a quarter of a second lie between five mails, however quick the machine.
        assert time.monotonic() - began >= 4 * 60 / 240
