"""Lists of articles are kept in the page cache as pages are."""

from django.test import TestCase
from wagtail.models import PageViewRestriction

from pagecache import versions
from tests.blog.factories import CategoryFactory, make_site
from tests.pagecache.reader import Reader


class KeptLists(TestCase):
    def setUp(self) -> None:
        versions.forget()
        self.addCleanup(versions.forget)
        self.site = make_site()
        self.reader = Reader()
        self.site.article(categories=[CategoryFactory(name="Loslaten", slug="loslaten")], tags=["eb"])

    def test_second_reader_gets_the_kept_list(self) -> None:
        for path in ("/blog/", "/blog/categorie/loslaten/", "/blog/onderwerp/eb/"):
            with self.subTest(path):
                self.assertEqual([self.reader.get(path).cache for _ in range(2)], ["miss", "hit"])

    def test_restricted_list_is_not_kept(self) -> None:
        PageViewRestriction.objects.create(page=self.site.blog, restriction_type="login")
        self.assertEqual([self.reader.get("/blog/").cache for _ in range(2)], ["", ""])
        self.assertFalse(getattr(self.site.blog.make_preview_request(), "_pagecache", False))

    def test_number_of_no_page_is_answered_and_not_kept(self) -> None:
        for number in (2, 3, 999_999):
            answers = [self.reader.get(f"/blog/?pagina={number}") for _ in range(2)]
            self.assertEqual([(answer.status, answer.cache) for answer in answers], [(200, "")] * 2)
        self.assertEqual(len(self.reader.cache.pages), 0)
