"""Getting in: a password, a second step, a session that counts."""

from datetime import timedelta
from unittest import mock

from django.core import signing
from django.test import TestCase, override_settings
from django.utils import timezone
from post_office.models import Email

from accounts import devices, factors
from accounts.models import AccountEvent, KnownDevice, Method, OpenSession
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


class PasswordAlone(TestCase):
    def setUp(self):
        self.user = person()

    def test_it_is_enough_where_no_second_step_is_asked_for(self):
        client = browser()
        self.assertRedirects(give_password(client), "/admin/", fetch_redirect_response=False)
        self.assertTrue(is_in(client))
        self.assertEqual(OpenSession.objects.get().method, Method.PASSWORD)

    @override_settings(REQUIRE_MFA=True)
    def test_it_leads_to_setting_one_up_where_the_account_needs_one(self):
        client = browser()
        self.assertRedirects(give_password(client), SECURITY)
        self.assertRedirects(client.get("/admin/"), SECURITY)
        self.assertNotIn("_auth_user_id", client.session)

    @override_settings(REQUIRE_MFA=True)
    def test_a_redacteur_may_do_without(self):
        person("joost", role="Redacteur")
        client = browser()
        give_password(client, "joost")
        self.assertTrue(is_in(client))

    @override_settings(REQUIRE_MFA=True)
    def test_one_right_about_people_is_enough_to_need_it(self):
        from django.contrib.auth.models import Permission

        joost = person("joost", role="Redacteur")
        joost.user_permissions.add(Permission.objects.get(codename="view_subscriber"))
        client = browser()
        self.assertRedirects(give_password(client, "joost"), SECURITY)
        self.assertFalse(is_in(client))

    def test_it_ends_when_the_rule_comes(self):
        client = browser()
        give_password(client)
        with self.settings(REQUIRE_MFA=True):
            self.assertRedirects(client.get("/admin/"), SECURITY)
        # And not by going back before it.
        self.assertFalse(is_in(client))


