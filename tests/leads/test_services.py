from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page

from leads import mails, services
from leads.consents import NEWSLETTER
from leads.models import ConsentEvent, DownloadGrant, SignUp, Subscriber, UnsubscribeToken
from leads.services import (
    ExpiredLink,
    UnknownLink,
    confirm,
    open_download,
    request_magnet,
    send_fresh_link,
    take_file,
    unsubscribe,
)
from leads.tokens import hash_token
from mailing.models import Suppression
from tests.leads.gifts import last_token, link_in, make_magnet

NOW = "2026-03-14 20:30:00+01:00"


def later(**delta: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**delta), tick=False)


class GiftTestCase(TestCase):
    def setUp(self):
        self.enterContext(time_machine.travel(NOW, tick=False))
        self.magnet = make_magnet()

    def request(self, email: str = "lezer@voorbeeld.nl", **changes) -> str:
        request_magnet(self.magnet, email, **changes)
        return last_token("aanmelden/bevestigen")


class RequestTests(GiftTestCase):
    def test_sign_up_and_mail_are_both_there(self):
        self.request(page=Page.objects.get(depth=2), placement="sidebar")

        sign_up = SignUp.objects.get()
        assert (sign_up.magnet, sign_up.placement) == (self.magnet, "sidebar")
        assert sign_up.page_url
        assert Email.objects.get().to == ["lezer@voorbeeld.nl"]

    def test_nothing_is_left_of_a_failure_at_any_step(self):
        steps = [
            "leads.services.mails.send_confirmation",
            "leads.mails.queue_mail",
            "mailing.services.Delivery.objects",
        ]
        for step in steps:
            with self.subTest(step), patch(step, side_effect=RuntimeError) as broken:
                broken.create.side_effect = RuntimeError
                with pytest.raises(RuntimeError):
                    request_magnet(self.magnet, "lezer@voorbeeld.nl")
            assert not Subscriber.objects.exists()
            assert not SignUp.objects.exists()
            assert not UnsubscribeToken.objects.exists()
            assert not Email.objects.exists()

    def test_address_has_one_subscriber_whatever_its_case(self):
        self.request("Lezer@Voorbeeld.nl")
        with later(hours=1):
            self.request("lezer@VOORBEELD.NL ")

        assert Subscriber.objects.count() == 1
        assert SignUp.objects.count() == 2

    def test_database_refuses_a_second_subscriber(self):
        Subscriber.objects.create(email="Lezer@voorbeeld.nl")

        with pytest.raises(IntegrityError), transaction.atomic():
            Subscriber.objects.create(email="lezer@voorbeeld.nl")

    def test_same_address_in_two_requests_at_once_has_one_subscriber(self):
        Subscriber.objects.create(email="lezer@voorbeeld.nl")
        with patch("django.db.models.query.QuerySet.first", return_value=None):
            found = services._subscriber_of("LEZER@voorbeeld.nl")

        assert found == Subscriber.objects.get()

    def test_international_domain_has_one_spelling(self):
        self.request("lezer@café.example")
        with later(hours=1):
            self.request("lezer@xn--caf-dma.example")

        assert Subscriber.objects.get().email == "lezer@xn--caf-dma.example"

    def test_double_click_is_one_sign_up_and_one_mail(self):
        self.request()
        self.request()

        assert SignUp.objects.count() == 1
        assert Email.objects.count() == 1

    def test_victim_gets_three_mails_a_day_at_most(self):
        for hour in range(20):
            with later(hours=hour):
                request_magnet(self.magnet, "slachtoffer@voorbeeld.nl")

        assert Email.objects.count() == 3

    def test_asking_again_sends_the_gift_again(self):
        for hour in range(5):
            with later(hours=hour):
                confirm(self.request())

        assert Subscriber.objects.count() == 1
        assert SignUp.objects.confirmed().count() == 5

    def test_token_is_kept_as_a_hash_alone(self):
        token = self.request()

        assert SignUp.objects.get().token_hash == hash_token(token)
        for model in (SignUp, Subscriber, UnsubscribeToken):
            assert token not in str(list(model.objects.values()))

    def test_nothing_a_visitor_typed_is_in_the_mail(self):
        self.request(first_name="Klik op kwaad.example")

        mail = Email.objects.get()
        assert "kwaad" not in mail.message + mail.html_message + mail.subject + str(mail.headers)


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

        for step in ("consents.record", "mails.send_gift", "_grant_download", "_update_subscriber"):
            with self.subTest(step), patch(f"leads.services.{step}", side_effect=RuntimeError):
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
            services.find_sign_up(token)
        with later(hours=48), pytest.raises(ExpiredLink):
            confirm(token)

    def test_made_up_link_is_unknown(self):
        with pytest.raises(UnknownLink):
            confirm("verzonnen")


