"""Jobs have their turn once, whatever fails and however many schedulers there are."""

import threading
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine
from django.db import connection
from django.test import TestCase, TransactionTestCase

from operations import rounds
from operations.jobs import Job
from operations.models import JobRun
from operations.rounds import Rounds, SchedulerLock, ask_for
from tests.on_disk import on_disk

NIGHT = datetime(2026, 6, 1, 0, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
ROUND = timedelta(seconds=20)
HOUR = timedelta(hours=1)
Result = JobRun.Result


def job(name: str, work, **more) -> Job:
    return Job(name, name.capitalize(), "Doet iets.", work, **more)


def fail(now: datetime) -> None:
    raise ValueError("hanne@voorbeeld.example schreef iets")


class RoundsTestCase(TestCase):
    def setUp(self):
        self.told: list[datetime] = []
        self.daily = job("daily", self.told.append, daily=True)

    def do(self, now: datetime, *jobs: Job) -> bool:
        with time_machine.travel(now, tick=False):
            return Rounds().do(jobs or [self.daily], now)


class Daily(RoundsTestCase):
    def test_once_a_day_for_all_schedulers_of_one_database(self):
        for hours in (0, 1, 23):
            self.do(NIGHT + hours * HOUR)
        self.assertEqual(self.told, [NIGHT])
        self.do(NIGHT + 24 * HOUR)
        self.assertEqual(len(self.told), 2)
        self.assertEqual(list(JobRun.objects.values_list("result", flat=True)), ["done", "done"])

    def test_failure_is_tried_again_after_an_hour_and_no_more_than_three_times_a_day(self):
        tries: list[datetime] = []

        def fail_each_time(now: datetime) -> None:
            tries.append(now)
            raise ValueError

        with self.assertLogs("operations", "ERROR"):
            for minutes in range(0, 12 * 60, 20):
                self.do(NIGHT + timedelta(minutes=minutes), job("daily", fail_each_time, daily=True))
        self.assertEqual(tries, [NIGHT, NIGHT + HOUR, NIGHT + 2 * HOUR])

    def test_one_that_fails_stops_no_other_and_what_it_said_is_not_kept(self):
        with self.assertLogs("operations", "ERROR"):
            self.do(NIGHT, job("first", fail, daily=True), job("second", fail), self.daily)
        self.assertEqual(self.told, [NIGHT])
        for name in ("first", "second"):
            run = JobRun.objects.get(job=name)
            self.assertEqual(run.result, Result.FAILED)
            self.assertRegex(run.said, r"^ValueError in tests/operations/test_rounds.py:\d+$")

    def test_one_whose_process_was_killed_is_broken_off_and_tried_again(self):
        JobRun.objects.create(
            job="daily", result=Result.RUNNING, day=NIGHT.date(), started_at=NIGHT, seen_at=NIGHT
        )
        self.do(NIGHT + ROUND)
        self.assertEqual(self.told, [])
        self.assertEqual(JobRun.objects.get().result, Result.BROKEN_OFF)
        self.do(NIGHT + 2 * HOUR)
        self.assertEqual(len(self.told), 1)


class EachRound(RoundsTestCase):
    def test_runs_that_end_alike_are_one_row(self):
        works = job("works", self.told.append)
        for number in range(10):
            self.do(NIGHT + number * ROUND, works)
        self.assertEqual(len(self.told), 10)
        run = JobRun.objects.get()
        self.assertEqual((run.result, run.started_at, run.seen_at), (Result.DONE, NIGHT, NIGHT + 9 * ROUND))
        with self.assertLogs("operations", "ERROR"):
            self.do(NIGHT + 10 * ROUND, job("works", fail))
        self.do(NIGHT + 11 * ROUND, works)
        results = JobRun.objects.order_by("pk").values_list("result", flat=True)
        self.assertEqual(list(results), ["done", "failed", "done"])

    def test_round_where_nothing_changed_writes_nothing_within_a_minute(self):
        works = job("works", self.told.append)
        self.do(NIGHT, works)
        before = JobRun.objects.get().seen_at
        self.do(NIGHT + ROUND, works)
        self.assertEqual(JobRun.objects.get().seen_at, before)


class Asked(RoundsTestCase):
    def test_done_in_the_next_round_though_it_had_its_turn(self):
        self.do(NIGHT)
        self.assertTrue(ask_for(self.daily, NIGHT))
        self.assertFalse(ask_for(self.daily, NIGHT))
        self.assertTrue(rounds.is_asked())
        self.do(NIGHT + ROUND)
        self.assertEqual(len(self.told), 2)
        self.assertFalse(rounds.is_asked())
        self.do(NIGHT + 2 * ROUND)
        self.assertEqual(len(self.told), 2)


class Keeping(RoundsTestCase):
    def test_runs_of_long_ago_are_forgotten(self):
        self.do(NIGHT)
        self.do(NIGHT + timedelta(days=59))
        rounds.expire(NIGHT + timedelta(days=61))
        self.assertEqual(JobRun.objects.count(), 1)


class AtOnce(TransactionTestCase):
    """Two schedulers on one database."""

    # As all others: what one of them leaves behind would be in the way of the next.
    serialized_rollback = True

    def setUp(self):
        self.enterContext(on_disk())

    def test_one_scheduler_does_the_round_and_the_other_passes(self):
        at_it, may_go = threading.Event(), threading.Event()
        told: list[datetime] = []

        def slow(now: datetime) -> None:
            told.append(now)
            at_it.set()
            may_go.wait(30)

        def first() -> None:
            try:
                Rounds().do([job("slow", slow, daily=True)], NIGHT)
            finally:
                connection.close()

        thread = threading.Thread(target=first)
        thread.start()
        self.assertTrue(at_it.wait(30))
        self.assertFalse(Rounds().do([job("slow", slow, daily=True)], NIGHT))
        may_go.set()
        thread.join(30)
        self.assertTrue(Rounds().do([job("slow", slow, daily=True)], NIGHT))
        self.assertEqual(told, [NIGHT])

    def test_turn_of_the_day_is_taken_in_the_database_whatever_the_lock_says(self):
        told: list[datetime] = []
        daily = job("daily", told.append, daily=True)
        gate = threading.Barrier(4, timeout=30)

        class NoLock(SchedulerLock):
            def acquire(self) -> bool:
                gate.wait()
                return True

        def do() -> None:
            doing = Rounds()
            doing.lock = NoLock()
            try:
                doing.do([daily], NIGHT)
            finally:
                connection.close()

        threads = [threading.Thread(target=do) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        self.assertEqual(told, [NIGHT])

    def test_long_job_runs_beside_the_rounds_and_ends_with_the_scheduler(self):
        at_it, others = threading.Event(), []
        pause = threading.Event()

        def long(now: datetime, still_there) -> None:
            at_it.set()
            while True:
                still_there()
                pause.wait(0.01)

        jobs = [job("long", long, daily=True, beside=True), job("other", others.append)]
        doing = Rounds()
        doing.do(jobs, NIGHT)
        self.assertTrue(at_it.wait(30))
        doing.do(jobs, NIGHT + ROUND)
        self.assertEqual(others, [NIGHT, NIGHT + ROUND])
        self.assertEqual(JobRun.objects.get(job="long").result, Result.RUNNING)
        doing.stop(30)
        self.assertEqual(JobRun.objects.get(job="long").result, Result.BROKEN_OFF)

    def test_long_job_whose_process_is_gone_is_broken_off_when_it_is_silent(self):
        JobRun.objects.create(
            job="long", result=Result.RUNNING, day=NIGHT.date(), started_at=NIGHT, seen_at=NIGHT
        )
        long = job("long", lambda now, still_there: None, daily=True, beside=True)
        Rounds().do([long], NIGHT + timedelta(minutes=1))
        self.assertEqual(JobRun.objects.get().result, Result.RUNNING)
        Rounds().do([long], NIGHT + timedelta(minutes=3))
        self.assertEqual(JobRun.objects.get().result, Result.BROKEN_OFF)