class WithAnApp(TestCase):
    def setUp(self):
        self.user = person()
        self.secret = with_app(self.user)
        self.client = browser()

    def test_both_steps_let_in_where_one_wanted_to_be(self):
        response = give_password(self.client, next="/admin/reports/")
        self.assertRedirects(response, SECOND_STEP)
        self.assertFalse(is_in(self.client))
        response = self.client.post(SECOND_STEP, {"code": code(self.secret)})
        self.assertRedirects(response, "/admin/reports/", fetch_redirect_response=False)
        self.assertTrue(is_in(self.client))

    def test_each_step_has_a_session_key_of_its_own(self):
        self.client.get("/admin/login/")
        give_password(self.client)
        first = self.client.session.session_key
        self.client.post(SECOND_STEP, {"code": code(self.secret)})
        second = self.client.session.session_key
        self.assertNotEqual(first, second)
        old = browser()
        old.cookies["sessionid"] = first
        self.assertFalse(is_in(old))

    def test_spaces_in_a_code_do_not_matter(self):
        give_password(self.client)
        typed = code(self.secret)
        self.client.post(SECOND_STEP, {"code": f" {typed[:3]} {typed[3:]}"})
        self.assertTrue(is_in(self.client))

    def test_a_code_works_once_also_in_another_process(self):
        from django.core.cache import cache

        give_password(self.client)
        right = code(self.secret)
        self.client.post(SECOND_STEP, {"code": right})
        cache.clear()
        other = browser()
        give_password(other)
        self.assertContains(other.post(SECOND_STEP, {"code": right}), "klopt niet", status_code=422)
        self.assertFalse(is_in(other))

    def test_a_code_of_two_minutes_ago_is_refused(self):
        give_password(self.client)
        for steps in (-4, 4):
            self.assertEqual(
                self.client.post(SECOND_STEP, {"code": code(self.secret, steps)}).status_code, 422
            )

    def test_nonsense_is_refused(self):
        give_password(self.client)
        for nonsense in ("", " ", "abc", "⓵②③④⑤⑥", "1" * 24, "-"):
            with self.subTest(nonsense):
                self.assertIn(self.client.post(SECOND_STEP, {"code": nonsense}).status_code, (302, 422, 429))
        self.assertFalse(is_in(self.client))

    def test_a_recovery_code_works_once_and_is_counted(self):
        first, *others = factors.codes_of(factors.factors_of(self.user).recovery)
        give_password(self.client)
        self.client.post(SECOND_STEP, {"code": first})
        self.assertContains(self.client.get("/admin/"), "Je hebt er nog 9")
        self.assertEqual(factors.codes_of(factors.factors_of(self.user).recovery), others)
        other = browser()
        give_password(other)
        other.post(SECOND_STEP, {"code": first})
        self.assertFalse(is_in(other))

    def test_five_wrong_codes_ask_for_the_password_again_and_tell_the_owner(self):
        give_password(self.client)
        for _ in range(4):
            self.client.post(SECOND_STEP, {"code": "000000"})
        self.assertRedirects(self.client.post(SECOND_STEP, {"code": "000000"}), "/admin/login/")
        self.assertRedirects(self.client.get(SECOND_STEP), "/admin/login/")
        mail = Email.objects.get()
        self.assertEqual(mail.to, ["marit@voorbeeld.nl"])
        self.assertIn("juiste wachtwoord", mail.message)

    def test_the_half_way_session_ends_after_a_quarter_of_an_hour(self):
        give_password(self.client)
        with mock.patch("accounts.pending.time.time", return_value=timezone.now().timestamp() + 901):
            self.assertRedirects(self.client.post(SECOND_STEP, {"code": code(self.secret)}), "/admin/login/")

    def test_the_half_way_session_ends_with_the_password(self):
        give_password(self.client)
        self.user.set_password("een-heel-ander-wachtwoord")
        self.user.save()
        self.client.post(SECOND_STEP, {"code": code(self.secret)})
        self.assertFalse(is_in(self.client))

    def test_somebody_who_was_put_out_gets_no_further(self):
        give_password(self.client)
        self.user.is_active = False
        self.user.save()
        self.client.post(SECOND_STEP, {"code": code(self.secret)})
        self.assertFalse(is_in(self.client))

    def test_secrets_are_not_readable_in_the_database(self):
        stored = " ".join(str(data) for data in self.user.authenticator_set.values_list("data", flat=True))
        self.assertNotIn(self.secret, stored)

    def test_another_key_of_the_site_refuses_and_does_not_fail(self):
        give_password(self.client)
        with mock.patch("accounts.secrets_at_rest._key", return_value=b"A" * 43 + b"="), self.assertLogs():
            response = self.client.post(SECOND_STEP, {"code": code(self.secret)})
        self.assertEqual(response.status_code, 422)

    def test_a_changed_key_goes_on_under_its_fallback(self):
        from django.conf import settings

        give_password(self.client)
        with self.settings(SECRET_KEY="nieuw" * 12, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
            self.assertEqual(factors.use_code(self.user, code(self.secret)), Method.TOTP)


class Devices(TestCase):
    def setUp(self):
        self.user = person()
        self.client = browser()

    def mails(self):
        return Email.objects.filter(delivery__kind="new-device")

    def test_a_first_log_in_ever_is_no_news_and_a_new_device_is(self):
        give_password(self.client)
        self.assertFalse(self.mails().exists())
        give_password(browser(IPHONE))
        mail = self.mails().get()
        self.assertIn("Safari op een iPhone", mail.message)
        self.assertIn("/admin/password_reset/", mail.message)
        self.assertEqual(mail.to, ["marit@voorbeeld.nl"])

    def test_a_known_device_is_no_news(self):
        give_password(self.client)
        self.client.post("/admin/logout/")
        give_password(self.client)
        self.assertFalse(self.mails().exists())
        self.assertEqual(KnownDevice.objects.count(), 1)

    def test_the_cookie_is_signed_and_out_of_reach_of_scripts(self):
        cookie = give_password(self.client).cookies[devices.COOKIE]
        self.assertTrue(cookie["httponly"])
        self.assertEqual((cookie["samesite"], cookie["path"]), ("Strict", "/"))
        forged = browser()
        forged.cookies[devices.COOKIE] = signing.get_cookie_signer(salt="elders").sign("x" * 43)
        give_password(forged)
        self.assertEqual(self.mails().count(), 1)

    def test_a_device_is_known_to_its_own_people_alone(self):
        person("joost", role="Redacteur")
        give_password(browser(IPHONE), "joost")
        give_password(self.client)
        self.client.post("/admin/logout/")
        give_password(self.client, "joost")
        self.assertEqual(self.mails().get().to, ["joost@voorbeeld.nl"])

    def test_an_ended_session_is_out_at_once(self):
        give_password(self.client)
        other = browser(IPHONE)
        give_password(other)
        row = OpenSession.objects.get(device__contains="iPhone")
        screen = self.client.get("/admin/beveiliging/apparaten/")
        self.assertContains(screen, "Safari op een iPhone")
        self.assertContains(screen, "dit apparaat")
        self.client.post(f"/admin/beveiliging/apparaten/{row.pk}/")
        self.assertFalse(is_in(other))
        self.assertTrue(is_in(self.client))

    def test_nobody_ends_the_sessions_of_others(self):
        give_password(self.client)
        person("joost")
        other = browser(IPHONE)
        give_password(other, "joost")
        other.post(f"/admin/beveiliging/apparaten/{OpenSession.objects.get(user=self.user).pk}/")
        self.assertTrue(is_in(self.client))

    def test_all_others_end_at_once(self):
        give_password(self.client)
        others = [browser(IPHONE), browser(IPHONE)]
        for other in others:
            give_password(other)
        self.client.post("/admin/beveiliging/apparaten/overal/")
        self.assertEqual([is_in(other) for other in (self.client, *others)], [True, False, False])

    def test_twelve_hours_are_the_end_however_busy_one_is(self):
        give_password(self.client, remember="on")
        OpenSession.objects.update(started_at=timezone.now() - timedelta(hours=12, minutes=1))
        self.assertFalse(is_in(self.client))

    def test_a_new_password_ends_all_other_sessions_and_is_told(self):
        give_password(self.client)
        other = browser(IPHONE)
        give_password(other)
        values = {
            "name_email-first_name": "Marit",
            "name_email-last_name": "van Wezel",
            "name_email-email": "marit@voorbeeld.nl",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
            "moderator_mail-frequency": "at_once",
            "password-old_password": PASSWORD,
            "password-new_password1": "zeven-stille-zwanen",
            "password-new_password2": "zeven-stille-zwanen",
        }
        response = self.client.post("/admin/account/", values)
        self.assertEqual(response.status_code, 302)
        self.assertEqual([is_in(self.client), is_in(other)], [True, False])
        screen = self.client.get("/admin/beveiliging/apparaten/")
        self.assertNotContains(screen, "<strong>Safari op een iPhone</strong>")
        self.assertContains(screen, "Wachtwoord gewijzigd")
        self.assertTrue(
            Email.objects.filter(message__contains="wachtwoord van je account is gewijzigd").exists()
        )

    def test_logging_out_ends_the_row_too(self):
        give_password(self.client)
        self.client.post("/admin/logout/")
        self.assertFalse(OpenSession.objects.exists())
        self.assertEqual(AccountEvent.objects.first().what, What.LOGGED_OUT)
