from django.test import TestCase
from django.urls import reverse

from comments.models import Comment, CommentEvent, Status
from comments.services import editing
from comments.services.decisions import ChangedMeanwhile
from pagecache.versions import look_up
from tests.comments.factories import FIRST, make_coach, make_comment, make_page

TEXT = "Jan Willem zei niets. Ik belde jan willem nog drie keer, maar Jan Willems broer nam op."


class Edited(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()
        cls.comment = make_comment(cls.page, text=TEXT)
        cls.comment.dedupe_key = cls.comment.make_dedupe_key()
        cls.comment.save()

    def events(self):
        return list(CommentEvent.objects.values_list("action", "from_status", "to_status"))


class Shortening(Edited):
    def test_the_words_that_came_in_are_kept_however_often_it_is_shortened(self):
        editing.shorten(self.comment, "Korter.", self.coach)
        editing.shorten(self.comment, "Kort.", self.coach)
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.text, self.comment.original_text), ("Kort.", TEXT))
        self.assertIsNotNone(self.comment.shortened_at)
        self.assertEqual(self.events(), [("shortened", "approved", "approved")] * 2)

    def test_same_words_change_nothing(self):
        self.assertIsNone(editing.shorten(self.comment, TEXT, self.coach))
        self.assertEqual(self.events(), [])

    def test_going_back_word_for_word_takes_the_mark_away(self):
        editing.shorten(self.comment, "Kort.", self.coach)
        editing.shorten(self.comment, TEXT, self.coach)
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.original_text, self.comment.shortened_at), ("", None))

    def test_original_comes_back_and_is_recorded(self):
        editing.shorten(self.comment, "Kort.", self.coach)
        event = editing.restore(self.comment, self.coach)
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.text, self.comment.original_text), (TEXT, ""))
        self.assertIsNone(self.comment.shortened_at)
        self.assertEqual((event.action, event.user), ("restored", self.coach))
        self.assertIsNone(editing.restore(self.comment, self.coach))

    def test_what_readers_see_is_renewed_and_what_waits_changes_no_page(self):
        before = look_up()
        editing.shorten(self.comment, "Kort.", self.coach)
        self.assertEqual(look_up(), before + 1)
        waiting = make_comment(self.page, 2, status=Status.PENDING)
        editing.shorten(waiting, "Kort.", self.coach)
        self.assertEqual(look_up(), before + 1)

    def test_dedupe_key_follows_the_words(self):
        editing.shorten(self.comment, "Kort.", self.coach)
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.dedupe_key, self.comment.make_dedupe_key())

    def test_becoming_equal_to_another_reaction_is_no_error(self):
        other = make_comment(self.page, text="Kort.")
        other.dedupe_key = other.make_dedupe_key()
        other.save()
        editing.shorten(self.comment, "Kort.", self.coach)
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.text, self.comment.dedupe_key), ("Kort.", None))

    def test_own_answer_is_corrected_without_a_mark(self):
        answer = make_comment(self.page, 3, text="Tiepfout.", staff_label="Coach")
        editing.shorten(answer, "Tikfout.", self.coach)
        answer.refresh_from_db()
        self.assertEqual((answer.text, answer.original_text, answer.shortened_at), ("Tikfout.", "", None))

    def test_withdrawn_reaction_gets_no_words_again(self):
        gone = make_comment(self.page, 4, text="", withdrawn_at=self.comment.created_at, original_text="")
        self.assertIsNone(editing.shorten(gone, "Toch.", self.coach))
        self.assertIsNone(editing.restore(gone, self.coach))


class Redacting(Edited):
    def redact(self, name, comment=None):
        comment = comment or self.comment
        return editing.edit(comment, comment.text, comment.fingerprint, self.coach, name=name)

    def test_name_goes_everywhere_where_it_stands_as_whole_words(self):
        self.redact("jan  willem")
        self.comment.refresh_from_db()
        self.assertEqual(
            self.comment.text,
            "[naam] zei niets. Ik belde [naam] nog drie keer, maar Jan Willems broer nam op.",
        )
        self.assertEqual(self.comment.original_text, TEXT)

    def test_history_says_how_often_and_never_what(self):
        event = self.redact("Jan Willem")
        self.assertEqual((event.action, event.reason), ("shortened", "2 keer [naam]."))

    def test_name_that_is_not_there_changes_nothing(self):
        for name in ("Piet", "", "  ", "Will"):
            self.assertIsNone(self.redact(name))
        self.assertEqual(self.events(), [])

    def test_signs_of_patterns_are_only_signs(self):
        text = "Mail J.(de) B* of \\1 even."
        self.assertEqual(editing.without(text, "J.(de) B*", "\\1"), ("Mail \\1 of \\1 even.", 1))

    def test_words_and_name_are_one_step_in_the_history(self):
        seen = self.comment.fingerprint
        event = editing.edit(self.comment, "Jan Willem zei niets.", seen, self.coach, name="Jan Willem")
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.text, event.reason), ("[naam] zei niets.", "1 keer [naam]."))
        self.assertEqual(len(self.events()), 1)

    def test_words_that_came_after_the_screen_was_read_are_not_overwritten(self):
        seen = self.comment.fingerprint
        Comment.objects.filter(pk=self.comment.pk).update(text="Nieuwe woorden.")
        with self.assertRaises(ChangedMeanwhile):
            editing.edit(self.comment, "Mijn versie.", seen, self.coach)
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.text, "Nieuwe woorden.")

    def test_personal_details_go_in_one_step(self):
        comment = make_comment(self.page, 2, text="Bel 06 12345678 of mail an@voorbeeld.example.")
        event = editing.redact_details(comment, self.coach)
        comment.refresh_from_db()
        self.assertEqual(comment.text, "Bel [telefoonnummer] of mail [e-mailadres].")
        self.assertEqual(event.reason, "Weggehaald: een telefoonnummer, een e-mailadres.")
        self.assertIsNone(editing.redact_details(comment, self.coach))


