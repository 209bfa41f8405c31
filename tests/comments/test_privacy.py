from datetime import timedelta
from unittest import mock

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from comments import privacy
from comments.models import (
    Comment,
    CommentAuthor,
    CommentEvent,
    ModerationLink,
    ReplyNotice,
    ReplySubscription,
    Report,
    Status,
    SubscriptionToken,
    WriterLink,
)
from comments.services import editing
from comments.services.decisions import set_status
from comments.services.reports import report
from tests.comments.factories import FIRST, make_coach, make_comment, make_page

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

    def hang_all_on(self, comment) -> CommentAuthor:
        """Give a comment one of everything that can hang on it."""
        author = CommentAuthor.objects.create(email=HANNE, created_at=FIRST, confirmed_at=FIRST)
        wish = ReplySubscription.objects.create(author=author, comment=comment, confirmed_at=FIRST)
        SubscriptionToken.objects.create(subscription=wish, purpose="stop", token_hash="s")
        ReplyNotice.objects.create(subscription=wish, answer=self.answer, settled_at=FIRST)
        WriterLink.objects.create(comment=comment, token_hash="w")
        ModerationLink.objects.create(
            comment=comment, user=make_coach(), token_hash="m", expires_at=FIRST + timedelta(days=7)
        )
        Report.objects.create(
            comment=comment, reason="private", note="Noemt Hannes zus.", network_hash="n", day=FIRST.date()
        )
        CommentEvent.objects.create(comment=comment, to_status="spam", origin="filter", reason=HANNE)
        Comment.objects.filter(pk=comment.pk).update(original_text="Wat er eerst stond.", danger="dood")
        return author

    def test_export_tells_of_all_that_hangs_on_a_reaction_and_on_the_address(self):
        self.hang_all_on(self.mine)
        rows = privacy.export(HANNE)
        first, last = rows[0], rows[-1]
        self.assertEqual(first["oorspronkelijke reactie"], "Wat er eerst stond.")
        self.assertEqual(first["meldingen van lezers"][0]["reden"], "Noemt iemands naam of andere gegevens")
        self.assertNotIn("Noemt Hannes zus.", str(rows))
        self.assertEqual(len(first["privélinks gemaakt"]), 1)
        self.assertEqual(first["bericht van antwoorden"]["bevestigd"], FIRST)
        self.assertEqual(len(first["bericht van antwoorden"]["berichten"]), 1)
        self.assertEqual((last["e-mailadres"], last["bevestigd"]), (HANNE, FIRST))
        self.assertEqual(privacy.export("lezer4@voorbeeld.example")[0]["bericht van antwoorden"], None)

    def test_number_of_queries_of_an_export_does_not_grow_with_the_reactions(self):
        self.hang_all_on(self.mine)
        with CaptureQueriesContext(connection) as few:
            privacy.export(HANNE)
        for number in range(20, 24):
            make_comment(self.page, number, author_email=HANNE)
        with CaptureQueriesContext(connection) as many:
            privacy.export(HANNE)
        self.assertEqual(len(many), len(few))

    def test_erasing_takes_along_all_that_hangs_on_a_reaction_and_on_the_address(self):
        self.hang_all_on(self.mine)
        privacy.erase(HANNE)
        self.mine.refresh_from_db()
        self.assertEqual((self.mine.original_text, self.mine.danger), ("", ""))
        report = self.mine.reports.get()
        self.assertEqual((report.note, report.network_hash), ("", ""))
        self.assertEqual(self.mine.events.get().reason, "")
        hanging = (
            CommentAuthor,
            ReplySubscription,
            SubscriptionToken,
            ReplyNotice,
            WriterLink,
            ModerationLink,
        )
        for model in hanging:
            with self.subTest(model=model):
                self.assertFalse(model.objects.exists())

    def test_what_is_erased_counts_as_withdrawn_for_everyone(self):
        self.hang_all_on(self.mine)
        Comment.objects.filter(pk=self.mine.pk).update(report_count=1)
        privacy.erase(HANNE)
        self.mine.refresh_from_db()
        self.assertIsNotNone(self.mine.withdrawn_at)
        self.assertNotIn(self.mine, Comment.objects.answerable(self.page.pk))
        self.assertFalse(report(self.mine, reason="spam", note="", network="n", day=FIRST.date()))
        self.assertFalse(Comment.objects.needs_attention().filter(pk=self.mine.pk).exists())
        self.assertIsNotNone(self.mine.reports.get().handled_at)
        coach = make_coach("joost")
        self.assertIsNone(editing.shorten(self.mine, "Toch.", coach))
        set_status([self.mine], Status.SPAM, coach)
        self.mine.refresh_from_db()
        self.assertEqual(self.mine.learned_as, "")

    def test_moment_of_withdrawing_outlives_erasing(self):
        Comment.objects.filter(pk=self.mine.pk).update(withdrawn_at=FIRST)
        privacy.erase(HANNE)
        self.mine.refresh_from_db()
        self.assertEqual(self.mine.withdrawn_at, FIRST)

    def test_erasing_forgets_an_address_that_has_no_reaction_left(self):
        CommentAuthor.objects.create(email="wout@voorbeeld.example")
        self.assertEqual(privacy.erase("wout@voorbeeld.example"), 0)
        self.assertFalse(CommentAuthor.objects.exists())

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

    def test_networks_of_reports_go_as_well(self):
        comment = make_comment(make_page())
        for days, network in ((31, "a"), (29, "b")):
            moment = FIRST - timedelta(days=days)
            Report.objects.create(
                comment=comment, reason="spam", network_hash=network, day=moment.date(), created_at=moment
            )
        self.assertEqual(privacy.expire(FIRST), 1)
        self.assertEqual(sorted(Report.objects.values_list("network_hash", flat=True)), ["", "b"])

    def test_notes_of_handled_reports_go_after_thirty_days(self):
        comment = make_comment(make_page())
        for note, days in (("oud", 31), ("nieuw", 29), ("open", None)):
            handled = FIRST - timedelta(days=days) if days else None
            Report.objects.create(
                comment=comment, reason="other", note=note, day=FIRST.date(), handled_at=handled
            )
        self.assertEqual(privacy.expire(FIRST), 1)
        self.assertEqual(sorted(Report.objects.values_list("note", flat=True)), ["", "nieuw", "open"])
        self.assertEqual(privacy.expire(FIRST), 0)

    def test_what_was_withdrawn_goes_unless_it_is_answered(self):
        page = make_page()
        gone = {
            "status": Status.TRASH,
            "created_at": FIRST - timedelta(days=31),
            "author_email": "",
            "text": privacy.WITHDRAWN_TEXT,
            "withdrawn_at": FIRST,
        }
        make_comment(page, 1, **gone)
        answered = make_comment(page, 2, **gone)
        make_comment(page, 3, parent=answered)
        self.assertEqual(privacy.expire(FIRST), 1)
        self.assertEqual(Comment.objects.count(), 2)


