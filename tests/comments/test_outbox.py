from django.test import TestCase
from post_office.models import Email

from comments import privacy
from comments.models import Comment, CommentAuthor, ReplySubscription
from comments.services import notices, writers
from comments.services.moderator_mail import send_digests
from comments.services.outbox import forget
from tests.comments.clock import at
from tests.comments.factories import FIRST, make_coach, make_comment, make_page
from tests.comments.test_moderator_mail import HOUR, MailTestCase, wish

WOUT = "wout@voorbeeld.example"


class MailsToCoaches(MailTestCase):
    def come_in(self, number: int = 1, **fields) -> Comment:
        with at(FIRST + HOUR):
            return super().come_in(number, **fields)

    def test_erased_words_leave_the_outbox_and_other_mails_stay(self):
        erased = self.come_in(1, text="Dit moet weg.")
        self.come_in(2)
        wish(make_coach("joost"), "hourly")
        with at(FIRST + HOUR):
            send_digests(FIRST + HOUR)
        digest = self.mails()[-1]
        self.assertIn("Dit moet weg.", digest.message)

        self.assertEqual(forget([erased.pk]), 2)

        for mail in self.mails():
            self.assertNotIn("Dit moet weg.", mail.message + mail.html_message)
        digest.refresh_from_db()
        self.assertIn("http://localhost/admin/reacties/", digest.message)
        self.assertEqual(sum("Reactie nummer 2." in mail.html_message for mail in self.mails()), 1)

    def test_mails_of_another_kind_and_emptied_ones_are_no_problem(self):
        comment = self.come_in(1)
        Email.objects.update(message="", html_message="", headers=None)
        self.assertEqual(forget([comment.pk]), 0)
        Email.objects.update(html_message="<p>Iets</p>")
        self.assertEqual(forget([comment.pk]), 0)

    def test_what_is_gone_already_is_no_problem(self):
        self.assertEqual(forget([999999]), 0)


class MailsToReaders(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.top = make_comment(cls.page, 1)
        author = CommentAuthor.objects.create(email=cls.top.author_email, confirmed_at=FIRST)
        ReplySubscription.objects.create(author=author, comment=cls.top, confirmed_at=FIRST)

    def told(self, number: int, **fields) -> Comment:
        answer = make_comment(self.page, number, parent=self.top, **fields)
        with at(answer.created_at):
            CommentAuthor.objects.update(notified_at=None)
            notices.announce([answer])
        return answer

    def assert_forgotten(self):
        mail = Email.objects.get()
        self.assertNotIn("Dit moet weg.", mail.message + mail.html_message)
        self.assertIn("intussen weggehaald", mail.message)
        self.assertIn("http://localhost/\n", mail.message)
        self.assertNotIn("/admin/", mail.message)

    def test_withdrawn_words_leave_the_mails_to_others(self):
        answer = self.told(2, text="Dit moet weg.")
        self.assertIn("Dit moet weg.", Email.objects.get().message)
        writers.withdraw(answer, FIRST + HOUR)
        self.assert_forgotten()

    def test_erased_words_leave_the_mails_to_others(self):
        self.told(2, text="Dit moet weg.", author_email=WOUT)
        privacy.erase(WOUT)
        self.assert_forgotten()

    def test_other_mails_to_readers_stay(self):
        gone, _ = self.told(2), self.told(3)
        self.assertEqual(forget([gone.pk]), 1)
        self.assertIn("nummer 3.", Email.objects.latest("pk").message)
