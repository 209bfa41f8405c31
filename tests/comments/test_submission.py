from datetime import timedelta
from unittest import mock

import time_machine
from django.core.cache import cache
from django.test import TestCase, override_settings

from comments.models import Comment, CommentEvent, CommentSettings, Status, WriterLink
from comments.opinion import DOUBTFUL
from comments.services import decisions
from comments.spam.filter import Verdict
from guard.limits import LimitReached
from guard.tokens import hash_token
from tests.comments.factories import FIRST, make_coach, make_comment, make_known_writer, make_page, submit


class Submitting(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def setUp(self):
        cache.clear()

    def test_equal_words_are_kept_once(self):
        first = submit(self.page).comment
        self.assertEqual(submit(self.page).comment, first)
        self.assertEqual(submit(self.page, trapped=True).comment, first)
        self.assertEqual((Comment.objects.count(), CommentEvent.objects.count()), (1, 1))

    def test_other_words_writer_page_or_thread_are_something_else(self):
        first = submit(self.page).comment
        submit(self.page, text="Dank je, dit helpt!")
        submit(self.page, email="wout@voorbeeld.example")
        submit(self.page, parent=first)
        submit(make_page("Ander artikel"))
        self.assertEqual(Comment.objects.count(), 5)

    def test_same_words_may_come_again_after_the_trash(self):
        decisions.set_status([submit(self.page).comment], Status.TRASH, make_coach())
        submit(self.page)
        self.assertEqual(sorted(Comment.objects.values_list("status", flat=True)), ["pending", "trash"])

    def test_what_comes_back_from_the_trash_beside_its_equal_breaks_nothing(self):
        coach = make_coach()
        first = submit(self.page).comment
        decisions.set_status([first], Status.TRASH, coach)
        second = submit(self.page).comment
        decisions.set_status([first], Status.PENDING, coach)
        self.assertEqual(submit(self.page).comment, second)
        decisions.set_status([second], Status.APPROVED, coach)
        self.assertEqual(Comment.objects.count(), 2)

    @override_settings(GUARD_LIMITS={"comment": [(1, 600)]})
    def test_beyond_the_limit_nothing_is_kept(self):
        submit(self.page)
        with self.assertRaises(LimitReached):
            submit(self.page, text="Nog iets wat ik kwijt wil.")
        self.assertEqual((Comment.objects.count(), CommentEvent.objects.count()), (1, 1))

    @override_settings(GUARD_LIMITS={"comment": [(1, 600)]})
    def test_who_seems_to_be_in_danger_is_heard_beyond_the_limit(self):
        submit(self.page)
        heard = submit(self.page, text="Ik wil niet meer leven.").comment
        self.assertEqual((heard.status, heard.danger_words), (Status.PENDING, ["niet meer leven"]))

    @override_settings(GUARD_LIMITS={"comment": [(1, 600)]})
    def test_proof_of_work_widens_the_limit(self):
        submit(self.page)
        self.assertEqual(submit(self.page, text="Nog iets.", proven=True).comment.status, Status.PENDING)

    def test_new_reaction_does_not_touch_what_readers_see(self):
        with mock.patch("comments.services.submission.bump") as bump:
            submit(self.page)
        bump.assert_not_called()

    def test_answer_belongs_to_the_conversation_of_what_it_answers(self):
        first = make_comment(self.page)
        second = submit(self.page, parent=first).comment
        third = submit(self.page, parent=second).comment
        self.assertEqual((first.thread, second.thread, third.thread), (None, first, first))

    def test_filled_trap_is_kept_apart_with_its_reason(self):
        comment = submit(self.page, trapped=True).comment
        self.assertEqual(comment.status, Status.SPAM)
        self.assertEqual(comment.spam_reasons[0], "Vulde het veld in dat mensen niet zien.")
        event = comment.events.get()
        self.assertEqual((event.origin, event.to_status), ("filter", "spam"))
        self.assertIn("mensen niet zien", event.reason)


class PrivateLink(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def setUp(self):
        cache.clear()

    def opens(self, token):
        link = WriterLink.objects.filter(token_hash=hash_token(token)).first()
        return link and link.comment

    def test_each_reaction_gets_one_and_its_secret_is_not_kept(self):
        sent = submit(self.page)
        self.assertEqual(self.opens(sent.token), sent.comment)
        self.assertNotIn(sent.token, str(list(WriterLink.objects.values())))

    def test_second_click_gets_a_link_that_works_too(self):
        first, second = submit(self.page), submit(self.page)
        self.assertNotEqual(first.token, second.token)
        self.assertEqual(self.opens(second.token), first.comment)

    def test_who_is_not_surely_the_same_person_gets_a_reaction_of_their_own(self):
        with time_machine.travel(FIRST, tick=False):
            sent = submit(self.page)
        soon, late = FIRST + timedelta(seconds=119), FIRST + timedelta(seconds=120)
        for now, fields in (
            (soon, {"network": "elders"}),
            (soon, {"name": "Iemand"}),
            (soon, {"website": "https://iemand.example"}),
            (late, {}),
        ):
            with self.subTest(fields=fields), time_machine.travel(now, tick=False):
                other = submit(self.page, **fields)
                self.assertNotEqual(other.comment, sent.comment)
                self.assertEqual(self.opens(other.token), other.comment)
                self.assertEqual((other.comment.status, other.comment.dedupe_key), (Status.PENDING, None))
                self.assertEqual(other.comment.events.get().origin, "form")
        with time_machine.travel(soon, tick=False):
            self.assertEqual(submit(self.page).comment, sent.comment)

    def test_unknown_networks_are_not_the_same(self):
        first, second = submit(self.page, network=""), submit(self.page, network="")
        self.assertNotEqual(first.comment, second.comment)

    def test_sending_public_words_again_opens_nothing_of_their_writer(self):
        with time_machine.travel(FIRST, tick=False):
            sent = submit(self.page)
            decisions.set_status([sent.comment], Status.APPROVED, make_coach())
            other = submit(self.page)
        self.assertEqual(self.opens(other.token), other.comment)
        self.assertNotEqual(other.comment, sent.comment)
        self.assertEqual(other.comment.status, Status.PENDING)

    @override_settings(GUARD_LIMITS={"comment": [(1, 600)]})
    def test_words_of_someone_else_count_for_who_sends_them(self):
        submit(self.page, network="elders")
        submit(self.page)
        with self.assertRaises(LimitReached):
            submit(self.page, name="Iemand")


class KnownWriters(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        settings = CommentSettings.load()
        settings.mode = CommentSettings.Mode.TRUSTED
        settings.save()

    def setUp(self):
        cache.clear()

    def test_confirmed_writer_with_two_approved_reactions_appears_at_once(self):
        make_known_writer(self.page)
        with mock.patch("comments.services.submission.bump") as bump:
            comment = submit(self.page).comment
        self.assertEqual((comment.status, comment.events.get().origin), (Status.APPROVED, "trusted"))
        bump.assert_called_once()

    def test_words_that_are_public_never_appear_a_second_time_by_themselves(self):
        make_known_writer(self.page)
        self.assertEqual(submit(self.page).comment.status, Status.APPROVED)
        again = submit(self.page).comment
        self.assertEqual((again.status, again.events.get().origin), (Status.PENDING, "form"))

    def test_unconfirmed_address_is_never_trusted(self):
        author = make_known_writer(self.page)
        author.confirmed_at = None
        author.save()
        self.assertEqual(submit(self.page).comment.status, Status.PENDING)

    def test_fourth_reaction_of_a_day_waits(self):
        make_known_writer(self.page)
        sent = [submit(self.page, text=f"Avond {number}, en weer stil.") for number in range(4)]
        found = [one.comment.status for one in sent]
        self.assertEqual(found, ["approved", "approved", "approved", "pending"])

    def test_one_approved_reaction_is_not_enough(self):
        make_known_writer(self.page, approved=1)
        self.assertEqual(submit(self.page).comment.status, Status.PENDING)

    def test_who_once_sent_spam_waits(self):
        author = make_known_writer(self.page)
        make_comment(self.page, 9, author_email=author.email, status=Status.SPAM)
        self.assertEqual(submit(self.page).comment.status, Status.PENDING)

    def test_words_of_danger_wait_whoever_writes_them(self):
        make_known_writer(self.page)
        self.assertEqual(submit(self.page, text="Ik wil niet meer leven.").comment.status, Status.PENDING)

    def test_known_writer_waits_while_the_filter_doubts(self):
        make_known_writer(self.page)
        for score, status in ((DOUBTFUL - 0.01, Status.APPROVED), (DOUBTFUL, Status.PENDING)):
            verdict = Verdict(score=score, is_spam=False, reasons=[])
            with (
                self.subTest(score=score),
                mock.patch("comments.assessment.judge", return_value=verdict),
            ):
                self.assertEqual(submit(self.page, text=f"Score {score}.").comment.status, status)

    def test_personal_details_wait_whoever_writes_them(self):
        make_known_writer(self.page)
        comment = submit(self.page, text="Bel me gerust op 06-12345678 als je wilt.").comment
        self.assertEqual(comment.status, Status.PENDING)

    def test_everyone_waits_unless_the_coach_chose_otherwise(self):
        CommentSettings.objects.update(mode=CommentSettings.Mode.ALL)
        make_known_writer(self.page)
        self.assertEqual(submit(self.page).comment.status, Status.PENDING)