class DownloadTests(GiftTestCase):
    def setUp(self):
        super().setUp()
        self.token = confirm(self.request())

    def test_page_uses_nothing_up(self):
        for _ in range(20):
            assert open_download(self.token).grant.uses_left == 5

    def test_each_file_can_be_fetched_five_times(self):
        for _ in range(5):
            take_file(open_download(self.token))

        with pytest.raises(ExpiredLink):
            open_download(self.token)

    def test_last_use_is_given_once(self):
        DownloadGrant.objects.update(uses_left=1)
        first, second = open_download(self.token), open_download(self.token)

        take_file(first)

        with pytest.raises(ExpiredLink):
            take_file(second)

    def test_link_works_two_weeks(self):
        with later(days=13):
            open_download(self.token)
        with later(days=14), pytest.raises(ExpiredLink):
            open_download(self.token)

    def test_revoked_link_is_dead(self):
        DownloadGrant.objects.update(revoked_at=timezone.now())

        with pytest.raises(ExpiredLink):
            open_download(self.token)

    def test_token_is_kept_as_a_hash_alone(self):
        assert DownloadGrant.objects.get().token_hash == hash_token(self.token)
        assert self.token not in str(list(DownloadGrant.objects.values()))


class FreshLinkTests(GiftTestCase):
    def test_unconfirmed_address_gets_a_new_confirmation(self):
        old = self.request(consent=NEWSLETTER, first_name="Sanne")
        with later(days=3):
            send_fresh_link(old)

            assert Email.objects.count() == 2
            confirm(last_token("aanmelden/bevestigen"))
        assert Subscriber.objects.get().newsletter

    def test_confirmed_address_gets_a_new_download(self):
        old = confirm(self.request())
        with later(days=20):
            send_fresh_link(old)

            fresh = last_token("download")
            assert fresh != old
            assert open_download(fresh).grant.uses_left == 5
        assert ConsentEvent.objects.count() == 1

    def test_fresh_links_are_limited_too(self):
        old = confirm(self.request())
        with later(days=20):
            for minute in range(0, 60, 5):
                with later(minutes=minute):
                    send_fresh_link(old)

        assert DownloadGrant.objects.count() == 1 + services.FRESH_LINKS_PER_DAY


class UnsubscribeTests(GiftTestCase):
    def subscribed(self) -> str:
        confirm(self.request(consent=NEWSLETTER))
        return last_token("afmelden")

    def test_newsletter_stops_and_the_withdrawal_is_recorded_once(self):
        token = self.subscribed()

        unsubscribe(token)
        unsubscribe(token)

        subscriber = Subscriber.objects.get()
        assert not subscriber.newsletter
        assert subscriber.unsubscribed_at
        assert ConsentEvent.objects.filter(event="withdrawn").count() == 1
        assert Suppression.objects.get().scope == Suppression.Scope.NEWSLETTER

    def test_links_in_older_mails_still_work(self):
        self.subscribed()
        first = link_in(Email.objects.earliest("pk"), "afmelden").strip("/").split("/")[-1]

        with later(days=900):
            unsubscribe(first)

        assert not Subscriber.objects.get().newsletter

    def test_gift_can_still_be_asked_for(self):
        unsubscribe(self.subscribed())

        with later(days=1):
            confirm(self.request())

        assert not Subscriber.objects.get().newsletter

    def test_ticking_the_box_again_counts_again(self):
        unsubscribe(self.subscribed())

        with later(days=1):
            confirm(self.request(consent=NEWSLETTER))

        assert Subscriber.objects.get().newsletter
        assert not Suppression.objects.exists()

    def test_box_on_a_form_still_unconfirmed_no_longer_counts(self):
        token = self.request(consent=NEWSLETTER)
        unsubscribe(last_token("afmelden"))

        confirm(token)

        assert not Subscriber.objects.get().newsletter


def test_mails_have_a_way_out_in_one_click():
    headers = mails.unsubscribe_headers("https://voorbeeld.nl/afmelden/x/")
    assert headers == {
        "List-Unsubscribe": "<https://voorbeeld.nl/afmelden/x/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
