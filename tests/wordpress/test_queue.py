"""Who does a move: one at a time, gone on with after a kill, given up after three tries; its file goes."""

import threading
from datetime import timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import connection
from django.test import TestCase, TransactionTestCase
from django.utils import timezone

import privacy.erasures
import privacy.retention
from blog.roles import COACH, create_roles
from leads.files import private_storage
from tests.blog.users import user_in
from tests.on_disk import on_disk
from tests.wordpress.exports import comment, export, item
from wordpress import queue
from wordpress.models import Move
from wordpress.models.job import FOLDER

State = Move.State


def make_move(state: str = State.LOOK, content: bytes | None = None, **values: object) -> Move:
    return Move.objects.create(
        source="oud.xml",
        export=ContentFile(export([item()]) if content is None else content, name="oud.xml"),
        state=state,
        **values,
    )


def lose_its_process() -> None:
    Move.objects.update(taken_until=timezone.now() - timedelta(seconds=1))


class Claiming(TestCase):
    def test_look_and_taking_over_are_told_apart(self):
        first = make_move()
        claimed = queue.claim()
        self.assertEqual((claimed.pk, claimed.state), (first.pk, State.LOOKING))
        self.assertTrue(queue.finish(claimed, {"read": {"post": 1}}))
        first.refresh_from_db()
        self.assertEqual(
            (first.state, first.report, first.taken_by), (State.LOOKED, {"read": {"post": 1}}, "")
        )
        self.assertTrue(queue.begin(first, None))
        claimed = queue.claim()
        self.assertEqual(claimed.state, State.GOING)
        self.assertTrue(queue.finish(claimed, {"read": {"post": 1}}))
        first.refresh_from_db()
        self.assertEqual(first.state, State.DONE)

    def test_nothing_is_taken_over_that_nobody_looked_at(self):
        job = make_move(State.STOPPED)
        self.assertFalse(queue.begin(job, None))
        self.assertTrue(queue.look(job, None))

    def test_second_move_waits_until_the_first_has_ended(self):
        make_move()
        second = make_move()
        first = queue.claim()
        self.assertIsNone(queue.claim())
        queue.finish(first, {})
        self.assertEqual(queue.claim(), second)

    def test_another_goes_on_where_a_process_was_killed(self):
        make_move(State.WAITING)
        killed = queue.claim()
        self.assertIsNone(queue.claim(), "believed to be alive")
        lose_its_process()
        heir = queue.claim()
        self.assertEqual((heir.pk, heir.state), (killed.pk, State.GOING))
        self.assertFalse(queue.tell(killed, 1, 2, 1.0, ""), "who was taken for dead has no more say")
        self.assertFalse(queue.finish(killed, {"x": 1}))
        self.assertTrue(queue.tell(heir, 1, 2, 1.0, ""))

    def test_what_always_breaks_off_is_given_up_with_words_and_the_next_has_its_turn(self):
        job, other = make_move(State.WAITING), make_move()
        for _ in range(queue.MOST_TRIES):
            self.assertEqual(queue.claim(), job)
            lose_its_process()
        self.assertEqual(queue.claim(), other)
        job.refresh_from_db()
        self.assertEqual((job.state, job.reason), (State.FAILED, queue.BROKEN_OFF))

    def test_who_gets_on_is_not_given_up(self):
        job = make_move(State.WAITING)
        for done in range(1, queue.MOST_TRIES * 2):
            claimed = queue.claim()
            self.assertEqual(claimed, job)
            queue.tell(claimed, done, 10, 1.0, "")
            lose_its_process()
        self.assertEqual(queue.claim(), job)

    def test_process_that_has_to_end_gives_it_back_without_a_try(self):
        for state, doing in queue.ACTIVE.items():
            with self.subTest(state):
                job = make_move(state)
                claimed = queue.claim()
                self.assertEqual(claimed.state, doing)
                queue.give_back(claimed)
                job.refresh_from_db()
                self.assertEqual((job.state, job.tries, job.taken_by), (state, 0, ""))
                job.delete()

    def test_coach_stops_what_waits_and_what_is_going_on(self):
        job = make_move(State.WAITING, report={"read": {}})
        claimed = queue.claim()
        self.assertTrue(queue.stop(job))
        self.assertFalse(queue.tell(claimed, 1, 2, 1.0, ""))
        self.assertFalse(queue.lives(claimed))
        self.assertFalse(queue.stop(job), "it had ended already")
        self.assertTrue(queue.begin(job, None))
        self.assertTrue(queue.stop(job))
        self.assertIsNone(queue.claim())

    def test_beginning_twice_is_beginning_once(self):
        job = make_move(State.LOOKED, report={"read": {}})
        self.assertTrue(queue.begin(job, None, {"parent": "home"}))
        self.assertFalse(queue.begin(job, None, {"parent": "blog"}))
        job.refresh_from_db()
        self.assertEqual(job.options, {"parent": "home"})


