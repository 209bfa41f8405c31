from datetime import timedelta
from unittest import mock, skipUnless

from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, Learned, Report, SpamFeature, Status
from comments.services import decisions
from comments.services.writers import change
from tests.comments.factories import FIRST, make_coach, make_comment, make_page, submit


class Judging(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()

    def test_cached_pages_are_renewed_when_something_appears_or_disappears(self):
        for before, after, renewed in (
            ("pending", "approved", True),
            ("approved", "trash", True),
            ("approved", "pending", True),
            ("pending", "spam", False),
            ("spam", "trash", False),
            ("approved", "approved", False),
        ):
            comment = make_comment(self.page, status=before)
            with (
                self.subTest(before=before, after=after),
                mock.patch("comments.services.decisions.bump") as bump,
            ):
                decisions.set_status([comment], after, self.coach)
                self.assertEqual(bump.called, renewed)

    def test_decision_and_its_record_stand_or_fall_together(self):
        comment = make_comment(self.page, status=Status.PENDING)
        with (
            mock.patch("comments.services.decisions.bump", side_effect=RuntimeError),
            self.assertRaises(RuntimeError),
        ):
            decisions.set_status([comment], Status.APPROVED, self.coach)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.events.count()), (Status.PENDING, 0))

    def test_event_remembers_the_name_when_the_account_is_gone(self):
        comment = make_comment(self.page, status=Status.PENDING)
        decisions.answer_and_approve(comment, "Dag Hanne.", self.coach)
        self.coach.delete()
        self.assertEqual(comment.events.get().user_name, "Marit van Wezel")
        reply = comment.replies.get()
        self.assertEqual(
            (reply.author_name, reply.is_staff, reply.staff_author), ("Marit van Wezel", True, None)
        )

    def test_readers_never_see_the_name_that_a_coach_logs_in_with(self):
        nameless = make_coach("joost", first_name="", last_name="")
        comment = make_comment(self.page, status=Status.PENDING)
        decisions.answer_and_approve(comment, "Dag Hanne.", nameless)
        self.assertEqual(comment.replies.get().author_name, "De coach")
        self.assertEqual(comment.events.get().user_name, "joost")

    def test_withdrawn_reaction_is_never_shown_again(self):
        comment = make_comment(self.page, status=Status.TRASH, withdrawn_at=FIRST)
        self.assertEqual(decisions.set_status([comment], Status.APPROVED, self.coach), [])
        comment.refresh_from_db()
        self.assertEqual(comment.status, Status.TRASH)

    def test_withdrawn_reaction_never_waits_again(self):
        comment = make_comment(self.page, status=Status.TRASH, withdrawn_at=FIRST)
        self.assertEqual(decisions.set_status([comment], Status.PENDING, self.coach), [])
        comment.refresh_from_db()
        self.assertEqual(comment.status, Status.TRASH)

    def test_withdrawn_reaction_asks_for_no_attention(self):
        make_comment(self.page, 1, status=Status.PENDING, withdrawn_at=FIRST)
        make_comment(self.page, 2, report_count=1, withdrawn_at=FIRST)
        self.assertFalse(Comment.objects.needs_attention().exists())

    def test_words_that_nobody_read_are_not_judged(self):
        read, changed = [make_comment(self.page, number, status=Status.PENDING) for number in (1, 2)]
        seen = {comment.pk: comment.fingerprint for comment in (read, changed)}
        Comment.objects.filter(pk=changed.pk).update(text="Koop nu.")
        events = decisions.set_status([read, changed], Status.APPROVED, self.coach, seen=seen)
        self.assertEqual([event.comment for event in events], [read])
        changed.refresh_from_db()
        self.assertEqual(changed.status, Status.PENDING)
        with self.assertRaises(decisions.ChangedMeanwhile):
            decisions.answer_and_approve(changed, "Dag.", self.coach, seen=seen)
        self.assertFalse(changed.replies.exists())

    def test_no_answer_appears_under_what_is_gone(self):
        for number, fields in enumerate(
            ({"withdrawn_at": FIRST}, {"withdrawn_at": FIRST, "status": Status.TRASH}, {"page": None}), 1
        ):
            comment = make_comment(self.page, number)
            Comment.objects.filter(pk=comment.pk).update(**fields)
            with self.subTest(fields=fields), self.assertRaises(decisions.CannotAnswer):
                decisions.answer_and_approve(comment, "Dag Hanne.", self.coach)
            self.assertFalse(comment.replies.exists())
            self.assertFalse(comment.events.exists())

    def test_pin_falls_off_with_the_reaction(self):
        comment = make_comment(self.page, is_pinned=True)
        decisions.set_status([comment], Status.PENDING, self.coach)
        comment.refresh_from_db()
        self.assertFalse(comment.is_pinned)


