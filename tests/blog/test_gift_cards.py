"""Which gift stands where on an article."""

import re

from django.test import TestCase

from blog.gift_cards import quiet_place
from blog.models import ArticlePage
from pagecache import versions
from tests.blog.factories import (
    CategoryFactory,
    ImageFactory,
    figure,
    heading,
    make_site,
    stream,
)
from tests.leads.gifts import make_magnet

LONG = ("paragraph", f"<p>{'Het wordt langzaam licht. ' * 50}</p>")
SHORT = ("paragraph", "<p>Het wordt licht.</p>")


class Gifts(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.default = make_magnet(slug="standaard")
        cls.site.settings.default_magnet = cls.default
        cls.site.settings.save()

    def make(self, *blocks, **fields) -> ArticlePage:
        body = {"body": stream(*blocks)} if blocks else {}
        return self.site.article(**fields, **body)

    def html(self, article: ArticlePage) -> str:
        response = self.client.get(article.url)
        assert response.status_code == 200
        return response.text

    def placed(self, article: ArticlePage) -> list[tuple[str, str]]:
        """Return (address of the gift, place) of each card, in the order of the page."""
        card = r'action="/aanmelden/([\w-]+)/".*?name="placement" value="(.+?)"'
        return re.findall(card, self.html(article), re.DOTALL)

    def let(self, **settings: bool) -> None:
        for name, value in settings.items():
            setattr(self.site.settings, name, value)
        self.site.settings.save()


class Which(Gifts):
    def setUp(self):
        self.let(gift_in_sidebar=False)

    def test_that_of_the_site_stands_at_the_end(self):
        assert self.placed(self.make()) == [("standaard", "end")]

    def test_that_of_the_main_category_goes_before_that_of_the_site(self):
        first = CategoryFactory(sort_order=1, magnet=make_magnet(slug="eerste"))
        second = CategoryFactory(sort_order=2, magnet=make_magnet(slug="tweede"))
        assert self.placed(self.make(categories=[second, first])) == [("eerste", "end")]

    def test_main_category_without_a_gift_leaves_it_to_the_site(self):
        first = CategoryFactory(sort_order=1)
        second = CategoryFactory(sort_order=2, magnet=make_magnet(slug="tweede"))
        assert self.placed(self.make(categories=[first, second])) == [("standaard", "end")]

    def test_that_of_the_article_goes_before_all(self):
        category = CategoryFactory(magnet=make_magnet(slug="eerste"))
        article = self.make(magnet=make_magnet(slug="eigen"), categories=[category])
        assert self.placed(article) == [("eigen", "end")]

    def test_those_that_are_no_longer_given_make_way(self):
        gone = make_magnet(slug="weg", is_active=False)
        category = CategoryFactory(magnet=gone)
        article = self.make(("lead_magnet", {"magnet": gone.pk}), magnet=gone, categories=[category])
        assert self.placed(article) == [("standaard", "end")]

    def test_site_without_gifts_shows_none(self):
        self.default.is_active = False
        self.default.save()
        assert self.placed(self.make(("lead_magnet", {"magnet": None}))) == []

    def test_empty_block_shows_that_of_the_category(self):
        category = CategoryFactory(magnet=make_magnet(slug="eerste"))
        article = self.make(("lead_magnet", {"magnet": None}), categories=[category])
        assert self.placed(article) == [("eerste", "article")]


class Where(Gifts):
    def test_gift_in_the_text_does_not_come_back_at_the_end(self):
        article = self.make(("lead_magnet", {"magnet": self.default.pk}), sensitive=True)
        assert self.placed(article) == [("standaard", "article")]

    def test_another_gift_in_the_text_leaves_the_end_as_it_is(self):
        other = make_magnet(slug="ander")
        article = self.make(("lead_magnet", {"magnet": other.pk}), sensitive=True)
        assert self.placed(article) == [("ander", "article"), ("standaard", "end")]

    def test_gift_that_comes_back_in_the_text_has_ids_of_its_own(self):
        blocks = [("lead_magnet", {"magnet": None}), ("lead_magnet", {"magnet": self.default.pk})]
        html = self.html(self.make(*blocks))
        ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
        assert len(ids) == len(set(ids))

    def test_beside_the_text_and_at_the_end_by_default_and_nothing_slides_in(self):
        assert [place for _, place in self.placed(self.make())] == ["sidebar", "end"]

    def test_all_places_where_the_coach_wants_them(self):
        self.let(gift_slides_in=True)
        places = [place for _, place in self.placed(self.make())]
        assert places == ["sidebar", "slide-in", "end"]

    def test_nothing_beside_or_over_a_sensitive_article(self):
        self.let(gift_slides_in=True)
        article = self.make(sensitive=True)
        assert [place for _, place in self.placed(article)] == ["end"]
        assert "data-slide-in" not in self.html(article)

    def test_what_slides_in_is_hidden_until_a_script_shows_it(self):
        self.let(gift_slides_in=True)
        assert '<div class="slide-in" data-slide-in hidden>' in self.html(self.make())

    def test_other_pages_show_only_the_gifts_in_their_text(self):
        page = self.site.standard_page(body=stream(("lead_magnet", {"magnet": None})))
        assert self.client.get(page.url).text.count('name="placement"') == 1


class QuietPlace(Gifts):
    def place(self, *blocks) -> int:
        return quiet_place(self.make(*blocks).body)

    def test_after_the_beginning_beside_enough_words(self):
        assert self.place(SHORT, heading("Nacht"), LONG, SHORT) == 1

    def test_never_between_a_heading_and_what_it_is_about(self):
        assert self.place(heading("Nacht"), LONG, heading("Ochtend"), LONG) == 2

    def test_not_where_something_reaches_into_the_margin(self):
        picture = figure(ImageFactory(), width="full")
        note = ("insight", {"label": "insight", "text": "<p>Slaap.</p>"})
        assert self.place(LONG, SHORT, picture, SHORT, note, SHORT, LONG) == 5

    def test_where_most_words_are_when_there_are_few(self):
        picture = figure(ImageFactory())
        two = ("paragraph", "<p>Twee woorden meer dan het korte.</p>")
        assert self.place(SHORT, picture, SHORT, picture, two, picture) == 4

    def test_at_the_beginning_of_a_text_in_one_piece(self):
        assert self.place(LONG) == 0

    def test_empty_text_has_a_place_too(self):
        assert quiet_place(ArticlePage(title="Leeg", body="[]").body) == 0


class Fresh(Gifts):
    """What changes a gift on kept pages makes them anew."""

    def assert_raises_version(self, change) -> None:
        before = versions.look_up()
        change()
        assert versions.look_up() > before

    def test_when_a_category_gets_another_gift(self):
        category = CategoryFactory()
        article = self.make(categories=[category])
        assert ("standaard", "end") in self.placed(article)
        category.magnet = make_magnet(slug="eerste")
        self.assert_raises_version(category.save)
        versions.forget()
        assert self.placed(article) == [("eerste", "sidebar"), ("eerste", "end")]

    def test_when_the_settings_or_the_gift_change(self):
        self.assert_raises_version(lambda: self.let(gift_slides_in=True))
        self.default.pitch = "Zes kaarten."
        self.assert_raises_version(self.default.save)

    def test_when_a_gift_goes(self):
        category = CategoryFactory(magnet=make_magnet(slug="eerste"))
        self.assert_raises_version(category.magnet.delete)
