"""Reactions of the old site: their state, their conversation, and what is done here with them."""

import io
from datetime import timedelta

from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page

import comments.privacy
from blog.models import HomePage
from comments.models import MAX_TEXT, Comment, SpamFeature, Status
from pagecache.versions import look_up
from privacy.erasures import erase
from tests.blog.factories import ArticlePageFactory, make_site
from tests.wordpress import exports
from tests.wordpress.exports import HOME
from tests.wordpress.moving import adds_up, move
from tests.wordpress.things import MOMENT, item, reaction
from wordpress.models import Imported
from wordpress.reading.items import Item, Reaction
from wordpress.taking_over.reactions import Reactions, leave_out_reactions
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.task import Options, Task


def bring_reactions(of: Item, page: Page, site: str, task: Task) -> list[Line]:
    reactions = Reactions(site, task)
    reactions.expect([of])
    lines = reactions.bring(of, page)
    reactions.write()
    return lines


class ReactionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.page = cls.site.article(title="Alleen thuis op zondag")

    def bring(self, *reactions: Reaction, page: object = None, **options: object) -> list[Line]:
        task = Task(Options(**options))
        return bring_reactions(item(reactions=reactions), page or self.page, HOME, task)

    def here(self, old_id: int) -> Comment:
        return Imported.objects.get(site=HOME, kind="reaction", old_id=old_id).comment

    def test_each_state_there_is_its_state_here(self):
        self.bring(
            *(
                reaction(number, approved=approved)
                for number, approved in enumerate(
                    ("1", "0", "hold", "spam", "trash", "post-trashed"), start=1
                )
            )
        )
        states = [self.here(number).status for number in range(1, 7)]
        self.assertEqual(states, ["approved", "pending", "pending", "spam", "trash", "trash"])

    def test_a_reaction_comes_whole_and_keeps_its_date(self):
        text = "Zo lang. " * 1000
        self.bring(
            reaction(1, text, author_name="  Anne\nke " + "x" * 100, author_url="HTTPS://lezer.example/")
        )
        comment = self.here(1)
        self.assertEqual(comment.text, text.strip())
        self.assertGreater(len(comment.text), MAX_TEXT)
        self.assertEqual(comment.created_at, MOMENT.replace(day=6, minute=1))
        self.assertEqual(comment.author_name[:7], "Anne ke")
        self.assertEqual(len(comment.author_name), 80)
        self.assertEqual(comment.author_email, "anneke@lezer.example")
        self.assertEqual(comment.author_url, "https://lezer.example/")
        self.assertEqual((comment.network_hash, comment.staff_label), ("", ""))
        self.assertEqual(comment.page_title, "Alleen thuis op zondag")

    def test_details_that_are_none_are_left_empty(self):
        urls = ("javascript:alert(1)", "https://bank.example@dief.example/", "geen adres")
        self.bring(
            *(
                reaction(number, author_name=" ", author_email="geen adres", author_url=url)
                for number, url in enumerate(urls, start=1)
            )
        )
        for comment in Comment.objects.all():
            self.assertEqual(
                (comment.author_name, comment.author_email, comment.author_url), ("Anoniem", "", "")
            )

    def test_answers_hang_where_they_hung(self):
        self.bring(reaction(3, parent=2), reaction(2, parent=1), reaction(1), reaction(4))
        one, two, three, four = map(self.here, (1, 2, 3, 4))
        self.assertEqual([two.parent, three.parent, one.parent, four.parent], [one, two, None, None])
        self.assertEqual([two.thread, three.thread, one.thread, four.thread], [one, one, None, None])

    def test_an_answer_that_comes_later_joins_the_conversation(self):
        self.bring(reaction(1), reaction(2, parent=1))
        self.bring(reaction(1), reaction(2, parent=1), reaction(3, parent=2))
        self.assertEqual((self.here(3).parent, self.here(3).thread), (self.here(2), self.here(1)))

    def test_orphans_come_to_the_top_and_answers_to_what_is_left_out_go_higher(self):
        self.bring(
            reaction(1), reaction(2, parent=1, kind="pingback"), reaction(3, parent=2), reaction(4, parent=99)
        )
        self.assertEqual(self.here(3).parent, self.here(1))
        self.assertIsNone(self.here(4).parent)

    def test_a_circle_begins_with_its_oldest(self):
        self.bring(reaction(5, parent=7), reaction(6, parent=5), reaction(7, parent=6), reaction(8, parent=8))
        self.assertEqual(
            [self.here(number).parent for number in (5, 6, 7, 8)], [None, self.here(5), self.here(6), None]
        )
        self.assertEqual({self.here(6).thread, self.here(7).thread}, {self.here(5)})

    def test_messages_of_machines_and_notes_are_left_out_and_counted(self):
        lines = self.bring(
            reaction(1, kind="pingback"), reaction(2, kind="trackback"), reaction(3, kind="note"),
            reaction(4, kind="order_note"), reaction(5, text=" <br> "), reaction(6, approved="raar"),
            reaction(7), reaction(7),
        )  # fmt: skip
        self.assertEqual([line.outcome for line in lines], ["left_out"] * 6 + ["new", "left_out"])
        self.assertTrue(all(line.words for line in lines if line.outcome == Outcome.LEFT_OUT))
        self.assertEqual(Comment.objects.count(), 1)
        self.assertNotIn("Anneke", str(lines))

    def test_reactions_of_authors_carry_their_mark(self):
        Imported.objects.create(site=HOME, kind="author", old_id=2)
        self.bring(reaction(1, user=2), reaction(2, user=3))
        self.assertTrue(self.here(1).is_staff)
        self.assertFalse(self.here(2).is_staff)

    def test_nobody_gets_mail_and_the_filter_learns_nothing(self):
        with self.captureOnCommitCallbacks(execute=True):
            self.bring(reaction(1), reaction(2, approved="0"), reaction(3, approved="spam"))
        self.assertFalse(Email.objects.exists() or mail.outbox)
        self.assertFalse(SpamFeature.objects.exists())

    def test_words_of_danger_in_what_waits_are_marked(self):
        self.bring(
            reaction(1, "Ik wil niet meer leven.", approved="0"), reaction(2, "Ik wil niet meer leven.")
        )
        self.assertTrue(self.here(1).danger)
        self.assertFalse(self.here(2).danger)

    def test_a_second_run_writes_nothing(self):
        reactions = [reaction(number, parent=number - 1) for number in range(1, 6)]
        self.bring(*reactions)
        version = look_up()
        before = list(Comment.objects.values()), list(Imported.objects.values())
        lines = self.bring(*reactions)
        self.assertEqual({line.outcome for line in lines}, {Outcome.KNOWN})
        self.assertEqual(before, (list(Comment.objects.values()), list(Imported.objects.values())))
        self.assertEqual(look_up(), version)

    def test_what_was_decided_there_follows_where_nobody_touched_it_here(self):
        self.bring(reaction(1, approved="0"), reaction(2, approved="0"), reaction(3))
        Comment.objects.filter(pk=self.here(2).pk).update(status=Status.TRASH)
        Comment.objects.filter(pk=self.here(3).pk).update(text="Ingekort.")
        lines = self.bring(reaction(1), reaction(2), reaction(3, approved="spam"))
        self.assertEqual([line.outcome for line in lines], ["changed", "known", "known"])
        self.assertIn("hier zelf", lines[1].words[0])
        self.assertEqual(
            [self.here(number).status for number in (1, 2, 3)], ["approved", "trash", "approved"]
        )

    def test_words_can_follow_all_the_same_where_that_is_asked(self):
        self.bring(reaction(1))
        Comment.objects.update(text="Ingekort.")
        self.bring(reaction(1, "Heel anders."), overwrite=True)
        self.assertEqual(self.here(1).text, "Heel anders.")

    def test_what_was_removed_here_stays_away(self):
        self.bring(reaction(1))
        self.here(1).delete()
        line = self.bring(reaction(1, "Opnieuw."))[0]
        self.assertEqual(line.outcome, Outcome.KNOWN)
        self.assertFalse(Comment.objects.exists())

    def test_who_was_erased_after_a_move_does_not_come_back_with_the_next(self):
        self.bring(reaction(1), reaction(2, approved="0"))
        comments.privacy.erase("anneke@lezer.example")
        self.bring(reaction(1, "Ik ben het weer."), reaction(2, "Ik ook."), overwrite=True)
        self.assertFalse(Comment.objects.filter(author_email__contains="anneke").exists())
        self.assertEqual([one.author_name for one in Comment.objects.all()], ["Anoniem"])

    def test_who_was_erased_before_a_move_comes_without_name_and_words(self):
        erase("anneke@lezer.example")
        lines = self.bring(
            reaction(1, "Ik heet Anneke."), reaction(2, parent=1, author_email="bo@lezer.example"),
            reaction(3, approved="0"),
        )  # fmt: skip
        self.assertEqual([line.outcome for line in lines], ["left_out", "new", "left_out"])
        first = self.here(1)
        self.assertEqual((first.author_name, first.author_email), ("Anoniem", ""))
        self.assertNotIn("Anneke", first.text)
        self.assertIsNotNone(first.withdrawn_at)
        self.assertEqual(self.here(2).parent, first)
        self.assertIsNone(self.here(3))
        again = self.bring(reaction(1, "Ik heet Anneke."), reaction(3, approved="0"))
        self.assertEqual([line.outcome for line in again], ["known", "known"])

    def test_what_somebody_wrote_after_an_erasure_is_theirs_again(self):
        erase("anneke@lezer.example")
        self.bring(reaction(1, created_at=timezone.now() + timedelta(hours=1)))
        self.assertEqual(self.here(1).author_name, "Anneke")

    def test_the_same_number_under_another_page_is_another_reaction(self):
        self.bring(reaction(1))
        other = self.site.article(title="Ander")
        self.assertEqual(self.bring(reaction(1, "Anders."), page=other)[0].outcome, Outcome.FAILED)
        self.assertEqual(self.here(1).text, "Wat een fijn stuk.")

    def test_hundreds_cost_a_handful_of_statements(self):
        chain = [reaction(number, parent=number - 1) for number in range(1, 401)]
        with CaptureQueriesContext(connection) as queries:
            self.bring(*chain)
        # SQLite takes some thirty rows at a time.
        self.assertLess(len(queries), 10 if connection.vendor == "postgresql" else 100)
        self.assertEqual(self.here(400).thread, self.here(1))

    def test_reactions_to_what_does_not_come_are_counted(self):
        lines = leave_out_reactions(item(reactions=(reaction(1), reaction(2))))
        self.assertEqual([line.outcome for line in lines], [Outcome.LEFT_OUT] * 2)

    def test_the_title_of_what_it_is_about_is_told_as_it_reads(self):
        about = item(title="Eb &amp; vloed", reactions=(reaction(1),))
        (line,) = bring_reactions(about, self.page, HOME, Task(Options()))
        self.assertEqual(line.title, "Reactie 1 bij ‘Eb & vloed’")


