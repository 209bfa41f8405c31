from datetime import UTC, date, datetime

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, CommentEvent, ReadyAnswer, Report, Status
from comments.queue import marked, queue_items
from tests.comments.factories import make_coach, make_comment, make_page, open_for_comments

DECIDE = "/admin/reacties/oordeel/"
TAKE_BACK = "/admin/reacties/terug/"
LIST = "/admin/reacties/"
JSON = {"Accept": "application/json"}


def report(comment, reason="hurtful", note=""):
    number = Report.objects.count()
    Report.objects.create(
        comment=comment, reason=reason, note=note, network_hash=str(number), day=date(2026, 3, 15)
    )
    comment.report_count += 1
    comment.save()


class Queue(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()

    def setUp(self):
        self.client.force_login(self.coach)

    def shown(self, query=""):
        return list(self.client.get(f"{LIST}{query}").context["object_list"])


class Order(Queue):
    def test_danger_comes_first_then_reports_then_what_waits_longest_then_the_rest(self):
        rest = make_comment(self.page, 1)
        waiting = make_comment(self.page, 2, status=Status.PENDING)
        reported = make_comment(self.page, 3)
        report(reported)
        danger = make_comment(self.page, 4, status=Status.PENDING, danger="wil niet meer")
        newest = make_comment(self.page, 5)
        self.assertEqual(self.shown(), [danger, reported, waiting, newest, rest])
        panel = self.client.get("/admin/").content.decode()
        places = [panel.index(f'data-moderation-item="{c.pk}"') for c in (danger, reported, waiting)]
        self.assertEqual(places, sorted(places))
        self.assertNotIn(f'data-moderation-item="{rest.pk}"', panel)
        self.assertIn('data-waiting": "3"', panel.replace("&quot;", '"'))

    def test_pages_of_the_list_follow_on_each_other(self):
        made = [make_comment(self.page, number) for number in range(25)]
        both = self.shown() + self.shown("?p=2")
        self.assertEqual(both, made[::-1])


class Filters(Queue):
    def test_each_filter_finds_its_own(self):
        other_page = make_page("Ander artikel")
        make_comment(self.page, 1)
        found = {
            "?status=attention": make_comment(self.page, 2, status=Status.PENDING),
            "?danger=true": make_comment(self.page, 3, status=Status.SPAM, danger="dood"),
            f"?page={other_page.pk}": make_comment(other_page, 4),
            "?author_email=%20ANNA@voorbeeld.example": make_comment(
                self.page, 5, author_email="anna@voorbeeld.example"
            ),
            "?created_at_from=2026-05-01&created_at_to=2026-05-02": make_comment(
                self.page, 6, created_at=datetime(2026, 5, 2, 20, 0, tzinfo=UTC)
            ),
            "?q=vlinder+nacht": make_comment(self.page, 7, text="De nacht was lang. Geen vlinder te zien."),
            "?q=anders+heten": make_comment(self.page, 8, author_name="Heten", text="anders"),
        }
        for query, comment in found.items():
            with self.subTest(query=query):
                self.assertEqual(self.shown(query), [comment])
        reported = make_comment(self.page, 9)
        report(reported)
        self.assertEqual(self.shown("?reported=true"), [reported])
        self.assertEqual(self.shown("?status=attention"), [reported, found["?status=attention"]])

    def test_judged_reaction_leaves_only_a_list_of_what_waits(self):
        make_comment(self.page, 1, status=Status.PENDING)
        for query, mode in (("", "list"), ("?status=attention", "waiting"), ("?status=pending", "waiting")):
            self.assertContains(self.client.get(f"{LIST}{query}"), f'data-moderation="{mode}"')

    def test_empty_queue_is_kind(self):
        self.assertContains(self.client.get(f"{LIST}?status=attention"), "Alles is gelezen")


class Rows(Queue):
    def row(self, **fields):
        return queue_items([make_comment(self.page, 1, status=Status.PENDING, **fields)])[0]

    def test_danger_words_stand_apart_as_they_were_written(self):
        parts = marked("Ik WIL niet\nmeer. Niet meerdaags.", ["wil niet meer", "niet meer"])
        self.assertEqual([part.text for part in parts], ["Ik ", "WIL niet\nmeer", ". Niet meerdaags."])
        self.assertEqual([part.is_danger for part in parts], [False, True, False])

    def test_marked_text_is_escaped(self):
        make_comment(self.page, status=Status.PENDING, text="<b>dood</b> <i>", danger="dood; <b>")
        response = self.client.get(LIST)
        self.assertContains(response, "&lt;b&gt;<mark>dood</mark>&lt;/b&gt; &lt;i&gt;")
        self.assertContains(response, "Let op: dit kan op gevaar wijzen")

    def test_history_of_the_writer_does_not_count_the_reaction_itself(self):
        for number, status in enumerate(
            [Status.APPROVED] * 2 + [Status.SPAM, Status.TRASH, Status.PENDING], 2
        ):
            make_comment(self.page, number, author_email="an@voorbeeld.example", status=status)
        first = Comment.objects.filter(author_email="an@voorbeeld.example").order_by("pk").first()
        item = queue_items([first])[0]
        self.assertEqual((item.approved, item.refused), (1, 2))
        self.assertTrue(self.row().is_first)

    def test_reactions_without_address_have_no_history_together(self):
        make_comment(self.page, 2, author_email="")
        self.assertTrue(self.row(author_email="").is_first)

    def test_why_it_may_be_spam_is_told(self):
        make_comment(
            self.page, status=Status.SPAM, spam_score=0.973, spam_reasons=["Vulde het verborgen veld in."]
        )
        response = self.client.get(LIST)
        self.assertContains(response, "voor 97 % voor spam")
        self.assertContains(response, "Vulde het verborgen veld in.")
        self.assertIsNone(self.row(spam_score=0.2).spam_chance)

    def test_personal_details_are_named_and_go_with_one_click(self):
        comment = make_comment(self.page, status=Status.PENDING, text="Bel 06 12345678.")
        self.assertContains(self.client.get("/admin/"), "Bevat: een telefoonnummer.")
        answer = self.client.post(DECIDE, {"row": f"details-{comment.pk}"}, headers=JSON).json()
        self.assertIn("Bel [telefoonnummer].", answer["rows"][0]["html"])
        self.assertIn("Zet de oorspronkelijke tekst terug", answer["rows"][0]["html"])

    def test_number_of_queries_does_not_grow(self):
        def fill(start):
            for number in range(start, start + 3):
                comment = make_comment(
                    make_page(f"Artikel {number}"), number, status=Status.PENDING, danger="dood"
                )
                report(comment)

        ReadyAnswer.objects.create(title="Dank", text="Dank, {naam}.")
        for address in ("/admin/", LIST):
            Comment.objects.all().delete()
            fill(len(address) * 10)
            self.client.get(address)
            few = self.queries(address)
            fill(len(address) * 10 + 5)
            self.assertEqual(self.queries(address), few)

    def queries(self, address):
        with CaptureQueriesContext(connection) as counted:
            self.client.get(address)
        return len(counted)


class Reports(Queue):
    def setUp(self):
        super().setUp()
        self.comments = [make_comment(self.page, number) for number in (1, 2)]
        for comment in self.comments:
            report(comment, note="Dit is niet aardig.")

    def test_reasons_and_notes_are_shown_with_a_way_to_let_it_stand(self):
        response = self.client.get("/admin/")
        self.assertContains(response, "Kwetsend of bedreigend: ‘Dit is niet aardig.’")
        self.assertContains(response, f'value="stand-{self.comments[0].pk}"')

    def test_letting_stand_handles_the_reports_and_can_be_undone(self):
        pks = [comment.pk for comment in self.comments]
        answer = self.client.post(DECIDE, {"bulk": "stand", "comment": pks}, headers=JSON).json()
        self.assertEqual((answer["waiting"], [row["waits"] for row in answer["rows"]]), (0, [False] * 2))
        self.assertEqual(answer["message"], "2 reacties: de meldingen zijn afgehandeld.")
        self.assertFalse(Report.objects.filter(handled_at=None).exists())
        answer = self.client.post(TAKE_BACK, {"event": answer["events"]}, headers=JSON).json()
        self.assertEqual((answer["message"], answer["waiting"]), ("Ongedaan gemaakt.", 2))
        self.assertEqual(Report.objects.filter(handled_at=None).count(), 2)

    def test_undoing_the_trash_opens_the_reports_again_that_it_closed(self):
        comment = self.comments[0]
        self.client.post(DECIDE, {"row": f"stand-{comment.pk}"})
        report(Comment.objects.get(pk=comment.pk), "spam")
        events = self.client.post(DECIDE, {"row": f"trash-{comment.pk}"}, headers=JSON).json()["events"]
        self.client.post(TAKE_BACK, {"event": events})
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.report_count), (Status.APPROVED, 1))
        self.assertEqual([r.reason for r in comment.reports.filter(handled_at=None)], ["spam"])

    def test_letting_stand_twice_is_once(self):
        for _ in range(2):
            self.client.post(DECIDE, {"row": f"stand-{self.comments[0].pk}"})
        self.assertEqual(CommentEvent.objects.filter(action="reports_handled").count(), 1)


