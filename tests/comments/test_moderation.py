from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.models import MAX_TEXT, Comment, CommentEvent, Status
from comments.moderation import NOTHING_CHANGED, NOTHING_TICKED
from tests.comments.factories import FIRST, make_coach, make_comment, make_page

DECIDE = "/admin/reacties/oordeel/"
TAKE_BACK = "/admin/reacties/terug/"
JSON = {"Accept": "application/json"}


class LoggedIn(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()
        cls.waiting = [make_comment(cls.page, n, status=Status.PENDING) for n in range(1, 4)]

    def setUp(self):
        self.client.force_login(self.coach)

    def decide(self, headers=None, **data):
        return self.client.post(DECIDE, {"next": "/admin/", **data}, headers=headers)

    def statuses(self):
        return list(Comment.objects.order_by("pk").values_list("status", flat=True))


class Deciding(LoggedIn):
    def test_one_click_decides_on_one_reaction(self):
        for action, status in (
            ("approve", "approved"),
            ("spam", "spam"),
            ("trash", "trash"),
            ("back", "pending"),
        ):
            response = self.decide(row=f"{action}-{self.waiting[0].pk}")
            self.assertRedirects(response, "/admin/", fetch_redirect_response=False)
            self.assertEqual(self.statuses(), [status, "pending", "pending"])

    def test_decision_is_recorded_with_who_when_from_and_to(self):
        self.decide(row=f"approve-{self.waiting[0].pk}")
        event = CommentEvent.objects.get()
        self.assertEqual((event.from_status, event.to_status, event.origin), ("pending", "approved", "admin"))
        self.assertEqual((event.user, event.user_name), (self.coach, "Marit van Wezel"))
        self.waiting[0].refresh_from_db()
        self.assertIsNotNone(self.waiting[0].decided_at)

    def test_ticked_reactions_are_decided_on_together(self):
        self.decide(bulk="spam", comment=[comment.pk for comment in self.waiting])
        self.assertEqual(self.statuses(), ["spam"] * 3)
        self.assertEqual(CommentEvent.objects.count(), 3)

    def test_message_offers_the_way_back(self):
        self.decide(bulk="trash", comment=[self.waiting[0].pk, self.waiting[1].pk])
        response = self.client.get("/admin/")
        self.assertContains(response, "2 reacties: naar de prullenbak.")
        self.assertContains(response, f'action="{TAKE_BACK}"')
        events = CommentEvent.objects.values_list("pk", flat=True)
        response = self.client.post(TAKE_BACK, {"event": list(events), "next": "/admin/"})
        self.assertRedirects(response, "/admin/", fetch_redirect_response=False)
        self.assertEqual(self.statuses(), ["pending"] * 3)
        self.assertEqual(CommentEvent.objects.filter(origin="undo").count(), 2)

    def test_undo_leaves_what_someone_else_decided_since(self):
        self.decide(row=f"trash-{self.waiting[0].pk}")
        event = CommentEvent.objects.get()
        self.decide(row=f"approve-{self.waiting[0].pk}")
        self.client.post(TAKE_BACK, {"event": event.pk})
        self.assertEqual(self.statuses()[0], "approved")

    def test_second_click_changes_nothing(self):
        for _ in range(2):
            response = self.decide(headers=JSON, row=f"approve-{self.waiting[0].pk}")
        self.assertEqual(response.json()["message"], NOTHING_CHANGED)
        self.assertEqual(CommentEvent.objects.count(), 1)

    def test_nothing_ticked_is_said(self):
        self.decide(bulk="spam")
        self.assertContains(self.client.get("/admin/"), NOTHING_TICKED)

    def test_nonsense_is_refused(self):
        self.assertEqual(self.decide(row="explode-0").status_code, 404)
        self.assertEqual(self.decide(row=f"explode-{self.waiting[0].pk}").status_code, 400)
        self.assertEqual(self.decide(row="approve-" + "9" * 30).status_code, 404)
        self.assertEqual(self.decide().status_code, 400)
        self.assertEqual(self.statuses(), ["pending"] * 3)

    def test_way_back_never_leads_off_the_site(self):
        response = self.decide(row=f"approve-{self.waiting[0].pk}", next="https://evil.example/")
        self.assertRedirects(response, "/admin/reacties/", fetch_redirect_response=False)

    def test_looking_changes_nothing(self):
        self.assertEqual(self.client.get(DECIDE).status_code, 405)
        self.assertEqual(self.client.get(TAKE_BACK).status_code, 405)

    def test_script_gets_the_rows_the_count_and_the_way_back(self):
        answer = self.decide(headers=JSON, row=f"approve-{self.waiting[0].pk}").json()
        self.assertEqual(answer["waiting"], 2)
        self.assertEqual(answer["events"], [CommentEvent.objects.get().pk])
        self.assertEqual([(row["id"], row["waits"]) for row in answer["rows"]], [(self.waiting[0].pk, False)])
        self.assertIn("Laat weer wachten", answer["rows"][0]["html"])
        answer = self.client.post(TAKE_BACK, {"event": answer["events"]}, headers=JSON).json()
        self.assertEqual((answer["waiting"], answer["rows"][0]["waits"]), (3, True))


class Answering(LoggedIn):
    def answer(self, text, headers=None):
        pk = self.waiting[0].pk
        return self.decide(headers=headers, row=f"answer-{pk}", **{f"answer-{pk}": text})

    def test_answer_and_approval_are_one_step(self):
        self.answer("Wat fijn dat je schrijft.")
        reply = self.waiting[0].replies.get()
        self.assertEqual(
            (reply.status, reply.staff_author, reply.staff_label), ("approved", self.coach, "Coach")
        )
        self.assertEqual((reply.author_name, reply.text), ("Marit van Wezel", "Wat fijn dat je schrijft."))
        self.assertEqual(reply.page, self.page)
        self.assertEqual(self.statuses(), ["approved", "pending", "pending", "approved"])

    def test_approval_is_told_only_where_it_happened(self):
        told = [self.answer(text, headers=JSON).json()["message"] for text in ("Eerst.", "Daarna.")]
        self.assertIn("staat erbij; de reactie is goedgekeurd.", told[0])
        self.assertTrue(told[1].endswith("staat erbij."), told[1])

    def test_second_click_gives_no_second_answer(self):
        for _ in range(2):
            self.answer("Wat fijn dat je schrijft.")
        self.assertEqual(self.waiting[0].replies.count(), 1)

    def test_undo_takes_the_answer_away_and_lets_the_reaction_wait(self):
        events = self.answer("Wat fijn dat je schrijft.", headers=JSON).json()["events"]
        self.client.post(TAKE_BACK, {"event": events})
        self.assertEqual(self.statuses(), ["pending", "pending", "pending", "trash"])

    def test_answer_to_what_is_gone_comes_back_with_its_text(self):
        for fields, message in (
            ({"page": None}, "Dit artikel is weg."),
            ({"withdrawn_at": FIRST}, "De schrijver heeft deze reactie ingetrokken."),
        ):
            Comment.objects.filter(pk=self.waiting[0].pk).update(**fields)
            response = self.answer("Wat fijn dat je schrijft.")
            self.assertContains(response, message, status_code=422)
            self.assertContains(response, "Wat fijn dat je schrijft.</textarea>", status_code=422)
            response = self.answer("Wat fijn dat je schrijft.", headers=JSON)
            self.assertEqual((response.status_code, response.json()["message"]), (422, message))
        self.assertFalse(self.waiting[0].replies.exists())

    def test_withdrawn_reaction_has_no_button_to_wait_be_shown_or_stand_on_top(self):
        gone = make_comment(self.page, 9, withdrawn_at=FIRST)
        page = self.client.get(f"/admin/reacties/{gone.pk}/")
        for action in ("back", "approve", "pin", "answer"):
            self.assertNotContains(page, f'value="{action}-{gone.pk}"')

    def test_refused_answer_comes_back_with_its_text(self):
        text = "Half geschreven. " + "x" * MAX_TEXT
        response = self.answer(text)
        self.assertContains(response, "Half geschreven.", status_code=422)
        self.assertContains(
            response, "Je antwoord is langer dan 5.000 tekens. Kort het wat in.", status_code=422
        )
        self.assertEqual(self.statuses(), ["pending"] * 3)

    def test_script_is_told_what_is_wrong_with_an_answer(self):
        response = self.answer("  ", headers=JSON)
        self.assertEqual(
            (response.status_code, response.json()["message"]), (422, "Schrijf eerst je antwoord.")
        )


class Screens(LoggedIn):
    def test_start_page_shows_every_waiting_reaction_with_its_buttons(self):
        make_comment(self.page, 4, status=Status.SPAM)
        response = self.client.get("/admin/")
        for comment in self.waiting:
            self.assertContains(response, comment.text)
            for action in ("approve", "spam", "trash", "answer"):
                self.assertContains(response, f'value="{action}-{comment.pk}"')
        self.assertContains(response, self.page.title)
        self.assertNotContains(response, "Reactie nummer 4")
        self.assertContains(response, "js/admin-moderation.js")

    def test_start_page_is_kind_when_nothing_waits(self):
        Comment.objects.all().delete()
        self.assertContains(self.client.get("/admin/"), "Er wacht niets op je.")

    def test_list_has_the_waiting_ones_on_top_the_longest_waiting_first(self):
        newest = make_comment(self.page, 9)
        older = make_comment(self.page, 8, status=Status.SPAM)
        shown = list(self.client.get("/admin/reacties/").context["object_list"])
        self.assertEqual(shown, [*self.waiting, newest, older])

    def test_list_is_filtered_by_status_and_article(self):
        other = make_page("Ander artikel")
        spam = make_comment(other, 8, status=Status.SPAM)
        for query in ("status=spam", f"page={other.pk}", "q=nummer+8", "q=lezer8@", "q=Ander"):
            with self.subTest(query=query):
                for address in ("/admin/reacties/", "/admin/reacties/results/"):
                    response = self.client.get(f"{address}?{query}")
                    self.assertEqual(list(response.context["object_list"]), [spam])
        self.assertContains(self.client.get("/admin/reacties/?q=zebra"), "Geen reactie gevonden")

    def test_decision_in_a_filtered_list_leads_back_to_it(self):
        response = self.client.get("/admin/reacties/results/?status=pending")
        self.assertContains(response, 'name="next" value="/admin/reacties/?status=pending"')

    def test_one_reaction_shows_what_helps_to_judge_it(self):
        parent = make_comment(self.page, 7, text="De vraag waar het om ging")
        comment = make_comment(self.page, 8, parent=parent, status=Status.PENDING)
        make_comment(self.page, 10, author_email=comment.author_email, text="Eerder")
        make_comment(self.page, 11, author_email=comment.author_email, text="Rommel", status=Status.SPAM)
        self.client.post(DECIDE, {"row": f"spam-{comment.pk}"})
        response = self.client.get(reverse("comment_moderation:show", args=[comment.pk]))
        for words in (
            "De vraag waar het om ging",
            self.page.title,
            "1 goedgekeurd, 1 geweigerd",
            "Marit van Wezel",
        ):
            self.assertContains(response, words)

    def test_text_of_a_stranger_is_escaped_everywhere(self):
        evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
        comment = make_comment(
            self.page, 8, text=evil, author_name=evil[:80], page_title=evil, status=Status.PENDING
        )
        child = make_comment(None, 9, parent=comment, text=evil, page_title=evil, status=Status.PENDING)
        for address in (
            "/admin/",
            "/admin/reacties/",
            f"/admin/reacties/{comment.pk}/",
            f"/admin/reacties/{child.pk}/",
        ):
            html = self.client.get(address).content.decode()
            self.assertNotIn("<script>alert", html)
            self.assertNotIn("<img src=x", html)
        html = self.decide(headers=JSON, row=f"spam-{comment.pk}").json()["rows"][0]["html"]
        self.assertNotIn("<script>alert", html)
        self.decide(row=f"approve-{comment.pk}")
        self.assertNotIn("<script>alert", self.client.get("/admin/").content.decode())

    def test_reaction_of_a_page_that_is_gone_can_still_be_judged(self):
        orphan = make_comment(None, 8, status=Status.PENDING)
        self.assertContains(self.client.get(f"/admin/reacties/{orphan.pk}/"), "dit artikel is weg")
        self.decide(row=f"trash-{orphan.pk}")
        orphan.refresh_from_db()
        self.assertEqual(orphan.status, Status.TRASH)

    def test_menu_counts_what_waits(self):
        self.assertContains(self.client.get("/admin/"), "data-waiting")
        self.assertContains(self.client.get("/admin/"), "css/admin-moderation.css")
        Comment.objects.all().delete()
        self.assertNotContains(self.client.get("/admin/account/"), "data-waiting")

    def test_screens_do_not_ask_more_of_the_database_with_more_reactions(self):
        for address in ("/admin/", "/admin/reacties/"):
            with self.subTest(address=address):
                Comment.objects.all().delete()
                self.add_waiting(1)
                self.client.get(address)
                few = self.count_queries(address)
                self.add_waiting(4)
                self.assertEqual(self.count_queries(address), few)

    def add_waiting(self, number):
        start = Comment.objects.count()
        for n in range(start, start + number):
            parent = make_comment(self.page, n)
            make_comment(make_page(f"Artikel {parent.pk}"), n, parent=parent, status=Status.PENDING)

    def count_queries(self, address):
        with CaptureQueriesContext(connection) as counted:
            self.client.get(address)
        return len(counted)


class WithoutPermission(TestCase):
    def test_moderation_needs_its_own_permission(self):
        comment = make_comment(make_page(), status=Status.PENDING)
        self.client.force_login(make_coach("redacteur", allowed=False))
        for address in ("/admin/reacties/", f"/admin/reacties/{comment.pk}/"):
            self.assertRedirects(self.client.get(address), "/admin/")
        self.client.post(DECIDE, {"row": f"approve-{comment.pk}"})
        comment.refresh_from_db()
        self.assertEqual(comment.status, Status.PENDING)
        start = self.client.get("/admin/")
        self.assertNotContains(start, comment.text)
        self.assertNotContains(start, "/admin/reacties/")

    def test_stranger_is_sent_to_the_login(self):
        response = self.client.post(DECIDE, {"row": "approve-1"})
        self.assertTrue(response["Location"].startswith("/admin/login/"))

    def test_moderation_keeps_the_stock_csrf_protection(self):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(make_coach())
        self.assertEqual(browser.post(DECIDE, {"row": "approve-1"}).status_code, 403)
