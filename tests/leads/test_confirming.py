from unittest.mock import patch

import pytest
from post_office.models import Email

from leads.consents import NEWSLETTER
from leads.models import ConsentEvent, DownloadGrant, SignUp, Subscriber
from leads.services import links
from leads.services.confirming import confirm
from leads.services.links import ExpiredLink, UnknownLink
from tests.leads.gifts import GiftTestCase, last_token, later


class ConfirmTests(GiftTestCase):
    def test_confirming_records_consent_and_mails_the_gift(self):
        token = self.request(first_name="Sanne", consent=NEWSLETTER)

        download_token = confirm(token)

        subscriber = Subscriber.objects.get()
        assert (subscriber.first_name, subscriber.newsletter) == ("Sanne", True)
        assert last_token("download") == download_token
        gift, newsletter = ConsentEvent.objects.order_by("pk")
        assert (gift.purpose, newsletter.purpose) == ("gift", "newsletter")
        assert newsletter.text == NEWSLETTER.text
        assert newsletter.text_hash == NEWSLETTER.hash

    def test_confirming_twice_changes_nothing_and_leads_to_the_same_download(self):
        token = self.request()

        assert confirm(token) == confirm(token)

        assert ConsentEvent.objects.count() == 1
        assert DownloadGrant.objects.count() == 1
        assert Email.objects.count() == 2

    def test_nothing_is_left_of_a_failure(self):
        token = self.request(consent=NEWSLETTER)

        for step in ("consents.record", "mails.send_gift", "grant_download", "_update_subscriber"):
            with self.subTest(step), patch(f"leads.services.confirming.{step}", side_effect=RuntimeError):
                with pytest.raises(RuntimeError):
                    confirm(token)
                assert not SignUp.objects.confirmed().exists()
                assert not ConsentEvent.objects.exists()
                assert not DownloadGrant.objects.exists()
                assert not Subscriber.objects.get().newsletter

    def test_without_the_box_there_is_no_newsletter(self):
        confirm(self.request())

        assert not Subscriber.objects.get().newsletter
        assert not ConsentEvent.objects.filter(purpose="newsletter").exists()

    def test_link_works_48_hours(self):
        token = self.request()

        with later(hours=47, minutes=59):
            links.find_sign_up(token)
        with later(hours=48), pytest.raises(ExpiredLink):
            confirm(token)

    def test_made_up_link_is_unknown(self):
        with pytest.raises(UnknownLink):
            confirm("verzonnen")
