"""S7: who guesses is held up; who belongs here is not, and nobody learns which names exist."""

import re
import time
from datetime import datetime, timedelta
from typing import Any
from unittest import mock

from django.test import TestCase
from post_office.models import Email

from accounts import factors
from accounts.models import AccountEvent
from tests.accounts.people import (
    IPHONE,
    PASSWORD,
    SECOND_STEP,
    browser,
    code,
    give_password,
    is_in,
    person,
    with_app,
)
from tests.security.statements import statements

ASK = "/admin/password_reset/"


def without_tokens(page: Any) -> str:
    """Return the words of an answer, without what is another in each."""
    return re.sub(r'(csrfmiddlewaretoken" value="|CSRF_TOKEN": ")[^"]+', r"\1", page.content.decode())


class Login(TestCase):
    def setUp(self):
        self.user = person(last_login="2026-01-01T00:00:00Z")

    def guess(self, times: int, name: str = "marit", network: str = "203.0.113.{}", **values) -> list[int]:
        """Guess from a network of its own each time."""
        return [
            give_password(
                browser(network=network.format(number)), name, f"raden-{number}", **values
            ).status_code
            for number in range(times)
        ]

    def test_an_account_is_held_shut_from_everywhere_and_then_opens_again(self):
        self.assertEqual(self.guess(12), [200] * 10 + [429] * 2)
        held = give_password(browser(network="198.51.100.9"))
        self.assertContains(held, "te vaak geprobeerd", status_code=429)
        # Not the seconds of that limit: those would tell it from the limit of a network.
        self.assertEqual(held["Retry-After"], "900")
        with mock.patch("guard.limits.time.time", return_value=time.time() + 16 * 60):
            client = browser(network="198.51.100.9")
            give_password(client)
            self.assertTrue(is_in(client))

    def test_a_network_is_held_up_over_all_names(self):
        statuses = [
            give_password(browser(network="203.0.113.7"), f"naam{number}", "raden").status_code
            for number in range(12)
        ]
        self.assertEqual(statuses, [200] * 10 + [429] * 2)
        self.assertEqual(give_password(browser(network="198.51.100.9")).status_code, 302)

    def test_the_login_of_pages_is_the_same_door(self):
        values = {"username": "marit", "next": "/"}
        statuses = [
            browser(network=f"203.0.113.{number}")
            .post("/_util/login/", {**values, "password": f"raden-{number}"})
            .status_code
            for number in range(12)
        ]
        self.assertEqual(statuses, [200] * 10 + [429] * 2)
        self.assertEqual(give_password(browser(network="198.51.100.9")).status_code, 429)

    def test_her_own_device_is_not_held_up_by_strangers(self):
        own = browser()
        give_password(own)
        own.post("/admin/logout/")
        self.guess(12)
        # Not from her own network either.
        self.guess(12, network="192.0.2.1")
        give_password(own)
        self.assertTrue(is_in(own))

    def test_her_own_device_does_not_guess_without_end(self):
        own = browser()
        give_password(own)
        own.post("/admin/logout/")
        statuses = [give_password(own, password=f"raden-{number}").status_code for number in range(12)]
        self.assertEqual(statuses, [200] * 10 + [429] * 2)

    def test_a_new_password_by_mail_lets_her_in_on_a_new_device(self):
        self.guess(12)
        client = browser(IPHONE, "198.51.100.9")
        client.post(ASK, {"email": self.user.email})
        link = re.search(r"/admin/password_reset/confirm/\S+", Email.objects.get().message)[0]
        page = client.get(link, follow=True)
        values = {"new_password1": "zeven-stille-zwanen", "new_password2": "zeven-stille-zwanen"}
        client.post(page.redirect_chain[-1][0], values)
        give_password(client, password="zeven-stille-zwanen")
        self.assertTrue(is_in(client))

    def test_what_goes_well_does_not_count(self):
        for _ in range(15):
            client = browser()
            give_password(client)
            self.assertTrue(is_in(client))

    def test_unknown_and_known_names_get_the_same_answer_by_the_same_work(self):
        answers, work = [], []
        for number, name in enumerate(("marit", "niemand")):
            client = browser(network=f"203.0.113.{number}")
            client.get("/admin/login/")
            with (
                statements() as done,
                mock.patch(
                    "django.contrib.auth.hashers.MD5PasswordHasher.encode", return_value="md5$x$y"
                ) as hashed,
            ):
                page = give_password(client, name, "raden")
            answers.append((page.status_code, without_tokens(page).replace(name, "…")))
            work.append((done, hashed.call_count))
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(work[0], work[1])

    def test_a_held_up_answer_is_the_same_for_the_right_password(self):
        self.guess(10)
        pages = [
            without_tokens(give_password(browser(network="198.51.100.9"), password=password))
            for password in (PASSWORD, "raden")
        ]
        self.assertEqual(pages[0], pages[1])

    def test_what_was_typed_as_a_name_is_not_kept(self):
        give_password(browser(), "mijn-wachtwoord-per-ongeluk", "x")
        event = AccountEvent.objects.get()
        self.assertIsNone(event.user)
        self.assertNotIn("per-ongeluk", str(vars(event)))


