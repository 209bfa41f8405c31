"""Where to report a weakness, as RFC 9116 has it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client, SimpleTestCase, override_settings

PATH = "/.well-known/security.txt"
ADDRESS = "https://voorbeeld.example"


def fields(response) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in response.content.decode().splitlines():
        name, _, value = line.partition(": ")
        found.setdefault(name, []).append(value)
    return found


@override_settings(SITE_URL=ADDRESS, SECURITY_CONTACT="mailto:lek@voorbeeld.example")
class SecurityText(SimpleTestCase):
    def test_it_says_whom_to_tell_until_when_in_which_language_and_where_it_stands(self) -> None:
        said = fields(self.client.get(PATH))
        self.assertEqual(set(said), {"Contact", "Expires", "Preferred-Languages", "Canonical"})
        self.assertEqual(said["Contact"], ["mailto:lek@voorbeeld.example"])
        self.assertEqual(said["Preferred-Languages"][0].split(",")[0], "nl")
        self.assertEqual(said["Canonical"], [f"{ADDRESS}{PATH}"])

    def test_it_is_good_for_months_and_never_for_a_year_whatever_the_day(self) -> None:
        for day in ("2026-01-01 00:00Z", "2026-01-31 23:59Z", "2028-02-29 12:00Z", "2026-12-31 23:59Z"):
            with self.subTest(day), time_machine.travel(day, tick=False):
                (expires,) = fields(self.client.get(PATH))["Expires"]
                left = datetime.strptime(expires, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) - datetime.now(
                    UTC
                )
                self.assertGreater(left, timedelta(days=90))
                self.assertLess(left, timedelta(days=365))

    def test_it_is_plain_text_kept_for_an_hour_and_sets_no_cookie(self) -> None:
        response = self.client.get(PATH)
        self.assertEqual(response["Content-Type"], "text/plain; charset=utf-8")
        self.assertEqual(response["Cache-Control"], "public, max-age=3600")
        self.assertFalse(response.cookies)
        self.assertTrue(response.content.endswith(b"\n"))

    def test_it_is_only_read(self) -> None:
        self.assertEqual(self.client.post(PATH).status_code, 405)
        self.assertEqual(self.client.head(PATH).status_code, 200)


@pytest.mark.parametrize("contact", ["mailto:lek@voorbeeld.example", "https://voorbeeld.example/lek/"])
def test_contact_is_the_one_that_was_chosen(settings, contact: str) -> None:
    settings.SECURITY_CONTACT = contact
    assert fields(Client().get(PATH))["Contact"] == [contact]
