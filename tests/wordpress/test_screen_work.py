"""A move from upload to report, done by the process that waits for such work."""

from unittest.mock import patch

from blog.models import ArticlePage
from leads.files import private_storage
from tests.wordpress.exports import export, item
from tests.wordpress.screens import ScreenTestCase
from wordpress import queue, work
from wordpress.models import Imported, Move

State = Move.State
# What the screen shows when nothing is chosen otherwise.
CHOICES = {"parent": "blog", "pictures": "later", "author-0-name": "Marijke van Dam"}


class MoveTestCase(ScreenTestCase):
    def look(self, content: bytes) -> Move:
        self.assertEqual(self.upload(content).status_code, 302)
        work.do_waiting()
        return Move.objects.latest("pk")

    def begin(self, job: Move) -> None:
        answer = self.client.post(self.address("show", job.pk), {**CHOICES, "begin": "1"})
        self.assertEqual(answer.status_code, 302)


class Story(MoveTestCase):
    def test_look_changes_nothing_and_taking_over_does(self):
        job = self.look(export([item(1, "Een"), item(2, "Twee", status="draft")]))
        self.assertEqual((job.state, job.reason), (State.LOOKED, ""))
        self.assertEqual((ArticlePage.objects.count(), Imported.objects.count()), (0, 0))
        self.assertContains(self.client.get(self.address("show", job.pk)), "Er is nog niets gebeurd")
        self.begin(job)
        self.assertEqual(work.do_waiting(), 1)
        job.refresh_from_db()
        self.assertEqual(job.state, State.DONE)
        self.assertEqual(dict(ArticlePage.objects.values_list("title", "live")), {"Een": True, "Twee": False})
        answer = self.client.get(self.address("show", job.pk), {"toon": "nieuw"})
        for page in ArticlePage.objects.all():
            self.assertContains(answer, f"/admin/pages/{page.pk}/edit/")
            self.assertEqual(page.owner, self.coach)
        self.assertNotContains(answer, "telt niet op")
        beside = self.client.get(self.address("side_by_side", job.pk))
        self.assertContains(beside, "1 van 2")

    def test_second_time_nothing_changes(self):
        content = export([item(1, "Een")])
        for _ in range(2):
            job = self.look(content)
            self.begin(job)
            work.do_waiting()
        job.refresh_from_db()
        self.assertEqual(job.report["counts"]["post"], {"known": 1})
        self.assertEqual(ArticlePage.objects.count(), 1)


class Broken(MoveTestCase):
    def test_what_breaks_off_tells_where_and_what_came_before_may_come(self):
        whole = export([item(1, "Een"), item(2, "Twee")])
        job = self.look(whole[: whole.index(b"Twee")])
        self.assertEqual(job.state, State.LOOKED)
        self.assertContains(self.client.get(self.address("show", job.pk)), "Het bestand is niet heel")
        self.begin(job)
        work.do_waiting()
        self.assertEqual(list(ArticlePage.objects.values_list("title", flat=True)), ["Een"])

    def test_file_that_has_gone_is_told(self):
        self.upload(export([item()]))
        job = Move.objects.get()
        private_storage().delete(job.export.name)
        work.do_waiting()
        job.refresh_from_db()
        self.assertEqual((job.state, job.reason), (State.FAILED, work.GONE))

    def test_who_lost_the_right_meanwhile_brings_nothing_in(self):
        job = self.look(export([item()]))
        self.begin(job)
        self.coach.groups.clear()
        work.do_waiting()
        job.refresh_from_db()
        self.assertEqual((job.state, job.reason), (State.FAILED, work.NO_RIGHT))
        self.assertEqual(ArticlePage.objects.count(), 0)

    def test_fault_of_ours_is_told_in_plain_words_and_the_next_has_its_turn(self):
        self.upload(export([item()]))
        self.upload(export([item()]))
        real, calls = work.take_over, []

        def stumble(*arguments, **named):
            calls.append(arguments)
            if len(calls) == 1:
                raise ZeroDivisionError
            return real(*arguments, **named)

        with patch("wordpress.work.take_over", stumble), self.assertLogs("wordpress", "ERROR"):
            self.assertEqual(work.do_waiting(), 1)
        states = list(Move.objects.order_by("pk").values_list("state", "reason"))
        self.assertEqual(states, [(State.FAILED, work.UNEXPECTED), (State.LOOKED, "")])


class Interrupted(MoveTestCase):
    def test_process_that_has_to_end_gives_it_back_and_the_next_goes_on(self):
        job = self.look(export([item(number, f"Stuk {number}") for number in range(1, 121)]))
        self.begin(job)
        told: list[int] = []

        def is_stopping() -> bool:
            told.append(ArticlePage.objects.count())
            return told[-1] >= 50

        work.do_waiting(is_stopping)
        job.refresh_from_db()
        self.assertEqual((job.state, job.tries), (State.WAITING, 0))
        self.assertTrue(0 < ArticlePage.objects.count() < 120)
        self.assertEqual(work.do_waiting(), 1)
        job.refresh_from_db()
        self.assertEqual((job.state, ArticlePage.objects.count()), (State.DONE, 120))
        self.assertEqual(sum(job.report["counts"]["post"].values()), 120)

    def test_coach_who_stops_it_keeps_what_came(self):
        job = self.look(export([item(number, f"Stuk {number}") for number in range(1, 121)]))
        self.begin(job)
        real = queue.tell

        def tell(job: Move, *arguments) -> bool:
            if ArticlePage.objects.count() >= 50:
                self.client.post(self.address("stop", job.pk))
            return real(job, *arguments)

        with patch("wordpress.queue.tell", tell):
            work.do_waiting()
        job.refresh_from_db()
        self.assertEqual(job.state, State.STOPPED)
        came = ArticlePage.objects.count()
        self.assertTrue(0 < came < 120)
        self.assertContains(self.client.get(self.address("show", job.pk)), "Ga verder")
        self.begin(job)
        work.do_waiting()
        self.assertEqual(ArticlePage.objects.count(), 120)