class AtTheSameMoment(TransactionTestCase):
    def test_two_processes_never_have_one_move(self):
        with on_disk():
            for _ in range(2):
                make_move()
            got: list[Move | None] = []
            start = threading.Barrier(4)

            def try_it() -> None:
                start.wait()
                got.append(queue.claim())
                connection.close()

            threads = [threading.Thread(target=try_it) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(len([job for job in got if job]), 1)


class Going(TestCase):
    def test_exports_go_when_their_time_is_over_and_reports_later(self):
        job = make_move(State.DONE, report={"read": {"post": 1}})
        name = job.export.name
        now = timezone.now()
        with self.captureOnCommitCallbacks(execute=True):
            self.assertEqual(queue.expire(now + timedelta(days=13)), 0)
            self.assertEqual(queue.expire(now + timedelta(days=15)), 1)
        self.assertFalse(private_storage().exists(name))
        job.refresh_from_db()
        self.assertEqual((job.state, job.export.name, job.report), (State.DONE, "", {"read": {"post": 1}}))
        self.assertFalse(queue.begin(job, None), "without a file nothing begins")
        self.assertEqual(queue.expire(now + timedelta(days=91)), 1)
        self.assertFalse(Move.objects.exists())

    def test_what_waits_when_its_file_goes_says_why(self):
        job = make_move()
        with self.captureOnCommitCallbacks(execute=True):
            queue.expire(timezone.now() + timedelta(days=15))
        job.refresh_from_db()
        self.assertEqual((job.state, job.reason), (State.FAILED, queue.EXPIRED))

    def test_file_that_no_row_names_goes_and_one_that_just_came_stays(self):
        name = private_storage().save(f"{FOLDER}/verdwaald.xml", ContentFile(b"x"))
        queue.expire(timezone.now())
        self.assertTrue(private_storage().exists(name))
        queue.expire(timezone.now() + timedelta(days=2))
        self.assertFalse(private_storage().exists(name))

    def test_screen_of_terms_tells_of_exports(self):
        make_move()
        terms = dict(privacy.retention.expiring(timezone.now()))["Verhuizen"]
        self.assertEqual([(term.total, term.days, term.due) for term in terms], [(1, 14, 0)])


class Erased(TestCase):
    """Somebody has herself erased while an export in which she reacted stands there."""

    @classmethod
    def setUpTestData(cls):
        create_roles()
        cls.coach = user_in(COACH)

    def setUp(self):
        text = export([item(comments=[comment(5, email="Noor&Co@Lezer.Example")])])
        self.hers = make_move(State.WAITING, text)
        self.other = make_move(State.DONE, export([item()]))

    def erase(self, *arguments: str) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            privacy.erasures.erase(*arguments)

    def standing(self) -> list[bool]:
        return [Path(private_storage().path(job.export.name)).exists() for job in (self.hers, self.other)]

    def test_her_export_goes_and_others_stay(self):
        claimed = queue.claim()
        self.erase("noor&co@lezer.example")
        self.assertEqual(self.standing(), [False, True])
        self.assertFalse(queue.tell(claimed, 1, 2, 1.0, ""), "who was taking it over ends")
        self.hers.refresh_from_db()
        self.assertEqual(self.hers.state, State.FAILED)
        self.assertIn("laten wissen", self.hers.reason)
        self.assertNotIn("noor", self.hers.reason.lower())

    def test_somebody_who_is_not_in_it_lets_it_stand(self):
        self.erase("iemand@anders.example")
        self.assertEqual(self.standing(), [True, True])

    def test_stopping_newsletters_is_no_erasing_of_reactions(self):
        self.erase("noor&co@lezer.example", "subscriptions")
        self.assertEqual(self.standing(), [True, True])

    def test_in_letters_that_are_not_read_as_they_stand_nobody_is_looked_for(self):
        wide = make_move(State.DONE, export([item()]).decode().encode("utf-16"))
        self.erase("iemand@anders.example")
        wide.refresh_from_db()
        self.assertEqual(wide.export.name, "")

    def test_where_nobody_knows_who_it_was_all_go(self):
        erasure = privacy.erasures.Erasure(address_hash="0" * 64, what=privacy.erasures.What.ALL)
        with self.captureOnCommitCallbacks(execute=True):
            privacy.erasures._erase_everywhere([], erasure)
        self.assertEqual(self.standing(), [False, False])
