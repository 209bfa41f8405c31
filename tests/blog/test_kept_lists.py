"""Lists of articles are kept in the page cache as pages are."""

from django.test import TestCase, override_settings
from wagtail.models import PageViewRestriction

from pagecache import versions
from tests.blog.factories import CategoryFactory, make_site


@override_settings(PAGECACHE_BYTES=1_000_000)
class KeptLists(TestCase):
    def setUp(self) -> None:
        versions.forget()
        self.addCleanup(versions.forget)
        self.site = make_site()
        self.site.article(categories=[CategoryFactory(name="Loslaten", slug="loslaten")], tags=["eb"])

    def test_second_reader_gets_the_kept_list(self) -> None:
        for path in ("/blog/", "/blog/categorie/loslaten/", "/blog/onderwerp/eb/"):
            with self.subTest(path):
                answers = [self.client.get(path) for _ in range(2)]
                self.assertEqual([answer.get("X-Cache") for answer in answers], ["miss", "hit"])

    def test_restricted_list_is_not_kept(self) -> None:
        PageViewRestriction.objects.create(page=self.site.blog, restriction_type="login")
        self.assertNotIn("X-Cache", self.client.get("/blog/"))
        self.assertFalse(getattr(self.site.blog.make_preview_request(), "_pagecache", False))