class Pinning(Edited):
    def test_one_stands_on_top_of_a_page(self):
        second = make_comment(self.page, 2)
        editing.pin(self.comment, self.coach)
        editing.pin(second, self.coach)
        self.assertEqual(list(Comment.objects.filter(is_pinned=True)), [second])
        self.assertEqual([action for action, *_ in self.events()], ["pinned", "unpinned", "pinned"])

    def test_pages_do_not_mind_each_other(self):
        elsewhere = make_comment(make_page("Ander artikel"), 2)
        for comment in (self.comment, elsewhere):
            editing.pin(comment, self.coach)
        self.assertEqual(Comment.objects.filter(is_pinned=True).count(), 2)

    def test_twice_is_once(self):
        editing.pin(self.comment, self.coach)
        self.assertIsNone(editing.pin(self.comment, self.coach))
        editing.unpin(self.comment, self.coach)
        self.assertIsNone(editing.unpin(self.comment, self.coach))
        self.assertFalse(Comment.objects.filter(is_pinned=True).exists())

    def test_only_what_is_shown_and_answers_nothing_can_be_pinned(self):
        for number, fields in enumerate(({"status": Status.PENDING}, {"parent": self.comment}), start=2):
            with self.assertRaises(editing.CannotPin):
                editing.pin(make_comment(self.page, number, **fields), self.coach)
        with self.assertRaises(editing.CannotPin):
            editing.pin(make_comment(None, 9), self.coach)
        with self.assertRaises(editing.CannotPin):
            editing.pin(make_comment(self.page, 8, withdrawn_at=FIRST), self.coach)

    def test_page_is_renewed(self):
        before = look_up()
        editing.pin(self.comment, self.coach)
        editing.unpin(self.comment, self.coach)
        self.assertEqual(look_up(), before + 2)


class OnScreen(Edited):
    def setUp(self):
        self.client.force_login(self.coach)
        self.address = reverse("comment_moderation:show", args=[self.comment.pk])

    def edit(self, text=TEXT, action="shorten", **data):
        seen = self.client.get(self.address).context["edit"].initial["seen"]
        address = reverse("comment_moderation:edit", args=[self.comment.pk])
        return self.client.post(address, {"text": text, "action": action, "seen": seen, **data})

    def test_text_is_kept_with_the_difference_to_read(self):
        self.assertRedirects(self.edit("Jan Willem zei niets."), self.address)
        response = self.client.get(self.address)
        self.assertContains(response, "<del> Ik belde jan willem nog drie keer")
        self.assertContains(response, "Zet de oorspronkelijke tekst terug")

    def test_name_is_taken_out_of_what_was_typed_so_far(self):
        self.edit("Jan Willem zei niets.", action="redact", name="Jan Willem")
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.text, self.comment.original_text), ("[naam] zei niets.", TEXT))

    def test_name_that_is_not_there_is_said_and_nothing_typed_is_lost(self):
        response = self.edit("Half bewerkt.", action="redact", name="Piet")
        self.assertContains(response, "Deze naam staat niet in de tekst.", status_code=422)
        self.assertContains(response, "Half bewerkt.", status_code=422)
        self.assertContains(response, 'value="Piet"', status_code=422)

    def test_emptying_is_refused(self):
        self.assertContains(self.edit("  "), "Laat iets staan", status_code=422)
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.text, TEXT)

    def test_what_its_writer_changed_meanwhile_is_not_overwritten_unseen(self):
        response = self.edit("Mijn versie.", seen="ouder")
        self.assertContains(response, "De tekst is intussen veranderd.", status_code=422)
        self.assertContains(response, "Mijn versie.", status_code=422)
        self.assertEqual(self.edit("Mijn versie.").status_code, 302)

    def test_pinning_and_restoring_are_one_click(self):
        self.edit("Kort.")
        for action in ("pin", "restore"):
            response = self.client.post(
                "/admin/reacties/oordeel/", {"row": f"{action}-{self.comment.pk}", "next": self.address}
            )
            self.assertRedirects(response, self.address)
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.is_pinned, self.comment.text), (True, TEXT))
        self.assertContains(self.client.get(self.address), "Haal van bovenaan weg")

    def test_what_cannot_be_pinned_is_said(self):
        waiting = make_comment(self.page, 2, status=Status.PENDING)
        self.client.post("/admin/reacties/oordeel/", {"row": f"pin-{waiting.pk}", "next": self.address})
        self.assertContains(self.client.get(self.address), "kan bovenaan staan.")

    def test_editing_needs_the_permission_and_a_post(self):
        address = reverse("comment_moderation:edit", args=[self.comment.pk])
        self.assertEqual(self.client.get(address).status_code, 405)
        self.client.force_login(make_coach("redacteur", allowed=False))
        self.client.post(address, {"text": "Weg.", "action": "shorten"})
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.text, TEXT)
