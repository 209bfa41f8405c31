"""An export that claims to come from a site like ours may have been written by anybody."""

import json

from django.test import TestCase

from blog.models import ArticlePage, AuthorPage, HomePage, PodcastEpisodePage
from tests.blog.factories import make_site
from tests.wordpress import exports
from tests.wordpress.moving import adds_up, move

MARK = {"_liefdesverdriet_of": "1"}


def own(**fields: str) -> dict[str, str]:
    return MARK | {f"_liefdesverdriet_{name}": value for name, value in fields.items()}


class OwnFieldsOfOthers(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def test_what_fits_no_field_is_left_out_and_said(self):
        meta = own(
            revised_on="morgen", sensitive="ja", hero_alt="x" * 300, magnet="weg", hero_caption="Goed & wel"
        )
        report = move(exports.item(1, "Ander", meta=meta))
        page = ArticlePage.objects.get()
        self.assertEqual(
            (page.revised_on, page.sensitive, page.hero_alt, page.magnet), (None, False, "", None)
        )
        self.assertEqual(page.hero_caption, "Goed & wel")
        words = "; ".join(word for line in report.of("new") for word in line.words)
        self.assertIn("herzien op", words)
        self.assertIn("beschrijving van de afbeelding", words)

    def test_what_is_no_list_of_authors_or_articles_is_none(self):
        for number, text in enumerate(("[1, {}]", "{", "7", "[" * 50_000, '["niemand", "/admin/"]'), start=1):
            report = move(exports.item(number, f"Nr {number}", meta=own(authors=text, related=text)))
            self.assertNotIn("failed", report.counts["post"])
        self.assertEqual(ArticlePage.objects.count(), 5)
        self.assertFalse(AuthorPage.objects.filter(title="niemand").exists())
        self.assertFalse(any(page.related_articles.exists() for page in ArticlePage.objects.all()))

    def test_numbers_of_this_site_in_streams_are_not_believed(self):
        home = self.site.home.pk
        meta = own(
            hosts=json.dumps([{"type": "host", "value": home}, {"type": "host", "value": {"page": "/"}}]),
            articles=json.dumps([{"type": "article", "value": {"page": home}}]),
            chapters=json.dumps(
                [
                    {"type": "chapter", "value": {"start": start, "title": "Een", "image": 1}}
                    for start in (True, -1, 10**9, "5", None, 5)
                ]
            ),
            guests=json.dumps([{"type": "guest", "value": {"name": "An", "url": "javascript:x"}}] * 2),
            transcript="x" * 10,
        )
        move(exports.item(1, "Stil", kind="podcast", meta=meta))
        page = PodcastEpisodePage.objects.get()
        self.assertEqual((list(page.hosts.raw_data), list(page.articles.raw_data)), ([], []))
        self.assertEqual([one["value"]["start"] for one in page.chapters.raw_data], [5])
        self.assertEqual([one["value"]["url"] for one in page.guests.raw_data], ["", ""])
        self.assertIsNone(page.chapters.raw_data[0]["value"]["image"])

    def test_pages_of_people_come_only_for_authors_of_the_export(self):
        report = move(
            exports.item(
                1, "Vreemd", kind="liefdesverdriet_author", status="inherit", slug="vreemd", meta=MARK
            )
        )
        self.assertTrue(adds_up(report))
        self.assertEqual(report.counts["liefdesverdriet_author"], {"left_out": 1})
        self.assertFalse(AuthorPage.objects.filter(slug="vreemd").exists())

    def test_a_home_page_of_others_brings_no_code_and_takes_no_words_away(self):
        before = HomePage.objects.get().hero_sentence
        meta = own(
            hero_sentence="Van een ander",
            about_text='<p onclick="x()">Over <script>x</script><a href="javascript:x">mij</a></p>',
            about_title="t" * 200,
            ways_in=json.dumps([{"type": "way", "value": {"title": "Weg", "category": {"category": "nee"}}}]),
        )
        report = move(exports.item(1, "Thuis", kind="liefdesverdriet_home", status="inherit", meta=meta))
        home = HomePage.objects.get()
        self.assertEqual(home.about_text, "<p>Over mij</p>")
        self.assertEqual((home.hero_sentence or before, home.about_title), (before or "Van een ander", ""))
        self.assertEqual(list(home.ways_in.raw_data), [])
        self.assertEqual(report.counts["liefdesverdriet_home"], {"changed": 1})

    def test_a_dry_run_touches_nothing_of_it(self):
        meta = own(hero_text="Van een ander")
        report = move(
            exports.item(1, "Thuis", kind="liefdesverdriet_home", status="inherit", meta=meta), dry_run=True
        )
        self.assertEqual(HomePage.objects.get().hero_text, "")
        self.assertTrue(adds_up(report))
