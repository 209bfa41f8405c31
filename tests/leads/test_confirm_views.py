from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from leads.consents import NEWSLETTER
from leads.models import ConsentEvent, LeadMagnet, SignUp, Subscriber
from leads.services.signing_up import request_magnet
from tests.leads.gifts import last_link
from tests.leads.visitors import SIGN_UP, VisitorTestCase, agreed, read, rows


class TokenPageTests(VisitorTestCase):
    def test_get_and_head_change_nothing(self):
        confirm = self.confirm_link()
        download = self.client.post(confirm, agreed(self.magnet))["Location"]
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
        download = self.client.post(confirm, agreed(self.magnet))["Location"]
        file = f"{download}{self.magnet.files.get().pk}/"

        for page in (confirm, download, file, last_link("afmelden"), "/download/verzonnen/"):
            response = self.client.get(page)
            read(response)
            assert response["Cache-Control"] == "no-store"
            assert "noindex" in response["X-Robots-Tag"]
            assert response["Referrer-Policy"] == "no-referrer"
            assert not response.cookies

    def test_confirming_leads_to_the_download(self):
        response = self.client.post(self.confirm_link(), agreed(self.magnet))

        assert response.status_code == 303
        self.assertContains(self.client.get(response["Location"]), "De kaart (A4)")

    def test_confirming_twice_leads_to_the_same_page(self):
        link = self.confirm_link()

        first, second = (self.client.post(link, agreed(self.magnet)) for _ in range(2))

        assert first["Location"] == second["Location"]
        assert ConsentEvent.objects.count() == 1

    def test_confirming_works_in_another_browser_without_any_header(self):
        browser = Client(enforce_csrf_checks=True)

        assert browser.post(self.confirm_link(), agreed(self.magnet)).status_code == 303

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


class WishTests(VisitorTestCase):
    """Anyone can tick the newsletter for an address; only its owner agrees to it."""

    def setUp(self):
        super().setUp()
        request_magnet(self.magnet, "lezer@voorbeeld.nl", consent=NEWSLETTER)
        self.link = last_link("aanmelden/bevestigen")

    def test_box_of_the_form_can_be_unticked(self):
        self.assertContains(self.client.get(self.link), 'name="nieuwsbrief" checked')
        self.assertContains(self.client.get(self.link), NEWSLETTER.text)

        assert self.client.post(self.link, agreed(self.magnet)).status_code == 303

        assert not Subscriber.objects.get().newsletter
        assert not SignUp.objects.get().newsletter
        assert list(ConsentEvent.objects.values_list("purpose", flat=True)) == ["gift"]

    def test_box_that_stays_ticked_counts(self):
        self.client.post(self.link, agreed(self.magnet, nieuwsbrief="on"))

        assert Subscriber.objects.get().newsletter
        assert ConsentEvent.objects.get(purpose="newsletter").text == NEWSLETTER.text

    def test_what_was_not_ticked_on_the_form_is_not_asked_here(self):
        link = self.confirm_link()
        self.assertNotContains(self.client.get(link), 'name="nieuwsbrief"')

        self.client.post(link, agreed(self.magnet, nieuwsbrief="on"))

        assert not Subscriber.objects.get().newsletter

    def test_page_comes_again_when_its_words_changed_meanwhile(self):
        old = agreed(self.magnet)
        self.magnet.name = "De nieuwe kaart"
        self.magnet.save()

        for values in (old, {}):
            self.assertContains(self.client.post(self.link, values), "‘De nieuwe kaart’ meteen downloaden")
        assert not ConsentEvent.objects.exists()

        self.client.post(self.link, agreed(self.magnet))
        assert "De nieuwe kaart" in ConsentEvent.objects.get().text
