"""Headers that every answer carries."""

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from tests.blog.factories import make_site, stream


def policy(response) -> dict[str, list[str]]:
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in parts}


class PublicPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

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

    def test_only_the_players_that_a_page_holds_may_be_framed(self):
        self.assertNotIn("frame-src", policy(self.client.get("/")))
        video = {"url": "https://vimeo.com/76979871", "title": "t", "thumbnail": None}
        article = self.site.article(body=stream(("embed", video)))
        self.assertEqual(policy(self.client.get(article.url))["frame-src"], ["https://player.vimeo.com"])


class Admin(TestCase):
    def test_admin_has_a_policy_of_its_own(self):
        found = policy(self.client.get("/admin/login/"))
        self.assertEqual(found["default-src"], ["'none'"])
        self.assertEqual(found["frame-ancestors"], ["'self'"])
        inline = [source for source in found["script-src"] if source != "'self'"]
        # One handler that does nothing, by its hash (liefdesverdriet.policies).
        self.assertEqual([source[:8] for source in inline], ["'unsafe-", "'sha256-"])
        self.assertIn("'unsafe-hashes'", inline)
        for sources in found.values():
            self.assertFalse([source for source in sources if source.startswith(("http", "*"))])

    def test_admin_carries_the_other_headers_too(self):
        response = self.client.get("/admin/login/")
        self.assertEqual(response["Cross-Origin-Resource-Policy"], "same-origin")
        self.assertEqual(response["X-Content-Type-Options"], "nosniff")

    def test_address_that_only_begins_alike_has_the_policy_of_readers(self):
        self.assertEqual(policy(self.client.get("/administratie/"))["style-src"], ["'self'"])
