import json
from datetime import timedelta
from unittest.mock import patch

from django.core.serializers.json import DjangoJSONEncoder
from django.db import OperationalError, connection
from django.test import TestCase
from django.utils import timezone

import mailing.privacy
from charts.calendar import Span
from leads import privacy
from leads.consents import NEWSLETTER
from leads.models import ConsentEvent, MagnetView, SignUp, Subscriber, SubscriberTag, UnsubscribeToken
from leads.report import over_time
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from leads.services.unsubscribing import unsubscribe
from mailing.models import Suppression
from tests.leads.gifts import last_token, make_magnet


def places_of(text: str) -> set[str]:
    """Return the tables of which a row holds `text`, whatever its case, in any column."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            if any(text.lower() in str(row).lower() for row in cursor.fetchall()):
                found.add(table)
    return found


class PrivacyTests(TestCase):
    def setUp(self):
        self.magnet = make_magnet()
        request_magnet(self.magnet, "Lezer@voorbeeld.nl", first_name="Sanne", consent=NEWSLETTER)
        self.token = last_token("aanmelden/bevestigen")

    def test_export_holds_all_and_is_fit_for_json(self):
        confirm(self.token)

        exported = json.dumps(privacy.export("lezer@VOORBEELD.nl"), ensure_ascii=False, cls=DjangoJSONEncoder)

        for text in ("lezer@voorbeeld.nl", "Sanne", "De routekaart", NEWSLETTER.text):
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

    def test_export_tells_labels_and_where_an_address_came_from(self):
        subscriber = Subscriber.objects.get()
        subscriber.import_source = "Oude lijst"
        subscriber.save()
        subscriber.tags.add(SubscriberTag.objects.create(name="Loslaten"))

        exported = privacy.export("lezer@voorbeeld.nl")["inschrijver"]

        assert (exported["overgenomen uit"], exported["labels"]) == ("Oude lijst", ["Loslaten"])

    def test_no_column_of_any_table_holds_an_erased_address(self):
        """The whole database is read, so that a table which comes later is looked at too."""
        confirm(self.token)
        subscriber = Subscriber.objects.get()
        subscriber.tags.add(SubscriberTag.objects.create(name="Loslaten"))
        request_magnet(self.magnet, "LEZER@voorbeeld.nl", first_name="Sanne")
        unsubscribe(last_token("afmelden"))
        assert places_of("lezer@voorbeeld.nl") >= {"leads_subscriber", "post_office_email"}

        privacy.erase("lezer@voorbeeld.nl")
        mailing.privacy.erase("lezer@voorbeeld.nl")

        assert places_of("lezer@voorbeeld.nl") == places_of("Sanne") == set()

    def test_unconfirmed_sign_ups_go_after_a_week(self):
        now = timezone.now()

        assert privacy.expire(now + timedelta(days=6)) == 0
        assert privacy.expire(now + timedelta(days=8)) == 1
        assert not Subscriber.objects.exists()

    def test_way_out_works_when_whom_it_was_sent_to_is_forgotten(self):
        link = f"/afmelden/{last_token('afmelden')}/"
        privacy.expire(timezone.now() + timedelta(days=8))
        assert not Subscriber.objects.exists()

        self.assertNotContains(self.client.get(link), "Stuur mij de nieuwsbrief")
        assert not Suppression.objects.exists()
        response = self.client.post(link, {"List-Unsubscribe": "One-Click"})
        self.assertContains(response, "Je bent afgemeld")
        assert Suppression.objects.blocking("lezer@voorbeeld.nl", "newsletter").exists()
        self.assertContains(self.client.post(link, {"keuze": "geen-mail"}), "Je krijgt geen mail meer")
        assert Suppression.objects.blocking("lezer@voorbeeld.nl", "gift").exists()

    def test_way_out_works_for_who_came_back(self):
        link = f"/afmelden/{last_token('afmelden')}/"
        privacy.expire(timezone.now() + timedelta(days=8))
        Subscriber.objects.create(email="lezer@voorbeeld.nl", confirmed_at=timezone.now(), newsletter=True)

        self.client.post(link)

        assert not Subscriber.objects.get().newsletter

    def test_way_out_of_the_forgotten_goes_after_two_years(self):
        privacy.expire(timezone.now() + timedelta(days=8))
        privacy.expire(timezone.now() + timedelta(days=729))
        assert UnsubscribeToken.objects.get().address_hash
        privacy.expire(timezone.now() + timedelta(days=731))
        assert not UnsubscribeToken.objects.exists()

    def test_a_conflict_does_not_keep_the_others(self):
        request_magnet(self.magnet, "ander@voorbeeld.nl")
        with (
            patch.object(privacy, "AT_ONCE", 1),
            patch.object(privacy, "_keep_counts", side_effect=[OperationalError, None]),
            self.assertLogs("leads.privacy"),
        ):
            assert privacy.expire(timezone.now() + timedelta(days=8)) == 1
        assert SignUp.objects.count() == 1

    def test_that_it_was_asked_for_stays_as_a_number(self):
        now = timezone.now()
        request_magnet(self.magnet, "ander@voorbeeld.nl", placement="landing")
        privacy.expire(now + timedelta(days=8))

        today = Span(timezone.localdate(now), timezone.localdate(now) + timedelta(days=1))
        assert [counts.requested for counts in over_time([today])] == [2]
        assert sorted(MagnetView.objects.values_list("page", "placement", "count", "lapsed")) == [
            (0, "", 0, 1),
            (0, "landing", 0, 1),
        ]

    def test_confirmed_sign_ups_stay(self):
        confirm(self.token)

        assert privacy.expire(timezone.now() + timedelta(days=800)) == 0
        assert Subscriber.objects.exists()
