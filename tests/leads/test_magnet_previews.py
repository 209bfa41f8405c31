"""The frame beside a gift's form, and test mails: what stands in the form, saved or not."""

import re

from django.test import TestCase
from django.urls import reverse
from post_office.models import Email
from wagtail.test.utils.form_data import inline_formset

from leads.models import DownloadGrant, LeadMagnet, SignUp, UnsubscribeToken
from leads.models.magnet import CONFIRM_TEXT, PREVIEW_MODES
from mailing.models import Delivery, Suppression
from mailing.services import suppress
from tests.leads.gifts import make_magnet
from tests.leads.test_magnet_admin import address, coach, values

WRITERS = ("add_leadmagnet", "change_leadmagnet")


class PreviewTests(TestCase):
    def setUp(self):
        self.client.force_login(coach(*WRITERS))

    def preview(self, form: dict, mode: str, *args: int) -> str:
        url = address("preview_on_edit" if args else "preview_on_add", *args)
        assert self.client.post(url, form).json() == {"is_valid": True, "is_available": True}
        self.response = self.client.get(url, {"mode": mode, "in_preview_panel": "true"})
        assert self.response.status_code == 200
        return self.response.content.decode()

    def test_each_mode_shows_what_is_typed(self):
        form = values(name="De kaart van Noor", bullets="Adem\nSlaap", confirm_subject="Pak {weggever}")
        for mode, _ in PREVIEW_MODES:
            with self.subTest(mode):
                assert "De kaart van Noor" in self.preview(form, mode)
        assert "Pak De kaart van Noor" in self.preview(form, "confirm")
        assert "Slaap" in self.preview(form, "landing")
        assert "Slaap" in self.preview(form, "card")

    def test_empty_form_can_be_seen_too(self):
        empty = values(name="", slug="", pitch="", files=inline_formset([{}]))
        for mode, _ in PREVIEW_MODES:
            with self.subTest(mode):
                assert "De naam van je weggever" in self.preview(empty, mode)

    def test_file_that_is_not_there_yet_stands_on_the_download_page(self):
        page = self.preview(values(file={"title": "De kaart (A4)"}), "download")
        assert "De kaart (A4)" in page

    def test_looking_writes_nothing(self):
        magnet = make_magnet()
        file = magnet.files.get()
        form = values(file={"id": file.pk, "title": "Anders"}, name="Anders")
        for mode, _ in PREVIEW_MODES:
            self.preview(form, mode, magnet.pk)

        assert LeadMagnet.objects.get().name == "De routekaart"
        assert magnet.files.get().title == file.title
        for model in (SignUp, DownloadGrant, UnsubscribeToken, Email):
            assert not model.objects.exists()

    def test_mail_in_the_frame_may_have_styles_and_no_scripts(self):
        page = self.preview(values(), "confirm")
        policy = self.response["Content-Security-Policy"]
        assert "style-src 'unsafe-inline'" in policy
        assert "default-src 'none'" in policy
        assert "allow-scripts" not in policy
        assert CONFIRM_TEXT[:20] in page
        assert "prefers-color-scheme: dark" in page
        assert "prefers-color-scheme: dark" not in self.preview(values(), "confirm-dark")

    def test_page_in_the_frame_has_the_policy_of_readers(self):
        self.preview(values(), "landing")
        assert "'unsafe-inline'" not in self.response["Content-Security-Policy"]
        assert self.response["X-Frame-Options"] == "SAMEORIGIN"

    def test_name_can_not_write_html_into_a_mail(self):
        page = self.preview(values(name="<script>x</script>", confirm_subject="{weggever}"), "confirm")
        assert "<script" not in page


class TestMailTests(TestCase):
    def setUp(self):
        self.user = coach(*WRITERS, email="mila@voorbeeld.nl")
        self.client.force_login(self.user)
        self.url = reverse("gift_admin:test_mail", args=["confirm"])

    def send(self, status: int = 200, **form: str) -> str:
        response = self.client.post(self.url, {"name": "De kaart van Noor"} | form)
        assert response.status_code == status
        return response.json()["message"]

    def test_mail_as_it_stands_in_the_form_goes_to_oneself(self):
        message = self.send(confirm_subject="Pak {weggever}", confirm_text="Dag, jij.")

        assert "mila@voorbeeld.nl" in message
        mail = Email.objects.get()
        assert mail.to == ["mila@voorbeeld.nl"]
        assert mail.subject == "[Test] Pak De kaart van Noor"
        assert "Dag, jij." in mail.message
        assert Delivery.objects.get().kind == "test"
        assert not LeadMagnet.objects.exists()

    def test_links_say_that_they_are_examples(self):
        for which in ("confirm", "gift"):
            self.url = reverse("gift_admin:test_mail", args=[which])
            self.send()
        for mail in Email.objects.all():
            links = re.findall(r"http://localhost(/\S+/)", mail.message)
            assert [link for link in links if link.count("/") > 2]
            for link in links:
                assert "voorbeeld" in link
                assert not SignUp.objects.exists()

    def test_gift_mail_has_the_words_of_the_second_mail(self):
        self.url = reverse("gift_admin:test_mail", args=["gift"])
        self.send(gift_text="Bewaar dit goed.")
        assert "Bewaar dit goed." in Email.objects.get().message

    def test_without_an_address_it_says_where_to_fill_one_in(self):
        self.user.email = ""
        self.user.save()
        assert "nog geen e-mailadres" in self.send(422)
        page = self.client.get(address("add"))
        self.assertContains(page, reverse("wagtailadmin_account"))
        self.assertNotContains(page, "data-test-mail-button")

    def test_mistakes_blocked_addresses_and_too_many_are_told(self):
        assert "naam" in self.send(422, name="")
        assert "{naam}" in self.send(422, confirm_text="Dag {naam}")
        suppress(self.user.email, Suppression.Scope.ALL, Suppression.Reason.STAFF)
        assert "komt niets aan" in self.send(422)
        Suppression.objects.all().delete()
        for _ in range(10):
            self.send()
        assert "Over een paar minuten" in self.send(429)
        assert Email.objects.count() == 10

    def test_only_who_may_write_gifts_and_only_by_post(self):
        assert self.client.get(self.url).status_code == 405
        self.user.user_permissions.set(self.user.user_permissions.filter(codename="access_admin"))
        assert self.client.post(self.url, {"name": "x"}).status_code in (302, 403)
        assert not Email.objects.exists()
