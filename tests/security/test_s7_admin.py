"""S7: nobody takes the admin over with a password alone, by guessing, or by an address left open."""

import re
import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import TestCase, override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from accounts import factors
from accounts.gate import OPEN
from accounts.models import OpenSession
from tests.accounts.people import (
    PASSWORD,
    SECOND_STEP,
    SECURITY,
    browser,
    give_password,
    is_in,
    person,
    with_app,
)
from tests.blog.factories import make_site

# What one needs to set up a first second step; each looks at who stands before it.
SET_UP = {"security", "app", "add_passkey", "add_passkey_options"}
# The ways in themselves.
WAYS_IN = {
    *(
        "login",
        "logout",
        "ask_new_password",
        "asked_new_password",
        "new_password",
        "has_new_password",
        "login_passkey",
        "login_passkey_options",
    ),
    *("second_step", "second_step_passkey", "second_step_passkey_options", "start_over"),
}
SAMPLES = {"int": "1", "uuid": str(uuid.UUID(int=1)), "str": "1", "slug": "1", "path": "1"}


def addresses(patterns: list[Any], before: str = "", namespace: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield (address, name, namespace) of each pattern, with something in the place of its parameters."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route, pattern.namespace or namespace)
        elif isinstance(pattern, URLPattern):
            filled = re.sub(r"<(?:(\w+):)?\w+>", lambda found: SAMPLES.get(found[1] or "str", "1"), route)
            # The few that are regular expressions.
            filled = re.sub(r"\(\?P<\w+>[^()]*(?:\([^()]*\)[^()]*)*\)", "1", filled)
            filled = re.sub(r"[\^$]|\\Z|\(\.\*\)|\.\*", "", filled).replace("\\", "")
            yield "/" + filled, pattern.name or "", namespace


def of_the_admin() -> list[tuple[str, str, str]]:
    found = [each for each in addresses(get_resolver().url_patterns) if each[0].startswith("/admin/")]
    assert len(found) > 250, len(found)
    return found


@override_settings(REQUIRE_MFA=True)
class PasswordAlone(TestCase):
    """0 admin addresses open with a password alone when the second factor is required."""

    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article()
        cls.coach = person(is_superuser=True)

    def assert_shut(self, client: Any, where_to: str) -> None:
        for address, name, namespace in of_the_admin():
            if name in OPEN or (namespace == "accounts" and name in SET_UP | WAYS_IN):
                continue
            with self.subTest(address):
                seen = client.get(address)
                if namespace != "accounts" or seen.status_code != 405:
                    self.assertEqual(seen.status_code, 302, address)
                    self.assertEqual(seen["Location"].partition("?")[0], where_to)
                # Of ours, some say so by leading away.
                refused = (302, 405, 403) if namespace == "accounts" else (403,)
                self.assertIn(client.post(address).status_code, refused, address)
                script = client.get(address, headers={"x-requested-with": "XMLHttpRequest"})
                self.assertIn(script.status_code, refused, address)

    def test_without_a_second_step(self):
        client = browser()
        give_password(client)
        self.assert_shut(client, SECURITY)
        self.assertEqual(User.objects.get().authenticator_set.count(), 0)

    def test_with_a_second_step_still_to_be_done(self):
        with_app(self.coach)
        client = browser()
        give_password(client)
        self.assert_shut(client, SECOND_STEP)
        # Nor can a second one be added, which would be as good as the first.
        for name in ("", "app/", "passkey/"):
            self.assertRedirects(client.get(f"{SECURITY}{name}"), SECOND_STEP, fetch_redirect_response=False)
            client.post(f"{SECURITY}{name}", {"code": "123456"})
        self.assertRedirects(
            client.post(f"{SECURITY}passkey/opties/"), SECOND_STEP, fetch_redirect_response=False
        )
        self.assertEqual(factors.factors_of(self.coach).count, 1)

    def test_a_session_of_before_the_rule(self):
        client = browser()
        with self.settings(REQUIRE_MFA=False):
            give_password(client)
            self.assertTrue(is_in(client))
        self.assert_shut(client, SECURITY)

    def test_a_session_that_django_alone_made(self):
        client = browser()
        client.force_login(self.coach)
        self.assertRedirects(client.get("/admin/"), SECURITY, fetch_redirect_response=False)

    def test_a_session_of_before_the_factor(self):
        """Also where nothing is required: who has a second step is asked for it."""
        with self.settings(REQUIRE_MFA=False):
            client = browser()
            client.force_login(self.coach)
            self.assertTrue(is_in(client))
            with_app(self.coach)
            self.assertRedirects(client.get("/admin/"), SECOND_STEP, fetch_redirect_response=False)

    def test_the_login_of_pages_opens_no_more(self):
        for where_to in (SECURITY, SECOND_STEP):
            client = browser()
            values = {"username": "marit", "password": PASSWORD, "next": "/"}
            self.assertRedirects(
                client.post("/_util/login/", values), where_to, fetch_redirect_response=False
            )
            self.assertNotIn("_auth_user_id", client.session)
            self.assertFalse(is_in(client))
            with_app(self.coach)

    def test_files_for_who_is_logged_in(self):
        shut = Collection.get_first_root_node().add_child(name="Intern")
        CollectionViewRestriction.objects.create(collection=shut, restriction_type="login")
        file = get_document_model()(title="Intern", collection=shut)
        file.file.save("intern.pdf", ContentFile(b"%PDF-1.7 geheim"))
        for client in (browser(), browser()):
            give_password(client)
            self.assertEqual(client.get(file.url).status_code, 302)
            with_app(self.coach)

    def test_pages_for_who_is_logged_in_and_drafts(self):
        from wagtail.models import PageViewRestriction

        PageViewRestriction.objects.create(page=self.article, restriction_type="login")
        client = browser()
        give_password(client)
        self.assertNotEqual(client.get(self.article.url).status_code, 200)
        draft = client.get(f"/admin/pages/{self.article.pk}/view_draft/")
        self.assertRedirects(draft, SECURITY, fetch_redirect_response=False)


class NothingElseIsOpen(TestCase):
    def test_nobody_signs_up(self):
        person()
        before = User.objects.count()
        values = {
            "username": "boef",
            "email": "boef@voorbeeld.nl",
            "password1": PASSWORD,
            "password2": PASSWORD,
        }
        for address in (
            *("signup/", "register/", "email/", "confirm-email/x/", "password/reset/", "inactive/"),
            *(
                "2fa/",
                "2fa/authenticate/",
                "2fa/totp/activate/",
                "login/code/",
                "reauthenticate/",
                "sessions/",
            ),
            *("social/signup/", "_allauth/browser/v1/auth/signup"),
        ):
            for base in ("/", "/accounts/", "/account/", "/admin/", "/admin/accounts/"):
                with self.subTest(base + address):
                    self.assertIn(self.client.get(base + address).status_code, (301, 302, 404))
                    self.assertIn(
                        self.client.post(base + address, values).status_code, (301, 302, 403, 404, 405)
                    )
        self.assertEqual(User.objects.count(), before)

    def test_not_one_address_of_allauth_is_there(self):
        def views(patterns: list[Any]) -> Iterator[Any]:
            for pattern in patterns:
                if isinstance(pattern, URLResolver):
                    yield from views(pattern.url_patterns)
                else:
                    yield getattr(pattern.callback, "view_class", pattern.callback)

        self.assertEqual(
            [view for view in views(get_resolver().url_patterns) if view.__module__.startswith("allauth")], []
        )

    def test_screens_about_all_accounts_are_for_administrators(self):
        for role in ("Coach", "Redacteur"):
            client = browser()
            user = person(role.lower(), role=role)
            give_password(client, role.lower())
            for address in ("inlogboek/", f"van/{user.pk}/"):
                with self.subTest(role, address=address):
                    self.assertNotEqual(client.get(SECURITY + address).status_code, 200)
                    self.assertNotEqual(client.post(SECURITY + address).status_code, 200)
            self.assertEqual(OpenSession.objects.filter(user=user).count(), 1)

    def test_what_is_shown_of_an_account_is_kept_nowhere(self):
        client = browser()
        person()
        give_password(client)
        for name in ("", "app/", "passkey/", "apparaten/", "herstelcodes/"):
            with self.subTest(name):
                self.assertIn("no-store", client.get(SECURITY + name)["Cache-Control"])
