from datetime import timedelta
from unittest import mock

from django.core.cache import cache
from django.test import TestCase, override_settings

from comments import privacy
from comments.assessment import TRAPPED
from comments.models import (
    Comment,
    CommentAuthor,
    CommentEvent,
    CommentSettings,
    ReplySubscription,
    Report,
    Status,
)
from comments.services import writers
from comments.services.decisions import set_status
from comments.services.submission import new_writer_link
from guard.limits import LimitReached
from tests.comments.factories import FIRST, make_coach, make_comment, make_page

SOON = FIRST + timedelta(minutes=20)
HANNE = "hanne@voorbeeld.example"
ANSWERED = "Deze reactie is door de schrijver ingetrokken."


class WriterTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def setUp(self):
        cache.clear()

    def make(self, **fields) -> Comment:
        values = {"author_email": HANNE, "created_at": FIRST, "status": Status.PENDING}
        comment = make_comment(self.page, 1, **{**values, **fields})
        comment.dedupe_key = comment.make_dedupe_key()
        comment.save()
        return comment

    def change(self, comment, text="Andere woorden.", name="Hanne", now=SOON, **options):
        return writers.change(comment, text=text, name=name, now=now, network="n", **options)


class Finding(WriterTestCase):
    def test_only_the_secret_itself_opens_the_page(self):
        comment = self.make()
        token = new_writer_link(comment)
        self.assertEqual(writers.find(token), comment)
        self.assertIsNone(writers.find(token[:-1]))
        self.assertIsNone(writers.find(comment.writer_links.get().token_hash))

    def test_state_tells_a_filter_from_a_person(self):
        for fields, state in (
            ({"status": Status.PENDING}, "waiting"),
            ({"status": Status.APPROVED}, "shown"),
            ({"status": Status.SPAM}, "set_apart"),
            ({"status": Status.SPAM, "decided_at": FIRST}, "refused"),
            ({"status": Status.TRASH}, "refused"),
            ({"status": Status.TRASH, "withdrawn_at": FIRST}, "withdrawn"),
            ({"status": Status.APPROVED, "withdrawn_at": FIRST}, "withdrawn"),
        ):
            with self.subTest(fields=fields):
                self.assertEqual(writers.state_of(Comment(**fields)), state)