class ErasedBeforeTheFirstMove(TestCase):
    """The export is from before: its writer asked since to be forgotten."""

    @classmethod
    def setUpTestData(cls):
        make_site()
        # Somebody is known here, as otherwise there would be nothing to erase.
        Comment.objects.create(
            page=ArticlePageFactory(parent=HomePage.objects.get()),
            author_name="Anneke",
            author_email="anneke@lezer.example",
            text="Ik heet Anneke.",
        )

    def test_neither_name_nor_words_nor_address_come(self):
        call_command("avg_erase", "Anneke@Lezer.example", yes=True, stdout=io.StringIO())
        answer = exports.comment(3, "Dank je.", parent=1, author="Bo", email="bo@lezer.example")
        report = move(
            exports.item(
                1,
                "Stil",
                comments=[
                    exports.comment(1, "Mijn straat is de Zeeweg.", url="https://anneke.example/"),
                    exports.comment(2, "Wacht nog, Zeeweg.", approved="0", email="ANNEKE@lezer.example"),
                    answer,
                ],
            )
        )
        self.assertTrue(adds_up(report))
        self.assertEqual(report.counts["comment"], {"left_out": 2, "new": 1})
        kept = str([*Comment.objects.values(), *Imported.objects.values(), report.as_data()]).lower()
        for told in ("anneke", "zeeweg"):
            self.assertNotIn(told, kept)
        self.assertEqual(Comment.objects.get(text="Dank je.").parent.author_name, "Anoniem")
        page = self.client.get(Imported.objects.get(kind="item").page.url)
        self.assertContains(page, "Dank je.")
        self.assertNotContains(page, "Zeeweg")
