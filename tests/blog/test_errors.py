from unittest import mock

from django.test import Client, TestCase

from tests.blog.factories import make_site, stream


class NotFound(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def test_missing_page_says_so_and_helps_on(self):
        for path in ("/bestaat-niet/", "/blog/bestaat-niet/", "/media/weg.jpg", "/documenten/1/weg.pdf"):
            with self.subTest(path):
                response = self.client.get(path)
                self.assertContains(response, "Deze bladzijde is er niet", status_code=404)
                self.assertContains(response, 'action="/zoeken/"', status_code=404)
                self.assertContains(response, 'href="/blog/"', status_code=404)
                self.assertContains(
                    response, "<title>Deze bladzijde is er niet</title>", status_code=404, html=True
                )

    def test_missing_page_is_not_to_be_listed(self):
        self.assertContains(
            self.client.get("/bestaat-niet/"),
            '<meta name="robots" content="noindex">',
            status_code=404,
            html=True,
        )

    def test_very_long_and_odd_addresses_are_just_missing(self):
        for path in (
            "/" + "a/" * 300,
            "/%00/",
            "/%F0%9F%8C%8A/",
            "/blog/categorie/../",
            "/blog//eb/",
            "/" + "x" * 3000 + "/",
            "/blog/" + "a/" * 3000,
        ):
            with self.subTest(path[:20]):
                self.assertEqual(self.client.get(path).status_code, 404)

    def test_address_without_slash_leads_to_the_page(self):
        self.assertRedirects(self.client.get("/blog"), "/blog/", status_code=301)


class ServerError(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def test_error_page_needs_no_database_and_names_the_crisis_lines(self):
        client = Client(raise_request_exception=False)
        with (
            mock.patch("blog.page_context.load", side_effect=RuntimeError("kapot")),
            self.assertLogs("django.request"),
        ):
            response = client.get("/")
        self.assertContains(response, "Er ging iets mis bij ons", status_code=500)
        for phone in ("tel:08000113", "tel:08002000"):
            self.assertContains(response, phone, status_code=500)
        self.assertNotContains(response, "kapot", status_code=500)
        self.assertEqual(response.cookies, {})


class HalfASite(TestCase):
    def test_site_whose_settings_were_never_filled_in_can_be_read(self):
        site = make_site()
        type(site.settings).objects.all().delete()
        article = site.article(body=stream(("lead_magnet", {"magnet": None})))
        for path in ("/", "/blog/", article.url, "/feed/", "/zoeken/"):
            self.assertEqual(self.client.get(path).status_code, 200, path)

    def test_site_without_a_home_page_of_ours_still_answers(self):
        for path in ("/zoeken/?q=eb", "/robots.txt", "/sitemap.xml", "/feed/"):
            self.assertEqual(self.client.get(path).status_code, 200, path)
