"""The round that is done every twenty seconds."""

import threading
from datetime import datetime, timedelta
from unittest import mock, skipUnless
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page

from comments.models import Comment, Status
from leads.models import SignUp
from leads.services.signing_up import request_magnet
from liefdesverdriet import schedule
from tests.comments.factories import FIRST, make_coach, make_comment, make_page
from tests.comments.test_moderator_mail import wish
from tests.leads.gifts import make_magnet

NIGHT = datetime(2026, 6, 1, 0, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
HOUR = timedelta(hours=1)


class Rounds(TestCase):
    def test_planned_page_appears_and_the_coach_is_told_what_waits(self):
        page = make_page()
        wish(make_coach(), "hourly")
        make_comment(page, 1, status=Status.PENDING)
        planned = make_page("Morgen", live=False)
        planned.go_live_at = FIRST
        planned.save_revision(approved_go_live_at=FIRST)

        schedule.run_due(FIRST + HOUR)

        self.assertTrue(Page.objects.get(pk=planned.pk).live)
        self.assertEqual(Email.objects.get().delivery.kind, "new-comments")

    def test_broken_page_is_reported_after_all_else_had_its_turn(self):
        wish(make_coach(), "hourly")
        make_comment(make_page(), 1, status=Status.PENDING)
        with (
            mock.patch.object(schedule, "call_command", side_effect=RuntimeError("broken page")),
            self.assertRaisesMessage(RuntimeError, "broken page"),
        ):
            schedule.run_due(FIRST + HOUR)
        self.assertEqual(Email.objects.count(), 1)

    def test_failed_round_is_followed_by_the_next(self):
        stopping = threading.Event()
        rounds: list[int] = []

        def fail_once() -> None:
            rounds.append(1)
            if len(rounds) == 1:
                raise RuntimeError("broken page")
            stopping.set()

        with (
            mock.patch.object(schedule, "run_due", fail_once),
            mock.patch.object(schedule, "close_old_connections"),
            mock.patch.object(schedule, "EVERY_SECONDS", 0),
            self.assertLogs("liefdesverdriet", "ERROR"),
        ):
            schedule.run(stopping)
        self.assertEqual(len(rounds), 2)


class Expiring(TestCase):
    def refused(self) -> Comment:
        return make_comment(
            None, Comment.objects.count(), status=Status.SPAM, created_at=NIGHT - timedelta(31)
        )

    def test_all_that_is_past_its_time_goes(self):
        self.refused()
        request_magnet(make_magnet(), "lezer@voorbeeld.example")
        SignUp.objects.update(requested_at=NIGHT - timedelta(8))
        Email.objects.update(created=NIGHT - timedelta(91), status=0)

        schedule.do_daily(NIGHT)

        self.assertEqual((Comment.objects.count(), SignUp.objects.count()), (0, 0))
        self.assertEqual(Email.objects.get().message, "")

    def test_once_a_day_also_where_processes_share_a_cache(self):
        schedule.do_daily(NIGHT)
        self.refused()
        schedule.do_daily(NIGHT + 23 * HOUR)
        self.assertEqual(Comment.objects.count(), 1)
        schedule.do_daily(NIGHT + 24 * HOUR)
        self.assertEqual(Comment.objects.count(), 0)

    def test_process_with_a_cache_of_its_own_does_no_harm(self):
        self.refused()
        for _ in range(2):
            cache.clear()
            schedule.do_daily(NIGHT)
        self.assertEqual(Comment.objects.count(), 0)

    def test_one_that_fails_stops_no_other(self):
        def fail(now: datetime) -> int:
            raise RuntimeError("broken")

        self.refused()
        with (
            mock.patch.object(schedule, "DAILY", {"aaa": fail, **schedule.DAILY}),
            self.assertLogs("liefdesverdriet", "ERROR") as logged,
        ):
            schedule.do_daily(NIGHT)
        self.assertIn("daily chore aaa", logged.output[0])
        self.assertEqual(Comment.objects.count(), 0)

    def test_round_expires_too(self):
        self.refused()
        schedule.run_due(timezone.now() + timedelta(400))
        self.assertEqual(Comment.objects.count(), 0)


@skipUnless(connection.vendor == "sqlite", "PostgreSQL counts by itself")
class Counting(TestCase):
    def test_sqlite_knows_after_a_day_how_its_rows_are_spread(self):
        for number in range(20):
            make_comment(None, number, status=Status.PENDING)
        schedule.do_daily(NIGHT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'comments_comment' AND idx IS NOT NULL")
            counted = [int(stat.split()[0]) for (stat,) in cursor.fetchall()]
        self.assertEqual(max(counted), 20)
