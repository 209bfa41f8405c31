from django.db import IntegrityError, transaction
from django.test import TestCase

from comments.models import Comment, CommentAuthor, Report, Status
from tests.comments.factories import FIRST, make_comment, make_page


class Constraints(TestCase):
    def test_database_refuses_what_must_not_be(self):
        page = make_page()
        for wrong in (
            {"status": "hidden"},
            {"author_email": "Hanne@Voorbeeld.example"},
            {"author_url": "javascript:alert(1)"},
            {"author_url": "data:text/html,x"},
            {"learned_as": "eggs"},
        ):
            with self.subTest(wrong=wrong), self.assertRaises(IntegrityError), transaction.atomic():
                make_comment(page, **wrong)

    def test_deleting_an_article_keeps_its_reactions(self):
        page = make_page()
        comment = make_comment(page)
        page.delete()
        comment.refresh_from_db()
        self.assertEqual((comment.page, comment.page_title), (None, "Geen contact met je ex"))

    def test_one_reaction_a_page_is_pinned(self):
        page, other = make_page(), make_page("Ander artikel")
        make_comment(page, is_pinned=True)
        make_comment(other, 2, is_pinned=True)
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_comment(page, 3, is_pinned=True)

    def test_reader_reports_a_reaction_once_a_day(self):
        comment = make_comment(make_page())
        Report.objects.create(comment=comment, reason="spam", network_hash="n", day=FIRST.date())
        with self.assertRaises(IntegrityError), transaction.atomic():
            Report.objects.create(comment=comment, reason="other", network_hash="n", day=FIRST.date())
        Report.objects.create(comment=comment, reason="other", network_hash="m", day=FIRST.date())

    def test_address_that_wants_answers_stands_once_in_lower_case(self):
        CommentAuthor.objects.create(email="hanne@voorbeeld.example")
        for wrong in ("hanne@voorbeeld.example", "Hanne@voorbeeld.example"):
            with self.subTest(wrong=wrong), self.assertRaises(IntegrityError), transaction.atomic():
                CommentAuthor.objects.create(email=wrong)


class QueueOrder(TestCase):
    def test_danger_comes_first_then_reports_then_what_waits_the_longest(self):
        page = make_page()
        approved = make_comment(page, 1)
        late = make_comment(page, 9, status=Status.PENDING)
        early = make_comment(page, 5, status=Status.PENDING)
        reported = make_comment(page, 2, report_count=1)
        danger = make_comment(page, 8, status=Status.PENDING, danger="wil niet meer leven")
        judged = make_comment(page, 7, status=Status.SPAM, danger="wil niet meer leven", report_count=1)
        order = list(Comment.objects.waiting_first())
        self.assertEqual(order, [danger, reported, early, late, judged, approved])
        self.assertEqual(set(Comment.objects.needs_attention()), {danger, reported, early, late})