class Answers(Queue):
    def setUp(self):
        super().setUp()
        self.comment = make_comment(self.page, 1, status=Status.PENDING)
        self.ready = ReadyAnswer.objects.create(title="Dank", text="Lieve {naam}, dank je wel.")

    def post(self, action, headers=None, **data):
        return self.client.post(DECIDE, {"row": f"{action}-{self.comment.pk}", **data}, headers=headers)

    def test_undone_answer_comes_back_to_the_script(self):
        field = {f"answer-{self.comment.pk}": "Wat fijn."}
        events = self.post("answer", JSON, **field).json()["events"]
        answer = self.client.post(TAKE_BACK, {"event": events}, headers=JSON).json()
        self.assertEqual(answer["answers"], [{"id": self.comment.pk, "text": "Wat fijn."}])

    def test_undone_answer_comes_back_without_script(self):
        self.post("answer", **{f"answer-{self.comment.pk}": "Wat fijn."})
        events = list(CommentEvent.objects.values_list("pk", flat=True))
        response = self.client.post(TAKE_BACK, {"event": events, "next": "/admin/"}, follow=True)
        self.assertContains(response, "Wat fijn.</textarea>")
        self.assertContains(response, 'class="moderation__answer" open')
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.status, Status.PENDING)

    def test_only_an_answer_of_this_reaction_is_brought_back(self):
        other = make_comment(self.page, 2, text="Van een ander.", status=Status.TRASH, staff_label="Coach")
        for wanted in (str(other.pk), "x", "9" * 30):
            response = self.client.get(f"{LIST}{self.comment.pk}/?antwoord={wanted}")
            self.assertNotContains(response, "Van een ander.")

    def test_ready_answer_is_added_to_what_was_written(self):
        fields = {f"answer-{self.comment.pk}": "Half geschreven.", f"ready-{self.comment.pk}": self.ready.pk}
        response = self.post("ready", **fields)
        self.assertContains(response, "Half geschreven.\n\nLieve Lezer 1, dank je wel.</textarea>")
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.status, Status.PENDING)

    def test_text_of_a_ready_answer_stands_once_on_a_page(self):
        make_comment(self.page, 2, status=Status.PENDING)
        self.assertContains(self.client.get("/admin/"), "Lieve {naam}, dank je wel.", 1)


