import re
from datetime import timedelta
from unittest import mock

from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from post_office.models import Email

from comments.models import CommentAuthor, CommentEvent, ReplyNotice, ReplySubscription, Status
from comments.services import notices
from comments.services.decisions import answer_and_approve, set_status
from tests.comments.clock import at
from tests.comments.factories import FIRST, make_coach, make_comment, make_page

HANNE = "hanne@voorbeeld.example"
WOUT = "wout@voorbeeld.example"


class NoticeTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.top = make_comment(cls.page, 1, author_email=HANNE)
        cls.wish = cls.wants(cls.top)

    def setUp(self):
        cache.clear()

    @classmethod
    def wants(cls, comment, **fields) -> ReplySubscription:
        """Let the writer of a comment have confirmed that they want to hear of answers."""
        author, _ = CommentAuthor.objects.get_or_create(
            email=comment.author_email, defaults={"confirmed_at": FIRST}
        )
        return ReplySubscription.objects.create(
            **{"author": author, "comment": comment, "confirmed_at": FIRST, **fields}
        )

    def answer(self, number, parent=None, **fields):
        parent = parent or self.top
        return make_comment(self.page, number, parent=parent, thread=parent.thread or parent, **fields)

    def announce(self, *answers, now=FIRST):
        with at(now):
            notices.announce(answers)

    def mails(self, to=HANNE) -> list[Email]:
        return [mail for mail in Email.objects.order_by("pk") if mail.to == [to]]


