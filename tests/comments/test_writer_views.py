from datetime import timedelta

from django.core.cache import cache
from django.test import Client, TestCase, override_settings
from django.urls import reverse
from post_office.models import Email

from comments.models import CommentAuthor, Status
from comments.services.submission import new_writer_link
from comments.services.writers import WITHDRAWN_TEXT
from guard.stamps import make_stamp
from tests.comments.clock import at
from tests.comments.factories import FIRST, FROM_OUR_PAGE, make_comment, make_page, open_for_comments, typed
from tests.leads.gifts import link_in

SOON = FIRST + timedelta(minutes=20)
LATE = FIRST + timedelta(minutes=31)
HELP = "Je hoeft dit niet alleen te dragen"


class WriterTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.comment = make_comment(
            cls.page,
            author_name="Hanne",
            status=Status.PENDING,
            text="Kijk <b>hier</b>: https://hanne.example",
            created_at=FIRST,
        )
        cls.token = new_writer_link(cls.comment)

    def setUp(self):
        cache.clear()

    def url(self, name="mine", token=None) -> str:
        return reverse(f"comments:{name}", args=[token or self.token])

    def get(self, name="mine", now=SOON):
        with at(now):
            return self.client.get(self.url(name))

    def post(self, name, /, now=SOON, headers=FROM_OUR_PAGE, **data):
        with at(now):
            return self.client.post(self.url(name), data, headers=headers)

    def change(self, now=SOON, headers=FROM_OUR_PAGE, **values):
        stamp = make_stamp("comment-change-1", self.comment.pk)
        data = {"name": "Hanne", "text": "Andere woorden.", "onderwerp": "", "stamp": stamp, **values}
        return self.post("change", now=now, headers=headers, **data)

    def set(self, **fields):
        type(self.comment).objects.filter(pk=self.comment.pk).update(**fields)

    def assert_back(self, response):
        self.assertRedirects(response, self.url(), status_code=303, fetch_redirect_response=False)


