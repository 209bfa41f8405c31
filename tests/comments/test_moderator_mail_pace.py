"""How often coaches are mailed: at once, each hour together, or hardly ever."""

from datetime import timedelta
from functools import partial

from django.db import connection, transaction
from post_office.models import Email

from comments.models import Comment, ModerationLink, ModeratorMail, Status
from comments.services.moderator_mail import (
    MOST_AT_ONCE,
    MOST_DANGER_AT_ONCE,
    MOST_IN_DIGEST,
    send_digests,
    tell,
)
from guard.tokens import hash_token
from tests.comments.factories import FIRST, make_coach, make_comment, make_page
from tests.comments.parallel import ParallelTestCase
from tests.comments.test_moderator_mail import DANGER, HOUR, MailTestCase, wish

MINUTE = timedelta(minutes=1)


class AtOnce(MailTestCase):
    def test_after_ten_in_an_hour_the_rest_waits_for_the_digest(self):
        for number in range(MOST_AT_ONCE + 3):
            self.come_in(number)
        self.assertEqual(len(self.mails()), MOST_AT_ONCE)

        self.assertEqual(send_digests(FIRST + 61 * MINUTE), 1)

        digest = self.mails()[-1]
        self.assertEqual(digest.subject, "3 nieuwe reacties om te lezen")
        for number in (10, 11, 12):
            self.assertIn(f"Reactie nummer {number}.", digest.message)
        self.assertNotIn("Reactie nummer 9.", digest.message)

    def test_an_hour_later_mails_go_at_once_again_whatever_the_digest_held(self):
        for number in range(MOST_AT_ONCE + 12):
            self.come_in(number)
        send_digests(FIRST + 61 * MINUTE)
        before = len(self.mails())
        for number in range(90, 90 + MOST_AT_ONCE + 1):
            self.come_in(number)
        self.assertEqual(len(self.mails()) - before, MOST_AT_ONCE)

    def test_danger_is_mailed_at_once_beyond_the_ten_and_to_everyone(self):
        hourly, off = make_coach("joost"), make_coach("saar")
        wish(hourly, "hourly")
        wish(off, "off")
        for number in range(MOST_AT_ONCE):
            self.come_in(number)
        Email.objects.all().delete()

        self.come_in(MOST_AT_ONCE, **DANGER)

        self.assertEqual(
            sorted(mail.to[0] for mail in self.mails()),
            ["joost@tussentij.example", "marit@tussentij.example", "saar@tussentij.example"],
        )
        self.assertEqual(send_digests(FIRST + HOUR), 1)
        self.assertNotIn("niet meer leven", self.mails()[-1].message, "told at once is told")

    def test_a_flood_of_danger_ends_in_the_digest_even_of_who_wants_no_mail(self):
        wish(self.coach, "off")
        for number in range(MOST_DANGER_AT_ONCE + 2):
            self.come_in(number, created_at=FIRST + number * timedelta(seconds=10), **DANGER)
        self.assertEqual(len(self.mails()), MOST_DANGER_AT_ONCE)

        self.assertEqual(send_digests(FIRST + HOUR), 1)

        self.assertEqual(self.mails()[-1].subject, "Let op: 2 nieuwe reacties om te lezen")

    def test_changed_words_are_told_again(self):
        comment = self.come_in()
        comment.text, comment.changed_at = "Nu anders.", FIRST + 5 * MINUTE
        comment.save()
        tell(comment, FIRST + 6 * MINUTE)
        self.assertIn("Nu anders.", self.mails()[-1].message)
        self.assertEqual(len(self.mails()), 2)