class Changing(WriterTestCase):
    def test_changed_words_wait_and_the_change_is_on_record(self):
        comment = self.change(self.make())
        comment.refresh_from_db()
        self.assertEqual((comment.text, comment.author_name), ("Andere woorden.", "Hanne"))
        self.assertEqual((comment.status, comment.changed_at), (Status.PENDING, SOON))
        event = comment.events.get()
        self.assertEqual((event.action, event.origin), ("changed", "writer"))
        self.assertEqual((event.from_status, event.to_status), (Status.PENDING, Status.PENDING))

    def test_what_was_shown_leaves_the_page_and_the_coach_hears_of_it(self):
        comment = self.make(status=Status.APPROVED, decided_at=FIRST, is_pinned=True)
        with (
            mock.patch("comments.services.writers.bump") as bump,
            mock.patch("comments.services.moderator_mail.tell") as tell,
        ):
            self.change(comment)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.decided_at), (Status.PENDING, None))
        self.assertFalse(comment.is_pinned)
        bump.assert_called_once_with()
        tell.assert_called_once_with(comment)
        self.assertEqual(
            list(comment.events.values_list("action", "from_status", "to_status", "origin")),
            [("changed", "pending", "pending", "writer"), ("status", "approved", "pending", "writer")],
        )

    def test_what_waits_already_is_not_told_again(self):
        with mock.patch("comments.services.moderator_mail.tell") as tell:
            self.change(self.make())
        tell.assert_not_called()

    def test_known_writer_waits_as_well(self):
        CommentSettings.objects.create(mode=CommentSettings.Mode.TRUSTED)
        CommentAuthor.objects.create(email=HANNE, confirmed_at=FIRST)
        for number in (2, 3):
            make_comment(self.page, number, author_email=HANNE)
        comment = self.make(status=Status.APPROVED)
        self.assertEqual(self.change(comment).status, Status.PENDING)

    def test_coachs_shortening_does_not_outlive_the_words_it_was_of(self):
        comment = self.make(
            status=Status.APPROVED, text="Kort.", original_text="Lang.", shortened_at=FIRST, decided_at=FIRST
        )
        comment = self.change(comment, text="Nieuw.")
        self.assertEqual((comment.text, comment.original_text, comment.shortened_at), ("Nieuw.", "", None))

    def test_sending_the_same_again_changes_nothing(self):
        comment = self.make(status=Status.APPROVED)
        self.change(comment, text=comment.text, name=comment.author_name)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.changed_at), (Status.APPROVED, None))
        self.assertFalse(comment.events.exists())

    def test_danger_is_looked_for_again(self):
        comment = self.change(self.make(), text="Ik wil niet meer leven.")
        self.assertIn("niet meer leven", comment.danger)

    def test_what_pointed_to_danger_does_so_until_a_person_decided(self):
        comment = self.change(self.make(), text="Ik wil niet meer leven.")
        before = comment.danger
        for text in ("Het gaat alweer beter.", "Koop nu casino casino viagra https://casino.example"):
            comment = self.change(comment, text=text)
            self.assertEqual((comment.danger, comment.status), (before, Status.PENDING))
        reasons = comment.events.filter(action="changed").order_by("pk").values_list("reason", flat=True)
        self.assertEqual(list(reasons), ["", *["Stond eerst: woorden die op gevaar wijzen."] * 2])
        self.assertEqual(self.change(comment, text="Ik maak er een eind aan.").danger, "maak er een eind aan")
        set_status([comment], Status.APPROVED, make_coach())
        comment.refresh_from_db()
        comment = self.change(comment, text="Het gaat alweer beter.")
        self.assertEqual((comment.danger, comment.events.latest("pk").reason), ("", ""))

    def test_who_filled_in_the_hidden_field_stays_set_apart(self):
        comment = self.make(status=Status.SPAM, spam_reasons=[TRAPPED])
        comment = self.change(comment)
        self.assertEqual((comment.status, comment.spam_reasons[0]), (Status.SPAM, TRAPPED))
        self.assertEqual(self.change(self.make(), text="Iets.", trapped=True).status, Status.SPAM)

    def test_words_that_the_filter_held_against_it_may_be_taken_out(self):
        comment = self.make(status=Status.SPAM, spam_reasons=["Er staan links in."])
        with mock.patch("comments.services.moderator_mail.tell") as tell:
            comment = self.change(comment, text="Zonder links.")
        self.assertEqual((comment.status, comment.spam_reasons), (Status.PENDING, []))
        tell.assert_called_once_with(comment)

    def test_filter_forgets_the_words_it_learned(self):
        comment = self.make()
        set_status([comment], Status.APPROVED, make_coach())
        comment.refresh_from_db()
        self.assertEqual(comment.learned_as, "ham")
        with mock.patch("comments.services.decisions.unlearn") as unlearn:
            comment = self.change(comment)
        self.assertEqual(unlearn.call_args.args[0].text, "Reactie nummer 1.")
        self.assertEqual(comment.learned_as, "")

    def test_key_against_double_sending_follows_the_words(self):
        comment = self.change(self.make())
        self.assertEqual(comment.dedupe_key, comment.make_dedupe_key())
        equal = self.make(text="Heel anders.")
        self.assertIsNone(self.change(equal, text=comment.text).dedupe_key)

    def test_too_late_refused_or_withdrawn_changes_nothing(self):
        late = FIRST + timedelta(minutes=30)
        for fields, now in (
            ({}, late),
            ({"status": Status.TRASH, "decided_at": FIRST}, SOON),
            ({"status": Status.SPAM, "decided_at": FIRST}, SOON),
            ({"status": Status.APPROVED, "withdrawn_at": FIRST}, SOON),
        ):
            with self.subTest(fields=fields), self.assertRaises(writers.TooLate):
                self.change(make_comment(self.page, created_at=FIRST, **fields), now=now)
        self.assertFalse(CommentEvent.objects.exists())
        self.assertTrue(writers.may_change(self.make(), late - timedelta(seconds=1)))

    @override_settings(GUARD_LIMITS={"comment": [(1, 600)]})
    def test_beyond_the_limit_the_words_stay_as_they_were(self):
        comment = self.change(self.make())
        with self.assertRaises(LimitReached):
            self.change(comment, text="Nog iets.")
        comment.refresh_from_db()
        self.assertEqual(comment.text, "Andere woorden.")


