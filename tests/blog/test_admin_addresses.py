"""A page gets another address, and nobody ends at a dead link."""

from django.test import TestCase
from django.urls import reverse

from blog.models import ArticlePage
from blog.roles import COACH, EDITOR
from tests.blog.factories import make_site
from tests.blog.users import user_in


class AddressTests(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.article = self.site.article(slug="oud", title="De titel")
        self.article.save_revision().publish()
        self.article = ArticlePage.objects.get(pk=self.article.pk)
        self.client.force_login(user_in(COACH))

    def change(self, slug: str, article: ArticlePage | None = None) -> str:
        address = reverse("blog_admin:change_address", args=[(article or self.article).pk])
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(address, {"slug": slug})
        return self.client.get("/admin/").content.decode()

    def test_readers_find_it_at_the_new_address_at_once(self) -> None:
        said = self.change("nieuw")
        self.assertIn("/blog/oud/ → http://localhost/blog/nieuw/", said)
        self.article.refresh_from_db()
        self.assertTrue(self.article.live)
        self.assertFalse(self.article.has_unpublished_changes)
        self.assertEqual(self.client.get("/blog/nieuw/").status_code, 200)

    def test_old_address_leads_to_the_new_one(self) -> None:
        self.change("nieuw")
        self.assertRedirects(self.client.get("/blog/oud/"), "/blog/nieuw/", 301)

    def test_back_again_leads_nobody_in_circles(self) -> None:
        self.change("nieuw")
        self.change("oud")
        self.assertEqual(self.client.get("/blog/oud/").status_code, 200)
        self.assertRedirects(self.client.get("/blog/nieuw/"), "/blog/oud/", 301)

    def test_words_of_a_draft_stay_a_draft(self) -> None:
        self.article.title = "Een betere titel"
        self.article.save_revision()
        self.change("nieuw", ArticlePage.objects.get(pk=self.article.pk))
        article = ArticlePage.objects.get(pk=self.article.pk)
        self.assertEqual((article.slug, article.title), ("nieuw", "De titel"))
        self.assertTrue(article.has_unpublished_changes)
        draft = article.get_latest_revision_as_object()
        self.assertEqual((draft.slug, draft.title), ("nieuw", "Een betere titel"))

    def test_taken_address_is_refused(self) -> None:
        self.site.article(slug="bezet")
        self.assertIn("Er is al een pagina met het adres ‘bezet’", self.change("bezet"))
        self.article.refresh_from_db()
        self.assertEqual(self.article.slug, "oud")

    def test_words_become_an_address(self) -> None:
        self.change("Eén Nieuw, adres!")
        self.article.refresh_from_db()
        self.assertEqual(self.article.slug, "een-nieuw-adres")

    def test_nothing_is_no_address(self) -> None:
        self.assertIn("Gebruik letters, cijfers en streepjes", self.change("///"))

    def test_redacteur_may_not(self) -> None:
        self.client.force_login(user_in(EDITOR))
        self.change("nieuw")
        self.article.refresh_from_db()
        self.assertEqual(self.article.slug, "oud")
