"""Which pages a Redacteur reaches: articles, and nothing around them."""

from django.contrib.auth.models import Group, User
from django.test import TestCase
from django.urls import reverse

from blog.models import ArticlePage
from blog.roles import EDITOR, create_roles
from tests.blog.factories import ArticleIndexPageFactory, make_site


class EditorsReach(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.editor = User.objects.create_user("schrijver")
        self.editor.groups.add(Group.objects.get(name=EDITOR))
        self.client.force_login(self.editor)

    def test_other_pages_are_refused(self) -> None:
        for page in (self.site.home, self.site.people, self.site.author(), self.site.standard_page()):
            with self.subTest(page.title):
                response = self.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
                self.assertRedirects(response, reverse("wagtailadmin_home"), fetch_redirect_response=False)

    def test_draft_of_an_article_can_be_made_and_changed(self) -> None:
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk])
        self.assertEqual(self.client.get(address).status_code, 200)
        data = {"title": "Concept", "slug": "concept", "intro": "Kort.", "body-count": "0"}
        for formset in ("article_authors", "related_articles", "comments"):
            data |= {f"{formset}-TOTAL_FORMS": "0", f"{formset}-INITIAL_FORMS": "0"}
        self.client.post(address, data)
        draft = ArticlePage.objects.get(slug="concept")
        self.assertFalse(draft.live)
        address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
        self.assertEqual(self.client.get(address).status_code, 200)

    def test_list_that_comes_later_is_reached_too(self) -> None:
        later = ArticleIndexPageFactory(parent=self.site.home, title="Verhalen")
        self.assertTrue(later.permissions_for_user(self.editor).can_add_subpage())

    def test_list_that_was_there_before_the_roles_is_reached(self) -> None:
        Group.objects.get(name=EDITOR).page_permissions.all().delete()
        create_roles()
        self.assertTrue(self.site.blog.permissions_for_user(self.editor).can_add_subpage())
        self.assertFalse(self.site.home.permissions_for_user(self.editor).can_edit())