class Undoing(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()

    def decide(self, comment, status):
        return decisions.set_status([comment], status, self.coach)

    def test_only_the_last_decision_is_taken_back(self):
        comment = make_comment(self.page, status=Status.PENDING)
        first = self.decide(comment, Status.TRASH)
        self.decide(comment, Status.APPROVED)
        self.decide(comment, Status.TRASH)
        self.assertEqual(decisions.undo(first, self.coach), [])
        comment.refresh_from_db()
        self.assertEqual(comment.status, Status.TRASH)

    def test_twice_is_once(self):
        comment = make_comment(self.page, status=Status.PENDING)
        events = self.decide(comment, Status.TRASH)
        self.assertEqual(len(decisions.undo(events, self.coach)), 1)
        self.assertEqual(decisions.undo(events, self.coach), [])

    def test_words_that_came_after_the_decision_are_not_published_by_undoing_it(self):
        comment = make_comment(self.page)
        events = self.decide(comment, Status.PENDING)
        now = FIRST + timedelta(minutes=5)
        change(comment, text="Andere woorden.", name="Lezer 1", now=now, network="n")
        self.assertEqual(decisions.undo(events, self.coach), [])
        comment.refresh_from_db()
        self.assertEqual(comment.status, Status.PENDING)


@skipUnless(connection.features.has_select_for_update, "this database locks no rows")
class Locking(TestCase):
    def test_judging_does_not_hold_up_rows_that_refer_to_a_reaction(self):
        comment = make_comment(make_page(), status=Status.PENDING)
        with CaptureQueriesContext(connection) as queries:
            decisions.undo(decisions.set_status([comment], Status.APPROVED, make_coach()), None)
        locks = [one["sql"] for one in queries if "comments_comment" in one["sql"] and " FOR " in one["sql"]]
        self.assertTrue(locks)
        for sql in locks:
            self.assertIn("FOR NO KEY UPDATE", sql)


class Reports(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()

    def reported(self, **fields):
        comment = make_comment(self.page, report_count=1, **fields)
        Report.objects.create(comment=comment, reason="hurtful", day=FIRST.date())
        return comment

    def test_reaction_that_may_stay_is_out_of_the_queue_and_still_shown(self):
        comment = self.reported()
        self.assertTrue(decisions.handle_reports(comment, self.coach))
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.report_count), (Status.APPROVED, 0))
        self.assertIsNotNone(comment.reports.get().handled_at)
        self.assertEqual(comment.events.get().action, "reports_handled")

    def test_handling_twice_records_once(self):
        comment = self.reported()
        decisions.handle_reports(comment, self.coach)
        self.assertFalse(decisions.handle_reports(comment, self.coach))
        self.assertEqual(comment.events.count(), 1)

    def test_removing_a_reported_reaction_deals_with_its_reports(self):
        comment = self.reported()
        decisions.set_status([comment], Status.TRASH, self.coach)
        comment.refresh_from_db()
        self.assertEqual(comment.report_count, 0)
        self.assertIsNotNone(comment.reports.get().handled_at)


class Teaching(TestCase):
    """The filter learns from what a person decides, and unlearns it when they decide otherwise."""

    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()

    def totals(self):
        row = SpamFeature.objects.filter(feature=SpamFeature.TOTALS).first()
        return (row.spam, row.ham) if row else (0, 0)

    def test_each_decision_is_learned_once_and_follows_the_last(self):
        comment = make_comment(self.page, status=Status.PENDING)
        for status, learned, totals in (
            (Status.SPAM, Learned.SPAM, (1, 0)),
            (Status.APPROVED, Learned.HAM, (0, 1)),
            (Status.APPROVED, Learned.HAM, (0, 1)),
            (Status.PENDING, "", (0, 0)),
            (Status.SPAM, Learned.SPAM, (1, 0)),
            (Status.TRASH, "", (0, 0)),
        ):
            decisions.set_status([comment], status, self.coach)
            comment.refresh_from_db()
            self.assertEqual((comment.learned_as, self.totals()), (learned, totals), status)

    def test_undone_decision_is_unlearned(self):
        comment = make_comment(self.page, status=Status.PENDING)
        events = decisions.set_status([comment], Status.SPAM, self.coach)
        decisions.undo(events, self.coach)
        self.assertEqual(self.totals(), (0, 0))

    def test_what_the_filter_set_apart_by_itself_teaches_nothing(self):
        cache.clear()
        submit(self.page, trapped=True)
        self.assertEqual(self.totals(), (0, 0))

    def test_answers_of_the_coach_teach_nothing(self):
        decisions.answer_and_approve(make_comment(self.page), "Dag Hanne.", self.coach)
        self.assertEqual(self.totals(), (0, 0))
