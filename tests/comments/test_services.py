from unittest import mock

from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import TestCase, override_settings

from comments import services
from comments.models import Comment, CommentEvent, Status
from guard.limits import LimitReached
from tests.comments.factories import make_coach, make_comment, make_page


def submit(page, **fields):
    values = {
        "parent": None,
        "name": "Hanne",
        "email": "hanne@voorbeeld.example",
        "website": "",
        "text": "Dank.",
    }
    return services.submit_comment(page=page, network="n", **{**values, **fields})


class Submitting(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def setUp(self):
        cache.clear()

    def test_equal_words_are_kept_once(self):
        first = submit(self.page)
        self.assertEqual(submit(self.page), first)
        self.assertEqual(submit(self.page, trapped=True), first)
        self.assertEqual((Comment.objects.count(), CommentEvent.objects.count()), (1, 1))

    def test_other_words_writer_page_or_thread_are_something_else(self):
        first = submit(self.page)
        submit(self.page, text="Dank!")
        submit(self.page, email="wout@voorbeeld.example")
        submit(self.page, parent=first)
        submit(make_page("Ander artikel"))
        self.assertEqual(Comment.objects.count(), 5)

    def test_same_words_may_come_again_after_the_trash(self):
        services.set_status([submit(self.page)], Status.TRASH, make_coach())
        submit(self.page)
        self.assertEqual(sorted(Comment.objects.values_list("status", flat=True)), ["pending", "trash"])

    def test_what_comes_back_from_the_trash_beside_its_equal_breaks_nothing(self):
        coach = make_coach()
        first = submit(self.page)
        services.set_status([first], Status.TRASH, coach)
        second = submit(self.page)
        services.set_status([first], Status.PENDING, coach)
        services.set_status([second], Status.APPROVED, coach)
        self.assertEqual(submit(self.page), second)
        self.assertEqual(Comment.objects.count(), 2)

    @override_settings(GUARD_LIMITS={"comment": [(1, 600)]})
    def test_beyond_the_limit_nothing_is_kept(self):
        submit(self.page)
        with self.assertRaises(LimitReached):
            submit(self.page, text="Nog iets")
        self.assertEqual((Comment.objects.count(), CommentEvent.objects.count()), (1, 1))

    def test_new_reaction_does_not_touch_what_readers_see(self):
        with mock.patch("comments.services.bump") as bump:
            submit(self.page)
        bump.assert_not_called()


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
            with self.subTest(before=before, after=after), mock.patch("comments.services.bump") as bump:
                services.set_status([comment], after, self.coach)
                self.assertEqual(bump.called, renewed)

    def test_decision_and_its_record_stand_or_fall_together(self):
        comment = make_comment(self.page, status=Status.PENDING)
        with (
            mock.patch("comments.services.bump", side_effect=RuntimeError),
            self.assertRaises(RuntimeError),
        ):
            services.set_status([comment], Status.APPROVED, self.coach)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.events.count()), (Status.PENDING, 0))

    def test_event_remembers_the_name_when_the_account_is_gone(self):
        comment = make_comment(self.page, status=Status.PENDING)
        services.answer_and_approve(comment, "Dag Hanne.", self.coach)
        self.coach.delete()
        self.assertEqual(comment.events.get().user_name, "Marit van Wezel")
        reply = comment.replies.get()
        self.assertEqual(
            (reply.author_name, reply.is_staff, reply.staff_author), ("Marit van Wezel", True, None)
        )

    def test_coach_without_a_name_signs_with_the_user_name(self):
        nameless = make_coach("joost", first_name="", last_name="")
        self.assertEqual(services.display_name(nameless), "joost")


class Constraints(TestCase):
    def test_database_refuses_what_must_not_be(self):
        page = make_page()
        for wrong in (
            {"status": "hidden"},
            {"author_email": "Hanne@Voorbeeld.example"},
            {"author_url": "javascript:alert(1)"},
            {"author_url": "data:text/html,x"},
        ):
            with self.subTest(wrong=wrong), self.assertRaises(IntegrityError), transaction.atomic():
                make_comment(page, **wrong)

    def test_deleting_an_article_keeps_its_reactions(self):
        page = make_page()
        comment = make_comment(page)
        page.delete()
        comment.refresh_from_db()
        self.assertEqual((comment.page, comment.page_title), (None, "Geen contact met je ex"))
