import re
from io import BytesIO
from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from post_office.models import Email

from guard.stamps import make_stamp
from leads.forms import SignUpForm
from leads.models import LeadMagnet, SignUp, Subscriber
from leads.services.signing_up import request_magnet
from pagecache import versions
from tests.leads.visitors import CHECK_INBOX, SIGN_UP, VisitorTestCase, comparable, rows
from tests.pagecache.reader import Reader

# What differs each time: the stamp, and the challenge of the proof of work.
CHANGING = re.compile(r'<input[^>]* name="(?:stamp|bewijs)"[^>]*>')


class SignUpTests(VisitorTestCase):
    def test_page_shows_the_gift_and_its_form_without_a_cookie(self):
        response = self.client.get(SIGN_UP)

        self.assertContains(response, "De routekaart")
        self.assertContains(response, 'name="email"')
        self.assertNotContains(response, "csrfmiddlewaretoken")
        assert not response.cookies

    def test_newsletter_box_is_not_ticked(self):
        self.assertNotContains(self.client.get(SIGN_UP), "checked")

    def test_posting_signs_up_and_moves_on(self):
        self.assertRedirects(self.post(first_name="Sanne", newsletter="on"), CHECK_INBOX, status_code=303)

        sign_up = SignUp.objects.get()
        assert (sign_up.first_name, sign_up.newsletter) == ("Sanne", True)

    def test_gift_does_not_depend_on_the_box(self):
        self.post()

        assert not SignUp.objects.get().newsletter
        assert Email.objects.count() == 1

    @override_settings(GUARD_LIMITS={"sign-up": [(100, 600)]})
    def test_answer_is_the_same_for_known_new_trapped_and_too_often_used(self):
        def answer(**values):
            response = self.post(**values)
            following = self.client.get(response["Location"])
            return response.status_code, comparable(response), response.content, following.content

        new = answer()
        known = answer()
        trapped = answer(email="robot@voorbeeld.nl", onderwerp="koop nu")
        for _ in range(10):
            limited = answer()

        assert new == known == trapped == limited
        assert not Subscriber.objects.filter(email="robot@voorbeeld.nl").exists()
        assert Email.objects.count() < 12

    @override_settings(GUARD_LIMITS={"sign-up": [(1, 600)]})
    def test_too_many_from_one_network_are_told_so_with_all_kept(self):
        self.post()
        before = rows()
        for email in ("lezer@voorbeeld.nl", "ander@voorbeeld.nl"):
            response = self.post(email=email, first_name="Sanne")

            words = (
                "Er kwamen net veel aanmeldingen vanaf jouw verbinding. Alles staat er nog: wacht een paar"
            )
            self.assertContains(response, words, status_code=429)
            self.assertContains(response, "Nog even wachten</h2>", status_code=429)
            self.assertContains(response, f'value="{email}"', status_code=429)
            self.assertContains(response, 'value="Sanne"', status_code=429)
            assert 1 <= int(response["Retry-After"]) <= 600
        assert rows() == before

    @override_settings(GUARD_ADDRESS_LIMITS={"sign-up": [(2, 600)]})
    def test_too_many_for_one_mailbox_from_many_networks_are_told_alike_whoever_it_is(self):
        request_magnet(self.magnet, "bekend@voorbeeld.nl")
        answers = []
        for email in ("bekend@voorbeeld.nl", "vreemd@voorbeeld.nl"):
            for number in range(3):
                tagged = email.replace("@", f"+{number}@").title()
                self.client.defaults["REMOTE_ADDR"] = f"198.51.100.{number}"
                response = self.post(email=tagged, first_name="Sanne")
            self.assertContains(
                response, "Er kwamen net veel aanmeldingen met dit e-mailadres.", status_code=429
            )
            self.assertContains(response, f'value="{tagged}"', status_code=429)
            answers.append(CHANGING.sub("", response.content.decode()).replace(tagged, ""))
        assert answers[0] == answers[1]

    def test_wrong_address_comes_back_with_what_was_typed(self):
        response = self.post(email="lezer@", first_name="Sanne")

        self.assertContains(response, "Dit e-mailadres klopt niet", status_code=422)
        self.assertContains(response, 'value="Sanne"', status_code=422)
        self.assertContains(response, "<title>Nog niet verstuurd: ", status_code=422)
        assert not SignUp.objects.exists()

    def test_what_is_wrong_is_told_once_in_our_own_words(self):
        for field, value, message in (
            ("email", "a@localhost", "Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl."),
            ("email", "a@[127.0.0.1]", "Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl."),
            ("first_name", "x" * 61, "Je voornaam is langer dan 60 tekens. Kort hem wat in."),
            ("first_name", "San\0ne", "Hier staat een teken in dat we niet kunnen bewaren. Typ het opnieuw."),
        ):
            with self.subTest(field=field, value=value[:20]):
                assert self.post(**{field: value}).context["form"].errors == {field: [message]}
        assert not SignUp.objects.exists()

    def test_refused_post_comes_back_with_a_token_that_then_works(self):
        browser = Client(enforce_csrf_checks=True)
        stamp = make_stamp(SignUpForm.form_version, self.magnet.pk)
        values = {"email": "lezer@voorbeeld.nl", "first_name": "Sanne", "stamp": stamp}

        refused = browser.post(SIGN_UP, values)

        assert refused.status_code == 403
        self.assertContains(refused, 'value="Sanne"', status_code=403)
        assert not SignUp.objects.exists()
        values["csrfmiddlewaretoken"] = refused.context["csrf_token"]
        mistaken = browser.post(SIGN_UP, {**values, "email": ""})
        self.assertContains(mistaken, "csrfmiddlewaretoken", status_code=422)
        assert browser.post(SIGN_UP, values).status_code == 303

    def test_other_site_can_not_post(self):
        stamp = make_stamp(SignUpForm.form_version, self.magnet.pk)
        values = {"email": "lezer@voorbeeld.nl", "stamp": stamp}

        assert self.client.post(SIGN_UP, values, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
        assert not SignUp.objects.exists()

    def test_source_page_must_exist(self):
        self.post(page="99999", placement="sidebar")

        assert SignUp.objects.get().page is None

    def test_place_must_be_one_that_we_know(self):
        for number, (place, kept) in enumerate(
            [("article-2", "article-2"), ("verzonnen", ""), ("x" * 5000, "")]
        ):
            assert self.post(email=f"lezer{number}@voorbeeld.nl", placement=place).status_code == 303
            assert SignUp.objects.latest("pk").placement == kept

    def test_gift_that_is_off_is_not_there(self):
        LeadMagnet.objects.update(is_active=False)

        assert self.client.get(SIGN_UP).status_code == 404
        assert self.post().status_code == 404

    def test_database_failure_leaves_nothing(self):
        with (
            patch("leads.mails.send_confirmation", side_effect=RuntimeError),
            pytest.raises(RuntimeError),
        ):
            self.post()

        assert rows()[:5] == [0, 0, 0, 0, 0]


class LimitTests(VisitorTestCase):
    def tearDown(self):
        cache.clear()

    def test_form_outdated_by_a_new_consent_text_asks_again(self):
        stamp = make_stamp("sign-up-oud", self.magnet.pk)

        response = self.post(stamp=stamp)

        assert response.status_code == 422
        assert not SignUp.objects.exists()


class KeptPageTests(VisitorTestCase):
    def setUp(self):
        super().setUp()
        versions.forget()
        self.reader = Reader()
        self.addCleanup(versions.forget)

    def test_second_reader_gets_the_kept_page(self):
        answers = [self.reader.get(SIGN_UP) for _ in range(2)]

        assert [answer.cache for answer in answers] == ["miss", "hit"]
        assert not any("set-cookie" in answer.headers for answer in answers)

    def test_page_is_fresh_once_the_gift_changed(self):
        self.reader.get(SIGN_UP)
        self.magnet.pitch = "Zes kaarten."
        self.magnet.save()
        versions.forget()

        assert b"Zes kaarten." in self.reader.get(SIGN_UP).body

    def test_answers_to_posts_are_not_kept(self):
        form = urlencode({"email": "lezer@"}).encode()
        answer = self.reader.get(
            SIGN_UP,
            "POST",
            CONTENT_TYPE="application/x-www-form-urlencoded",
            CONTENT_LENGTH=str(len(form)),
            HTTP_SEC_FETCH_SITE="same-origin",
            **{"wsgi.input": BytesIO(form)},
        )

        assert (answer.status, b"lezer@" in answer.body) == (422, True)
        assert b"lezer@" not in self.reader.get(SIGN_UP).body