class Digests(MailTestCase):
    def setUp(self):
        self.wish = wish(self.coach, "hourly")

    def test_hourly_coach_hears_of_all_in_one_mail_with_a_link_each(self):
        for number in range(3):
            self.come_in(number)
        self.come_in(3, spam_reasons=["Veel links."])
        self.assertEqual(self.mails(), [])

        self.assertEqual(send_digests(FIRST + HOUR), 1)

        (mail,) = self.mails()
        self.assertEqual(mail.delivery.kind, "new-comments")
        self.assertEqual(mail.subject, "4 nieuwe reacties om te lezen")
        tokens = [part.split("/")[0] for part in mail.message.split("/reacties/modereren/")[1:]]
        self.assertEqual(
            sorted(map(hash_token, tokens)),
            sorted(ModerationLink.objects.values_list("token_hash", flat=True)),
        )
        for body in (mail.message, mail.html_message):
            self.assertIn("Reactie nummer 2.", body)
            self.assertIn("Het spamfilter vindt dit op spam lijken. Veel links.", body)
            self.assertIn("http://localhost/admin/reacties/", body)

    def test_never_twice_within_an_hour_and_never_about_the_same(self):
        self.come_in(1)
        self.assertEqual(send_digests(FIRST + HOUR - MINUTE), 0)
        self.assertEqual(send_digests(FIRST + HOUR), 1)
        self.come_in(70)
        self.assertEqual(send_digests(FIRST + HOUR + 59 * MINUTE), 0)
        self.assertEqual(send_digests(FIRST + 2 * HOUR), 1)
        self.assertEqual(send_digests(FIRST + 4 * HOUR), 0)
        self.assertNotIn("Reactie nummer 1.", self.mails()[-1].message)

    def test_one_that_was_stored_while_the_last_digest_was_made_is_in_the_next(self):
        self.come_in(1)
        send_digests(FIRST + HOUR)
        # Dated before that digest, committed after it.
        self.come_in(2, created_at=FIRST + HOUR - MINUTE, text="Net te laat.")
        self.assertEqual(send_digests(FIRST + 2 * HOUR), 1)
        self.assertIn("Net te laat.", self.mails()[-1].message)

    def test_what_was_judged_meanwhile_is_left_out(self):
        comment = self.come_in(1)
        Comment.objects.filter(pk=comment.pk).update(status=Status.TRASH)
        self.assertEqual(send_digests(FIRST + HOUR), 0)

    def test_danger_comes_first(self):
        self.come_in(1)
        self.come_in(2, text="Deze eerst.")
        Comment.objects.filter(text="Deze eerst.").update(**DANGER)
        send_digests(FIRST + HOUR)
        mail = self.mails()[-1]
        self.assertEqual(mail.subject, "Let op: 2 nieuwe reacties om te lezen")
        self.assertLess(mail.message.index("Deze eerst."), mail.message.index("Reactie nummer 1."))

    def test_lists_twenty_and_says_how_many_wait(self):
        for number in range(MOST_IN_DIGEST + 5):
            self.come_in(number)
        send_digests(FIRST + HOUR)
        (mail,) = self.mails()
        self.assertEqual(mail.message.count("/reacties/modereren/"), MOST_IN_DIGEST)
        self.assertIn("In totaal wachten er 25 reacties.", mail.message)

    def test_long_text_is_cut_in_the_digest(self):
        self.come_in(1, text="lang " * 1000)
        send_digests(FIRST + HOUR)
        self.assertLess(len(self.mails()[0].message), 2000)

    def test_off_is_off(self):
        ModeratorMail.objects.update(frequency="off")
        self.come_in(1)
        self.assertEqual((send_digests(FIRST + HOUR), self.mails()), (0, []))

    def test_new_coach_is_not_told_of_what_waited_before(self):
        self.come_in(1)
        send_digests(FIRST + HOUR)
        make_coach("joost")
        self.assertEqual(send_digests(FIRST + HOUR), 0)
        self.assertEqual(send_digests(FIRST + 3 * HOUR), 0)
        self.come_in(200)
        send_digests(FIRST + 5 * HOUR)
        self.assertNotIn("Reactie nummer 1.", self.mails()[-1].message)

    def test_one_coach_whose_mail_fails_keeps_no_other_from_theirs(self):
        # A table that refuses this coach's links stands for whatever may go wrong.
        make_coach("aaltje")
        other = ModeratorMail.objects.create(user=make_coach("joost"), frequency="hourly", digested_at=FIRST)
        self.come_in(1)
        self.refuse_links_of(self.coach)
        with self.assertLogs("comments", "ERROR") as logged:
            self.assertEqual(send_digests(FIRST + HOUR), 1)
        self.assertEqual([mail.to for mail in self.mails()[-1:]], [[other.user.email]])
        self.assertIn("could not be made", logged.output[0])

    def refuse_links_of(self, user) -> None:
        if connection.vendor == "sqlite":
            sql = (
                "CREATE TRIGGER refused BEFORE INSERT ON comments_moderationlink WHEN NEW.user_id = {pk}"
                " BEGIN SELECT RAISE(ABORT, 'refused'); END"
            )
        else:
            sql = (
                "ALTER TABLE comments_moderationlink ADD CONSTRAINT refused CHECK (user_id <> {pk}) NOT VALID"
            )
        # PostgreSQL changes no table while a check on it is still to come.
        connection.check_constraints()
        with connection.cursor() as cursor:
            cursor.execute(sql.format(pk=user.pk))


class AtTheSameMoment(ParallelTestCase):
    def test_two_schedulers_send_one_digest(self):
        wish(make_coach(), "hourly")
        make_comment(make_page(), 1, status=Status.PENDING)
        sent: list[int] = []
        self.all_at_once([lambda: sent.append(send_digests(FIRST + HOUR))] * 4)
        self.assertEqual(sorted(sent), [0, 0, 0, 1])
        self.assertEqual(self.look(Email.objects.count), 1)

    def test_reactions_at_the_same_moment_stay_within_the_ten(self):
        make_coach()
        page = make_page()
        waiting = [make_comment(page, n, status=Status.PENDING, created_at=FIRST) for n in range(14)]

        def come_in(comment: Comment) -> None:
            with transaction.atomic():
                tell(comment, FIRST + MINUTE)

        self.all_at_once([partial(come_in, comment) for comment in waiting])
        self.assertEqual(self.look(Email.objects.count), MOST_AT_ONCE)