class Announcing(NoticeTestCase):
    def test_answer_is_mailed_at_once_to_whoever_wants_it(self):
        answer = self.answer(2, author_name="Wout <b>", text="Sterkte & <i>liefs</i>.\n\nWout")
        self.announce(answer)
        (mail,) = self.mails()
        self.assertIn(f"http://localhost/reacties/{self.page.pk}/reactie/{answer.pk}/", mail.message)
        self.assertIn("Wout <b>", mail.message)
        self.assertIn("Sterkte & <i>liefs</i>.", mail.message)
        self.assertIn("Sterkte &amp; &lt;i&gt;liefs&lt;/i&gt;.", mail.html_message)
        self.assertNotIn("<i>", mail.html_message)
        self.assertEqual(mail.headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        stop = mail.headers["List-Unsubscribe"].strip("<>")
        self.assertIn(stop, mail.message)
        self.assertRegex(stop, r"^http://localhost/reacties/afmelden/[\w-]{43}/$")

    def test_coachs_answer_carries_the_badge(self):
        answer_and_approve(self.top, "Dag Hanne.", make_coach())
        (mail,) = self.mails()
        self.assertIn("Marit van Wezel (Coach)", mail.message)

    def test_everyone_above_hears_of_an_answer_deep_down(self):
        second = self.answer(2, author_email=WOUT)
        self.wants(second)
        third = self.answer(3, parent=second)
        self.announce(third)
        self.assertEqual((len(self.mails()), len(self.mails(WOUT))), (1, 1))
        beside = self.answer(4)
        self.announce(beside)
        self.assertEqual(ReplyNotice.objects.filter(answer=beside).get().subscription, self.wish)

    def test_nobody_is_told_of_their_own_words(self):
        self.announce(self.answer(2, author_email=HANNE))
        self.assertFalse(ReplyNotice.objects.exists())

    def test_who_wrote_two_of_those_above_gets_one_mail_with_it_once(self):
        second = self.answer(2, author_email=HANNE)
        self.wants(second)
        self.announce(self.answer(3, parent=second))
        (mail,) = self.mails()
        self.assertEqual(mail.message.count("Reactie nummer 3."), 1)

    def test_unconfirmed_stopped_and_other_conversations_are_not_told(self):
        for number, wish, author in (
            (10, {"confirmed_at": None}, {}),
            (11, {"stopped_at": FIRST}, {}),
            (12, {}, {"stopped_at": FIRST}),
            (13, {}, {"confirmed_at": None}),
        ):
            comment = make_comment(self.page, number)
            subscription = self.wants(comment, **wish)
            CommentAuthor.objects.filter(pk=subscription.author_id).update(**author)
            self.announce(self.answer(number + 10, parent=comment))
        self.announce(make_comment(self.page, 5))
        self.assertFalse(Email.objects.exists())

    def test_whose_own_reaction_is_not_shown_is_not_told(self):
        for number, fields in (
            (10, {"status": Status.PENDING}),
            (11, {"status": Status.TRASH}),
            (12, {"status": Status.SPAM}),
            (13, {"withdrawn_at": FIRST}),
        ):
            with self.subTest(fields=fields):
                comment = make_comment(self.page, number, **fields)
                self.wants(comment)
                self.announce(self.answer(number + 10, parent=comment))
                self.assertFalse(Email.objects.exists())

    def test_answer_is_told_once_however_often_it_is_approved(self):
        answer, coach = self.answer(2, status=Status.PENDING), make_coach()
        for status in (Status.APPROVED, Status.TRASH, Status.APPROVED):
            set_status([answer], status, coach)
        ReplyNotice.objects.update(settled_at=FIRST)
        self.announce(answer, now=FIRST + timedelta(days=1))
        self.assertEqual((len(self.mails()), ReplyNotice.objects.count()), (1, 1))

    def test_nothing_is_told_before_approval(self):
        answer = self.answer(2, status=Status.PENDING)
        self.assertFalse(Email.objects.exists())
        set_status([answer], Status.APPROVED, make_coach())
        self.assertEqual(len(self.mails()), 1)

    def test_notice_stands_or_falls_with_what_made_the_answer_visible(self):
        answer = self.answer(2, status=Status.PENDING)
        with (
            mock.patch("comments.services.notices.queue_mail", side_effect=RuntimeError),
            self.assertRaises(RuntimeError),
        ):
            set_status([answer], Status.APPROVED, make_coach())
        answer.refresh_from_db()
        self.assertEqual((answer.status, ReplyNotice.objects.count()), (Status.PENDING, 0))

    def test_number_of_queries_does_not_grow_with_the_conversation(self):
        def count(answer) -> int:
            ReplyNotice.objects.all().delete()
            CommentAuthor.objects.update(notified_at=None)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                self.announce(answer)
            return len(queries)

        parent = self.answer(2)
        first = count(self.answer(3, parent=parent))
        for number in range(4, 24):
            parent = self.answer(number, parent=parent)
        self.assertEqual(count(self.answer(30, parent=parent)), first)

    def test_conversation_that_goes_round_in_a_circle_ends(self):
        second = self.answer(2)
        type(second).objects.filter(pk=self.top.pk).update(parent=second, thread=self.top)
        self.announce(second)
        self.assertEqual(len(self.mails()), 1)


class Digest(NoticeTestCase):
    def setUp(self):
        super().setUp()
        self.announce(self.answer(2))

    def send(self, **later) -> int:
        return notices.send_due(FIRST + timedelta(**later))

    def test_further_answers_wait_for_one_mail_an_hour_later(self):
        answers = [self.answer(number) for number in (3, 4)]
        for answer in answers:
            self.announce(answer, now=FIRST + timedelta(minutes=5))
        self.assertEqual((self.send(minutes=59), len(self.mails())), (0, 1))
        self.assertEqual((self.send(minutes=60), len(self.mails())), (1, 2))
        mail = self.mails()[1]
        self.assertEqual(mail.subject, "Er zijn 2 antwoorden onder je reactie")
        self.assertLess(mail.message.index("nummer 3."), mail.message.index("nummer 4."))
        self.assertEqual((self.send(minutes=61), self.send(hours=3)), (0, 0))

    def test_what_disappeared_meanwhile_is_dropped(self):
        gone, withdrawn, stays = self.answer(3), self.answer(4), self.answer(5)
        self.announce(gone, withdrawn, stays, now=FIRST + timedelta(minutes=5))
        set_status([gone], Status.TRASH, make_coach())
        type(withdrawn).objects.filter(pk=withdrawn.pk).update(withdrawn_at=FIRST)
        self.send(hours=1)
        mail = self.mails()[1]
        self.assertIn("nummer 5.", mail.message)
        self.assertNotIn("nummer 3.", mail.message)
        self.assertNotIn("nummer 4.", mail.message)
        self.assertFalse(ReplyNotice.objects.filter(settled_at=None).exists())

    def test_answer_that_waited_again_when_mails_went_out_is_told_once_approved(self):
        answer, coach = self.answer(3), make_coach()
        self.announce(answer, now=FIRST + timedelta(minutes=5))
        with at(FIRST + timedelta(minutes=6)):
            set_status([answer], Status.PENDING, coach)
        self.assertEqual(self.send(hours=1), 0)
        with at(FIRST + timedelta(hours=2)):
            set_status([answer], Status.APPROVED, coach)
        self.assertIn("nummer 3.", self.mails()[1].message)
        self.assertEqual(self.send(hours=4), 0)

    def test_who_took_their_own_reaction_back_meanwhile_gets_nothing(self):
        self.announce(self.answer(3), now=FIRST + timedelta(minutes=5))
        set_status([self.top], Status.TRASH, make_coach())
        self.assertEqual((self.send(hours=1), len(self.mails())), (0, 1))

    def test_no_mail_when_nothing_is_left_and_the_next_answer_goes_at_once(self):
        gone = self.answer(3)
        self.announce(gone, now=FIRST + timedelta(minutes=5))
        set_status([gone], Status.TRASH, make_coach())
        self.assertEqual(self.send(hours=1), 0)
        self.announce(self.answer(4), now=FIRST + timedelta(minutes=61))
        self.assertEqual(len(self.mails()), 2)

    def test_who_stopped_meanwhile_gets_nothing(self):
        self.announce(self.answer(3), now=FIRST + timedelta(minutes=5))
        ReplySubscription.objects.update(stopped_at=FIRST)
        self.assertEqual((self.send(hours=1), len(self.mails())), (0, 1))

    def test_mail_about_two_conversations_can_stop_each_and_both(self):
        other = make_comment(self.page, 20, author_email=HANNE)
        self.wants(other)
        self.announce(self.answer(3), self.answer(21, parent=other), now=FIRST + timedelta(minutes=5))
        self.send(hours=1)
        mail = self.mails()[1]
        links = set(re.findall(r"http://localhost/reacties/afmelden/[\w-]+/", mail.message))
        self.assertEqual(len(links), 2)
        self.assertTrue(mail.headers["List-Unsubscribe"].endswith("/?alles>"))

    def test_long_answer_is_cut_off(self):
        self.announce(self.answer(3, text="woord " * 500), now=FIRST + timedelta(hours=2))
        mail = self.mails()[1]
        self.assertIn("…", mail.message)
        self.assertLess(mail.message.count("woord"), 110)

    def test_answer_without_an_article_is_not_told(self):
        answer = self.answer(3)
        answer.page = None
        self.announce(answer, now=FIRST + timedelta(hours=2))
        self.assertEqual(len(self.mails()), 1)


class KnownWriter(NoticeTestCase):
    def test_writer_gets_the_link_to_take_it_away_and_none_of_the_words(self):
        comment = make_comment(
            self.page, 7, author_email=HANNE, text="Geheime woorden", author_name="Wie Dan"
        )
        notices.tell_writer_it_is_public(comment, "t" * 43)
        (mail,) = self.mails()
        self.assertIn(f"http://localhost/reacties/mijn/{'t' * 43}/", mail.message)
        for part in (mail.subject, mail.message, mail.html_message):
            self.assertNotIn("Geheime", part)
            self.assertNotIn("Wie Dan", part)

    def test_address_gets_no_more_than_three_of_these_a_day(self):
        for number in range(5):
            comment = make_comment(self.page, 30 + number, author_email=HANNE)
            CommentEvent.objects.create(
                comment=comment,
                to_status=Status.APPROVED,
                origin=CommentEvent.Origin.TRUSTED,
                created_at=FIRST + timedelta(hours=number),
            )
            with at(FIRST + timedelta(hours=number)):
                notices.tell_writer_it_is_public(comment, "t" * 43)
        self.assertEqual(len(self.mails()), 3)
