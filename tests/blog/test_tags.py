"""Tags that can have no address."""

from django.contrib.auth.models import User
from django.test import TestCase
from taggit.models import Tag

from blog.models import ArticlePage
from tests.blog.factories import make_site


class Tags(TestCase):
    def setUp(self) -> None:
        self.site = make_site()

    def errors(self, tags: str) -> list[str]:
        form_class = ArticlePage.get_edit_handler().get_form_class()
        article = ArticlePage(owner=User(username="schrijver"))
        data = {"title": "Eb", "slug": "eb", "intro": "Kort.", "tags": tags, "body-count": "0"}
        for formset in ("article_authors", "related_articles", "comments"):
            data |= {f"{formset}-TOTAL_FORMS": "0", f"{formset}-INITIAL_FORMS": "0"}
        form = form_class(data, instance=article, parent_page=self.site.blog, for_user=None)
        return form.errors.get("tags", [])

    def test_tag_of_signs_alone_is_refused(self) -> None:
        for tags in ("🌊", "eb, 🌊", "!?"):
            with self.subTest(tags):
                (message,) = self.errors(tags)
                self.assertIn("Een onderwerp heeft letters of cijfers nodig.", message)

    def test_words_and_words_with_signs_are_fine(self) -> None:
        self.assertEqual(self.errors("eb, lange nachten, één, 🌊 zee, 113"), [])

    def test_tag_without_address_is_not_shown(self) -> None:
        article = self.site.article(tags=["eb"])
        Tag.objects.filter(name="eb").update(name="🌊", slug="")
        self.assertNotContains(self.client.get(article.url), "/blog/onderwerp/")
