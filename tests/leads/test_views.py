from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, TestCase, override_settings
from django.utils import timezone
from post_office.models import Email

from guard.stamps import make_stamp
from leads.forms import SignUpForm
from leads.models import ConsentEvent, DownloadGrant, LeadMagnet, SignUp, Subscriber
from leads.services import request_magnet
from leads.views import TOO_MANY
from tests.leads.gifts import PDF, last_link, make_magnet

OWN = {"HTTP_SEC_FETCH_SITE": "same-origin"}
SIGN_UP = "/aanmelden/roadmap/"
CHECK_INBOX = "/aanmelden/roadmap/kijk-in-je-mail/"


def rows() -> list[int]:
    counted = [model.objects.count() for model in (Subscriber, SignUp, ConsentEvent, DownloadGrant, Email)]
    confirmed = (
        SignUp.objects.confirmed().count() + SignUp.objects.filter(downloaded_at__isnull=False).count()
    )
    return [*counted, confirmed, *DownloadGrant.objects.values_list("uses_left", flat=True)]


def read(response) -> bytes:
    """Take all of an answer, which also closes a file that was streamed."""
    return b"".join(response)


class VisitorTestCase(TestCase):
    def setUp(self):
        self.magnet = make_magnet()

    def post(self, **values):
        stamp = make_stamp(SignUpForm.form_version, self.magnet.pk)
        return self.client.post(SIGN_UP, {"email": "lezer@voorbeeld.nl", "stamp": stamp, **values}, **OWN)

    def confirm_link(self) -> str:
        request_magnet(self.magnet, "lezer@voorbeeld.nl")
        return last_link("aanmelden/bevestigen")

    def download_link(self) -> str:
        return self.client.post(self.confirm_link())["Location"]


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
            return response.status_code, dict(response.headers), response.content, following.content

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

            self.assertContains(response, TOO_MANY, status_code=429)
            self.assertContains(response, f'value="{email}"', status_code=429)
            self.assertContains(response, 'value="Sanne"', status_code=429)
        assert rows() == before

    def test_wrong_address_comes_back_with_what_was_typed(self):
        response = self.post(email="lezer@", first_name="Sanne")

        self.assertContains(response, "Dit e-mailadres klopt niet", status_code=422)
        self.assertContains(response, 'value="Sanne"', status_code=422)
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
        assert browser.post(SIGN_UP, values).status_code == 303

    def test_other_site_can_not_post(self):
        stamp = make_stamp(SignUpForm.form_version, self.magnet.pk)
        values = {"email": "lezer@voorbeeld.nl", "stamp": stamp}

        assert self.client.post(SIGN_UP, values, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
        assert not SignUp.objects.exists()

    def test_source_page_must_exist(self):
        self.post(page="99999", placement="sidebar")

        assert SignUp.objects.get().page is None

    def test_gift_that_is_off_is_not_there(self):
        LeadMagnet.objects.update(is_active=False)

        assert self.client.get(SIGN_UP).status_code == 404
        assert self.post().status_code == 404

    def test_database_failure_leaves_nothing(self):
        with (
            patch("leads.services.mails.send_confirmation", side_effect=RuntimeError),
            pytest.raises(RuntimeError),
        ):
            self.post()

        assert rows()[:5] == [0, 0, 0, 0, 0]


class TokenPageTests(VisitorTestCase):
    def test_get_and_head_change_nothing(self):
        confirm = self.confirm_link()
        download = self.client.post(confirm)["Location"]
        pages = [
            confirm,
            download,
            last_link("afmelden"),
            download.replace("/download", "/aanmelden/verse-link"),
        ]
        before = rows()

        for page in pages * 3:
            assert self.client.get(page).status_code == 200
            assert self.client.head(page).status_code == 200
        read(self.client.head(f"{download}{self.magnet.files.get().pk}/"))

        assert rows() == before
        assert Subscriber.objects.get().unsubscribed_at is None

    def test_pages_are_kept_nowhere_and_set_no_cookie(self):
        confirm = self.confirm_link()
        download = self.client.post(confirm)["Location"]
        file = f"{download}{self.magnet.files.get().pk}/"

        for page in (confirm, download, file, last_link("afmelden"), "/download/verzonnen/"):
            response = self.client.get(page)
            read(response)
            assert response["Cache-Control"] == "no-store"
            assert "noindex" in response["X-Robots-Tag"]
            assert response["Referrer-Policy"] == "same-origin"
            assert not response.cookies

    def test_confirming_leads_to_the_download(self):
        response = self.client.post(self.confirm_link())

        assert response.status_code == 303
        self.assertContains(self.client.get(response["Location"]), "De kaart (A4)")

    def test_confirming_twice_leads_to_the_same_page(self):
        link = self.confirm_link()

        assert self.client.post(link)["Location"] == self.client.post(link)["Location"]
        assert ConsentEvent.objects.count() == 1

    def test_confirming_works_in_another_browser_without_any_header(self):
        browser = Client(enforce_csrf_checks=True)

        assert browser.post(self.confirm_link()).status_code == 303

    def test_expired_link_offers_a_fresh_one(self):
        link = self.confirm_link()
        past = timezone.now() - timedelta(hours=1)
        SignUp.objects.update(token_expires_at=past, requested_at=past)

        for response in (self.client.get(link), self.client.post(link)):
            self.assertContains(response, "Stuur me een verse link", status_code=410)
        self.client.post(link.replace("bevestigen", "verse-link"))

        assert Email.objects.count() == 2
        assert self.client.get(last_link("aanmelden/bevestigen")).status_code == 200

    def test_unknown_link_says_so_and_points_to_the_gifts(self):
        for page in ("/aanmelden/bevestigen/x/", "/download/x/", "/download/x/1/", "/afmelden/x/"):
            self.assertContains(self.client.get(page), SIGN_UP, status_code=404)

    def test_address_of_a_confirmation_is_no_gift(self):
        with pytest.raises(Exception, match="Dit adres gebruikt de site zelf"):
            LeadMagnet(name="x", slug="bevestigen", pitch="x").full_clean()


class DownloadTests(VisitorTestCase):
    def setUp(self):
        super().setUp()
        self.file = self.magnet.files.get()
        self.link = f"{self.download_link()}{self.file.pk}/"

    def test_file_comes_under_its_own_name_and_type(self):
        response = self.client.get(self.link)

        assert read(response) == PDF
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == 'attachment; filename="de-kaart-a4.pdf"'
        assert response["Content-Length"] == str(len(PDF))
        assert SignUp.objects.get().downloaded_at

    def test_used_up_link_offers_a_fresh_one(self):
        for _ in range(5):
            response = self.client.get(self.link)
            read(response)
            assert response.status_code == 200

        self.assertContains(self.client.get(self.link), "verse link", status_code=410)

    def test_file_of_another_gift_is_out_of_reach(self):
        other = make_magnet(slug="e-book", name="Het e-boek").files.get()

        response = self.client.get(self.link.replace(f"/{self.file.pk}/", f"/{other.pk}/"))

        assert response.status_code == 404

    def test_private_file_has_no_address_of_its_own(self):
        name = self.file.file.name

        assert Path(self.file.file.path).is_relative_to(settings.PRIVATE_ROOT)
        assert not Path(settings.PRIVATE_ROOT).is_relative_to(settings.MEDIA_ROOT)
        for folder in ("", "media/", "private/", "static/"):
            assert self.client.get(f"/{folder}{name}").status_code == 404


class UnsubscribeTests(VisitorTestCase):
    def test_one_click_in_the_mail_program_is_enough(self):
        self.confirm_link()
        mail = Email.objects.get()
        address = mail.headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")

        response = Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})

        assert response.status_code == 200
        assert Subscriber.objects.get().unsubscribed_at

    def test_page_has_a_button_and_says_when_it_is_done(self):
        self.confirm_link()
        link = last_link("afmelden")

        self.assertContains(self.client.get(link), "Meld mij af")
        self.assertContains(self.client.post(link), "Je bent afgemeld")
        self.assertContains(self.client.post(link), "Je bent afgemeld")


class LimitTests(VisitorTestCase):
    def tearDown(self):
        cache.clear()

    def test_form_outdated_by_a_new_consent_text_asks_again(self):
        stamp = make_stamp("sign-up-oud", self.magnet.pk)

        response = self.post(stamp=stamp)

        assert response.status_code == 422
        assert not SignUp.objects.exists()
