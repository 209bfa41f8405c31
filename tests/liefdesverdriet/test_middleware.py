"""Headers that every answer carries."""

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from tests.blog.factories import make_site


def policy(response) -> dict[str, list[str]]:
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in parts}


class PublicPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_site()

    def test_pages_and_errors_carry_every_header(self):
        for path, status in {
            "/": 200,
            "/blog/": 200,
            "/feed/": 200,
            "/robots.txt": 200,
            "/weg/": 404,
        }.items():
            with self.subTest(path):
                response = self.client.get(path)
                self.assertEqual(response.status_code, status)
                self.assertEqual(response["X-Content-Type-Options"], "nosniff")
                self.assertEqual(response["Referrer-Policy"], "same-origin")
                self.assertEqual(response["Cross-Origin-Opener-Policy"], "same-origin")
                self.assertEqual(response["Cross-Origin-Resource-Policy"], "same-origin")
                self.assertIn("camera=()", response["Permissions-Policy"])

    def test_browsers_do_not_keep_a_redirect_for_good(self):
        Redirect.add_redirect("/oud/", redirect_to="/blog/", is_permanent=True)
        response = self.client.get("/oud/")
        self.assertEqual(response.status_code, 301)
        self.assertEqual(response["Cache-Control"], "no-cache")

    def test_pages_load_nothing_from_elsewhere_and_run_nothing_inline(self):
        found = policy(self.client.get("/"))
        self.assertEqual(found["default-src"], ["'none'"])
        for directive in ("script-src", "style-src", "img-src", "media-src", "font-src", "connect-src"):
            self.assertEqual(found[directive], ["'self'"], directive)

    def test_pages_cannot_be_framed_and_their_forms_stay_here(self):
        response = self.client.get("/")
        self.assertEqual(policy(response)["frame-ancestors"], ["'none'"])
        self.assertEqual(policy(response)["form-action"], ["'self'"])
        self.assertEqual(policy(response)["base-uri"], ["'none'"])
        self.assertIn(response["X-Frame-Options"], ("DENY", "SAMEORIGIN"))

    def test_only_known_players_may_be_framed(self):
        frames = policy(self.client.get("/"))["frame-src"]
        self.assertEqual(
            set(frames),
            {"https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://open.spotify.com"},
        )


class Admin(TestCase):
    def test_admin_has_a_policy_of_its_own(self):
        found = policy(self.client.get("/admin/login/"))
        self.assertEqual(found["default-src"], ["'none'"])
        self.assertEqual(found["frame-ancestors"], ["'self'"])
        self.assertIn("'unsafe-inline'", found["style-src"])
        for sources in found.values():
            self.assertFalse([source for source in sources if source.startswith(("http", "*"))])

    def test_admin_carries_the_other_headers_too(self):
        response = self.client.get("/admin/login/")
        self.assertEqual(response["Cross-Origin-Resource-Policy"], "same-origin")
        self.assertEqual(response["X-Content-Type-Options"], "nosniff")

    def test_address_that_only_begins_alike_has_the_policy_of_readers(self):
        self.assertEqual(policy(self.client.get("/administratie/"))["style-src"], ["'self'"])
