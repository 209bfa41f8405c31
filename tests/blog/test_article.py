"""An article as it is read: what stands around its text."""

from datetime import UTC, date, datetime

from django.test import TestCase
from wagtail.models import PageViewRestriction

from blog.article_context import share_links
from blog.models import ArticlePage
from tests.blog.factories import CategoryFactory, ImageFactory, heading, make_site, stream
from tests.comments.factories import make_comment

PUBLISHED = datetime(2026, 3, 14, 19, 30, tzinfo=UTC)


class Article(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def make(self, *blocks, **fields) -> ArticlePage:
        values = {"title": "Eb", "first_published_at": PUBLISHED}
        if blocks:
            values["body"] = stream(*blocks)
        return self.site.article(**{**values, **fields})

    def get(self, article: ArticlePage):
        response = self.client.get(article.url)
        self.assertEqual(response.status_code, 200)
        return response


class Head(Article):
    def test_title_intro_date_and_reading_time(self):
        response = self.get(self.make(("paragraph", f"<p>{'eb ' * 400}</p>"), intro="Water zakt."))
        self.assertContains(response, '<h1 class="article__title">Eb</h1>', html=True)
        self.assertContains(response, "Water zakt.")
        self.assertContains(response, "14 maart 2026")
        self.assertContains(response, "2 min lezen")

    def test_date_of_revision_is_named_when_there_is_one(self):
        self.assertNotContains(self.get(self.make()), "herzien")
        self.assertContains(self.get(self.make(title="Vloed", revised_on=date(2026, 4, 2))), "2 april 2026")

    def test_authors_are_named_in_their_order_without_unpublished_ones(self):
        people = [self.site.author(title=name, live=name != "Weg") for name in ("Marit", "Weg", "Joost")]
        response = self.get(self.make(authors=people[::-1]))
        self.assertEqual([author.title for author in response.context["authors"]], ["Joost", "Marit"])
        self.assertNotContains(response, "Weg")

    def test_article_without_author_picture_category_or_tag_is_no_trouble(self):
        response = self.get(self.make())
        self.assertNotContains(response, "byline__portraits")
        self.assertNotContains(response, "hero-figure")

    def test_first_category_leads_to_its_list(self):
        categories = [
            CategoryFactory(name=name, sort_order=order) for order, name in [(2, "Later"), (1, "Eerst")]
        ]
        response = self.get(self.make(categories=categories))
        self.assertContains(response, '<a href="/blog/categorie/eerst/">Eerst</a>', html=True)

    def test_picture_at_the_top_comes_first_and_has_its_description(self):
        response = self.get(self.make(hero_image=ImageFactory(credit="Foto: Wout"), hero_alt="Een steiger"))
        self.assertContains(response, 'alt="Een steiger"')
        self.assertContains(response, 'fetchpriority="high"')
        self.assertContains(response, "Foto: Wout")


class Contents(Article):
    def test_table_of_contents_appears_with_three_headings(self):
        two, three = (
            self.make(*(heading(f"Kop {n}") for n in range(count)), title=f"{count}") for count in (2, 3)
        )
        self.assertNotContains(self.get(two), "toc__list")
        response = self.get(three)
        self.assertContains(response, '<a href="#kop-2">Kop 2</a>', html=True)
        self.assertContains(response, 'id="kop-2"')


class Foot(Article):
    def test_tags_lead_to_their_lists(self):
        response = self.get(self.make(tags=["Lange nachten"]))
        self.assertContains(response, 'href="/blog/onderwerp/lange-nachten/"')

    def test_crisis_lines_stand_under_a_sensitive_article(self):
        self.site.settings.crisis_lines = stream(
            ("line", {"name": "113", "text": "", "phone": "0800-0113", "url": ""})
        )
        self.site.settings.save()
        self.assertNotContains(self.get(self.make()), "Er is nu iemand.")
        self.assertContains(self.get(self.make(title="Zwaar", sensitive=True)), "Er is nu iemand.")

    def test_approved_comments_and_the_form_are_there(self):
        article = self.make()
        make_comment(article, text="Dit helpt.")
        make_comment(article, 2, text="Nog niet gezien.", status="pending")
        response = self.get(article)
        self.assertContains(response, "Dit helpt.")
        self.assertNotContains(response, "Nog niet gezien.")
        self.assertContains(response, f'action="/reacties/{article.pk}/plaatsen/"')

    def test_closed_article_has_no_form(self):
        article = self.make(comments_open=False)
        self.assertNotContains(self.get(article), f'action="/reacties/{article.pk}/plaatsen/"')

    def test_share_links_carry_title_and_address_and_load_nothing(self):
        links = share_links("Eb & vloed?", "https://tussentij.example/eb/")
        self.assertEqual(
            links["whatsapp"], "https://wa.me/?text=Eb%20%26%20vloed%3F%20https%3A//tussentij.example/eb/"
        )
        self.assertEqual(
            links["mail"], "mailto:?subject=Eb%20%26%20vloed%3F&body=https%3A//tussentij.example/eb/"
        )


class Reaching(Article):
    def test_unpublished_article_is_not_found(self):
        article = self.make(live=False)
        self.assertEqual(self.client.get(article.url).status_code, 404)

    def test_words_after_the_address_are_not_found(self):
        article = self.make()
        self.assertEqual(self.client.get(f"{article.url}meer/").status_code, 404)

    def test_article_of_another_tree_is_not_found_here(self):
        article = self.make()
        self.assertEqual(self.client.get(f"/{self.site.home.slug}{article.url}").status_code, 404)

    def test_restricted_article_asks_for_a_login_wherever_the_restriction_stands(self):
        article = self.make()
        for page in (article, self.site.blog, self.site.home):
            with self.subTest(page.title):
                restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
                self.assertEqual(self.client.get(article.url).status_code, 302)
                restriction.delete()
        self.get(article)

    def test_alias_is_restricted_as_its_source_is(self):
        article = self.make()
        alias = article.create_alias(update_slug="eb-elders")
        self.assertEqual(self.client.get(alias.url).status_code, 200)
        PageViewRestriction.objects.create(page=article, restriction_type="login")
        self.assertEqual(self.client.get(alias.url).status_code, 302)

    def test_moved_article_is_found_at_its_new_place_and_the_old_one_leads_there(self):
        article = self.make()
        article.move(self.site.home, "last-child")
        self.assertRedirects(self.client.get("/blog/eb/"), "/eb/", status_code=301)

    def test_restricted_article_is_never_kept_for_others(self):
        article = self.make()
        self.assertTrue(getattr(self.get(article), "_pagecache", False))
        PageViewRestriction.objects.create(page=article, restriction_type="password", password="geheim")
        self.assertFalse(getattr(self.client.get(article.url), "_pagecache", False))

    def test_preview_of_a_draft_shows_what_is_not_saved_and_is_never_kept(self):
        article = self.make()
        article.title = "Nog niet opgeslagen"
        response = article.make_preview_request()
        self.assertIn("Nog niet opgeslagen", response.text)
        self.assertFalse(getattr(response, "_pagecache", False))

    def test_preview_of_an_article_that_was_never_saved(self):
        article = ArticlePage(title="Nieuw", slug="nieuw", intro="Kort.", body=stream(heading("Eb")))
        # What the editor does for a page that has no place in the tree yet.
        article.depth, article.path = self.site.blog.depth + 1, f"{self.site.blog.path}0001"
        article.set_url_path(self.site.blog)
        response = article.make_preview_request()
        self.assertEqual(response.status_code, 200)
        self.assertIn("Nieuw", response.text)
