import re
from datetime import timedelta
from xml.etree import ElementTree

from django.test import TestCase
from wagtail.models import PageViewRestriction

from blog.feeds.articles import ITEMS
from tests.blog.factories import FIRST, CategoryFactory, ImageFactory, figure, link_to, make_site, stream
from tests.blog.queries import named as named_queries
from tests.blog.queries import queries_of

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
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
        creators = [found.text for found in item.findall("{http://purl.org/dc/elements/1.1/}creator")]
        self.assertEqual(creators, ["Marit", "Joost"])

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
        names = [author.findtext(f"{ATOM}name") for author in entry.findall(f"{ATOM}author")]
        self.assertEqual(names, ["Marit", "Joost"])
        self.assertEqual(entry.findtext(f"{ATOM}published"), "2026-03-01T19:30:00+00:00")
        self.assertEqual(entry.findtext(f"{ATOM}summary"), "Water zakt.")

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
        self.assertRegex(self.atom().findtext(f"{ATOM}updated"), r"^\d{4}-\d\d-\d\dT")

    def test_imported_article_keeps_the_name_it_had(self):
        self.article.feed_guid = "https://oud.example/?p=12"
        self.article.save()
        self.assertEqual(self.rss().find("item").findtext("guid"), "https://oud.example/?p=12")
        self.assertEqual(self.atom().find(f"{ATOM}entry").findtext(f"{ATOM}id"), "https://oud.example/?p=12")

    def test_name_that_is_no_address_is_not_taken_over(self):
        self.article.feed_guid = "12"
        self.article.save()
        self.assertRegex(self.rss().find("item").findtext("guid"), "^urn:uuid:")

    def test_copy_of_an_article_has_a_name_of_its_own(self):
        self.article.feed_guid = "https://oud.example/?p=12"
        self.article.save()
        self.article.copy(update_attrs={"slug": "kopie"})
        guids = {item.findtext("guid") for item in self.rss().findall("item")}
        self.assertEqual(len(guids), 2)

    def test_what_xml_cannot_hold_is_left_out(self):
        # PostgreSQL itself holds no \x00.
        self.article.title = "Eb\x0b en \x01vloed\ufffe"
        self.article.intro = "Water\x08 zakt."
        self.article.body = stream(("paragraph", "<p>Een \x1fgolf</p>"))
        self.article.save()
        self.assertEqual(self.rss().find("item").findtext("title"), "Eb en vloed")
        self.assertIn("Een golf", self.rss().find("item").findtext(CONTENT))
        self.assertEqual(self.atom().find(f"{ATOM}entry").findtext(f"{ATOM}summary"), "Water zakt.")


class Lists(TestCase):
    """Feeds of a category and of an author, and how a page names them."""

    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.marit = cls.site.author(title="Marit", slug="marit")
        cls.category = CategoryFactory(name="Loslaten", slug="loslaten", description="Over laten gaan.")
        cls.site.article(title="Eb", categories=[cls.category], authors=[cls.marit])
        cls.site.article(title="Vloed")

    def channel(self, path: str) -> ElementTree.Element:
        response = self.client.get(path)
        self.assertEqual(response.status_code, 200)
        return ElementTree.fromstring(response.content).find("channel")  # noqa: S314 - our own answer

    def test_category_has_a_feed_of_its_articles(self):
        channel = self.channel("/feed/categorie/loslaten/")
        self.assertEqual(channel.findtext("title"), "Loslaten – Tussentij")
        self.assertEqual(channel.findtext("description"), "Over laten gaan.")
        self.assertEqual(channel.findtext("link"), "http://localhost/blog/categorie/loslaten/")
        self.assertEqual([item.findtext("title") for item in channel.findall("item")], ["Eb"])

    def test_author_has_a_feed_of_their_articles(self):
        channel = self.channel("/feed/auteur/marit/")
        self.assertEqual(channel.findtext("title"), "Marit – Tussentij")
        self.assertEqual(channel.findtext("link"), "http://localhost/over-ons/marit/")
        self.assertEqual([item.findtext("title") for item in channel.findall("item")], ["Eb"])

    def test_each_feed_names_its_own_address(self):
        for path in ("/feed/", "/feed/categorie/loslaten/", "/feed/auteur/marit/"):
            link = self.channel(path).find(f"{ATOM}link")
            self.assertEqual((link.get("rel"), link.get("href")), ("self", f"http://localhost{path}"))
            feed = ElementTree.fromstring(self.client.get(f"{path}atom/").content)  # noqa: S314
            own = next(link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self")
            self.assertEqual(own.get("href"), f"http://localhost{path}atom/")

    def test_unknown_category_and_author_are_not_found(self):
        for path in ("/feed/categorie/weg/", "/feed/auteur/weg/", "/feed/auteur/weg/atom/"):
            self.assertEqual(self.client.get(path).status_code, 404)

    def test_unpublished_author_has_none(self):
        self.marit.unpublish()
        self.assertEqual(self.client.get("/feed/auteur/marit/").status_code, 404)

    def test_pages_name_the_feeds_that_belong_to_them(self):
        def named(path: str) -> list[str]:
            return re.findall(r'rel="alternate"[^>]*href="([^"]+)"', self.client.get(path).text)

        of_all = ["/feed/", "/feed/atom/"]
        self.assertEqual(named("/"), of_all)
        self.assertEqual(named("/blog/"), of_all)
        of_category = ["/feed/categorie/loslaten/", "/feed/categorie/loslaten/atom/"]
        self.assertEqual(named("/blog/categorie/loslaten/"), of_category + of_all)
        self.assertEqual(
            named("/over-ons/marit/"), ["/feed/auteur/marit/", "/feed/auteur/marit/atom/", *of_all]
        )

    def test_addresses_of_wordpress_lead_on(self):
        for old, new in {
            "/feed/rss2/": "/feed/",
            "/feed/rss/": "/feed/",
            "/category/loslaten/feed/": "/feed/categorie/loslaten/",
            "/category/liefde/loslaten/feed/": "/feed/categorie/loslaten/",
            "/category/loslaten/feed/atom/": "/feed/categorie/loslaten/atom/",
            "/author/marit/feed/": "/feed/auteur/marit/",
        }.items():
            self.assertRedirects(self.client.get(old), new, 301)

    def test_feed_of_reactions_is_gone(self):
        for path in ("/comments/feed/", "/comments/feed/atom/"):
            self.assertEqual(self.client.get(path).status_code, 410)

    def test_feeds_are_read_only(self):
        self.assertEqual(self.client.head("/feed/").status_code, 200)
        self.assertEqual(self.client.post("/feed/").status_code, 405)

    def test_twenty_articles_take_as_many_queries_as_two(self):
        for article in self.site.blog.get_children():
            self.assertTrue(article.live)
        few = queries_of("/feed/")
        for _ in range(5):
            others = [CategoryFactory()]
            self.site.article(
                categories=others,
                authors=[self.site.author()],
                hero_image=ImageFactory(),
                body=stream(("paragraph", link_to(self.marit)), figure(ImageFactory())),
            )
        many = queries_of("/feed/")
        self.assertLessEqual(len(many), len(few) + 3, named_queries(many))
        for _ in range(4):
            self.site.article(
                categories=[CategoryFactory()],
                authors=[self.site.author()],
                hero_image=ImageFactory(),
                body=stream(("paragraph", link_to(self.site.author())), figure(ImageFactory())),
            )
        more = queries_of("/feed/")
        self.assertEqual(len(more), len(many), named_queries(more))