class Wishes(TestCase):
    def wish(self, number, days, confirmed=False) -> ReplySubscription:
        moment = FIRST - timedelta(days=days)
        comment = make_comment(None, number)
        confirmed_at = moment if confirmed else None
        author = CommentAuthor.objects.create(
            email=comment.author_email, created_at=moment, confirmed_at=confirmed_at
        )
        return ReplySubscription.objects.create(
            author=author, comment=comment, created_at=moment, confirmed_at=confirmed_at
        )

    def token(self, wish, days, purpose="confirm") -> None:
        created = FIRST - timedelta(days=days)
        SubscriptionToken.objects.create(
            subscription=wish,
            purpose=purpose,
            token_hash=f"{purpose}{wish.pk}{days}",
            created_at=created,
            expires_at=created + timedelta(days=2) if purpose == "confirm" else None,
        )

    def test_wish_that_nobody_confirmed_goes_after_seven_days_with_its_address(self):
        self.wish(1, 8)
        kept = [self.wish(2, 6), self.wish(3, 400, confirmed=True)]
        self.assertEqual(privacy.expire(FIRST), 2)
        self.assertEqual(list(ReplySubscription.objects.order_by("pk")), kept)
        self.assertEqual(CommentAuthor.objects.count(), 2)
        self.assertEqual(privacy.expire(FIRST), 0)

    def test_wish_that_was_asked_for_again_just_now_stays(self):
        wish = self.wish(1, 8)
        self.token(wish, 8)
        self.token(wish, 1)
        privacy.expire(FIRST)
        self.assertTrue(ReplySubscription.objects.exists())

    def test_address_without_reactions_or_wishes_is_forgotten(self):
        wish = self.wish(1, 400, confirmed=True)
        wish.delete()
        self.assertEqual(privacy.expire(FIRST), 0)
        Comment.objects.all().delete()
        self.assertEqual(privacy.expire(FIRST), 1)
        self.assertFalse(CommentAuthor.objects.exists())

    def test_dead_links_go_and_links_to_stop_work_for_ever(self):
        wish = self.wish(1, 400, confirmed=True)
        for days, purpose in ((400, "stop"), (10, "confirm"), (8, "confirm")):
            self.token(wish, days, purpose)
        coach = make_coach()
        for days, used in ((15, False), (13, False), (8, True), (6, True)):
            moment = FIRST - timedelta(days=days)
            ModerationLink.objects.create(
                comment=wish.comment,
                user=coach,
                token_hash=str(days),
                created_at=moment,
                expires_at=moment + timedelta(days=7),
                used_at=moment if used else None,
            )
        self.assertEqual(privacy.expire(FIRST), 3)
        self.assertEqual(
            sorted(SubscriptionToken.objects.values_list("purpose", flat=True)), ["confirm", "stop"]
        )
        self.assertEqual(sorted(ModerationLink.objects.values_list("token_hash", flat=True)), ["13", "6"])

    def test_told_answers_go_after_thirty_days_and_open_ones_stay(self):
        wish = self.wish(1, 400, confirmed=True)
        for number, days in ((2, 31), (3, 29), (4, None)):
            settled = FIRST - timedelta(days=days) if days else None
            ReplyNotice.objects.create(
                subscription=wish, answer=make_comment(None, number), settled_at=settled
            )
        self.assertEqual(privacy.expire(FIRST), 1)
        self.assertEqual(ReplyNotice.objects.count(), 2)
