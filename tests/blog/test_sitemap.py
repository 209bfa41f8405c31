"""The list of pages for search engines, and what they are asked to leave alone."""

from datetime import UTC, date, datetime
from unittest import mock
from xml.etree import ElementTree

from django.test import TestCase, override_settings
from wagtail.models import PageViewRestriction

from blog.sitemaps import sections
from tests.blog.factories import CategoryFactory, ImageFactory, figure, make_site, stream
from tests.blog.queries import named, queries_of
from tests.leads.gifts import make_magnet

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
ON_FIRST, ON_THIRD = datetime(2026, 4, 1, 9, tzinfo=UTC), datetime(2026, 4, 3, 9, tzinfo=UTC)


class SiteMap(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def read(self, path: str) -> ElementTree.Element:
        response = self.client.get(path)
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response["Content-Type"], "application/xml; charset=utf-8")
        return ElementTree.fromstring(response.content)  # noqa: S314 - our own answer

    def parts(self) -> list[str]:
        index = self.read("/sitemap.xml")
        self.assertEqual(index.tag, f"{NAMESPACE}sitemapindex")
        return [found.text.removeprefix("http://localhost") for found in index.iter(f"{NAMESPACE}loc")]

    def listed(self) -> dict[str, ElementTree.Element]:
        """Return all that is listed, by path."""
        found = [url for part in self.parts() for url in self.read(part)]
        by_path = {url.findtext(f"{NAMESPACE}loc").removeprefix("http://localhost"): url for url in found}
        self.assertEqual(len(by_path), len(found), "something is listed twice")
        return by_path

    def changed(self, path: str) -> str | None:
        return self.listed()[path].findtext(f"{NAMESPACE}lastmod")

    def test_every_published_page_is_listed_once(self):
        article, author, episode = self.site.article(), self.site.author(), self.site.episode()
        page = self.site.standard_page()
        expected = {
            found.url
            for found in (
                *(self.site.home, self.site.blog, self.site.people, self.site.podcast),
                *(article, author, episode, page),
            )
        }
        self.assertEqual(set(self.listed()), expected)

    def test_categories_with_articles_and_gifts_are_listed(self):
        self.site.article(categories=[CategoryFactory(slug="loslaten")])
        self.site.article(categories=[CategoryFactory(slug="schets")], live=False)
        CategoryFactory(slug="leeg")
        make_magnet(slug="roadmap")
        make_magnet(slug="weg", is_active=False)
        listed = self.listed()
        self.assertIn("/blog/categorie/loslaten/", listed)
        self.assertNotIn("/blog/categorie/leeg/", listed)
        self.assertNotIn("/blog/categorie/schets/", listed)
        self.assertIn("/aanmelden/roadmap/", listed)
        self.assertNotIn("/aanmelden/weg/", listed)

    def test_what_should_not_be_found_is_not_listed(self):
        hidden = [
            self.site.article(live=False),
            self.site.article(noindex=True),
            self.site.article(canonical_url="https://elders.example/eb/"),
            self.site.article(),
        ]
        PageViewRestriction.objects.create(page=hidden[-1], restriction_type="login")
        self.assertEqual(set(self.listed()) & {page.url for page in hidden}, set())

    def test_hidden_list_hides_its_categories(self):
        self.site.article(categories=[CategoryFactory(slug="loslaten")])
        self.site.blog.noindex = True
        self.site.blog.save()
        self.assertNotIn("/blog/categorie/loslaten/", self.listed())

    def test_page_changed_when_it_was_published_or_revised_last(self):
        self.site.article(slug="eb", last_published_at=ON_FIRST, first_published_at=ON_FIRST)
        self.site.article(
            slug="vloed",
            last_published_at=ON_FIRST,
            first_published_at=ON_FIRST,
            revised_on=date(2026, 5, 2),
        )
        self.assertEqual(self.changed("/blog/eb/"), "2026-04-01T09:00:00+00:00")
        self.assertEqual(self.changed("/blog/vloed/"), "2026-05-02T00:00:00+02:00")

    def test_list_changes_with_the_newest_that_it_lists(self):
        author, category = self.site.author(slug="marit"), CategoryFactory(slug="loslaten")
        for when in (ON_THIRD, ON_FIRST):
            self.site.article(
                authors=[author], categories=[category], first_published_at=when, last_published_at=when
            )
        self.site.article(live=False, authors=[author], last_published_at=datetime(2026, 6, 1, tzinfo=UTC))
        for path in ("/", "/blog/", "/over-ons/marit/", "/blog/categorie/loslaten/"):
            self.assertEqual(self.changed(path), "2026-04-03T09:00:00+00:00", path)

    def test_parts_say_when_something_in_them_changed(self):
        self.site.article(last_published_at=ON_THIRD, first_published_at=ON_FIRST)
        index = self.read("/sitemap.xml")
        dates = {
            part.findtext(f"{NAMESPACE}loc").rpartition("/")[2]: part.findtext(f"{NAMESPACE}lastmod")
            for part in index
        }
        self.assertEqual(dates["sitemap-artikelen-1.xml"], "2026-04-03T09:00:00+00:00")

    def test_pictures_of_a_page_are_listed_with_it(self):
        lead, other = ImageFactory(), ImageFactory()
        for image in (lead, other):
            image.get_rendition("width-800|format-jpeg")
        self.site.article(slug="eb", hero_image=lead, body=stream(figure(other), figure(lead)))
        pictures = [found.text for found in self.listed()["/blog/eb/"].iter(f"{IMAGE}loc")]
        expected = [image.renditions.get().url for image in (lead, other)]
        self.assertEqual(pictures, [f"http://localhost{url}" for url in expected])

    def test_picture_without_a_size_for_readers_is_not_listed(self):
        self.site.article(slug="eb", hero_image=ImageFactory())
        self.assertEqual(list(self.listed()["/blog/eb/"].iter(f"{IMAGE}loc")), [])

    def test_site_with_many_pages_lists_its_parts(self):
        for _ in range(5):
            self.site.article()
        whole = set(self.listed())
        with mock.patch.object(sections, "LIMIT", 2):
            parts = self.parts()
            self.assertEqual(set(self.listed()), whole)
        self.assertEqual(
            parts,
            [
                *(f"/sitemap-paginas-{number}.xml" for number in (1, 2)),
                *(f"/sitemap-artikelen-{number}.xml" for number in (1, 2, 3)),
            ],
        )

    def test_addresses_of_wordpress_lead_to_it(self):
        for old in ("/wp-sitemap.xml", "/sitemap_index.xml"):
            self.assertRedirects(self.client.get(old), "/sitemap.xml", 301)

    def test_part_that_is_not_there_is_not_found(self):
        for name in ("artikelen-2", "artikelen-0", "artikelen-99999999999999999999999", "geheim-1"):
            self.assertEqual(self.client.get(f"/sitemap-{name}.xml").status_code, 404, name)

    def test_more_pages_take_no_more_queries(self):
        paths = ("/sitemap.xml", "/sitemap-artikelen-1.xml", "/sitemap-auteurs-1.xml")

        def add() -> None:
            self.site.article(authors=[self.site.author()], hero_image=ImageFactory())

        add()
        before = {path: queries_of(path) for path in paths}
        for _ in range(4):
            add()
        for path in paths:
            now = queries_of(path)
            self.assertEqual(len(now), len(before[path]), named(now))


