"""The list of articles, whole and by category, tag and author, page by page."""

from datetime import timedelta

from django.test import TestCase
from wagtail.models import PageViewRestriction

from blog.listings import ARTICLES_A_PAGE
from tests.blog.factories import FIRST, ArticlePageFactory, CategoryFactory, make_site


class Archives(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.category = CategoryFactory(name="Loslaten", slug="loslaten", description="Over eb.")
        cls.author = cls.site.author(title="Marit van Wezel")
        cls.chosen = cls.site.article(
            title="Gekozen", categories=[cls.category], tags=["Lange nachten"], authors=[cls.author]
        )
        cls.other = cls.site.article(title="Ander", categories=[CategoryFactory()])

    def shown(self, path: str) -> list[str]:
        response = self.client.get(path)
        self.assertEqual(response.status_code, 200, path)
        return [article.title for article in response.context["articles"]]

    def test_blog_shows_all_newest_first(self):
        self.assertEqual(self.shown("/blog/"), ["Ander", "Gekozen"])

    def test_blog_shows_articles_directly_under_the_home_page_too(self):
        ArticlePageFactory(
            parent=self.site.home, title="Oud adres", first_published_at=FIRST - timedelta(days=1)
        )
        self.assertEqual(self.shown("/blog/"), ["Ander", "Gekozen", "Oud adres"])
        self.assertEqual(self.client.get("/oud-adres/").status_code, 200)

    def test_category_shows_its_own_with_its_name_and_description(self):
        self.assertEqual(self.shown("/blog/categorie/loslaten/"), ["Gekozen"])
        response = self.client.get("/blog/categorie/loslaten/")
        self.assertContains(response, '<h1 class="page-head__title">Loslaten</h1>', html=True)
        self.assertContains(response, "Over eb.")
        self.assertContains(response, 'href="/blog/categorie/loslaten/" aria-current="page"')

    def test_tag_shows_its_own(self):
        self.assertEqual(self.shown("/blog/onderwerp/lange-nachten/"), ["Gekozen"])
        self.assertContains(self.client.get("/blog/onderwerp/lange-nachten/"), "Over Lange nachten")

    def test_author_shows_own_articles(self):
        self.assertEqual(self.shown(self.author.url), ["Gekozen"])
        self.assertContains(self.client.get(self.author.url), "Geschreven door Marit van Wezel")

    def test_unpublished_and_restricted_articles_are_in_no_list(self):
        PageViewRestriction.objects.create(page=self.other, restriction_type="login")
        self.chosen.unpublish()
        for path in (
            "/",
            "/blog/",
            "/blog/categorie/loslaten/",
            "/blog/onderwerp/lange-nachten/",
            self.author.url,
        ):
            with self.subTest(path):
                response = self.client.get(path)
                self.assertNotContains(response, "Gekozen")
                self.assertNotContains(response, "Ander")

    def test_only_categories_with_published_articles_are_offered(self):
        CategoryFactory(name="Leeg", slug="leeg")
        response = self.client.get("/blog/")
        self.assertContains(response, "/blog/categorie/loslaten/")
        self.assertNotContains(response, "/blog/categorie/leeg/")

    def test_category_without_articles_says_so_and_shows_the_way_back(self):
        CategoryFactory(slug="leeg")
        self.assertContains(self.client.get("/blog/categorie/leeg/"), "Hier staat nog niets.")

    def test_unknown_category_or_tag_is_not_found(self):
        for path in ("/blog/categorie/bestaat-niet/", "/blog/onderwerp/bestaat-niet/", "/blog/bestaat-niet/"):
            self.assertEqual(self.client.get(path).status_code, 404, path)


class Pages(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.category = CategoryFactory(slug="loslaten")
        cls.author = cls.site.author()
        for number in range(ARTICLES_A_PAGE + 1):
            cls.site.article(
                title=f"Artikel {number}", categories=[cls.category], tags=["slaap"], authors=[cls.author]
            )
        cls.lists = ["/blog/", "/blog/categorie/loslaten/", "/blog/onderwerp/slaap/", cls.author.url]

    def test_each_list_goes_on_where_the_page_before_it_stopped(self):
        for path in self.lists:
            with self.subTest(path):
                first, second = self.client.get(path), self.client.get(f"{path}?pagina=2")
                self.assertEqual(len(first.context["articles"]), ARTICLES_A_PAGE)
                self.assertEqual([article.title for article in second.context["articles"]], ["Artikel 0"])
                self.assertContains(first, 'rel="next" href="?pagina=2"')
                self.assertNotContains(first, 'rel="prev"')
                self.assertContains(second, 'rel="prev" href="?pagina=1"')
                self.assertNotContains(second, 'rel="next"')
                self.assertContains(second, "Bladzijde 2 van 2")

    def test_page_beyond_the_last_shows_the_last(self):
        response = self.client.get("/blog/?pagina=99")
        self.assertContains(response, "Bladzijde 2 van 2")