class SecondStep(TestCase):
    def setUp(self):
        self.user = person()
        self.secret = with_app(self.user)

    def test_who_knows_the_password_may_try_five_codes_from_wherever(self):
        statuses = []
        for number in range(8):
            client = browser(network=f"203.0.113.{number}")
            give_password(client)
            statuses.append(client.post(SECOND_STEP, {"code": "000000"}).status_code)
        self.assertEqual(statuses, [422] * 5 + [429] * 3)
        # A right one does not help then.
        self.assertEqual(client.post(SECOND_STEP, {"code": code(self.secret)}).status_code, 429)

    def test_her_own_device_goes_on(self):
        own = browser()
        give_password(own)
        own.post(SECOND_STEP, {"code": code(self.secret)})
        own.post("/admin/logout/")
        for number in range(6):
            client = browser(network=f"203.0.113.{number}")
            give_password(client)
            client.post(SECOND_STEP, {"code": "000000"})
        give_password(own)
        own.post(SECOND_STEP, {"code": code(self.secret, 1)})
        self.assertTrue(is_in(own))

    def test_recovery_codes_are_guessed_as_little(self):
        statuses = []
        for number in range(6):
            client = browser(network=f"203.0.113.{number}")
            give_password(client)
            statuses.append(client.post(SECOND_STEP, {"code": "00000 00000"}).status_code)
        self.assertEqual(statuses, [422] * 5 + [429])
        self.assertEqual(factors.factors_of(self.user).codes_left, 10)


class NewPassword(TestCase):
    def setUp(self):
        self.user = person(last_login="2026-01-01T00:00:00Z")

    def ask(self, email: str, network: str = "198.51.100.1"):
        return browser(network=network).post(ASK, {"email": email})

    def link(self) -> str:
        mail = Email.objects.filter(delivery__kind="new-password").last()
        return re.search(r"http://localhost(/admin/password_reset/confirm/\S+)", mail.message)[1]

    def test_unknown_and_known_addresses_get_the_same_answer_by_the_same_work(self):
        seen = []
        for number, email in enumerate((self.user.email, "niemand@voorbeeld.nl")):
            with statements() as done:
                answer = self.ask(email, f"198.51.100.{number}")
            seen.append((done, answer.status_code, answer["Location"], answer.content))
        self.assertEqual(seen[0], seen[1])
        self.assertEqual([mail.to for mail in Email.objects.all()], [[self.user.email]])

    def test_it_is_asked_for_so_often_and_no_more(self):
        statuses = [self.ask(self.user.email, f"198.51.100.{number}").status_code for number in range(5)]
        self.assertEqual(statuses, [302] * 3 + [429] * 2)
        unknown = [
            self.ask("niemand@voorbeeld.nl", f"198.51.101.{number}").status_code for number in range(5)
        ]
        self.assertEqual(unknown, statuses)

    def test_a_link_works_once(self):
        self.ask(self.user.email)
        link = self.link()
        values = {"new_password1": "zeven-stille-zwanen", "new_password2": "zeven-stille-zwanen"}
        for expected in ("zeven-stille-zwanen", None):
            client = browser()
            page = client.get(link, follow=True)
            if expected:
                client.post(page.redirect_chain[-1][0], values)
            else:
                self.assertContains(page, "werkt niet (meer)")
        self.user.refresh_from_db()
        self.assertTrue(self.user.check_password("zeven-stille-zwanen"))

    def test_a_link_ends_after_two_hours(self):
        self.ask(self.user.email)
        # As Django reckons there: without a zone.
        later = datetime.now() + timedelta(hours=2, minutes=1)  # noqa: DTZ005
        with mock.patch("django.contrib.auth.tokens.PasswordResetTokenGenerator._now", return_value=later):
            self.assertContains(browser().get(self.link(), follow=True), "werkt niet (meer)")

    def test_it_does_not_stand_in_for_the_second_step(self):
        with_app(self.user)
        self.ask(self.user.email)
        client = browser()
        page = client.get(self.link(), follow=True)
        values = {"new_password1": "zeven-stille-zwanen", "new_password2": "zeven-stille-zwanen"}
        client.post(page.redirect_chain[-1][0], values)
        self.assertRedirects(
            give_password(client, password="zeven-stille-zwanen"), SECOND_STEP, fetch_redirect_response=False
        )

    def test_weak_passwords_are_refused_in_dutch(self):
        self.ask(self.user.email)
        client = browser()
        page = client.get(self.link(), follow=True)
        for weak, why in (
            ("elf-tekens-", "te kort. Neem minstens 12 tekens"),
            ("password1234", "te algemeen"),
            ("W@chtwoord123", "te makkelijk te raden"),
            ("marit@voorbeeld", "lijkt te veel op je e-mailadres"),
            ("123456789012345", "bevat alleen cijfers"),
        ):
            with self.subTest(weak):
                values = {"new_password1": weak, "new_password2": weak}
                answer = client.post(page.redirect_chain[-1][0], values)
                text = answer.content.decode()
                self.assertEqual(answer.status_code, 200)
                self.assertTrue(re.search(why, text), text[text.find("error") - 200 :][:800])
