"""Who comes too often is told when to come back, and nothing of anybody else."""

from datetime import UTC, datetime

import time_machine
from django.core.cache import cache
from django.test import TestCase, override_settings

from guard.stamps import make_stamp
from tests.accounts.people import SECOND_STEP, browser, give_password, person, with_app
from tests.comments.factories import FROM_OUR_PAGE
from tests.privacy.test_erasures import ADDRESS, plant

# Five minutes into a window of ten or fifteen: 300 and 600 seconds to go.
NOON = datetime(2026, 3, 14, 12, 5, tzinfo=UTC)


class RetryAfter(TestCase):
    def setUp(self):
        cache.clear()
        self.addCleanup(cache.clear)
        travel = time_machine.travel(NOON, tick=False)
        travel.start()
        self.addCleanup(travel.stop)

    def ask(self, email: str, network: str = "203.0.113.1"):
        fields = {"email": email, "stamp": make_stamp("my-data-1", "all"), "adres_gezien": email}
        return self.client.post("/mijn-gegevens/", fields, headers=FROM_OUR_PAGE, REMOTE_ADDR=network)

    @override_settings(GUARD_LIMITS={"privacy": [(1, 600)]}, GUARD_ADDRESS_LIMITS={"privacy": []})
    def test_my_data_from_one_network(self):
        self.ask(ADDRESS)
        refused = self.ask(ADDRESS)
        self.assertContains(refused, f'value="{ADDRESS}"', status_code=429)
        self.assertContains(refused, "Er kwamen net veel aanvragen vanaf jouw verbinding.", status_code=429)
        self.assertEqual(refused["Retry-After"], "300")

    @override_settings(GUARD_ADDRESS_LIMITS={"privacy": [(1, 3600)]})
    def test_my_data_about_one_address_tells_nobody_whether_it_is_known(self):
        plant()
        told = []
        for email in (ADDRESS, "onbekend@voorbeeld.example"):
            self.ask(email)
            refused = self.ask(email, "203.0.113.2")
            self.assertContains(refused, "met dit e-mailadres", status_code=429)
            headers = dict(refused.headers.items()) | {"X-Request-ID": "", "Content-Length": ""}
            told.append((headers["Retry-After"], headers))
        self.assertEqual(told[0], told[1])
        self.assertEqual(told[0][0], "3300")

    def test_log_in_does_not_tell_whether_others_tried_that_name(self):
        person(last_login="2026-01-01T00:00:00Z")
        for number in range(10):
            give_password(browser(network=f"203.0.113.{number}"), "marit", f"raden-{number}")
            give_password(browser(network="198.51.100.7"), f"naam{number}", "raden")
        held = [
            give_password(browser(network="192.0.2.1"), "marit", "raden"),
            give_password(browser(network="198.51.100.7"), "nieuw", "raden"),
        ]
        self.assertEqual([(page.status_code, page["Retry-After"]) for page in held], [(429, "900")] * 2)

    def test_second_step(self):
        with_app(person())
        for number in range(6):
            client = browser(network=f"203.0.113.{number}")
            give_password(client)
            page = client.post(SECOND_STEP, {"code": "000000"})
        self.assertEqual((page.status_code, page["Retry-After"]), (429, "900"))
