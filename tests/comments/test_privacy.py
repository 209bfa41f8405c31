from datetime import timedelta
from unittest import mock

from django.test import TestCase

from comments import privacy
from comments.models import Comment, Status
from tests.comments.factories import FIRST, make_comment, make_page

HANNE = "hanne@voorbeeld.example"


class Rights(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.mine = make_comment(
            cls.page, 1, author_email=HANNE, author_url="https://hanne.example", network_hash="a" * 64
        )
        cls.answer = make_comment(cls.page, 2, parent=cls.mine, text="Een antwoord van een ander")
        cls.waiting = make_comment(cls.page, 3, author_email=HANNE, status=Status.PENDING)
        cls.other = make_comment(cls.page, 4)

    def test_export_gives_a_person_all_their_reactions_and_no_one_elses(self):
        rows = privacy.export(" Hanne@Voorbeeld.EXAMPLE ")
        self.assertEqual([row["reactie"] for row in rows], [self.mine.text, self.waiting.text])
        self.assertEqual(rows[0]["artikel"], self.page.title)
        self.assertEqual(rows[0]["website"], "https://hanne.example")
        self.assertEqual(privacy.export(""), [])

    def test_export_outlives_the_article(self):
        self.page.delete()
        self.assertEqual(len(privacy.export(HANNE)), 2)
        self.assertEqual(privacy.export(HANNE)[0]["artikel"], "Geen contact met je ex")

    def test_erasing_keeps_the_thread_and_nothing_of_the_person(self):
        with mock.patch("comments.privacy.bump") as bump:
            self.assertEqual(privacy.erase("HANNE@voorbeeld.example"), 2)
        bump.assert_called_once_with()
        self.mine.refresh_from_db()
        self.answer.refresh_from_db()
        self.assertEqual((self.mine.author_name, self.mine.text), (privacy.ERASED_NAME, privacy.ERASED_TEXT))
        self.assertEqual((self.mine.author_email, self.mine.author_url, self.mine.network_hash), ("", "", ""))
        self.assertEqual((self.answer.parent, self.answer.text), (self.mine, "Een antwoord van een ander"))
        self.assertFalse(Comment.objects.filter(pk=self.waiting.pk).exists())
        self.assertEqual(privacy.export(HANNE), [])
        self.assertTrue(Comment.objects.filter(pk=self.other.pk, text=self.other.text).exists())

    def test_erasing_a_stranger_or_nobody_changes_nothing(self):
        make_comment(self.page, 9, author_email="", staff_label="Coach")
        for email in ("niemand@voorbeeld.example", "", "  "):
            self.assertEqual(privacy.erase(email), 0)
        self.assertEqual(Comment.objects.count(), 5)


class Retention(TestCase):
    def test_rejected_reactions_go_after_thirty_days_and_others_stay(self):
        page = make_page()
        old, new = FIRST - timedelta(days=31), FIRST - timedelta(days=29)
        spam = make_comment(page, 1, status=Status.SPAM, created_at=old)
        trash = make_comment(page, 2, status=Status.TRASH, created_at=old, decided_at=old)
        kept = [
            make_comment(page, 3, status=Status.TRASH, created_at=old, decided_at=new),
            make_comment(page, 4, status=Status.SPAM, created_at=new),
            make_comment(page, 5, status=Status.PENDING, created_at=old),
            make_comment(page, 6, created_at=old),
        ]
        answered = make_comment(page, 7, status=Status.TRASH, created_at=old, decided_at=old)
        reply = make_comment(page, 8, parent=answered, created_at=old)
        self.assertEqual(privacy.expire(FIRST), 3)
        self.assertFalse(Comment.objects.filter(pk__in=[spam.pk, trash.pk]).exists())
        self.assertEqual(Comment.objects.filter(pk__in=[comment.pk for comment in kept]).count(), 4)
        answered.refresh_from_db()
        self.assertEqual((answered.text, answered.author_email), (privacy.ERASED_TEXT, ""))
        self.assertTrue(Comment.objects.filter(pk=reply.pk, parent=answered).exists())
        self.assertEqual(privacy.expire(FIRST), 0)

    def test_network_traces_go_after_thirty_days(self):
        page = make_page()
        old = make_comment(page, 1, network_hash="a" * 64, created_at=FIRST - timedelta(days=31))
        new = make_comment(page, 2, network_hash="b" * 64, created_at=FIRST - timedelta(days=29))
        self.assertEqual(privacy.expire(FIRST), 1)
        self.assertEqual(
            list(Comment.objects.order_by("pk").values_list("network_hash", flat=True)), ["", "b" * 64]
        )
        self.assertLess(old.pk, new.pk)