@override_settings(SITE_URL="http://www.tussentij.example", ALLOWED_HOSTS=["*"])
class RobotsTxt(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = make_site().site
        site.hostname = "www.tussentij.example"
        site.save()

    def lines(self, host: str = "www.tussentij.example") -> list[str]:
        response = self.client.get("/robots.txt", headers={"host": host})
        self.assertEqual(response["Content-Type"], "text/plain; charset=utf-8")
        return response.text.splitlines()

    def test_robots_are_told_what_to_leave_and_where_the_list_is(self):
        lines = self.lines()
        self.assertIn("User-agent: *", lines)
        self.assertIn("Sitemap: http://www.tussentij.example/sitemap.xml", lines)
        for path in ("/admin/", "/reacties/", "/download/", "/afmelden/", "/aanmelden/bevestigen/"):
            self.assertIn(f"Disallow: {path}", lines)

    def test_pages_and_gifts_may_be_read(self):
        disallowed = [line.removeprefix("Disallow: ") for line in self.lines() if line.startswith("Disallow")]
        for path in (
            "/",
            "/blog/eb/",
            "/aanmelden/roadmap/",
            "/media/images/eb.avif",
            "/static/css/site.css",
        ):
            self.assertFalse(any(path.startswith(start) for start in disallowed), path)

    @override_settings(HIDE_FROM_SEARCH=True)
    def test_copy_of_the_site_keeps_robots_out(self):
        self.assertEqual(self.lines(), ["User-agent: *", "Disallow: /"])

    def test_another_way_in_keeps_robots_out(self):
        self.assertEqual(self.lines("test.tussentij.example"), ["User-agent: *", "Disallow: /"])

    @override_settings(SITE_URL="http://localhost:8000")
    def test_names_of_this_machine_are_one(self):
        self.assertIn("Sitemap: http://www.tussentij.example/sitemap.xml", self.lines("127.0.0.1:8000"))
