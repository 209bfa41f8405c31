"""What is known of who logs in: told, erased, and kept for as long as the settings say."""

import re
from datetime import timedelta

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from accounts import privacy
from accounts.models import AccountEvent, KnownDevice
from mailing.addresses import address_hash
from privacy import erasures, links, people
from privacy.retention import expiring
from tests.accounts.people import browser, give_password, person
from tests.leads.people_in_admin import in_role

STAYS = "Het account om in te loggen, en zijn inlogboek"


class OwnData(TestCase):
    def setUp(self) -> None:
        self.user = person()
        give_password(browser())

    def test_export_tells_of_account_devices_and_log(self) -> None:
        (told,) = [kind.entries for kind in people.known(self.user.email) if kind.name == "account"]
        self.assertEqual(told[0]["account"], "marit")
        self.assertEqual(told[0]["apparaten"][0]["apparaat"], "Firefox op Windows")
        self.assertEqual(told[0]["inlogboek"][0]["wat"], "Ingelogd")

    def test_erasing_all_forgets_devices_and_leaves_the_account_and_its_log_until_its_term(self) -> None:
        other = person("joost")
        give_password(browser(), "joost")
        erasures.erase(self.user.email.upper(), "reactions")
        self.assertEqual(KnownDevice.objects.filter(user=self.user).count(), 1)
        erasures.erase(self.user.email.upper())
        self.assertEqual({event.user for event in AccountEvent.objects.all()}, {self.user, other})
        self.assertEqual({device.user for device in KnownDevice.objects.all()}, {other})
        self.assertTrue(User.objects.filter(pk=self.user.pk).exists())
        privacy.expire(timezone.now() + timedelta(days=91))
        self.assertFalse(AccountEvent.objects.exists())

    def test_log_goes_with_the_account(self) -> None:
        self.user.delete()
        self.assertFalse(AccountEvent.objects.exists())

    def test_who_erases_is_told_before_what_stays_of_an_account_and_why(self) -> None:
        for email, what, is_told in (
            (self.user.email, "all", True),
            (self.user.email, "reactions", False),
            ("lezer@voorbeeld.nl", "all", False),
        ):
            with self.subTest(email, what=what):
                Email.objects.all().delete()
                links.ask(email)
                link = re.search(r"http://localhost(/mijn-gegevens/[\w-]{43}/)", Email.objects.get().message)
                page = self.client.get(f"{link[1]}wissen/", {"what": what})
                self.assertEqual(STAYS in page.content.decode(), is_told)
                self.assertEqual("artikel 6 lid 1 onder f" in page.content.decode(), is_told)

    def test_coach_is_told_before_and_after(self) -> None:
        self.client.force_login(in_role("Coach"))
        hashed = address_hash(self.user.email)
        before = self.client.get(reverse("personal_data:show", args=[hashed]))
        self.assertContains(before, STAYS)
        self.assertContains(before, "Het inlogboek blijft ook na wissen")
        after = self.client.post(reverse("personal_data:erase", args=[hashed]), {"what": "all"})
        self.assertContains(after, STAYS)
        self.assertContains(after, "Het adres staat alleen nog bij het account.")

    def test_erasing_is_repeated_after_a_restore_also_for_who_has_but_an_account(self) -> None:
        erasures.erase(self.user.email)
        erasures.Erasure.objects.all().delete()
        give_password(browser())
        self.assertTrue(KnownDevice.objects.exists())
        self.assertEqual(erasures.replay(), 1)
        self.assertFalse(KnownDevice.objects.exists())


class Terms(TestCase):
    def setUp(self) -> None:
        self.user = person()
        give_password(browser())
        self.now = timezone.now()

    def let_go(self, later: int) -> tuple[int, int]:
        """Return how many lines of the log and devices are left so many days later."""
        privacy.expire(self.now + timedelta(days=later))
        return AccountEvent.objects.count(), KnownDevice.objects.count()

    def test_log_stays_ninety_days_and_a_device_a_hundred_and_eighty(self) -> None:
        self.assertEqual([self.let_go(days) for days in (89, 91, 179, 181)], [(1, 1), (0, 1), (0, 1), (0, 0)])

    def test_settings_say_how_long_and_what_is_told_is_what_goes(self) -> None:
        with self.settings(KEEP_DAYS={"LOG_INS": 5, "DEVICES": 9}):
            rules = {rule.setting: rule for rule in privacy.expiring(self.now + timedelta(days=7))}
            self.assertEqual(
                {name: (rule.days, rule.total, rule.due) for name, rule in rules.items()},
                {"KEEP_LOG_INS_DAYS": (5, 1, 1), "KEEP_DEVICES_DAYS": (9, 1, 0)},
            )
            self.assertEqual(self.let_go(7), (0, 1))

    def test_screen_of_terms_shows_both(self) -> None:
        self.assertIn("Inloggen", [part for part, _ in expiring(self.now)])
        self.client.force_login(in_role("Coach"))
        page = self.client.get(reverse("personal_data:retention"))
        self.assertContains(page, "KEEP_LOG_INS_DAYS")
        self.assertContains(page, "KEEP_DEVICES_DAYS")
