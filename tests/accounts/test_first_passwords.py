"""A password that somebody else made: good for one log-in, at which its owner chooses another."""

import re
from datetime import timedelta
from unittest import mock

from django.contrib.auth.models import Group, User
from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from accounts import factors, first_passwords
from accounts.models import AccountEvent, FirstPassword, OpenSession
from liefdesverdriet import accounts as first_account
from tests.accounts.people import (
    LOGIN,
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

OWN_PASSWORD = "/admin/eigen-wachtwoord/"  # noqa: S105 - an address
MINE = "regen-op-zeven-ramen"
What = AccountEvent.What


def choose(client, password=MINE, again=None):
    return client.post(OWN_PASSWORD, {"new_password1": password, "new_password2": again or password})


def events(user):
    return [event.what for event in AccountEvent.objects.filter(user=user).order_by("pk")]


class AtTheFirstLogIn(TestCase):
    def setUp(self):
        self.user = person()
        first_passwords.give(self.user)
        self.client = browser()

    def test_own_password_comes_before_anything_else(self):
        response = give_password(self.client, next="/admin/reports/", remember="on")
        self.assertRedirects(response, OWN_PASSWORD)
        self.assertNotIn("_auth_user_id", self.client.session)
        for address in ("/admin/", "/admin/account/", LOGIN, SECOND_STEP, SECURITY, f"{SECURITY}apparaten/"):
            with self.subTest(address):
                self.assertRedirects(self.client.get(address), OWN_PASSWORD, fetch_redirect_response=False)
        self.assertEqual(self.client.post("/admin/account/").status_code, 403)
        self.assertFalse(OpenSession.objects.exists())

    def test_choosing_one_lets_in_where_one_wanted_to_be(self):
        give_password(self.client, next="/admin/reports/")
        half_way = self.client.session.session_key
        response = choose(self.client)
        self.assertRedirects(response, "/admin/reports/", fetch_redirect_response=False)
        self.assertTrue(is_in(self.client))
        self.assertNotEqual(self.client.session.session_key, half_way)
        self.assertEqual(OpenSession.objects.count(), 1)
        self.assertFalse(FirstPassword.objects.exists())
        self.assertEqual(events(self.user), [What.PASSWORD_GIVEN, What.PASSWORD_CHOSEN, What.LOGGED_IN])

    def test_from_then_on_it_is_the_only_one_and_nothing_more_is_asked(self):
        give_password(self.client)
        choose(self.client)
        self.assertEqual(give_password(browser()).status_code, 200)
        other = browser()
        self.assertRedirects(give_password(other, password=MINE), "/admin/", fetch_redirect_response=False)
        self.assertTrue(is_in(other))

    def test_rules_are_told_and_what_was_typed_is_not_shown_again(self):
        give_password(self.client)
        shown = self.client.get(OWN_PASSWORD)
        self.assertContains(shown, "Kies een eigen wachtwoord")
        self.assertContains(shown, "minstens 12 tekens")
        self.assertIn("no-store", shown["Cache-Control"])
        for first, again, said in (
            ("kort-woord", None, "te kort"),
            ("1q2w3e4r5t6y", None, "veelgebruikt"),
            ("marit@voorbeeld.nl", None, "lijkt te veel op"),
            (MINE, "regen-op-acht-ramen", "komen niet overeen"),
            (PASSWORD, None, "Dit is het wachtwoord dat je kreeg"),
        ):
            with self.subTest(said):
                refused = choose(self.client, first, again)
                self.assertContains(refused, said, status_code=422)
                for typed in {first, again or first}:
                    self.assertNotContains(refused, f'"{typed}"', status_code=422)
                    self.assertNotContains(refused, f">{typed}<", status_code=422)
        self.user.refresh_from_db()
        self.assertTrue(self.user.check_password(PASSWORD))
        self.assertFalse(is_in(self.client))

    def test_too_many_tries_are_held_up_and_a_right_one_counts_for_nothing_then(self):
        give_password(self.client)
        tries = [choose(self.client, "kort").status_code for _ in range(11)]
        self.assertEqual(tries, [422] * 10 + [429])
        held_up = choose(self.client)
        self.assertContains(held_up, "te vaak geprobeerd", status_code=429)
        self.assertGreater(int(held_up["Retry-After"]), 0)
        self.assertTrue(FirstPassword.objects.exists())

    def test_of_two_browsers_half_way_one_chooses(self):
        other = browser(network="192.0.2.9")
        give_password(self.client)
        give_password(other)
        choose(self.client)
        self.assertRedirects(choose(other, "een-heel-ander-wachtwoord"), LOGIN)
        self.assertFalse(is_in(other))
        self.user.refresh_from_db()
        self.assertTrue(self.user.check_password(MINE))

    def test_the_step_is_not_there_for_who_gave_no_password_or_needs_none(self):
        self.assertRedirects(browser().get(OWN_PASSWORD), LOGIN)
        self.assertRedirects(choose(browser()), LOGIN)
        person("joost")
        client = browser()
        give_password(client, "joost")
        self.assertRedirects(choose(client), "/admin/", fetch_redirect_response=False)
        self.assertFalse(AccountEvent.objects.filter(what=What.PASSWORD_CHOSEN).exists())

    def test_a_session_that_django_alone_made_is_led_there_too(self):
        self.client.force_login(self.user)
        self.assertRedirects(self.client.get("/admin/"), OWN_PASSWORD, fetch_redirect_response=False)

    def test_login_of_pages_leads_there_too(self):
        values = {"username": "marit", "password": PASSWORD, "next": "/"}
        response = self.client.post("/_util/login/", values)
        self.assertRedirects(response, OWN_PASSWORD, fetch_redirect_response=False)
        self.assertRedirects(choose(self.client), "/", fetch_redirect_response=False)


class WithASecondStep(TestCase):
    def setUp(self):
        self.user = person()
        first_passwords.give(self.user)
        self.client = browser()

    def test_it_comes_between_the_two_passwords(self):
        secret = with_app(self.user)
        self.assertRedirects(give_password(self.client), SECOND_STEP)
        self.assertRedirects(choose(self.client), SECOND_STEP)
        self.assertTrue(FirstPassword.objects.exists())
        self.assertRedirects(self.client.post(SECOND_STEP, {"code": code(secret)}), OWN_PASSWORD)
        self.assertFalse(is_in(self.client))
        choose(self.client)
        self.assertTrue(is_in(self.client))
        self.assertTrue(OpenSession.objects.get().has_second_factor)

    @override_settings(REQUIRE_MFA=True)
    def test_it_is_set_up_first_and_its_codes_are_shown_after(self):
        self.assertRedirects(give_password(self.client), SECURITY)
        self.assertRedirects(choose(self.client), SECURITY)
        self.client.get(f"{SECURITY}app/")
        secret = self.client.session["accounts.new_secret"]
        self.assertRedirects(self.client.post(f"{SECURITY}app/", {"code": code(secret)}), OWN_PASSWORD)
        self.assertRedirects(self.client.get(f"{SECURITY}herstelcodes/"), OWN_PASSWORD)
        codes = choose(self.client)
        self.assertRedirects(codes, f"{SECURITY}herstelcodes/", fetch_redirect_response=False)
        shown = self.client.get(codes["Location"])
        self.assertContains(shown, factors.codes_of(factors.factors_of(self.user).recovery)[0])


class Expired(TestCase):
    def setUp(self):
        self.user = person()
        first_passwords.give(self.user)

    def let_pass(self, **time):
        FirstPassword.objects.update(given_at=timezone.now() - timedelta(**time))

    def test_it_works_for_fourteen_days_and_no_longer(self):
        self.let_pass(days=13, hours=23)
        self.assertRedirects(give_password(browser()), OWN_PASSWORD)
        self.let_pass(days=14)
        client = browser()
        for address in (LOGIN, "/_util/login/"):
            refused = client.post(address, {"username": "marit", "password": PASSWORD})
            self.assertContains(refused, "werkt niet meer")
            self.assertNotContains(refused, PASSWORD)
        self.assertRedirects(client.get(OWN_PASSWORD), LOGIN)
        self.assertEqual(events(self.user)[1:], [What.PASSWORD_OVER] * 2)

    @override_settings(FIRST_PASSWORD_DAYS=2)
    def test_setting_says_how_long(self):
        self.let_pass(days=2)
        self.assertContains(give_password(browser()), "werkt niet meer")

    def test_it_counts_as_a_failure(self):
        self.let_pass(days=15)
        tries = [give_password(browser()).status_code for _ in range(11)]
        self.assertEqual(tries, [200] * 10 + [429])

    def test_a_link_by_mail_still_gives_a_password_of_ones_own(self):
        self.let_pass(days=15)
        client = browser()
        client.post("/admin/password_reset/", {"email": self.user.email})
        link = re.search(r"/admin/password_reset/confirm/\S+", Email.objects.get().message)[0]
        form = client.get(link, follow=True)
        client.post(form.request["PATH_INFO"], {"new_password1": MINE, "new_password2": MINE})
        self.assertRedirects(give_password(client, password=MINE), "/admin/", fetch_redirect_response=False)
        self.assertTrue(is_in(client))


class MadeByAnother(TestCase):
    def setUp(self):
        self.boss = person("bea", is_superuser=True)
        self.admin = browser(network="192.0.2.5")
        give_password(self.admin, "bea")

    def values(self, name, **changed):
        return {
            "username": name,
            "email": f"{name}@voorbeeld.nl",
            "first_name": "Joost",
            "last_name": "Maas",
            "is_active": "on",
            "groups": Group.objects.get(name="Coach").pk,
            **changed,
        }

    def test_an_account_made_on_the_screen_of_users(self):
        values = self.values("joost", password1=PASSWORD, password2=PASSWORD, is_superuser="on")
        made = self.admin.post(reverse("wagtailusers_users:add"), values, follow=True)
        self.assertContains(made, "kiest bij de eerste keer inloggen een eigen wachtwoord")
        given = AccountEvent.objects.get(what=What.PASSWORD_GIVEN)
        self.assertEqual((given.user.username, given.by), ("joost", self.boss))
        client = browser()
        self.assertRedirects(give_password(client, "joost"), OWN_PASSWORD)
        choose(client)
        self.assertTrue(is_in(client))

    def test_a_password_typed_in_for_somebody_else_ends_their_sessions(self):
        joost = person("joost")
        client = browser()
        give_password(client, "joost")
        edit = reverse("wagtailusers_users:edit", args=[joost.pk])
        self.admin.post(edit, self.values("joost"))
        self.assertTrue(is_in(client))
        self.assertFalse(FirstPassword.objects.exists())
        self.admin.post(edit, self.values("joost", password1=MINE, password2="een-ander-woord-dan"))
        self.assertFalse(FirstPassword.objects.exists())
        self.admin.post(edit, self.values("joost", password1=MINE, password2=MINE))
        self.assertFalse(is_in(client))
        self.assertRedirects(give_password(client, "joost", MINE), OWN_PASSWORD)

    def test_ones_own_stays_ones_own(self):
        edit = reverse("wagtailusers_users:edit", args=[self.boss.pk])
        self.admin.post(edit, self.values("bea", password1=MINE, password2=MINE, is_superuser="on"))
        self.boss.refresh_from_db()
        self.assertTrue(self.boss.check_password(MINE))
        self.assertFalse(FirstPassword.objects.exists())
        self.assertTrue(is_in(self.admin))


class Printed(TestCase):
    @override_settings(SITE_URL="https://voorbeeld.example")
    def test_on_the_internet_it_is_a_first_one(self):
        password = first_account.create_coach()
        self.assertRedirects(give_password(browser(), "coach", password), OWN_PASSWORD)
        FirstPassword.objects.update(given_at=timezone.now() - timedelta(days=20))
        again = first_account.set_new_password("coach")
        self.assertRedirects(give_password(browser(), "coach", again), OWN_PASSWORD)

    def test_on_ones_own_machine_it_is_not(self):
        password = first_account.create_coach()
        client = browser()
        self.assertRedirects(
            give_password(client, "coach", password), "/admin/", fetch_redirect_response=False
        )
        self.assertTrue(is_in(client))


class Interrupted(TestCase):
    """A password that another typed in is never there without its mark, whenever the process ends."""

    def setUp(self):
        self.boss = person("bea", is_superuser=True)
        self.admin = browser(network="192.0.2.5")
        give_password(self.admin, "bea")

    def post(self, address, **values):
        """Send a form of the screen of users, and fail as the mark is written."""
        values = {
            "username": "joost",
            "email": "joost@voorbeeld.nl",
            "first_name": "Joost",
            "last_name": "Maas",
            "is_active": "on",
            "password1": MINE,
            "password2": MINE,
            **values,
        }
        with (
            mock.patch.object(FirstPassword.objects, "update_or_create", side_effect=InterruptedError),
            self.assertRaises(InterruptedError),
        ):
            self.admin.post(address, values)

    def test_no_account_is_made_without_it(self):
        self.post(reverse("wagtailusers_users:add"))
        self.assertFalse(User.objects.filter(username="joost").exists())

    def test_no_password_is_changed_without_it(self):
        joost = person("joost")
        client = browser()
        give_password(client, "joost")
        self.post(reverse("wagtailusers_users:edit", args=[joost.pk]))
        joost.refresh_from_db()
        self.assertTrue(joost.check_password(PASSWORD))
        self.assertTrue(is_in(client))

    @override_settings(SITE_URL="https://voorbeeld.example")
    def test_neither_is_done_by_command(self):
        joost = person("joost")
        for make in (first_account.create_coach, lambda: first_account.set_new_password("joost")):
            with (
                mock.patch.object(FirstPassword.objects, "update_or_create", side_effect=InterruptedError),
                self.assertRaises(InterruptedError),
            ):
                make()
        joost.refresh_from_db()
        self.assertTrue(joost.check_password(PASSWORD))
        self.assertFalse(User.objects.filter(username="coach").exists())
