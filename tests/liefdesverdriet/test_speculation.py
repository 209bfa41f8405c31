"""Pages fetched ahead: which answers name the rules, and which links the rules leave alone."""

import json
import re
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase, TestCase
from django.urls import URLPattern, URLResolver, get_resolver

from liefdesverdriet.speculation import RULES, fetch_ahead
from tests.blog.factories import make_site


def refused() -> list[re.Pattern[str]]:
    """Return the address patterns that are never fetched ahead."""
    with open(finders.find(RULES), encoding="utf-8") as file:
        (rule,) = json.load(file)["prefetch"]
    patterns = rule["where"]["and"][2]["not"]["href_matches"]
    # As a URL pattern reads them: `*` is anything, `(.+)` something.
    return [re.compile(pattern.replace("*", ".*")) for pattern in patterns]


def is_refused(path: str) -> bool:
    return any(pattern.fullmatch(path) for pattern in refused())


class Rules(SimpleTestCase):
    def test_every_route_of_an_app_is_left_alone(self):
        """Only pages of the tree are for everybody and free of consequences; apps have tokens and forms."""

        def routes(patterns, prefix=""):
            for pattern in patterns:
                route = prefix + str(pattern.pattern)
                if isinstance(pattern, URLResolver) and not route.startswith(("admin/", "documenten/")):
                    yield from routes(pattern.url_patterns, route)
                elif isinstance(pattern, URLPattern | URLResolver):
                    yield route

        of_apps = [route for route in routes(get_resolver().url_patterns) if not route.startswith("^")]
        self.assertGreater(len(of_apps), 20)
        for route in of_apps:
            path = "/" + re.sub(r"<[^>]+>", "1", route).replace("\\Z", "")
            path += "x" if route in ("admin/", "documenten/") else ""
            if "_util" not in path:
                with self.subTest(path):
                    self.assertTrue(is_refused(path))

    def test_addresses_with_a_query_are_left_alone_and_pages_are_not(self):
        self.assertTrue(is_refused("/blog/?pagina=2"))
        self.assertFalse(is_refused("/blog/geen-contact-met-je-ex/"))
        self.assertFalse(is_refused("/"))


class Header(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_site()

    def test_public_pages_name_the_rules(self):
        for path in ("/", "/blog/"):
            header = self.client.get(path)["Speculation-Rules"]
            self.assertRegex(header, r'^"[^"]+\.speculationrules"$')
            self.assertEqual(urlsplit(header.strip('"')).netloc, "")

    def test_others_do_not(self):
        for path in ("/weg/", "/feed/", "/robots.txt", "/admin/login/", "/aanmelden/weg/", "/sitemap.xml"):
            with self.subTest(path):
                self.assertNotIn("Speculation-Rules", self.client.get(path))

    def test_what_is_personal_does_not(self):
        request = RequestFactory().get("/reacties/mijn/1/")

        def personal(_):
            return HttpResponse("<p>", headers={"Cache-Control": "private, no-store"})

        self.assertNotIn("Speculation-Rules", fetch_ahead(personal)(request))

    def test_the_rules_have_the_type_that_browsers_take(self):
        self.assertEqual(
            settings.WHITENOISE_MIMETYPES[".speculationrules"], "application/speculationrules+json"
        )