class OneReaction(Queue):
    def test_everything_around_it_is_shown(self):
        comment = make_comment(self.page, 1)
        earlier = [
            make_comment(self.page, number, author_email=comment.author_email, text=f"Woorden {number}")
            for number in range(2, 9)
        ]
        report(comment, note="Kijk even.")
        self.client.post(DECIDE, {"row": f"stand-{comment.pk}"})
        response = self.client.get(f"{LIST}{comment.pk}/")
        self.assertEqual(response.context["others"], earlier[:1:-1])
        self.assertContains(response, "Afgehandelde meldingen")
        self.assertContains(response, "meldingen afgehandeld (beheer), Marit van Wezel")

    def test_next_and_previous_lead_along_what_waits(self):
        first, second, third = [make_comment(self.page, n, status=Status.PENDING) for n in (1, 2, 3)]
        context = self.client.get(f"{LIST}{second.pk}/").context
        self.assertEqual(
            (context["previous_url"], context["next_url"]), (f"{LIST}{first.pk}/", f"{LIST}{third.pk}/")
        )
        judged = make_comment(self.page, 4)
        context = self.client.get(f"{LIST}{judged.pk}/").context
        self.assertEqual((context["previous_url"], context["next_url"]), ("", f"{LIST}{first.pk}/"))
        context = self.client.get(f"{LIST}{third.pk}/").context
        self.assertEqual((context["previous_url"], context["next_url"]), (f"{LIST}{second.pk}/", ""))

    def test_the_way_to_close_reactions_is_the_article_itself(self):
        comment = make_comment(self.page, 1)
        self.assertNotContains(self.client.get(f"{LIST}{comment.pk}/"), "bij dit artikel")
        with open_for_comments():
            response = self.client.get(f"{LIST}{comment.pk}/")
        self.assertContains(response, f'href="/admin/pages/{self.page.pk}/edit/#tab-indelen"')
        self.assertContains(response, "Sluit reacties bij dit artikel")
        with open_for_comments(False):
            self.assertContains(self.client.get(f"{LIST}{comment.pk}/"), "zijn gesloten.")
