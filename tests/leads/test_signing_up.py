from unittest.mock import patch

import pytest
from django.db import IntegrityError, transaction
from post_office.models import Email
from wagtail.models import Page

from guard.tokens import hash_token
from leads import mails
from leads.consents import NEWSLETTER
from leads.models import LeadMagnet, SignUp, Subscriber, UnsubscribeToken
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from tests.leads.gifts import GiftTestCase, later


class RequestTests(GiftTestCase):
    def test_sign_up_and_mail_are_both_there(self):
        self.request(page=Page.objects.get(depth=2), placement="sidebar")

        sign_up = SignUp.objects.get()
        assert (sign_up.magnet, sign_up.placement) == (self.magnet, "sidebar")
        assert sign_up.page_url
        assert Email.objects.get().to == ["lezer@voorbeeld.nl"]

    def test_nothing_is_left_of_a_failure_at_any_step(self):
        steps = [
            "leads.mails.send_confirmation",
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

    def test_letters_outside_ascii_have_one_case_too(self):
        confirm(self.request("ÉMILE@voorbeeld.nl"))
        with later(hours=1):
            confirm(self.request("émile@voorbeeld.nl"))

        assert Subscriber.objects.get().email == "émile@voorbeeld.nl"

    def test_database_refuses_a_second_subscriber(self):
        Subscriber.objects.create(email="Lezer@voorbeeld.nl")

        with pytest.raises(IntegrityError), transaction.atomic():
            Subscriber.objects.create(email="lezer@voorbeeld.nl")

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

    def test_beyond_the_allowance_nobody_is_kept(self):
        for number in range(20):
            request_magnet(self.magnet, f"slachtoffer+{number}@voorbeeld.nl")

        assert Email.objects.count() == Subscriber.objects.count() == SignUp.objects.count() == 3

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

    def test_gift_again_for_who_has_it_already(self):
        confirm(self.request())
        with later(days=1):
            confirm(self.request("LEZER@voorbeeld.nl"))

        assert Subscriber.objects.count() == 1
        assert Email.objects.filter(subject="Hier is De routekaart").count() == 2

    def test_another_wish_within_a_minute_is_no_double_click(self):
        self.request()
        confirm(self.request(consent=NEWSLETTER))

        assert Subscriber.objects.get().newsletter
        assert SignUp.objects.count() == 2


class MailTests(GiftTestCase):
    def setUp(self):
        super().setUp()
        self.magnet.confirm_subject = "Klik\r\nBcc: ander@voorbeeld.nl {weggever}"
        self.magnet.confirm_text = "Dag.\n\nHier is {weggever} & meer."
        self.magnet.gift_subject = "{weggever} " * 10
        self.magnet.gift_text = "Eerst lezen.\n\nDan {weggever}."
        self.magnet.save()

    def test_mails_are_in_the_words_of_the_coach(self):
        token = self.request()
        mail = Email.objects.latest("pk")
        assert mail.subject == "Klik Bcc: ander@voorbeeld.nl De routekaart"
        assert "Dag.\n\nHier is De routekaart & meer." in mail.message
        assert "Hier is De routekaart &amp; meer.</p>" in mail.html_message

        confirm(token)
        assert "Eerst lezen.\n\nDan De routekaart." in Email.objects.latest("pk").message

    def test_long_name_in_a_subject_still_goes_out(self):
        self.magnet.name = "n" * 120
        self.magnet.save()
        confirm(self.request())
        assert len(Email.objects.latest("pk").subject) <= mails.SUBJECT_LENGTH

    def test_preview_shows_the_mail_and_writes_nothing(self):
        with self.assertNumQueries(1):  # the name of the practice
            shown = mails.preview(LeadMagnet(name="Nieuw", confirm_text="Over {weggever}"), "confirm")
        assert "Over Nieuw" in shown.text
        assert "Eerst lezen." in mails.preview(self.magnet, "gift").html
        assert not Email.objects.exists()
