from django.test import TestCase
from wagtail.models import PageViewRestriction

from search.views import QUERY_LENGTH, RESULTS_A_PAGE
from tests.blog.factories import CategoryFactory, heading, make_site, stream

# What people and machines type; none of it may end in an error on either database.
SIGNS = """ ' " '' "eb eb' * eb* - -eb -- () (eb AND title:eb ^eb : :* & | ! <-> \\ % _ + {} eb;--
    é 漢字 🌊 a . … ‘eb’ """
ODD_QUERIES = [
    *SIGNS.split(),
    "eb AND",
    "NOT eb",
    "eb OR vloed",
    "NEAR(eb vloed)",
    "\u200b",
    "\x00",
    "eb\x00vloed",
]
ODD_QUERIES += ["<script>alert(1)</script>", "x" * 5000]


class Search(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(
            title="De eerste nacht alleen",
            intro="Over slaap.",
            body=stream(heading("Het kussen"), ("paragraph", "<p>De stilte in huis is een geluid.</p>")),
            categories=[CategoryFactory(name="Loslaten")],
        )
        cls.other = cls.site.article(title="Weer durven", intro="Over daten.", body="[]")

    def found(self, query: str) -> list[str]:
        response = self.client.get("/zoeken/", {"q": query})
        self.assertEqual(response.status_code, 200, query)
        return [item.name for item in response.context["found"]]

    def test_words_of_title_intro_and_text_are_found(self):
        for query in ("nacht", "NACHT", "slaap", "stilte", "kussen", "nacht alleen", "stilte nacht"):
            with self.subTest(query):
                self.assertEqual(self.found(query), ["De eerste nacht alleen"])

    def test_what_has_all_words_comes_first(self):
        self.site.article(title="Nacht en durven", intro="Alles bij elkaar.", body="[]")
        self.assertEqual(self.found("nacht durven")[0], "Nacht en durven")

    def test_without_one_that_has_all_words_the_nearest_are_shown_and_it_is_said(self):
        response = self.client.get("/zoeken/?q=nacht durven")
        self.assertEqual(len(response.context["found"]), 2)
        self.assertContains(response, "Niets heeft al deze woorden.")

    def test_beginning_of_a_word_of_the_title_finds_it(self):
        self.assertEqual(self.found("durv"), ["Weer durven"])

    def test_authors_pages_and_episodes_are_found_too(self):
        self.site.author(title="Marit van Wezel")
        self.site.standard_page(title="Begeleiding", intro="Samen kijken.")
        self.site.episode(title="Als het huis stil is")
        for query, title in {
            "wezel": "Marit van Wezel",
            "kijken": "Begeleiding",
            "stil": "Als het huis stil is",
        }.items():
            self.assertIn(title, self.found(query))

    def test_unpublished_and_restricted_pages_are_not_found(self):
        self.other.unpublish()
        PageViewRestriction.objects.create(page=self.article, restriction_type="login")
        self.assertEqual(self.found("durven") + self.found("nacht"), [])

    def test_nothing_asked_finds_nothing_and_says_nothing(self):
        for query in ("", "   "):
            response = self.client.get("/zoeken/", {"q": query})
            self.assertEqual(response.context["found"], [])
            self.assertNotContains(response, "Niets gevonden")
        self.assertEqual(self.client.get("/zoeken/").status_code, 200)

    def test_nothing_found_is_said_with_the_question(self):
        self.assertContains(self.client.get("/zoeken/?q=zebra"), "Niets gevonden voor ‘zebra’")

    def test_number_of_results_is_said(self):
        self.assertContains(self.client.get("/zoeken/?q=nacht"), "1 resultaat voor ‘nacht’")

    def test_count_is_told_as_a_status_around_its_heading(self):
        # A heading may hold no status.
        for query in ("nacht", "zebra"):
            page = self.client.get(f"/zoeken/?q={query}")
            self.assertContains(page, '<div role="status"><h2 class="search-count">', count=1)

    def test_odd_questions_are_no_error(self):
        for query in ODD_QUERIES:
            with self.subTest(query[:20]):
                self.found(query)

    def test_question_is_escaped_and_cut_off(self):
        response = self.client.get("/zoeken/", {"q": '"><script>alert(1)</script>'})
        self.assertNotContains(response, "<script>alert(1)")
        response = self.client.get("/zoeken/", {"q": "x" * 500})
        self.assertEqual(len(response.context["query"]), QUERY_LENGTH)

    def test_results_come_page_by_page_with_the_question(self):
        for number in range(RESULTS_A_PAGE + 1):
            self.site.article(title=f"Zeewater & {number}")
        first = self.client.get("/zoeken/", {"q": "zeewater &"})
        self.assertEqual(len(first.context["found"]), RESULTS_A_PAGE)
        self.assertContains(first, 'href="?q=zeewater+%26&amp;pagina=2"')
        second = self.client.get("/zoeken/", {"q": "zeewater &", "pagina": "2"})
        self.assertEqual(len(second.context["found"]), 1)

    def test_title_comes_before_text_and_more_before_less(self):
        self.site.article(title="Over slapen", body=stream(("paragraph", "<p>Een kwelder bij de zee.</p>")))
        self.site.article(title="De kwelder")
        self.site.article(title="Over eb", body=stream(("paragraph", "<p>Kwelder, kwelder en kwelder.</p>")))
        self.assertEqual(self.found("kwelder"), ["De kwelder", "Over eb", "Over slapen"])

    def test_only_reading_is_allowed(self):
        self.assertEqual(self.client.post("/zoeken/", {"q": "eb"}).status_code, 405)
