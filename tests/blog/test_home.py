from datetime import timedelta

from django.test import TestCase
from wagtail.models import Page, PageViewRestriction

from blog.home_context import EPISODES, NEWEST
from tests.blog.factories import (
    FIRST,
    ArticlePageFactory,
    CategoryFactory,
    ImageFactory,
    link_to,
    make_site,
    stream,
)
from tests.leads.gifts import make_magnet


class Home(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def get(self, **fields):
        for name, value in fields.items():
            setattr(self.site.home, name, value)
        self.site.home.save()
        response = self.client.get("/")
        self.assertEqual(response.status_code, 200)
        return response

    def test_empty_site_has_a_home_page(self):
        response = self.get(hero_text="")
        self.assertContains(response, '<h1 class="opening__sentence">Voor wie achterblijft.</h1>', html=True)
        for absent in ("Waar sta je nu?", "Nieuw om te lezen", "Om mee te nemen", "Om te luisteren"):
            self.assertNotContains(response, absent)

    def test_newest_articles_and_episodes_are_shown_newest_first(self):
        for number in range(NEWEST + 1):
            self.site.article(title=f"Artikel {number}", first_published_at=FIRST + timedelta(days=number))
            self.site.episode(title=f"Stem {number}", first_published_at=FIRST + timedelta(days=number))
        context = self.get().context
        self.assertEqual(
            [article.title for article in context["newest"]], [f"Artikel {n}" for n in (4, 3, 2, 1)]
        )
        self.assertEqual([episode.title for episode in context["episodes"]], [f"Stem {n}" for n in (4, 3, 2)])
        self.assertEqual(len(context["episodes"]), EPISODES)

    def test_newest_picture_comes_first_of_all_where_nothing_stands_before_it(self):
        self.site.article(title="Nieuw", hero_image=ImageFactory())
        self.assertContains(self.get(), 'fetchpriority="high"', count=1)
        ways = stream(("way", {"title": "Net uit elkaar", "text": "", "category": None}))
        response = self.get(ways_in=ways)
        self.assertNotContains(response, 'fetchpriority="high"')
        self.assertContains(response, 'loading="lazy"')

    def test_article_directly_under_the_home_page_is_new_too(self):
        ArticlePageFactory(parent=self.site.home, title="Oud adres")
        self.assertContains(self.get(), 'href="/oud-adres/"')

    def test_unpublished_and_restricted_ones_are_left_out(self):
        self.site.article(title="Schets", live=False)
        restricted = self.site.episode(title="Besloten")
        PageViewRestriction.objects.create(page=restricted, restriction_type="login")
        response = self.get()
        self.assertNotContains(response, "Schets")
        self.assertNotContains(response, "Besloten")

    def test_ways_in_lead_to_their_category(self):
        category = CategoryFactory(slug="loslaten")
        way = ("way", {"title": "Ik kan niet loslaten", "text": "Kom.", "category": category.pk})
        self.assertContains(self.get(ways_in=stream(way)), 'href="/blog/categorie/loslaten/"')

    def test_way_in_whose_category_is_gone_leads_nowhere(self):
        way = ("way", {"title": "Ik kan niet loslaten", "text": "", "category": 999999})
        response = self.get(ways_in=stream(way))
        self.assertContains(response, "Ik kan niet loslaten")
        self.assertNotContains(response, "categorie/")

    def test_site_without_list_of_articles_links_to_no_category(self):
        category = CategoryFactory(slug="loslaten")
        way = ("way", {"title": "Kom", "text": "", "category": category.pk})
        self.site.blog.delete()
        self.site.home.refresh_from_db()
        article = ArticlePageFactory(
            parent=Page.objects.get(pk=self.site.home.pk), categories=[category], tags=["a"]
        )
        self.assertNotContains(self.get(ways_in=stream(way)), "categorie/")
        response = self.client.get(article.url)
        self.assertContains(response, category.name)
        self.assertNotContains(response, "categorie/")
        self.assertNotContains(response, "onderwerp/")

    def test_only_gifts_that_are_given_are_shown(self):
        gifts = [make_magnet(slug="kaart"), make_magnet(slug="weg", is_active=False)]
        response = self.get(
            gifts=stream(*(("gift", {"magnet": pk}) for pk in (*(g.pk for g in gifts), 999999)))
        )
        self.assertContains(response, 'href="/aanmelden/kaart/"')
        self.assertNotContains(response, "/aanmelden/weg/")

    def test_coach_is_introduced_and_linked_when_published(self):
        author = self.site.author(title="Marit", portrait=ImageFactory(), portrait_alt="Marit lacht")
        words = f"<p>Ik ben Marit, {link_to(self.site.people)}.</p>"
        response = self.get(about_title="Over mij", about_text=words, about_author=author)
        self.assertContains(response, 'alt="Marit lacht"')
        self.assertContains(response, '<a href="/over-ons/">hier</a>', html=True)
        self.assertContains(response, "Meer over Marit")
        author.unpublish()
        self.assertNotContains(self.client.get("/"), "Meer over Marit")


class Menu(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def menu(self, path: str = "/") -> str:
        html = self.client.get(path).text
        return html.split('<nav class="menu menu--wide"')[1].split("</nav>")[0]

    def test_menu_holds_published_pages_that_belong_in_it_in_the_order_of_the_tree(self):
        self.site.standard_page(title="Begeleiding", show_in_menus=True)
        self.site.standard_page(title="Bedankt")
        self.site.standard_page(title="Schets", show_in_menus=True, live=False)
        menu = self.menu()
        places = [menu.find(title) for title in ("Blog", "Over ons", "Podcast", "Begeleiding")]
        self.assertNotIn(-1, places)
        self.assertEqual(places, sorted(places))
        self.assertNotIn("Bedankt", menu)
        self.assertNotIn("Schets", menu)

    def test_where_one_is_is_marked(self):
        article = self.site.article()
        self.assertIn('href="/blog/" aria-current="page"', self.menu("/blog/"))
        self.assertIn('href="/blog/" aria-current="true"', self.menu(article.url))
        self.assertNotIn("aria-current", self.menu("/"))

    def test_list_of_articles_outside_the_menu_is_still_linked_from_articles(self):
        self.site.blog.show_in_menus = False
        self.site.blog.save()
        category = CategoryFactory(slug="loslaten")
        article = self.site.article(categories=[category])
        self.assertNotIn('href="/blog/"', self.menu())
        self.assertContains(self.client.get(article.url), 'href="/blog/categorie/loslaten/"')


class Footer(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def test_footer_shows_links_contact_and_crisis_lines_from_the_settings(self):
        settings = self.site.settings
        page, draft = (
            self.site.standard_page(title="Privacy"),
            self.site.standard_page(title="Schets", live=False),
        )
        settings.footer_links = stream(
            ("link", {"page": page.pk, "text": ""}),
            ("link", {"page": self.site.blog.pk, "text": "Lees alles"}),
            ("link", {"page": draft.pk, "text": "Nog niet"}),
            ("link", {"page": 999999, "text": "Weg"}),
        )
        settings.crisis_lines = stream(
            ("line", {"name": "Veilig Thuis", "text": "", "phone": "0800-2000", "url": ""})
        )
        settings.contact_email = "post@tussentij.example"
        settings.save()
        footer = self.client.get("/").text.split('<footer class="footer">')[1].split("</footer>")[0]
        self.assertInHTML('<a href="/privacy/">Privacy</a>', footer)
        self.assertInHTML('<a href="/blog/">Lees alles</a>', footer)
        for absent in ("Nog niet", "Weg"):
            self.assertNotIn(absent, footer)
        self.assertIn('href="tel:08002000"', footer)
        self.assertIn("mailto:post@tussentij.example", footer)
