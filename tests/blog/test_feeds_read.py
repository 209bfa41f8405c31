"""What a feed reader makes of our feeds."""

import feedparser
from django.test import TestCase

from tests.blog.factories import FIRST, CategoryFactory, make_site, stream

FEEDS = (
    "/feed/",
    "/feed/atom/",
    "/feed/categorie/loslaten/",
    "/feed/categorie/loslaten/atom/",
    "/feed/auteur/marit/",
    "/feed/auteur/marit/atom/",
)


class Reader(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = make_site()
        site.article(
            title="Eb & <vloed>",
            slug="eb",
            intro="Water zakt.",
            authors=[site.author(title="Marit", slug="marit")],
            categories=[CategoryFactory(name="Loslaten", slug="loslaten")],
            body=stream(("paragraph", "<p>Twee ‘woorden’ &amp; één <b>vet</b>\x0b.</p>")),
            first_published_at=FIRST,
        )

    def read(self, path: str):
        answer = self.client.get(path)
        self.assertEqual(answer.status_code, 200, path)
        return feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})

    def test_each_feed_is_read_without_complaint(self):
        for path in FEEDS:
            with self.subTest(path):
                read = self.read(path)
                self.assertFalse(read.bozo, read.get("bozo_exception"))
                (entry,) = read.entries
                self.assertEqual(entry.link, "http://localhost/blog/eb/")
                self.assertEqual(entry.published_parsed[:5], (2026, 3, 1, 19, 30))
                self.assertIn("één <b>vet</b>", entry.content[0].value)

    def test_one_article_is_one_article_in_all_feeds(self):
        self.assertEqual(len({self.read(path).entries[0].id for path in FEEDS}), 1)
