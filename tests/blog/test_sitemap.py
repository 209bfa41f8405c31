"""The list of pages for search engines, and what they are asked to leave alone."""

from unittest import mock
from xml.etree import ElementTree

from django.test import TestCase
from wagtail.models import PageViewRestriction

from blog.sitemaps import PartSitemap
from tests.blog.factories import CategoryFactory, make_site
from tests.leads.gifts import make_magnet

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class SiteMap(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def locations(self, path: str = "/sitemap.xml") -> list[str]:
        response = self.client.get(path)
        self.assertEqual(response.status_code, 200)
        root = ElementTree.fromstring(response.content)  # noqa: S314 - our own answer
        return [found.text.removeprefix("http://localhost") for found in root.iter(f"{NAMESPACE}loc")]

    def test_every_published_page_is_listed_once(self):
        article, author, episode = self.site.article(), self.site.author(), self.site.episode()
        listed = self.locations()
        for page in (
            self.site.home,
            self.site.blog,
            self.site.people,
            self.site.podcast,
            article,
            author,
            episode,
        ):
            self.assertEqual(listed.count(page.url), 1, page.title)

    def test_categories_with_articles_and_gifts_are_listed(self):
        self.site.article(categories=[CategoryFactory(slug="loslaten")])
        CategoryFactory(slug="leeg")
        make_magnet(slug="roadmap")
        make_magnet(slug="weg", is_active=False)
        listed = self.locations()
        self.assertIn("/blog/categorie/loslaten/", listed)
        self.assertNotIn("/blog/categorie/leeg/", listed)
        self.assertTrue(any(location.endswith("/aanmelden/roadmap/") for location in listed))
        self.assertFalse(any(location.endswith("/aanmelden/weg/") for location in listed))

    def test_what_should_not_be_found_is_not_listed(self):
        hidden = [
            self.site.article(live=False),
            self.site.article(noindex=True),
            self.site.article(canonical_url="https://elders.example/eb/"),
            self.site.article(),
        ]
        PageViewRestriction.objects.create(page=hidden[-1], restriction_type="login")
        self.assertEqual(set(self.locations()) & {page.url for page in hidden}, set())

    def test_site_with_many_pages_lists_its_parts(self):
        article = self.site.article()
        whole = self.locations()
        with mock.patch.object(PartSitemap, "limit", 2):
            parts = self.locations()
            listed = [location for part in parts for location in self.locations(part)]
        self.assertGreater(len(parts), 2)
        self.assertEqual(sorted(listed), sorted(whole))
        self.assertIn(article.url, listed)


class RobotsTxt(TestCase):
    def test_robots_are_told_what_to_leave_and_where_the_list_is(self):
        make_site()
        response = self.client.get("/robots.txt", headers={"host": "localhost"})
        self.assertEqual(response["Content-Type"], "text/plain; charset=utf-8")
        lines = response.text.splitlines()
        self.assertIn("User-agent: *", lines)
        self.assertIn("Sitemap: http://localhost/sitemap.xml", lines)
        for path in ("/admin/", "/reacties/", "/download/", "/afmelden/", "/aanmelden/bevestigen/"):
            self.assertIn(f"Disallow: {path}", lines)

    def test_pages_and_gifts_may_be_read(self):
        disallowed = [
            line.removeprefix("Disallow: ")
            for line in self.client.get("/robots.txt").text.splitlines()
            if line.startswith("Disallow")
        ]
        for path in (
            "/",
            "/blog/eb/",
            "/aanmelden/roadmap/",
            "/media/images/eb.avif",
            "/static/css/site.css",
        ):
            self.assertFalse(any(path.startswith(start) for start in disallowed), path)
