from datetime import timedelta

from django.test import RequestFactory, TestCase
from wagtail.models import Page, PageViewRestriction

from blog.listings import as_cards, newest_first, open_to_all, paginate, with_picture
from blog.models import ArticlePage, PodcastEpisodePage
from blog.models.categories import give_categories
from images.reading import prefetch_renditions
from tests.blog.factories import FIRST, CategoryFactory, ImageFactory, make_site


class OpenToAll(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article()

    def restrict(self, page: Page, kind: str = "login") -> None:
        PageViewRestriction.objects.create(page=page, restriction_type=kind)

    def assert_as_wagtail(self) -> None:
        ours = open_to_all(Page.objects.all()).order_by("path")
        self.assertQuerySetEqual(ours, Page.objects.live().public().order_by("path"))

    def test_all_published_pages_without_restrictions(self):
        self.site.article(live=False)
        self.assert_as_wagtail()
        self.assertIn(self.article.page_ptr, open_to_all(Page.objects.all()))

    def test_restricted_page_and_all_under_it_are_left_out(self):
        self.restrict(self.site.blog, "password")
        self.assert_as_wagtail()
        self.assertFalse(open_to_all(ArticlePage.objects.all()).exists())

    def test_restricted_page_takes_no_neighbour_along(self):
        neighbour = self.site.article()
        self.restrict(self.article, "groups")
        self.assert_as_wagtail()
        self.assertEqual(list(open_to_all(ArticlePage.objects.all())), [neighbour])

    def test_restrictions_take_one_query_however_many(self):
        for _ in range(3):
            self.restrict(self.site.article())
            # Whether there are any, which is kept outside a transaction, and the articles.
            with self.assertNumQueries(2):
                list(open_to_all(ArticlePage.objects.all()))


class Order(TestCase):
    def test_newest_first(self):
        site = make_site()
        dates = [FIRST, FIRST + timedelta(days=2), FIRST + timedelta(days=1)]
        articles = [site.article(first_published_at=date) for date in dates]
        expected = [articles[number] for number in (1, 2, 0)]
        self.assertEqual(list(newest_first(ArticlePage.objects.all())), expected)

    def test_whatever_is_published_has_a_date_and_a_draft_has_none(self):
        site = make_site()
        self.assertIsNotNone(site.article(first_published_at=None).first_published_at)
        self.assertIsNone(site.article(first_published_at=None, live=False).first_published_at)

    def test_later_made_one_is_first_at_the_same_moment(self):
        site = make_site()
        articles = [site.article(first_published_at=FIRST) for _ in range(3)]
        self.assertEqual(list(newest_first(ArticlePage.objects.all())), articles[::-1])


class Cards(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def test_card_needs_no_query_of_its_own(self):
        for _ in range(3):
            self.site.article(hero_image=ImageFactory(), categories=[CategoryFactory()])
        with self.assertNumQueries(4):
            articles = list(as_cards(ArticlePage.objects.all()))
            give_categories(articles)
            prefetch_renditions(article.hero_image for article in articles)
            for article in articles:
                self.assertIsNotNone(article.main_category())
                self.assertEqual(article.hero_image.known_renditions, [])

    def test_long_texts_stay_in_the_database(self):
        self.site.article()
        self.assertIn("body", as_cards(ArticlePage.objects.all())[0].get_deferred_fields())

    def test_pages_without_picture_are_listed_too(self):
        episode = self.site.episode(cover=None)
        self.assertEqual(list(with_picture(PodcastEpisodePage.objects.all(), "cover")), [episode])


class Paginate(TestCase):
    def number(self, asked: str) -> int:
        request = RequestFactory().get("/", {"pagina": asked})
        return paginate(request, ArticlePage.objects.order_by("pk"), size=2, kept_as="numbers").number

    def test_nearest_page_is_shown_where_there_is_no_such_page(self):
        site = make_site()
        for _ in range(5):
            site.article()
        asked = ["", "1", "2", "3", "99", "0", "-1", "eb", "2.5", "９", "9" * 30]
        self.assertEqual([self.number(page) for page in asked], [1, 1, 2, 3, 3, 3, 3, 1, 1, 3, 3])

    def test_empty_list_has_one_page(self):
        self.assertEqual(self.number("7"), 1)