class PrivatePage(WriterTestCase):
    def test_sending_leads_to_it(self):
        with open_for_comments():
            response = self.client.post(
                reverse("comments:post", args=[self.page.pk]), typed(self.page), headers=FROM_OUR_PAGE
            )
        self.assertEqual(response.status_code, 303)
        self.assertRegex(response["Location"], r"^/reacties/mijn/[\w-]{43}/$")
        self.assertContains(self.client.get(response["Location"]), "Dank je wel voor je reactie")

    def test_words_are_shown_as_typed_without_links(self):
        response = self.get()
        self.assertContains(response, "Kijk &lt;b&gt;hier&lt;/b&gt;: https://hanne.example")
        self.assertNotContains(response, 'href="https://hanne.example')
        self.assertEqual((response["Cache-Control"], response["X-Robots-Tag"]), ("no-store", "noindex"))
        self.assertFalse(response.cookies)

    def test_each_state_is_told_in_words(self):
        permalink = reverse("comments:permalink", args=[self.page.pk, self.comment.pk])
        for fields, now, said in (
            ({"status": Status.PENDING}, SOON, "Dank je wel voor je reactie"),
            ({"status": Status.PENDING}, LATE, "Je reactie wacht nog"),
            ({"status": Status.APPROVED}, SOON, permalink),
            ({"status": Status.SPAM}, SOON, "Verander je wat op reclame lijkt"),
            ({"status": Status.SPAM}, LATE, "de coach kan haar alsnog plaatsen"),
            ({"status": Status.SPAM, "decided_at": FIRST}, SOON, "Je reactie is niet geplaatst"),
            ({"status": Status.TRASH}, LATE, "Je reactie is niet geplaatst"),
            ({"status": Status.TRASH, "withdrawn_at": FIRST}, LATE, "Je hebt je reactie ingetrokken"),
        ):
            with self.subTest(fields=fields, now=now):
                self.set(**{"decided_at": None, **fields})
                self.assertContains(self.get(now=now), said)

    def test_page_after_sending_thanks_and_lets_go_of_the_draft_whatever_became_of_it(self):
        for status in (Status.PENDING, Status.APPROVED, Status.SPAM):
            for changed_at, now, sent in ((None, SOON, True), (None, LATE, False), (SOON, SOON, False)):
                with self.subTest(status=status, changed_at=changed_at, now=now):
                    self.set(status=status, changed_at=changed_at)
                    response = self.get(now=now)
                    self.assertEqual("data-sent" in response.content.decode(), sent)
                    self.assertEqual("<h1>Dank je wel" in response.content.decode(), sent)

    def test_page_never_promises_mail_to_who_stopped(self):
        self.post("notify")
        self.client.post(link_in(Email.objects.get(), "reacties/afmelden"), {"wat": "alles"})
        self.assertNotContains(self.get(), "alles geregeld")

    def test_private_page_of_what_stands_under_no_article_any_more_opens(self):
        self.page.delete()
        self.set(status=Status.APPROVED)
        self.assertContains(self.get(), "Geen contact met je ex")

    def test_shortened_reaction_is_shown_as_typed(self):
        self.set(status=Status.APPROVED, text="Kort.", original_text="Lang.", shortened_at=FIRST)
        response = self.get()
        self.assertContains(response, "Lang.")
        self.assertContains(response, "ingekort")

    def test_words_that_point_to_danger_bring_help_before_all_else(self):
        self.set(danger="niet meer leven")
        page = self.get().content.decode()
        main = page[page.index("<main") :]
        self.assertLess(main.index("0800-0113"), main.index("<h1>"))
        self.assertIn("0800-2000", main)
        self.assertEqual(main.count("0800-0113"), 1)

    def test_help_stands_at_the_end_otherwise(self):
        page = self.get().content.decode()
        self.assertLess(page.index("<h1>"), page.index("0800-0113"))

    def test_personal_details_are_noticed_while_they_can_be_changed(self):
        self.set(text="Bel me op 06-12345678.")
        self.assertContains(self.get(), "een telefoonnummer in je reactie te staan: ‘06-12345678’")
        self.assertNotContains(self.get(now=LATE), "een telefoonnummer")

    def test_unknown_address_answers_kindly(self):
        for name in ("mine", "change", "withdraw", "notify"):
            with self.subTest(name=name):
                response = self.client.get(self.url(name, token="x" * 43))
                self.assertContains(response, "kennen we niet", status_code=404)
                self.assertEqual(response["Cache-Control"], "no-store")


