"""The first screen after login."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from blog.panels import greeting
from blog.roles import COACH, EDITOR
from tests.blog.factories import make_site
from tests.blog.users import user_in


class StartPageTests(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.coach = user_in(COACH)
        self.client.force_login(self.coach)

    def start(self) -> str:
        return self.client.get("/admin/").content.decode()

    def draft(self, title: str):
        article = self.site.article(title=title, live=False)
        article.save_revision()
        return article

    def test_new_article_is_one_click_away(self) -> None:
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk])
        self.assertIn(f'href="{address}"', self.start())
        self.assertContains(self.client.get(address), "autofocus")

    def test_site_without_a_blog_still_has_a_start_page(self) -> None:
        self.site.blog.delete()
        self.assertNotIn("Nieuw artikel", self.start())

    def test_draft_can_be_planned_from_here(self) -> None:
        draft = self.draft("Nog niet af")
        self.assertIn(reverse("blog_admin:plan_for_tomorrow", args=[draft.pk]), self.start())

    def test_redacteur_is_not_offered_what_she_may_not(self) -> None:
        draft = self.draft("Nog niet af")
        self.client.force_login(user_in(EDITOR))
        start = self.start()
        self.assertIn("Nog niet af", start)
        self.assertNotIn(reverse("blog_admin:plan_for_tomorrow", args=[draft.pk]), start)
        self.assertNotIn("Adres wijzigen", start)

    def test_planned_article_shows_its_moment_and_is_no_draft(self) -> None:
        draft = self.draft("Voor later")
        draft.go_live_at = datetime(2099, 5, 4, 6, 0, tzinfo=UTC)
        draft.save_revision().publish()
        start = self.start()
        self.assertIn("Verschijnt maandag 4 mei, 08:00", start)
        drafts = start.split('id="concepten-kop"')[1].split("</section>")[0]
        self.assertNotIn("Voor later", drafts)

    def test_published_page_leads_to_its_versions_and_its_address(self) -> None:
        article = self.site.article(title="Al te lezen")
        article.save_revision().publish()
        start = self.start()
        self.assertIn(reverse("blog_admin:versions", args=[article.pk]), start)
        self.assertIn(reverse("blog_admin:change_address", args=[article.pk]), start)

    def test_queries_do_not_grow_with_pages(self) -> None:
        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                self.start()
            return len(captured)

        def add(number: int) -> None:
            self.draft(f"Concept {number}")
            self.site.article().save_revision().publish()

        add(0)
        self.start()
        first = queries()
        for number in range(1, 5):
            add(number)
        self.assertLessEqual(queries(), first)

    def test_menu_is_in_the_order_of_the_day(self) -> None:
        start = self.start()
        order = ["Artikelen", "Podcast", "Reacties", "Weggevers", "Aanmeldingen", "Afbeeldingen"]
        places = [start.index(f'"{label}"') for label in order]
        self.assertEqual(places, sorted(places))
        self.assertNotIn("guide.wagtail.org", start)

    @override_settings(
        STORAGES={"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    )
    def test_login_is_dutch_and_in_the_looks_of_the_site(self) -> None:
        self.client.logout()
        login = self.client.get("/admin/login/").content.decode()
        self.assertIn("Wachtwoord", login)
        self.assertNotIn("Password", login)
        self.assertIn("css/admin.css", login)

    def test_lists_of_articles_and_episodes(self) -> None:
        author = self.site.author(title="Marit")
        self.site.article(title="Te vinden", authors=[author])
        self.site.episode(title="Te horen")
        articles = self.client.get("/admin/artikelen/").content.decode()
        self.assertIn("Te vinden", articles)
        self.assertIn("Marit", articles)
        self.assertIn(f"/admin/pages/add/blog/articlepage/{self.site.blog.pk}/", articles)
        self.assertContains(self.client.get("/admin/podcast/"), "Te horen")

    def test_nothing_is_asked_of_another_machine(self) -> None:
        for address in ("/admin/", "/admin/artikelen/", "/admin/account/"):
            html = self.client.get(address).content.decode()
            for attribute in ("src", "action"):
                for value in html.split(f'{attribute}="')[1:]:
                    self.assertIn(urlsplit(value.split('"')[0]).netloc, ("", "localhost"), value[:80])

    def test_preview_may_be_framed_by_the_admin_alone(self) -> None:
        article = Page.objects.get(pk=self.site.article().pk).specific
        article.save_revision()
        preview = self.client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk]))
        self.assertEqual(preview.status_code, 200)
        self.assertIn("frame-ancestors 'self'", preview["Content-Security-Policy"])


def test_greeting_follows_the_hour() -> None:
    assert [greeting(hour) for hour in (3, 8, 13, 20)] == [
        "Goedenacht",
        "Goedemorgen",
        "Goedemiddag",
        "Goedenavond",
    ]
