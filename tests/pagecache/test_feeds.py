"""Feeds, the sitemap and robots.txt are kept like pages, and are never of before a change."""

import gzip

from django.test import TestCase

from blog.models import ArticlePage
from pagecache import versions
from tests.blog.factories import CategoryFactory, make_site, stream
from tests.pagecache.reader import Reader

KEPT = (
    "/feed/",
    "/feed/atom/",
    "/feed/categorie/rouw/",
    "/feed/auteur/marit/",
    "/sitemap.xml",
    "/sitemap-artikelen-1.xml",
    "/robots.txt",
)


class Kept(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(
            title="Geen contact",
            slug="geen-contact",
            body=stream(("paragraph", f"<p>{'De stilte is een geluid. ' * 50}</p>")),
            categories=[CategoryFactory(slug="rouw")],
            authors=[cls.site.author(slug="marit")],
        )

    def setUp(self) -> None:
        versions.forget()
        self.addCleanup(versions.forget)
        self.reader = Reader()

    def test_the_second_reader_gets_what_was_made_for_the_first(self) -> None:
        for path in KEPT:
            first, second = self.reader.get(path), self.reader.get(path)
            self.assertEqual((first.status, first.cache, second.cache), (200, "miss", "hit"), path)
            self.assertEqual(first.body, second.body, path)

    def test_who_has_it_already_gets_nothing_again(self) -> None:
        for path in KEPT:
            tag = self.reader.get(path).headers["etag"]
            again = self.reader.get(path, HTTP_IF_NONE_MATCH=tag)
            self.assertEqual((again.status, again.body), (304, b""), path)
            self.assertEqual(again.headers["etag"], tag, path)

    def test_made_once_more_it_is_the_same_to_the_letter(self) -> None:
        for path in KEPT:
            self.assertEqual(self.reader.get(path).body, Reader().get(path).body, path)

    def test_head_tells_of_the_whole_without_it(self) -> None:
        for path in KEPT:
            whole, head = self.reader.get(path), self.reader.get(path, "HEAD")
            self.assertEqual((head.status, head.body), (200, b""), path)
            for name in ("etag", "content-type", "content-length"):
                self.assertEqual(head.headers[name], whole.headers[name], path)

    def test_it_comes_compressed(self) -> None:
        plain = self.reader.get("/feed/").body
        packed = self.reader.get("/feed/", HTTP_ACCEPT_ENCODING="gzip")
        self.assertEqual(packed.headers["content-encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed.body), plain)

    def test_what_is_published_is_in_all_of_them_at_once(self) -> None:
        paths = [path for path in KEPT if path != "/robots.txt"]
        before = {path: self.reader.get(path) for path in paths}
        article = ArticlePage.objects.get(pk=self.article.pk)
        article.title, article.slug = "Een nieuw begin", "nieuw"
        article.save_revision().publish()
        versions.forget()
        for path in paths:
            now = self.reader.get(path, HTTP_IF_NONE_MATCH=before[path].headers["etag"])
            self.assertEqual(now.status, 200, path)
            if path != "/sitemap.xml":
                self.assertIn(b"/nieuw/", now.body, path)

    def test_parameters_make_no_copies(self) -> None:
        self.reader.get("/feed/")
        self.assertEqual(self.reader.get("/feed/?utm_source=x").cache, "hit")