class Withdrawing(WriterTestCase):
    def assert_nothing_left(self, comment):
        comment.refresh_from_db()
        self.assertEqual((comment.text, comment.author_name), (privacy.WITHDRAWN_TEXT, "Anoniem"))
        self.assertEqual(
            (comment.author_email, comment.author_url, comment.original_text, comment.danger),
            ("", "", "", ""),
        )
        self.assertEqual((comment.dedupe_key, comment.network_hash), (None, ""))
        self.assertEqual(comment.withdrawn_at, SOON)

    def test_words_and_writer_are_gone_for_good(self):
        for status in Status.values:
            comment = self.make(
                status=status,
                text=f"Woorden die weg moeten ({status}).",
                original_text="En deze ook.",
                author_url="https://hanne.example",
                danger="dood",
                network_hash="a" * 64,
            )
            with self.subTest(status=status):
                writers.withdraw(comment, SOON)
                self.assert_nothing_left(comment)
                self.assertEqual(comment.status, Status.TRASH)
                event = comment.events.filter(action="withdrawn").get()
                self.assertEqual(event.origin, CommentEvent.Origin.WRITER)

    def test_place_stays_where_readers_see_an_answer(self):
        comment = self.make(status=Status.APPROVED, is_pinned=True)
        answer = make_comment(self.page, 2, parent=comment)
        writers.withdraw(comment, SOON)
        self.assert_nothing_left(comment)
        self.assertEqual((comment.status, comment.is_pinned), (Status.APPROVED, False))
        self.assertEqual(comment.text, ANSWERED)
        answer.refresh_from_db()
        self.assertEqual(answer.parent, comment)

    def test_answer_that_nobody_sees_keeps_no_place(self):
        comment = self.make(status=Status.APPROVED)
        make_comment(self.page, 2, parent=comment, status=Status.PENDING)
        writers.withdraw(comment, SOON)
        comment.refresh_from_db()
        self.assertEqual(comment.status, Status.TRASH)

    def test_cached_pages_are_renewed_only_when_readers_saw_it(self):
        for status, renewed in ((Status.APPROVED, True), (Status.PENDING, False), (Status.SPAM, False)):
            with self.subTest(status=status), mock.patch("comments.services.writers.bump") as bump:
                writers.withdraw(self.make(status=status, text=status), SOON)
                self.assertEqual(bump.called, renewed)

    def test_doing_it_again_changes_nothing(self):
        comment = self.make()
        writers.withdraw(comment, SOON)
        writers.withdraw(comment, SOON + timedelta(days=1))
        self.assert_nothing_left(comment)
        self.assertEqual(comment.events.filter(action="withdrawn").count(), 1)

    def test_reports_are_closed_and_what_they_quote_is_gone(self):
        comment = self.make(status=Status.APPROVED, report_count=1)
        Report.objects.create(
            comment=comment, reason="private", note="Noemt Hanne.", network_hash="b" * 64, day=FIRST
        )
        writers.withdraw(comment, SOON)
        comment.refresh_from_db()
        report = comment.reports.get()
        self.assertEqual((comment.report_count, report.note, report.network_hash), (0, "", ""))
        self.assertIsNotNone(report.handled_at)

    def test_address_that_wanted_only_these_answers_hears_no_more_and_is_forgotten_later(self):
        comment = self.make(status=Status.APPROVED)
        author = CommentAuthor.objects.create(email=HANNE, confirmed_at=FIRST, created_at=FIRST)
        ReplySubscription.objects.create(author=author, comment=comment, confirmed_at=FIRST)
        writers.withdraw(comment, SOON)
        self.assertEqual(ReplySubscription.objects.get().stopped_at, SOON)
        privacy.expire(SOON + timedelta(days=6))
        self.assertTrue(CommentAuthor.objects.exists())
        privacy.expire(SOON + timedelta(days=8))
        self.assertFalse(CommentAuthor.objects.exists())

    def test_other_wishes_of_the_address_go_on(self):
        comment, other = self.make(status=Status.APPROVED), make_comment(self.page, 2, author_email=HANNE)
        author = CommentAuthor.objects.create(email=HANNE, confirmed_at=FIRST)
        for each in (comment, other):
            ReplySubscription.objects.create(author=author, comment=each, confirmed_at=FIRST)
        writers.withdraw(comment, SOON)
        self.assertEqual(ReplySubscription.objects.get(comment=comment).stopped_at, SOON)
        self.assertIsNone(ReplySubscription.objects.get(comment=other).stopped_at)

    def test_nobody_brings_it_back(self):
        comment = self.make(status=Status.APPROVED)
        writers.withdraw(comment, SOON)
        set_status([comment], Status.APPROVED, make_coach())
        comment.refresh_from_db()
        self.assertEqual(comment.status, Status.TRASH)
