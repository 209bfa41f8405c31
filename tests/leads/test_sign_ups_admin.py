from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from leads.models import SignUp, Subscriber
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from tests.leads.gifts import last_token, make_magnet
from tests.leads.people_in_admin import coach

INDEX = "/admin/aanmeldingen/"


class SignUpListTests(TestCase):
    def setUp(self):
        self.magnet = make_magnet()
        request_magnet(self.magnet, "lezer@voorbeeld.nl", first_name="=HYPERLINK(1)")
        confirm(last_token("aanmelden/bevestigen"))
        request_magnet(self.magnet, "wacht@voorbeeld.nl")
        self.client.force_login(coach("view_signup", "export_subscriber"))

    def test_list_shows_who_asked_for_what(self):
        response = self.client.get(INDEX)

        self.assertContains(response, "lezer@voorbeeld.nl")
        self.assertContains(response, "De routekaart")

    def test_list_filters_and_searches(self):
        confirmed = self.client.get(INDEX, {"is_confirmed": "true"})
        self.assertContains(confirmed, "lezer@")
        self.assertNotContains(confirmed, "wacht@")
        self.assertNotContains(self.client.get(INDEX, {"is_confirmed": "false"}), "lezer@")
        self.assertNotContains(self.client.get(INDEX, {"newsletter": "true"}), "lezer@")
        self.assertContains(self.client.get(INDEX, {"magnet": self.magnet.pk, "q": "wacht"}), "wacht@")

    def test_list_says_who_gets_the_newsletter_now(self):
        Subscriber.objects.filter(email="lezer@voorbeeld.nl").update(newsletter=True)
        self.assertContains(self.client.get(INDEX, {"newsletter": "true"}), "lezer@")
        Subscriber.objects.update(newsletter=False)
        SignUp.objects.update(newsletter=True)

        self.assertNotContains(self.client.get(INDEX, {"newsletter": "true"}), "lezer@")
        rows = b"".join(self.client.get(INDEX, {"export": "csv"})).decode().splitlines()
        assert "Krijgt nu de nieuwsbrief" in rows[0]
        assert all("True" not in row for row in rows[1:])

    def test_export_runs_no_formula(self):
        response = self.client.get(INDEX, {"export": "csv"})

        text = b"".join(response.streaming_content).decode()
        assert "E-mailadres" in text
        assert "'=HYPERLINK(1)" in text

    def test_without_the_right_to_export_there_is_no_export(self):
        self.client.force_login(coach("view_signup", name="kijker"))

        assert self.client.get(INDEX, {"export": "csv"}).status_code == 302

    def test_list_takes_as_many_queries_for_more_sign_ups(self):
        self.client.get(INDEX)
        with CaptureQueriesContext(connection) as with_two:
            self.client.get(INDEX)
        for number in range(4):
            request_magnet(self.magnet, f"lezer{number}@voorbeeld.nl")
        with self.assertNumQueries(len(with_two)):
            self.client.get(INDEX)

    def test_nobody_can_change_or_delete(self):
        self.client.force_login(User.objects.create_superuser("beheer"))
        pk = SignUp.objects.first().pk

        for address in ("new/", f"edit/{pk}/", f"delete/{pk}/"):
            assert self.client.get(INDEX + address).status_code == 404

    def test_without_permission_there_is_nothing_to_see(self):
        self.client.force_login(User.objects.create_user("ander"))

        assert self.client.get(INDEX).status_code == 302
