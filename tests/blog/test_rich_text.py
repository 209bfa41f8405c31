from django.template import Context, Template
from django.test import TestCase
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText, expand_db_html

from blog.rich_text import preloaded
from tests.blog.factories import link_to, make_site


class Links(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(title="Eb")
        cls.draft = cls.site.article(title="Schets", live=False)

    def test_link_to_a_published_page_leads_there(self):
        self.assertEqual(expand_db_html(link_to(self.article)), '<a href="/blog/eb/">hier</a>')

    def test_link_to_an_unpublished_page_leaves_its_words(self):
        self.assertEqual(expand_db_html(link_to(self.draft)), "<a>hier</a>")

    def test_link_to_a_page_for_some_leaves_its_words(self):
        PageViewRestriction.objects.create(page=self.article, restriction_type="login")
        self.assertEqual(expand_db_html(link_to(self.article)), "<a>hier</a>")

    def test_link_to_a_removed_page_leaves_its_words(self):
        self.assertEqual(expand_db_html('<a linktype="page" id="999999">hier</a>'), "<a>hier</a>")

    def test_link_without_a_page_leaves_its_words(self):
        self.assertEqual(expand_db_html('<a linktype="page">hier</a>'), "<a>hier</a>")

    def test_links_elsewhere_stay_as_written(self):
        html = '<a href="https://voorbeeld.example/?a=1&amp;b=2">daar</a>'
        self.assertEqual(expand_db_html(html), html)

    def test_many_links_take_as_many_queries_as_one(self):
        expand_db_html(link_to(self.article))
        others = [self.site.article() for _ in range(4)]
        # The pages, and which are kept for some: outside of a test that is known for a content version.
        with self.assertNumQueries(2):
            expand_db_html("".join(link_to(page) for page in [self.article, *others]))

    def test_preloaded_pages_take_no_query_and_only_they_are_linked(self):
        self.article.get_url()
        with self.assertNumQueries(0), preloaded({str(self.article.pk): self.article}):
            self.assertEqual(expand_db_html(link_to(self.article)), '<a href="/blog/eb/">hier</a>')
            self.assertEqual(expand_db_html(link_to(self.site.home)), "<a>hier</a>")
        self.assertEqual(expand_db_html(link_to(self.site.blog)), '<a href="/blog/">hier</a>')


class Tag(TestCase):
    def test_link_that_leads_nowhere_is_words_like_any_other(self):
        draft = make_site().article(title="Schets", live=False)
        html = self.render(text=f"<p>Lees {link_to(draft, '<b>dit</b>')} en dat.</p>")
        self.assertEqual(html, "<p>Lees <b>dit</b> en dat.</p>")

    def render(self, **context) -> str:
        return Template("{% load site %}{% rich text %}").render(Context(context))

    def test_rich_text_and_its_stored_form_render_alike(self):
        html = "<p>De <b>stilte</b></p>"
        self.assertEqual(self.render(text=RichText(html)), html)
        self.assertEqual(self.render(text=html), html)

    def test_pages_come_from_the_context(self):
        article = make_site().article(title="Eb")
        html = self.render(text=link_to(article), linked_pages={str(article.pk): article})
        self.assertEqual(html, '<a href="/blog/eb/">hier</a>')
