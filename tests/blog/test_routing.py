from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import RequestFactory, TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.models import ArticlePage, HomePage
from blog.routing import MAX_LEVELS, find_page
from tests.blog.factories import ImageFactory, StandardPageFactory, make_site


class FindPage(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(title="Eb", hero_image=ImageFactory())

    def find(self, path: str):
        return find_page(self.site.home, [part for part in path.split("/") if part])

    def test_deepest_page_and_what_is_left_of_the_address_are_found(self):
        for path, page, rest in [
            ("/", self.site.home, []),
            ("/blog/", self.site.blog, []),
            ("/blog/eb/", self.article, []),
            ("/blog/eb/meer/nog/", self.article, ["meer", "nog"]),
            ("/blog/categorie/loslaten/", self.site.blog, ["categorie", "loslaten"]),
            ("/weg/eb/", self.site.home, ["weg", "eb"]),
        ]:
            with self.subTest(path):
                self.assertEqual(self.find(path), (page, rest))

    def test_page_is_of_its_own_kind_and_unpublished_ones_are_found_too(self):
        self.assertIs(type(self.find("/blog/eb/")[0]), ArticlePage)
        self.assertIs(type(self.find("/")[0]), HomePage)
        self.site.article(title="Schets", live=False)
        self.assertFalse(self.find("/blog/schets/")[0].live)

    def test_depth_makes_no_difference_and_pictures_and_trail_come_along(self):
        parent = self.site.home
        for level in range(4):
            parent = StandardPageFactory(parent=parent, title=f"Laag {level}")
        self.find(parent.url)
        # The lists on top are asked too: in a transaction nothing is kept.
        with self.assertNumQueries(4):
            page, _ = self.find(parent.url)
            self.assertEqual([step.title for step in page.trail], ["Tussentij", "Laag 0", "Laag 1", "Laag 2"])
            self.assertFalse(page.get_view_restrictions().exists())
        with self.assertNumQueries(3):
            self.assertIsNotNone(self.find("/blog/eb/")[0].hero_image.file)

    def test_kind_of_a_page_is_known_without_another_query(self):
        ContentType.objects.clear_cache()
        with self.assertNumQueries(3):
            page, _ = self.find("/blog/eb/")
            self.assertIs(page.specific, page)

    def test_restrictions_of_a_page_and_of_those_above_it_are_known(self):
        restriction = PageViewRestriction.objects.create(page=self.site.blog, restriction_type="login")
        for path in ("/blog/", "/blog/eb/", "/blog/categorie/loslaten/"):
            self.assertEqual(list(self.find(path)[0].get_view_restrictions()), [restriction], path)
        self.assertEqual(list(self.find("/over-ons/")[0].get_view_restrictions()), [])

    def test_page_of_the_same_name_under_another_root_is_not_found(self):
        other = HomePage(title="Elders", slug="elders", hero_sentence="Elders.")
        self.site.home.get_parent().add_child(instance=other)
        self.assertEqual(find_page(other, ["blog", "eb"]), (other, ["blog", "eb"]))

    def test_endless_address_makes_no_endless_query(self):
        with CaptureQueriesContext(connection) as captured:
            page, rest = self.find("/blog/" + "a/" * 3000)
        self.assertEqual((page, len(rest)), (self.site.blog, 3000))
        self.assertLess(max(len(query["sql"]) for query in captured.captured_queries), 200 * MAX_LEVELS)

    def test_route_is_the_same_as_that_of_wagtail(self):
        request = RequestFactory().get("/blog/eb/")
        self.assertEqual(self.site.home.route(request, ["blog", "eb"])[0], self.article)
