import json
from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from leads import privacy
from leads.consents import NEWSLETTER
from leads.models import ConsentEvent, SignUp, Subscriber
from leads.services import confirm, request_magnet
from mailing.models import Suppression
from tests.leads.gifts import last_token, make_magnet


class PrivacyTests(TestCase):
    def setUp(self):
        self.magnet = make_magnet()
        request_magnet(self.magnet, "Lezer@voorbeeld.nl", first_name="Sanne", consent=NEWSLETTER)
        self.token = last_token("aanmelden/bevestigen")

    def test_export_holds_all_and_is_fit_for_json(self):
        confirm(self.token)

        exported = json.dumps(privacy.export("lezer@VOORBEELD.nl"), ensure_ascii=False)

        for text in ("Lezer@voorbeeld.nl", "Sanne", "De routekaart", NEWSLETTER.text):
            assert text in exported

    def test_export_of_a_stranger_is_empty(self):
        assert privacy.export("vreemd@voorbeeld.nl")["inschrijver"] is None

    def test_erasing_leaves_only_hashes(self):
        confirm(self.token)

        assert privacy.erase("LEZER@voorbeeld.nl") == 1

        assert not Subscriber.objects.exists()
        assert not SignUp.objects.exists()
        kept = str(list(ConsentEvent.objects.values()) + list(Suppression.objects.values())).lower()
        assert ConsentEvent.objects.count() == 2
        assert "lezer" not in kept
        assert "sanne" not in kept

    def test_unconfirmed_sign_ups_go_after_a_week(self):
        now = timezone.now()

        assert privacy.expire(now + timedelta(days=6)) == 0
        assert privacy.expire(now + timedelta(days=8)) == 1
        assert not Subscriber.objects.exists()

    def test_confirmed_sign_ups_stay(self):
        confirm(self.token)

        assert privacy.expire(timezone.now() + timedelta(days=800)) == 0
        assert Subscriber.objects.exists()
