import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test import Client, TestCase, override_settings
from django.urls import resolve, reverse
from wagtail.models import PageViewRestriction

from comments.forms import PARENT_GONE
from comments.models import MAX_TEXT, Comment, CommentEvent, Status
from comments.services.writers import find
from comments.views.submission import REFUSED
from tests.comments.factories import FIRST, FROM_OUR_PAGE, make_comment, make_page, open_for_comments, typed


class OpenPage(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.address = reverse("comments:post", args=[cls.page.pk])

    def setUp(self):
        cache.clear()
        self.enterContext(open_for_comments())

    def private_page(self, response):
        """Return the comment whose private page an accepted post leads to."""
        self.assertEqual(response.status_code, 303)
        token = resolve(response["Location"]).kwargs["token"]
        return find(token)

    def send(self, headers=FROM_OUR_PAGE, **values):
        return self.client.post(self.address, typed(self.page, **values), headers=headers)


class Sending(OpenPage):
    def test_reaction_waits_for_the_coach(self):
        response = self.send(website="www.voorbeeld.nl")
        comment = Comment.objects.get()
        self.assertEqual(self.private_page(response), comment)
        self.assertEqual(comment.status, Status.PENDING)
        self.assertEqual(comment.page, self.page)
        self.assertEqual(comment.page_title, self.page.title)
        self.assertTrue(comment.page_url.endswith(self.page.url_path.removeprefix("/home")))
        self.assertEqual(
            (comment.author_name, comment.author_email, comment.author_url, comment.text),
            ("Hanne", "hanne@voorbeeld.example", "https://www.voorbeeld.nl", "Dit helpt."),
        )
        self.assertEqual(len(comment.network_hash), 64)
        event = comment.events.get()
        self.assertEqual((event.from_status, event.to_status, event.user), ("", "pending", None))
        self.assertEqual(event.origin, CommentEvent.Origin.FORM)

    def test_equal_reaction_is_kept_once_and_answered_the_same(self):
        for _ in range(20):
            self.assertEqual(self.private_page(self.send()), Comment.objects.get())

    def test_right_and_wrong_guess_of_who_wrote_public_words_are_answered_the_same(self):
        shown = make_comment(self.page, text="Dit helpt.", author_email="hanne@voorbeeld.example")
        shown.dedupe_key = shown.make_dedupe_key()
        shown.save()
        pages = []
        for guess in ("hanne@voorbeeld.example", "iemand@voorbeeld.example"):
            with time_machine.travel(FIRST, tick=False):
                response = self.send(email=guess)
                html = self.client.get(response["Location"]).content.decode()
            mine = self.private_page(response)
            self.assertNotEqual(mine, shown)
            self.assertEqual(mine.author_email, guess)
            pages.append(html.replace(resolve(response["Location"]).kwargs["token"], ""))
        self.assertEqual(pages[0], pages[1])

    def test_reply_hangs_under_the_comment_it_answers(self):
        parent = make_comment(self.page)
        self.send(parent=str(parent.pk))
        self.assertEqual(Comment.objects.pending().get().parent, parent)

    def test_machine_gets_the_same_answer_and_lands_in_spam(self):
        comment = self.private_page(self.send(onderwerp="casino"))
        self.assertEqual(comment.status, Status.SPAM)
        self.assertIn("niet zien", comment.events.get().reason)

    def test_text_is_stored_as_typed(self):
        self.send(text="<b>één</b>\r\n\r\n<script>alert(1)</script>")
        self.assertEqual(Comment.objects.get().text, "<b>één</b>\n\n<script>alert(1)</script>")

    def test_longest_text_counts_a_line_break_once(self):
        text = "\r\n".join(["regel"] * 833)
        self.assertEqual(len(text.replace("\r\n", "\n")), 4997)
        self.assertEqual(len(self.private_page(self.send(text=text)).text), 4997)


class Mistakes(OpenPage):
    def assert_refused(self, message, **values):
        response = self.send(**values)
        self.assertContains(response, message, status_code=422)
        self.assertContains(response, "Een tekst die niet weg mag.", status_code=422)
        self.assertFalse(Comment.objects.exists())
        return response

    def test_each_mistake_is_told_in_dutch_and_the_text_kept(self):
        text = "Een tekst die niet weg mag."
        for field, value, message in (
            ("email", "hanne@", "Dit e-mailadres klopt niet."),
            ("email", "", "Vul je e-mailadres in."),
            ("name", "  ", "Vul een naam in."),
            ("website", "javascript:alert(1)", "Dit adres van een website klopt niet."),
            ("website", "ftp://voorbeeld.nl", "Dit adres van een website klopt niet."),
            ("website", "geen adres", "Dit adres van een website klopt niet."),
            ("text", text + "x" * MAX_TEXT, "Je reactie is langer dan 5.000 tekens. Kort haar wat in."),
            ("stamp", "", "Het formulier kwam niet goed aan."),
            ("parent", "999999", PARENT_GONE),
            ("parent", "9" * 40, PARENT_GONE),
            ("parent", "x", PARENT_GONE),
        ):
            with self.subTest(field=field, value=value[:20]):
                self.assert_refused(message, **{"text": text, field: value})

    def test_what_is_wrong_is_told_once_in_our_own_words(self):
        wrong_mail = "Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl."
        wrong_site = "Dit adres van een website klopt niet. Het ziet eruit als www.voorbeeld.nl."
        long_site = "Dit adres is langer dan 500 tekens. Kort het in, of laat het weg."
        unkept = "Hier staat een teken in dat we niet kunnen bewaren. Typ het opnieuw."
        for field, value, message in (
            ("email", "a@localhost", wrong_mail),
            ("email", "a@[127.0.0.1]", wrong_mail),
            ("email", "a" * 300 + "@voorbeeld.nl", "langer dan 254 tekens. Kijk het nog eens na."),
            ("email", "a\0@voorbeeld.nl", unkept),
            ("name", "x" * 81, "Je naam is langer dan 80 tekens. Kort hem wat in."),
            ("name", "Han\0ne", unkept),
            ("website", "geen adres", wrong_site),
            ("website", "www.voorbeeld.nl/" + "x" * 500, long_site),
            ("website", "www.voorbeeld.nl/" + "x" * 3000, long_site),
            ("website", "www.voor\0beeld.nl", unkept),
            ("text", "x" * MAX_TEXT + "\0", unkept),
        ):
            with self.subTest(field=field, value=value[:20]):
                errors = self.send(**{field: value}).context["form"].errors
                self.assertEqual((list(errors), len(errors[field])), ([field], 1))
                self.assertIn(message, errors[field][0])

    def test_empty_text_is_asked_for(self):
        self.assertContains(self.send(text=" \r\n "), "Schrijf eerst je reactie.", status_code=422)

    def test_message_stands_at_the_field_and_in_the_summary(self):
        response = self.send(email="hanne@")
        self.assertContains(response, 'href="#reactie-veld-email"', status_code=422)
        self.assertContains(response, 'id="reactie-veld-email_error"', status_code=422)
        self.assertContains(
            response,
            'aria-describedby="reactie-veld-email_helptext reactie-veld-email_error"',
            status_code=422,
        )
        self.assertContains(response, "<title>Nog niet verstuurd", status_code=422)

    def test_next_try_after_a_mistake_succeeds(self):
        response = self.send(stamp="")
        form = response.context["form"]
        again = {name: form[name].value() or "" for name in form.fields}
        self.assertEqual(self.client.post(self.address, again, headers=FROM_OUR_PAGE).status_code, 303)
        self.assertEqual(Comment.objects.get().text, "Dit helpt.")

    def test_reply_to_a_comment_that_is_not_public_is_refused(self):
        other = make_page("Ander artikel")
        for comment in (make_comment(self.page, 1, status=Status.PENDING), make_comment(other, 2)):
            self.assertContains(self.send(parent=str(comment.pk)), PARENT_GONE, status_code=422)

    @override_settings(GUARD_LIMITS={"comment": [(2, 600)]})
    def test_too_many_from_one_network_are_stopped_with_the_text_kept(self):
        for number in range(2):
            self.assertEqual(self.send(text=f"Nummer {number}").status_code, 303)
        self.assertEqual(self.send(text="Nummer 1").status_code, 303)
        response = self.send(text="Nog een gedachte")
        words = (
            "Er kwamen net veel reacties vanaf jouw verbinding. Je tekst staat er nog: wacht een paar minuten"
        )
        self.assertContains(response, words, status_code=429)
        self.assertContains(response, "Nog een gedachte", status_code=429)
        self.assertIn(int(response["Retry-After"]), range(1, 601))
        self.assertEqual(Comment.objects.count(), 2)
        self.assertEqual(CommentEvent.objects.count(), 2)

    @override_settings(GUARD_ADDRESS_LIMITS={"comment": [(2, 24 * 60 * 60)]})
    def test_too_many_under_one_address_are_stopped_from_every_network(self):
        for number in range(2):
            self.client.defaults["REMOTE_ADDR"] = f"198.51.100.{number}"
            self.assertEqual(self.send(text=f"Nummer {number}").status_code, 303)
        self.client.defaults["REMOTE_ADDR"] = "198.51.100.9"
        response = self.send(text="Nog een gedachte")
        self.assertContains(response, "Er kwamen net veel reacties met dit e-mailadres.", status_code=429)
        self.assertContains(response, "Nog een gedachte", status_code=429)
        self.assertEqual(Comment.objects.count(), 2)


class Doors(OpenPage):
    def test_post_from_elsewhere_is_refused_with_the_text_kept(self):
        for headers in (
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {},
        ):
            with self.subTest(headers=headers):
                response = self.send(headers=headers, text="Een tekst die niet weg mag.")
                self.assertContains(response, REFUSED, status_code=403)
                self.assertContains(response, "Een tekst die niet weg mag.", status_code=403)
                self.assertFalse(Comment.objects.exists())

    def test_refused_page_carries_a_token_that_works(self):
        for headers in ({}, {"Origin": "null"}):
            with self.subTest(headers=headers):
                Comment.objects.all().delete()
                browser = Client(enforce_csrf_checks=True)
                refused = browser.post(self.address, typed(self.page), headers=headers)
                self.assertEqual(refused.status_code, 403)
                token = str(refused.context["csrf_token"])
                again = browser.post(
                    self.address, {**typed(self.page), "csrfmiddlewaretoken": token}, headers=headers
                )
                self.assertEqual(self.private_page(again), Comment.objects.get())

    def test_refused_page_sends_again_without_trouble(self):
        self.send(headers={"Sec-Fetch-Site": "cross-site"})
        self.assertEqual(self.send().status_code, 303)


class Pages(OpenPage):
    def test_no_cookie_for_readers(self):
        for response in (
            self.client.get(self.address),
            self.send(),
            self.send(email="fout"),
        ):
            self.assertFalse(response.cookies)
            self.assertFalse(response.has_header("Set-Cookie"))

    def test_pages_are_kept_from_caches_and_search_engines(self):
        for response in (self.client.get(self.address), self.send(email="fout")):
            self.assertEqual((response["Cache-Control"], response["X-Robots-Tag"]), ("no-store", "noindex"))

    def test_form_page_has_no_inline_script_or_style(self):
        html = self.client.get(self.address).content.decode()
        for forbidden in ("<script>", "<style", " style=", " onclick=", "javascript:"):
            self.assertNotIn(forbidden, html)

    def test_reply_page_quotes_the_comment_it_answers(self):
        parent = make_comment(self.page, text="Mijn <i>woorden</i>")
        response = self.client.get(self.address, {"antwoord": parent.pk})
        self.assertContains(response, "Antwoord op Lezer 1")
        self.assertContains(response, "Mijn &lt;i&gt;woorden&lt;/i&gt;")
        self.assertContains(
            response,
            f'<input type="hidden" name="parent" value="{parent.pk}" id="reactie-veld-parent">',
            html=True,
        )

    def test_reply_page_never_quotes_what_is_not_public(self):
        secret = make_comment(self.page, text="Nog niet gelezen", status=Status.PENDING)
        for wish in (secret.pk, "x", "-1", "9" * 40, "٣", ""):
            response = self.client.get(self.address, {"antwoord": wish})
            self.assertNotContains(response, "Nog niet gelezen")
            self.assertContains(response, "<h1>Laat een reactie achter</h1>")

    def test_page_after_sending_says_what_happens_next_and_where_help_is(self):
        response = self.client.get(self.send()["Location"])
        for words in (
            "leest elke reactie eerst",
            "0800-0113",
            "0800-2000",
            "Veilig Thuis",
            self.page.title,
        ):
            self.assertContains(response, words)

    def test_closed_hidden_or_missing_page_has_no_form(self):
        draft = make_page("Concept", live=False)
        private = make_page("Besloten")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        for page_id in (draft.pk, private.pk, 999999, 10**30):
            with self.subTest(page_id=page_id):
                self.assertEqual(self.client.get(f"/reacties/{page_id}/plaatsen/").status_code, 404)
        with open_for_comments(False):
            self.assertEqual(self.client.get(self.address).status_code, 404)

    def test_help_stands_above_words_that_point_to_danger_however_they_come_back(self):
        help_first = "Je hoeft dit niet alleen te dragen"
        for text, times in (("Ik wil niet meer leven.", 1), ("Andere woorden.", 0)):
            with override_settings(GUARD_LIMITS={"comment": [(0, 600)]}):
                answers = [
                    (self.send(text=text, email="fout"), 422),
                    (self.send(text=text, headers={"Sec-Fetch-Site": "cross-site"}), 403),
                    (self.send(text=text), 429),
                ]
            with open_for_comments(False):
                answers.append((self.send(text=text), 410))
            for response, status in answers:
                with self.subTest(status=status, text=text):
                    self.assertContains(response, help_first, times, status_code=status)

    def test_text_for_a_page_that_just_closed_or_went_comes_back(self):
        text = "Een tekst\n</textarea><script>die niet weg mag."
        shown = "Een tekst\n&lt;/textarea&gt;&lt;script&gt;die niet weg mag.</textarea>"
        draft = make_page("Concept", live=False)
        with open_for_comments(False):
            closed = self.send(text=text)
        gone = [
            self.client.post(f"/reacties/{page_id}/plaatsen/", {"text": text}, headers=FROM_OUR_PAGE)
            for page_id in (draft.pk, 999999)
        ]
        for response in (closed, *gone):
            self.assertContains(response, "<h1>Reageren kan hier niet meer</h1>", status_code=410)
            self.assertContains(response, "<title>Reageren kan hier niet meer", status_code=410)
            self.assertContains(response, shown, status_code=410)
            self.assertContains(response, "readonly data-no-draft", status_code=410)
            self.assertEqual((response["Cache-Control"], response["X-Robots-Tag"]), ("no-store", "noindex"))
            self.assertNotContains(response, "Concept", status_code=410)
        self.assertContains(closed, self.page.title, status_code=410)
        self.assertFalse(Comment.objects.exists())

    def test_only_reading_and_sending_are_possible(self):
        self.assertEqual(self.client.put(self.address).status_code, 405)

    def test_session_cookie_is_never_needed(self):
        self.send()
        self.assertNotIn(settings.SESSION_COOKIE_NAME, self.client.cookies)
