from datetime import timedelta
from xml.etree import ElementTree

from django.test import TestCase
from wagtail.models import PageViewRestriction

from blog.feeds import ITEMS
from tests.blog.factories import FIRST, CategoryFactory, make_site

ATOM = "{http://www.w3.org/2005/Atom}"


class Feeds(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.site.settings.default_description = "Over loslaten & weer durven"
        cls.site.settings.save()
        cls.article = cls.site.article(
            title="Eb & <vloed>",
            slug="eb",
            intro="Water zakt.",
            authors=[cls.site.author(title="Marit"), cls.site.author(title="Joost")],
            categories=[CategoryFactory(name="Loslaten")],
            first_published_at=FIRST,
        )

    def rss(self) -> ElementTree.Element:
        response = self.client.get("/feed/")
        self.assertEqual(response["Content-Type"], "application/rss+xml; charset=utf-8")
        return ElementTree.fromstring(response.content).find("channel")  # noqa: S314 - our own answer

    def atom(self) -> ElementTree.Element:
        response = self.client.get("/feed/atom/")
        self.assertEqual(response["Content-Type"], "application/atom+xml; charset=utf-8")
        return ElementTree.fromstring(response.content)  # noqa: S314 - our own answer

    def test_rss_names_the_practice_and_the_language(self):
        channel = self.rss()
        self.assertEqual(channel.findtext("title"), "Tussentij")
        self.assertEqual(channel.findtext("description"), "Over loslaten & weer durven")
        self.assertEqual(channel.findtext("language"), "nl")

    def test_rss_item_has_all_that_a_reader_shows(self):
        item = self.rss().find("item")
        self.assertEqual(item.findtext("title"), "Eb & <vloed>")
        self.assertEqual(item.findtext("description"), "Water zakt.")
        self.assertEqual(item.findtext("link"), "http://localhost/blog/eb/")
        self.assertEqual(item.findtext("category"), "Loslaten")
        self.assertEqual(item.findtext("pubDate"), "Sun, 01 Mar 2026 19:30:00 +0000")

    def test_item_keeps_its_name_when_its_address_changes(self):
        before = self.rss().find("item").findtext("guid")
        self.article.slug = "vloed"
        self.article.save()
        self.assertEqual(self.rss().find("item").findtext("guid"), before)
        self.assertEqual(self.rss().find("item").find("guid").get("isPermaLink"), "false")

    def test_atom_says_the_same(self):
        feed = self.atom()
        self.assertEqual(feed.findtext(f"{ATOM}title"), "Tussentij")
        self.assertEqual(feed.findtext(f"{ATOM}subtitle"), "Over loslaten & weer durven")
        entry = feed.find(f"{ATOM}entry")
        self.assertEqual(entry.findtext(f"{ATOM}title"), "Eb & <vloed>")
        self.assertEqual(entry.find(f"{ATOM}author").findtext(f"{ATOM}name"), "Marit, Joost")
        self.assertEqual(entry.findtext(f"{ATOM}published"), "2026-03-01T19:30:00+00:00")

    def test_newest_come_first_and_old_ones_drop_off(self):
        for number in range(ITEMS + 1):
            self.site.article(title=f"Nieuw {number}", first_published_at=FIRST + timedelta(days=number + 1))
        titles = [item.findtext("title") for item in self.rss().findall("item")]
        self.assertEqual(len(titles), ITEMS)
        self.assertEqual(titles[0], f"Nieuw {ITEMS}")
        self.assertNotIn("Eb & <vloed>", titles)

    def test_unpublished_and_restricted_articles_are_left_out(self):
        self.site.article(title="Schets", live=False)
        PageViewRestriction.objects.create(page=self.article, restriction_type="login")
        self.assertEqual(self.rss().findall("item"), [])
        self.assertEqual(self.atom().findall(f"{ATOM}entry"), [])

    def test_site_without_articles_has_an_empty_feed(self):
        self.article.delete()
        self.assertEqual(self.rss().findall("item"), [])
