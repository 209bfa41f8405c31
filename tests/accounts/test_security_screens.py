"""The screens about one's own account: set up, shown once, taken away; and what others may do to it."""

import re
from datetime import timedelta
from io import StringIO

from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings
from django.utils import timezone
from post_office.models import Email

from accounts import factors, privacy
from accounts.models import AccountEvent, KnownDevice, OpenSession
from tests.accounts.people import (
    IPHONE,
    PASSWORD,
    SECOND_STEP,
    SECURITY,
    browser,
    code,
    give_password,
    is_in,
    person,
    with_app,
)

What = AccountEvent.What
APP, CODES, NEW_CODES = f"{SECURITY}app/", f"{SECURITY}herstelcodes/", f"{SECURITY}herstelcodes/nieuwe/"


def secret_on(page) -> str:
    return re.search(r'account-secret">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")


@override_settings(REQUIRE_MFA=True)
class FirstTime(TestCase):
    def setUp(self):
        self.user = person()
        self.client = browser()
        give_password(self.client)

    def test_an_app_lets_in_and_shows_the_codes_once(self):
        page = self.client.get(APP)
        self.assertContains(page, "<svg")
        self.assertNotContains(page, "://api.")
        secret = secret_on(page)
        self.assertRedirects(self.client.post(APP, {"code": code(secret)}), CODES)
        self.assertTrue(is_in(self.client))
        shown = re.findall(r"<code>(\d{5} \d{5})</code>", self.client.get(CODES).content.decode())
        self.assertEqual(len(set(shown)), 10)
        file = self.client.get(f"{CODES}bestand/")
        self.assertIn("attachment", file["Content-Disposition"])
        self.assertTrue(all(each in file.content.decode() for each in shown))
        self.client.post(CODES)
        self.assertRedirects(self.client.get(CODES), SECURITY)
        self.assertEqual(self.client.get(f"{CODES}bestand/").status_code, 404)
        self.assertContains(self.client.get(SECURITY), "<strong>10</strong>")

    def test_codes_are_shown_to_the_session_that_made_them_alone(self):
        secret = secret_on(self.client.get(APP))
        self.client.post(APP, {"code": code(secret)})
        other = browser(IPHONE)
        give_password(other)
        other.post(SECOND_STEP, {"code": code(secret, 1)})
        self.assertTrue(is_in(other))
        self.assertRedirects(other.get(CODES), SECURITY)

    def test_a_wrong_code_keeps_the_key(self):
        secret = secret_on(self.client.get(APP))
        wrong = self.client.post(APP, {"code": "000000"})
        self.assertEqual(wrong.status_code, 422)
        self.assertEqual(secret_on(wrong), secret)
        self.assertFalse(factors.has_factor(self.user))
        self.assertFalse(is_in(self.client))

    def test_the_code_of_the_set_up_is_used_up(self):
        secret = secret_on(self.client.get(APP))
        typed = code(secret)
        self.client.post(APP, {"code": typed})
        other = browser(IPHONE)
        give_password(other)
        self.assertEqual(other.post(SECOND_STEP, {"code": typed}).status_code, 422)

    def test_a_made_up_passkey_is_refused(self):
        self.client.post(f"{SECURITY}passkey/opties/")
        for nonsense in (
            "",
            "null",
            "[]",
            "{}",
            '{"response": []}',
            '{"id": "x", "rawId": "x", "type": "public-key"}',
        ):
            with self.subTest(nonsense):
                answer = self.client.post(f"{SECURITY}passkey/", {"name": "x", "credential": nonsense})
                self.assertContains(answer, "niet gemaakt", status_code=422)
        self.assertFalse(factors.has_factor(self.user))

    def test_a_made_up_passkey_lets_nobody_in(self):
        client = browser()
        for nonsense in ("", "[]", '{"response": []}', '{"response": {"userHandle": "MQ"}}'):
            client.post("/admin/login/passkey/opties/")
            with self.subTest(nonsense):
                answer = client.post("/admin/login/passkey/", {"credential": nonsense}, follow=True)
                self.assertContains(answer, "werkte hier niet")
        self.assertFalse(is_in(client))


class Changing(TestCase):
    def setUp(self):
        self.user = person()
        self.secret = with_app(self.user)
        self.client = browser()
        give_password(self.client)
        self.client.post(SECOND_STEP, {"code": code(self.secret)})
        self.app = factors.factors_of(self.user).totp

    def test_taking_the_last_one_away_asks_for_the_password(self):
        address = f"{SECURITY}weghalen/{self.app.pk}/"
        self.assertContains(self.client.get(address), "laatste tweede stap")
        self.assertContains(self.client.post(address), "Vul je wachtwoord in", status_code=422)
        self.assertContains(
            self.client.post(address, {"password": "x"}), "niet je wachtwoord", status_code=422
        )
        self.assertTrue(factors.has_factor(self.user))
        self.client.post(address, {"password": PASSWORD})
        self.assertFalse(self.user.authenticator_set.exists(), "recovery codes alone are no second step")
        self.assertIn("weggehaald", Email.objects.last().message)

    @override_settings(REQUIRE_MFA=True)
    def test_without_the_last_one_one_is_out_until_there_is_another(self):
        self.client.post(f"{SECURITY}weghalen/{self.app.pk}/", {"password": PASSWORD})
        self.assertRedirects(self.client.get("/admin/"), SECURITY)

    def test_that_password_is_not_guessed_without_end(self):
        address = f"{SECURITY}weghalen/{self.app.pk}/"
        for _ in range(10):
            self.client.post(address, {"password": "x"})
        answer = self.client.post(address, {"password": PASSWORD})
        self.assertContains(answer, "te vaak geprobeerd", status_code=422)
        self.assertTrue(factors.has_factor(self.user))

    def test_nobody_takes_away_what_is_another_persons(self):
        other = person("joost", role="Redacteur")
        client = browser(IPHONE)
        give_password(client, "joost")
        address = f"{SECURITY}weghalen/{self.app.pk}/"
        self.assertEqual(client.post(address, {"password": PASSWORD}).status_code, 404)
        self.assertEqual(client.post(f"{SECURITY}passkey/{self.app.pk}/", {"name": "x"}).status_code, 404)
        self.assertTrue(factors.has_factor(self.user))
        self.assertFalse(factors.has_factor(other))

    def test_new_codes_end_the_old_ones(self):
        old = factors.codes_of(factors.factors_of(self.user).recovery)
        self.assertEqual(self.client.post(NEW_CODES, {"password": "x"}).status_code, 422)
        self.assertRedirects(self.client.post(NEW_CODES, {"password": PASSWORD}), CODES)
        new = factors.codes_of(factors.factors_of(self.user).recovery)
        self.assertFalse(set(old) & set(new))
        self.assertIsNone(factors.use_code(self.user, old[0]))

    def test_another_app_asks_for_the_password_when_one_is_in_for_long(self):
        OpenSession.objects.update(started_at=timezone.now() - timedelta(minutes=16))
        secret = secret_on(self.client.get(APP))
        self.assertEqual(self.client.post(APP, {"code": code(secret)}).status_code, 422)
        self.client.post(APP, {"code": code(secret), "password": PASSWORD})
        self.assertIsNotNone(factors.use_code(self.user, code(secret, 1)))
        self.assertIsNone(factors.use_code(self.user, code(self.secret, 1)))

    def test_the_first_factor_ends_sessions_that_came_in_without(self):
        joost = person("joost", role="Redacteur")
        clients = [browser(), browser(IPHONE)]
        for client in clients:
            give_password(client, "joost")
        secret = secret_on(clients[0].get(APP))
        before = clients[0].session.session_key
        clients[0].post(APP, {"code": code(secret)})
        self.assertEqual([is_in(client) for client in clients], [True, False])
        self.assertNotEqual(clients[0].session.session_key, before)
        self.assertTrue(OpenSession.objects.get(user=joost).has_second_factor)


class LostPhone(TestCase):
    def setUp(self):
        self.user = person()
        with_app(self.user)
        self.boss = person("baas", is_superuser=True)

    def test_an_administrator_wipes_it_and_that_is_written_down(self):
        client = browser(IPHONE)
        give_password(client, "baas")
        address = f"{SECURITY}van/{self.user.pk}/"
        self.assertContains(client.get("/admin/users/"), address)
        self.assertEqual(client.post(address, {"password": "x"}).status_code, 422)
        client.post(address, {"password": PASSWORD})
        self.assertFalse(factors.has_factor(self.user))
        event = AccountEvent.objects.get(what=What.RESET)
        self.assertEqual((event.user, event.by), (self.user, self.boss))
        self.assertContains(client.get(f"{SECURITY}inlogboek/"), "gewist door een beheerder, door baas")
        self.assertEqual(Email.objects.last().to, ["marit@voorbeeld.nl"])

    def test_the_command_does_the_same_for_who_is_locked_out(self):
        said = StringIO()
        call_command("reset_second_factor", "marit", stdout=said)
        self.assertIn("of marit is gone", said.getvalue())
        client = browser()
        give_password(client)
        self.assertTrue(is_in(client))
        with self.assertRaisesMessage(CommandError, "There is no user 'niemand'; there are: "):
            call_command("reset_second_factor", "niemand")


class Privacy(TestCase):
    def test_what_is_past_its_time_goes_and_the_rest_stays(self):
        person()
        client = browser()
        give_password(client)
        now = timezone.now()
        AccountEvent.objects.create(what=What.LOGGED_IN, at=now - timedelta(days=91))
        AccountEvent.objects.create(what=What.LOGGED_IN, at=now - timedelta(days=89))
        KnownDevice.objects.create(
            user_id=OpenSession.objects.get().user_id, token_hash="x", seen_at=now - timedelta(days=181)
        )
        self.assertEqual(privacy.expire(now), 2)
        self.assertEqual((AccountEvent.objects.count(), KnownDevice.objects.count()), (2, 1))
        self.assertTrue(is_in(client))
        privacy.expire(now + timedelta(hours=13))
        self.assertFalse(OpenSession.objects.exists())

    def test_somebody_sees_their_own_and_forgets_their_devices(self):
        person()
        give_password(browser())
        (account,) = privacy.export("Marit@voorbeeld.nl")
        self.assertEqual(account["inlogboek"][0]["wat"], "Ingelogd")
        self.assertEqual(privacy.erase("marit@voorbeeld.nl"), 1)
        self.assertEqual(privacy.export("elders@voorbeeld.nl"), [])

    def test_the_network_is_kept_under_the_days_key(self):
        person()
        give_password(browser(network="192.0.2.77"))
        self.assertRegex(AccountEvent.objects.get().network_hash, r"^[0-9a-f]{64}$")
