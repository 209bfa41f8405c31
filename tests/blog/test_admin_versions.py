"""Earlier versions: what changed, and the way back."""

from django.test import TestCase
from django.urls import reverse

from blog.models import ArticlePage
from blog.roles import COACH, EDITOR
from tests.blog.factories import make_site, stream
from tests.blog.users import user_in


class VersionTests(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.article = self.site.article(title="De eerste titel")
        self.first = self.article.save_revision()
        self.first.publish()
        self.article = ArticlePage.objects.get(pk=self.article.pk)
        self.article.title = "De tweede titel"
        self.article.save_revision().publish()
        self.client.force_login(user_in(COACH))

    def bring_back(self, **data: str):
        address = reverse("blog_admin:bring_version_back", args=[self.article.pk, self.first.pk])
        return self.client.post(address, data)

    def now(self) -> ArticlePage:
        return ArticlePage.objects.get(pk=self.article.pk)

    def test_change_is_shown_word_by_word(self) -> None:
        page = self.client.get(reverse("blog_admin:versions", args=[self.article.pk]))
        self.assertContains(page, '<span class="deletion">eerste</span>', html=True)
        self.assertContains(page, '<span class="addition">tweede</span>', html=True)
        self.assertContains(page, "Dit is de versie van nu.")

    def test_version_comes_back_as_a_draft(self) -> None:
        response = self.bring_back()
        self.assertRedirects(
            response,
            reverse("wagtailadmin_pages:edit", args=[self.article.pk]),
            fetch_redirect_response=False,
        )
        article = self.now()
        self.assertEqual(article.title, "De tweede titel", "readers see what they saw")
        self.assertEqual(article.get_latest_revision_as_object().title, "De eerste titel")
        self.assertEqual(article.revisions.count(), 3, "the version of a moment ago is kept")

    def test_version_comes_back_for_readers_at_once_when_asked(self) -> None:
        self.bring_back(publiceer="1")
        article = self.now()
        self.assertEqual(article.title, "De eerste titel")
        self.assertFalse(article.has_unpublished_changes)

    def test_version_that_is_not_fit_for_readers_is_not_published(self) -> None:
        article = self.now()
        article.body = stream(("heading", {"text": "", "level": "h2"}))
        broken = article.save_revision(clean=False)
        address = reverse("blog_admin:bring_version_back", args=[article.pk, broken.pk])
        response = self.client.post(address, {"publiceer": "1"}, follow=True)
        self.assertContains(response, "is nog niet af. Kijk nog eens naar: tekst.")
        self.assertEqual(len(self.now().body), 1)

    def test_version_of_another_page_does_not_come_here(self) -> None:
        other = self.site.article()
        address = reverse("blog_admin:bring_version_back", args=[other.pk, self.first.pk])
        self.assertEqual(self.client.post(address).status_code, 404)

    def test_looking_changes_nothing(self) -> None:
        address = reverse("blog_admin:bring_version_back", args=[self.article.pk, self.first.pk])
        self.assertEqual(self.client.get(address).status_code, 405)

    def test_redacteur_brings_back_a_draft_but_publishes_nothing(self) -> None:
        self.client.force_login(user_in(EDITOR))
        self.assertNotContains(
            self.client.get(reverse("blog_admin:versions", args=[self.article.pk])), "Zet terug en publiceer"
        )
        self.bring_back(publiceer="1")
        self.assertEqual(self.now().title, "De tweede titel")
        self.bring_back()
        self.assertEqual(self.now().get_latest_revision_as_object().title, "De eerste titel")

    def test_locked_page_stays_as_it_is(self) -> None:
        article = self.now()
        article.locked = True
        article.save()
        self.bring_back()
        self.assertEqual(self.now().revisions.count(), 2)

    def test_editor_leads_to_the_versions(self) -> None:
        edit = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.article.pk]))
        self.assertContains(edit, reverse("blog_admin:versions", args=[self.article.pk]))
