"""Addresses that WordPress answered by a pattern: each leads in one step to something that is there."""

from django.conf import settings
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect

from pagecache import kept
from tests.blog.factories import CategoryFactory, make_site
from tests.images.pictures import make_image
from tests.pagecache.reader import Reader
from wordpress.models import Imported
from wordpress.old_addresses import _ASKS


def came(old_id: int, kind: str = "item", **fields: object) -> Imported:
    return Imported.objects.create(site="oud.voorbeeld.example", kind=kind, old_id=old_id, **fields)


class OldAddresses(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.page = cls.site.article(title="Alleen thuis", slug="alleen-thuis")
        cls.draft = cls.site.article(title="Later", slug="later", live=False)
        cls.author = cls.site.author(title="Marijke van Dam")
        cls.image = make_image()
        came(1, page=cls.page, old_path="/2019/03/alleen-thuis")
        came(2, page=cls.draft, old_path="/2019/03/later")
        came(2, "author", page=cls.author, old_path="/author/marijke")
        category = CategoryFactory(name="Rouw", slug="rouw")
        came(4, "category", category=category, old_path="/category/rouw")
        came(7, "media", image=cls.image, old_path="/wp-content/uploads/2019/03/zee.jpg", facts={"parent": 1})
        came(
            8, "media", image=cls.image, old_path="/wp-content/uploads/2019/03/duin.jpg", facts={"parent": 2}
        )
        Tag.objects.create(name="Nachten", slug="nachten")

    def leads(self, address: str, to: str) -> None:
        response = self.client.get(address)
        self.assertEqual((response.status_code, response.get("Location")), (301, to), address)
        if not to.startswith("/media/"):
            self.assertEqual(self.client.get(to).status_code, 200, to)

    def test_numbers_lead_to_what_they_were(self):
        for address in (
            "/?p=1",
            "/?page_id=1",
            "/index.php?p=1",
            "/?p=1&utm_source=brief",
            "/?preview=true&p=1",
        ):
            self.leads(address, "/blog/alleen-thuis/")
        self.leads("/?author=2", self.author.url)
        self.leads("/?cat=4", "http://localhost/blog/categorie/rouw/")

    def test_pages_of_pictures_lead_to_where_they_stood_else_to_the_picture(self):
        self.leads("/?attachment_id=7", "/blog/alleen-thuis/")
        self.leads("/?attachment_id=8", self.image.file.url)

    def test_feeds_and_months_of_the_home_page(self):
        for address, to in (
            ("/?feed=rss2", "/feed/"),
            ("/?feed=atom", "/feed/atom/"),
            ("/?feed=rss2&cat=4", "/feed/categorie/rouw/"),
            ("/?feed=atom&cat=4", "/feed/categorie/rouw/atom/"),
            ("/?m=201903", "/blog/"),
            ("/?m=20190305", "/blog/"),
        ):
            self.leads(address, to)

    def test_the_feed_of_reactions_is_gone_as_at_its_other_address(self):
        self.assertEqual(self.client.get("/?feed=comments-rss2").status_code, 410)

    def test_archives_by_date_lead_to_the_list(self):
        for address in ("/2019/", "/2019/03/", "/2019/03/05/", "/2019/03/page/2/", "/page/3/", "/2019"):
            self.leads(address, "/blog/")

    def test_what_stands_behind_an_address_leads_to_the_thing_itself(self):
        for end in (
            "feed/",
            "feed/rss2/",
            "amp/",
            "amp",
            "comment-page-2/",
            "page/2/",
            "embed/",
            "trackback/",
            "",
        ):
            self.leads(f"/2019/03/alleen-thuis/{end}", "/blog/alleen-thuis/")
        for end in ("feed/", "amp/", "comment-page-2/"):
            self.leads(f"/blog/alleen-thuis/{end}", "/blog/alleen-thuis/")

    def test_parts_of_lists_lead_to_the_list(self):
        self.leads("/category/rouw/page/2/", "http://localhost/blog/categorie/rouw/")
        self.leads("/tag/nachten/", "/blog/onderwerp/nachten/")
        self.leads("/tag/nachten/feed/", "/blog/onderwerp/nachten/")
        self.leads("/author/marijke/page/4/", self.author.url)

    def test_feeds_of_categories_and_authors_lead_to_those_of_today(self):
        Redirect.objects.create(old_path="/author/m.van.dam", redirect_page=self.author)
        Redirect.objects.create(
            old_path="/category/verdriet",
            redirect_page=self.site.blog,
            redirect_page_route_path="/categorie/rouw/",
        )
        for path, feed in (
            ("/author/marijke/feed/", f"/feed/auteur/{self.author.slug}/"),
            ("/author/m.van.dam/feed/rss2/", f"/feed/auteur/{self.author.slug}/"),
            ("/category/rouw/feed/atom/", "/feed/categorie/rouw/atom/"),
            ("/category/verdriet/feed/", "/feed/categorie/rouw/"),
        ):
            self.leads(path, feed)

    def test_files_lead_to_ours_in_whatever_size(self):
        for name in ("zee.jpg", "zee-300x200.jpg", "zee-scaled.jpg", "zee-1024x768.jpg?ssl=1"):
            self.leads(f"/wp-content/uploads/2019/03/{name}", self.image.file.url)

    def test_what_is_not_public_and_what_nobody_knows_stays_missing(self):
        for address in (
            "/2019/03/later/",
            "/2019/03/onbekend/feed/",
            "/wp-content/uploads/2019/03/onbekend.jpg",
            "/wp-login.php",
            "/wp-admin/",
            "/xmlrpc.php",
            "/category/onbekend/",
            "/tag/onbekend/",
            "/2919/",
            "/index.php?p=2",
            "/index.php?p=999",
        ):
            self.assertEqual(self.client.get(address).status_code, 404, address)

    def test_nonsense_in_a_parameter_is_nothing(self):
        for value in ("2", "999", "-1", "x", "1%00", "9" * 40, "", "1;drop"):
            for name in ("p", "cat", "author", "m", "attachment_id"):
                if (name, value) != ("author", "2"):
                    self.assertEqual(self.client.get(f"/?{name}={value}").status_code, 200, (name, value))

    def test_a_number_means_nothing_on_other_pages(self):
        self.assertEqual(self.client.get("/blog/?p=1").status_code, 200)

    def test_forms_are_not_led_on(self):
        self.assertNotEqual(self.client.post("/?p=1").status_code, 301)

    def test_each_parameter_passes_the_page_cache_and_adds_nothing_to_it(self):
        for name in settings.PAGECACHE_PASS_PARAMETERS:
            self.assertTrue(_ASKS.search(f"a=1&{name}=1"))
        with override_settings(PAGECACHE_BYTES=1_000_000):
            reader = Reader()
        reader.get("/")
        before = len(reader.cache.pages), len(reader.cache.brief)
        for number in range(20):
            reader.get(f"/?p={number}")
        self.assertEqual(reader.get("/?p=1").status, 301)
        self.assertEqual((len(reader.cache.pages), len(reader.cache.brief)), before)


class SiteThatNothingCameTo(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def test_a_page_costs_no_query_more(self):
        self.client.get("/")
        with self.assertNumQueries(len(self._queries("/"))) as asked:
            self.client.get("/")
        self.assertNotIn("wordpress_imported", str(asked.captured_queries))

    def test_what_is_missing_stays_missing_for_one_question(self):
        queries = self._queries("/2019/03/weg/feed/")
        self.assertEqual(sum("wordpress_imported" in query["sql"] for query in queries), 1)
        for address in ("/2019/", "/page/2/", "/wp-content/uploads/a.jpg"):
            self.assertEqual(self.client.get(address).status_code, 404)
        self.assertEqual(self.client.get("/?p=1").status_code, 200)

    def test_feeds_asked_for_by_a_parameter_lead_on_as_those_with_a_path(self):
        for address, to in (
            ("/?feed=rss2", "/feed/"),
            ("/?feed=rss", "/feed/"),
            ("/?feed=rdf&utm_source=x", "/feed/"),
            ("/index.php?feed=atom", "/feed/atom/"),
        ):
            response = self.client.get(address)
            self.assertEqual((response.status_code, response.get("Location")), (301, to), address)
        for name in ("comments-rss2", "comments-atom"):
            self.assertEqual(self.client.get(f"/?feed={name}").status_code, 410)

    def test_a_feed_that_nobody_knows_is_nothing_and_is_not_kept(self):
        self.assertEqual(self.client.get("/?feed=onzin").status_code, 200)
        self.assertEqual(self.client.get("/blog/?feed=rss2").status_code, 200)
        self.assertEqual(self.client.post("/?feed=rss2").status_code, self.client.post("/").status_code)
        with override_settings(PAGECACHE_BYTES=1_000_000):
            reader = Reader()
        reader.get("/")
        before = len(reader.cache.pages), len(reader.cache.brief)
        for name in ("rss2", "atom", "comments-rss2", *(f"onzin{number}" for number in range(20))):
            reader.get(f"/?feed={name}")
        self.assertEqual((len(reader.cache.pages), len(reader.cache.brief)), before)

    def _queries(self, address: str) -> list[dict]:
        kept.forget()
        with CaptureQueriesContext(connection) as queries:
            self.client.get(address)
        return queries.captured_queries
