from django.test import TestCase
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from tests.blog.factories import make_site


class Suggestions(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.letter = cls.site.article(title="De brief aan je ex")
        cls.bounds = cls.site.article(title="Grenzen <b>stellen</b>")

    def titles(self, query: str) -> list[str]:
        response = self.client.get("/zoeken/suggesties/", {"q": query})
        self.assertEqual(response.status_code, 200)
        return [title["titel"] for title in response.json()["titels"]]

    def test_beginnings_of_words_are_enough(self):
        for query in ("br", "brie", "BRIEF", "de brie", "brief aan mijn e", "brieven"):
            with self.subTest(query):
                self.assertEqual(self.titles(query), ["De brief aan je ex"])

    def test_one_letter_or_nothing_suggests_nothing(self):
        for query in ("", "b", "  ", "zebra", "brief zebra"):
            self.assertEqual(self.titles(query), [])

    def test_titles_that_not_all_may_read_are_not_told(self):
        PageViewRestriction.objects.create(page=self.letter, restriction_type="login")
        self.bounds.unpublish()
        self.assertEqual(self.titles("brief") + self.titles("grenzen"), [])

    def test_answer_is_kept_for_a_minute_and_sets_no_cookie(self):
        response = self.client.get("/zoeken/suggesties/?q=brief")
        self.assertEqual(response.headers["Cache-Control"], "public, max-age=60")
        self.assertFalse(response.cookies)
        self.assertEqual(response.json()["titels"][0]["adres"], self.letter.url)

    def test_titles_and_questions_are_escaped_on_the_page(self):
        page = self.client.get("/zoeken/", {"q": "grens <script>"})
        self.assertContains(page, "<mark>Grenzen</mark> &lt;b&gt;")
        self.assertNotContains(page, "<script>grens")
        self.assertNotContains(page, "<b>stellen")


class Promotions(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.page = cls.site.standard_page(title="Begeleiding")
        query = Query.get("hulp zoeken")
        SearchPromotion.objects.create(query=query, page=cls.page, description="Samen kijken.")

    def test_promoted_page_stands_on_top_whatever_the_form_of_the_words(self):
        for asked in ("hulp zoeken", "zoekt hulp", "Hulp Gezocht"):
            with self.subTest(asked):
                self.assertContains(self.client.get("/zoeken/", {"q": asked}), "Samen kijken.")
        self.assertNotContains(self.client.get("/zoeken/", {"q": "hulp"}), "Samen kijken.")

    def test_promoted_page_that_went_is_not_shown(self):
        self.page.unpublish()
        self.assertNotContains(self.client.get("/zoeken/", {"q": "hulp zoeken"}), "Samen kijken.")

    def test_words_of_danger_show_who_to_call(self):
        self.site.settings.crisis_lines = [
            ("line", {"name": "113", "phone": "0800-0113", "text": "", "url": ""})
        ]
        self.site.settings.save()
        self.assertContains(self.client.get("/zoeken/?q=ik wil dood"), "search-care")
        self.assertNotContains(self.client.get("/zoeken/?q=brief"), "search-care")
