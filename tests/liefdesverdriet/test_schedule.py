"""The round that is done every twenty seconds."""

import threading
from datetime import datetime, timedelta
from unittest import mock, skipUnless
from zoneinfo import ZoneInfo

from django.db import OperationalError, connection
from django.test import TestCase
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page

from comments.models import Comment, Status
from leads.models import SignUp
from leads.services.signing_up import request_magnet
from liefdesverdriet import schedule
from operations.models import JobRun
from tests.comments.factories import FIRST, make_coach, make_comment, make_page
from tests.comments.test_moderator_mail import wish
from tests.leads.gifts import make_magnet

NIGHT = datetime(2026, 6, 1, 0, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
HOUR = timedelta(hours=1)


def make_planned(title: str, moment: datetime = FIRST) -> Page:
    """Make a page that is to appear then."""
    page = make_page(title, live=False)
    page.go_live_at = moment
    page.save_revision(approved_go_live_at=moment)
    return page


class Rounds(TestCase):
    def test_planned_page_appears_and_the_coach_is_told_what_waits(self):
        page = make_page()
        wish(make_coach(), "hourly")
        make_comment(page, 1, status=Status.PENDING)
        planned = make_planned("Morgen")

        schedule.run_due(FIRST + HOUR)

        self.assertTrue(Page.objects.get(pk=planned.pk).live)
        self.assertEqual(Email.objects.get().delivery.kind, "new-comments")

    def test_page_whose_time_is_over_goes(self):
        page = make_page(expire_at=FIRST)
        schedule.run_due(FIRST + HOUR)
        self.assertFalse(Page.objects.get(pk=page.pk).live)

    def test_what_is_planned_for_later_costs_a_look_alone(self):
        make_page(expire_at=timezone.now() + HOUR)
        make_planned("Morgen", timezone.now() + HOUR)
        with mock.patch.object(schedule, "call_command") as called:
            schedule.run_due(FIRST + HOUR)
        called.assert_not_called()

    def test_broken_page_is_reported_and_all_else_has_its_turn(self):
        wish(make_coach(), "hourly")
        make_comment(make_page(), 1, status=Status.PENDING)
        make_planned("Stuk")
        with (
            mock.patch.object(schedule, "call_command", side_effect=RuntimeError("broken page")),
            self.assertLogs("operations", "ERROR") as logged,
        ):
            schedule.run_due(FIRST + HOUR)
        self.assertIn("publishing", logged.output[0])
        self.assertEqual(Email.objects.count(), 1)
        failed = JobRun.objects.get(result=JobRun.Result.FAILED)
        self.assertEqual(failed.job, "publishing")
        self.assertRegex(failed.said, r"^RuntimeError in liefdesverdriet/schedule.py:\d+$")

    def test_failed_round_is_followed_by_the_next(self):
        stopping = threading.Event()
        rounds: list[int] = []

        def fail_once(**_: object) -> None:
            rounds.append(1)
            if len(rounds) == 1:
                raise OperationalError("the database is away")
            stopping.set()

        with (
            mock.patch.object(schedule, "run_due", fail_once),
            mock.patch.object(schedule, "close_old_connections"),
            mock.patch.object(connection, "close"),
            mock.patch.object(schedule, "EVERY_SECONDS", 0),
            mock.patch.object(schedule.background, "run"),
            self.assertLogs("liefdesverdriet", "ERROR"),
        ):
            schedule.run(stopping)
        self.assertEqual(len(rounds), 2)


class Jobs(TestCase):
    def test_each_has_a_name_of_its_own_and_words_for_the_coach(self):
        names = [job.name for job in schedule.JOBS]
        self.assertEqual(len(names), len(set(names)))
        for job in schedule.JOBS:
            self.assertLessEqual(len(job.name), 40)
            self.assertTrue(job.label[0].isupper(), job.label)
            self.assertTrue(job.description.endswith("."), job.description)

    def test_all_that_is_past_its_time_goes(self):
        make_comment(None, 0, status=Status.SPAM, created_at=NIGHT - timedelta(31))
        request_magnet(make_magnet(), "lezer@voorbeeld.example")
        SignUp.objects.update(requested_at=NIGHT - timedelta(8))
        Email.objects.update(created=NIGHT - timedelta(91), status=0)

        schedule.run_due(NIGHT)

        self.assertEqual((Comment.objects.count(), SignUp.objects.count()), (0, 0))
        self.assertEqual(Email.objects.get().message, "")
        self.assertFalse(JobRun.objects.exclude(result=JobRun.Result.DONE).exists())


@skipUnless(connection.vendor == "sqlite", "PostgreSQL counts by itself")
class Counting(TestCase):
    def test_sqlite_knows_after_a_day_how_its_rows_are_spread(self):
        for number in range(20):
            make_comment(None, number, status=Status.PENDING)
        schedule.run_due(NIGHT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'comments_comment' AND idx IS NOT NULL")
            counted = [int(stat.split()[0]) for (stat,) in cursor.fetchall()]
        self.assertEqual(max(counted), 20)