class Changing(WriterTestCase):
    def test_form_holds_the_words_and_a_change_leads_back(self):
        self.assertContains(self.get("change"), "Kijk &lt;b&gt;hier&lt;/b&gt;")
        self.assert_back(self.change())
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.text, "Andere woorden.")

    def test_each_mistake_is_told_and_the_words_kept(self):
        text = "Woorden die niet weg mogen."
        for field, value, message in (
            ("name", "", "Vul een naam in."),
            ("text", text + "x" * 5000, "Je reactie is langer dan 5.000 tekens."),
            ("text", text + " https://a.example" * 4, "Er staan te veel links in je reactie."),
            ("stamp", "", "Het formulier kwam niet goed aan."),
        ):
            with self.subTest(field=field):
                response = self.change(**{"text": text, field: value})
                self.assertContains(response, message, status_code=422)
                self.assertContains(response, text, status_code=422)
        self.comment.refresh_from_db()
        self.assertIsNone(self.comment.changed_at)

    def test_too_late_gives_the_words_back_and_says_what_one_can_do(self):
        response = self.change(now=LATE)
        self.assertContains(response, "Andere woorden.", status_code=410)
        self.assertContains(response, self.url("withdraw"), status_code=410)
        self.assertContains(self.get("change", now=LATE), "Kijk &lt;b&gt;", status_code=410)
        self.comment.refresh_from_db()
        self.assertIsNone(self.comment.changed_at)

    def test_post_from_elsewhere_keeps_the_words_and_changes_nothing(self):
        response = self.change(headers={"Sec-Fetch-Site": "cross-site"})
        self.assertContains(response, "Andere woorden.", status_code=403)
        self.assertContains(response, "csrfmiddlewaretoken", status_code=403)
        self.comment.refresh_from_db()
        self.assertIsNone(self.comment.changed_at)

    @override_settings(GUARD_LIMITS={"comment": [(0, 600)]})
    def test_too_many_from_one_network_are_stopped_with_the_words_kept(self):
        response = self.change()
        self.assertContains(response, "Andere woorden.", status_code=429)
        self.assertIn(int(response["Retry-After"]), range(1, 601))

    def test_help_stands_above_words_that_point_to_danger_however_they_come_back(self):
        for values, status in (
            ({}, 429),
            ({"name": ""}, 422),
            ({"headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
            ({"now": LATE}, 410),
        ):
            for text, times in (("Ik wil niet meer leven.", 1), ("Andere woorden.", 0)):
                with (
                    self.subTest(status=status, text=text),
                    override_settings(GUARD_LIMITS={"comment": [(0, 600)]}),
                ):
                    response = self.change(text=text, **values)
                    self.assertContains(response, HELP, times, status_code=status)


class Withdrawing(WriterTestCase):
    def test_looking_changes_nothing_and_the_button_withdraws(self):
        response = self.get("withdraw", now=LATE)
        self.assertContains(response, "Trek mijn reactie in")
        self.assertNotContains(response, WITHDRAWN_TEXT)
        self.comment.refresh_from_db()
        self.assertIsNone(self.comment.withdrawn_at)
        self.assert_back(self.post("withdraw", now=LATE))
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.withdrawn_at, LATE)
        self.assert_back(self.post("withdraw", now=LATE))
        self.assert_back(self.get("withdraw", now=LATE))

    def test_page_tells_what_stays_because_of_answers(self):
        self.set(status=Status.APPROVED)
        make_comment(self.page, 2, parent=self.comment)
        self.assertContains(self.get("withdraw"), WITHDRAWN_TEXT)

    def test_every_private_link_tells_that_it_was_withdrawn(self):
        other = new_writer_link(self.comment)
        self.post("withdraw")
        self.assertContains(self.client.get(self.url(token=other)), "Je hebt je reactie ingetrokken")

    def test_post_from_elsewhere_withdraws_nothing_until_a_token_comes_along(self):
        self.assertEqual(self.post("withdraw", headers={"Sec-Fetch-Site": "cross-site"}).status_code, 403)
        client = Client(enforce_csrf_checks=True)
        response = client.post(self.url("withdraw"))
        self.assertContains(response, "csrfmiddlewaretoken", status_code=403)
        self.comment.refresh_from_db()
        self.assertIsNone(self.comment.withdrawn_at)
        data = {"csrfmiddlewaretoken": str(response.context["csrf_token"])}
        self.assertEqual(client.post(self.url("withdraw"), data).status_code, 303)


class Asking(WriterTestCase):
    def test_asking_sends_a_mail_and_the_page_says_so(self):
        self.assertEqual(self.get("notify").status_code, 303)
        self.assertFalse(CommentAuthor.objects.exists())
        self.assert_back(self.post("notify"))
        self.assertEqual(Email.objects.get().to, [self.comment.author_email])
        self.assertContains(self.get(), "We hebben je een mail gestuurd")

    def test_page_is_the_same_for_an_address_that_gets_no_mail(self):
        self.post("notify")
        said = self.get().content
        author = CommentAuthor.objects.get()
        for fields in ({"confirmed_at": FIRST}, {"stopped_at": FIRST}):
            CommentAuthor.objects.filter(pk=author.pk).update(**fields)
            author.subscriptions.update(confirmed_at=FIRST)
            self.assert_back(self.post("notify"))
            self.assertEqual(self.get().content, said)

    def test_post_from_elsewhere_asks_for_nothing(self):
        response = self.post("notify", headers={"Sec-Fetch-Site": "cross-site"})
        self.assertContains(response, "csrfmiddlewaretoken", status_code=403)
        self.assertFalse(Email.objects.exists())
