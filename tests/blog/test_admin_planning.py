"""Plan an article for tomorrow at eight, from a list and from the editor."""

from datetime import UTC, datetime

import time_machine
from django.test import TestCase
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.utils.text import text_from_html

from blog.forms import TOMORROW_MORNING
from blog.models import ArticlePage
from blog.roles import COACH, EDITOR
from tests.blog.factories import make_site, stream
from tests.blog.users import user_in

# Just after midnight in Amsterdam, still the day before in UTC.
NIGHT = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
# The clocks go forward in between.
TOMORROW = datetime(2026, 3, 30, 6, 0, tzinfo=UTC)


def article_form(**fields: object) -> dict[str, object]:
    """Return what the editor sends for an article."""
    return nested_form_data(
        {
            "title": "Morgen te lezen",
            "slug": "morgen-te-lezen",
            "intro": "Een korte inleiding.",
            "hero_image": "",
            "hero_alt": "",
            "hero_caption": "",
            "body": streamfield([("paragraph", rich_text("<p>Rustig aan.</p>", features=["bold"]))]),
            "article_authors": inline_formset([]),
            "related_articles": inline_formset([]),
            "tags": "",
            "comments_open": "on",
            **fields,
        }
    )


@time_machine.travel(NIGHT, tick=False)
class PlanningTests(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.client.force_login(user_in(COACH))

    def draft(self, **fields: object) -> ArticlePage:
        article = self.site.article(live=False, title="Morgen te lezen", **fields)
        article.save_revision(clean=False)
        return article

    def plan(self, article: ArticlePage, **data: str):
        return self.client.post(reverse("blog_admin:plan_for_tomorrow", args=[article.pk]), data, follow=True)

    def test_draft_is_planned_for_eight_in_amsterdam(self) -> None:
        article = self.draft()
        response = self.plan(article)
        self.assertContains(response, "‘Morgen te lezen’ verschijnt maandag 30 maart 2026, 08:00.")
        article.refresh_from_db()
        self.assertFalse(article.live)
        self.assertEqual(article.scheduled_revision.approved_go_live_at, TOMORROW)

    def test_unfinished_draft_is_refused_and_says_what_is_missing(self) -> None:
        empty_heading = stream(("heading", {"text": "", "level": "h2"}))
        article = self.draft(intro="", body=empty_heading)
        response = self.plan(article)
        self.assertContains(response, "is nog niet af. Kijk nog eens naar: inleiding, tekst.")
        self.assertIsNone(article.scheduled_revision)

    def test_redacteur_may_not_plan(self) -> None:
        article = self.draft()
        self.client.force_login(user_in(EDITOR))
        self.plan(article)
        self.assertIsNone(article.scheduled_revision)

    def test_looking_at_the_address_plans_nothing(self) -> None:
        article = self.draft()
        response = self.client.get(reverse("blog_admin:plan_for_tomorrow", args=[article.pk]))
        self.assertEqual(response.status_code, 405)

    def test_it_goes_back_to_where_one_was_and_nowhere_else(self) -> None:
        self.assertRedirects(self.plan(self.draft(slug="a"), next="/admin/artikelen/"), "/admin/artikelen/")
        self.assertRedirects(self.plan(self.draft(slug="b"), next="https://elders.example/"), "/admin/")

    def test_button_in_the_editor_plans_and_does_not_publish(self) -> None:
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk])
        self.assertContains(self.client.get(address), f'value="{TOMORROW_MORNING}"')
        self.client.post(address, {**article_form(), "action-publish": TOMORROW_MORNING})
        article = ArticlePage.objects.get(slug="morgen-te-lezen")
        self.assertFalse(article.live)
        self.assertEqual(article.scheduled_revision.approved_go_live_at, TOMORROW)

    def test_publish_button_still_publishes(self) -> None:
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk])
        self.client.post(address, {**article_form(), "action-publish": "action-publish"})
        self.assertTrue(ArticlePage.objects.get(slug="morgen-te-lezen").live)

    def test_live_article_is_offered_publishing_first_and_no_planning(self) -> None:
        article = self.site.article()
        page = self.client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
        footer = page.split("<footer")[-1]
        self.assertNotIn(TOMORROW_MORNING, footer)
        self.assertLess(footer.index("action-publish"), footer.index("action-save"))

    def test_title_that_was_used_before_gets_another_address(self) -> None:
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk])
        for _ in range(2):
            self.client.post(address, article_form())
        slugs = ArticlePage.objects.order_by("pk").values_list("slug", flat=True)
        self.assertEqual(list(slugs), ["morgen-te-lezen", "morgen-te-lezen-2"])

    def test_paragraphs_without_text_go_when_it_is_published(self) -> None:
        body = streamfield([("paragraph", "null"), ("paragraph", rich_text("<p>Ja.</p>", features=["bold"]))])
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk])
        self.client.post(address, {**article_form(body=body), "action-publish": "action-publish"})
        article = ArticlePage.objects.get(slug="morgen-te-lezen")
        self.assertEqual([text_from_html(block.value.source) for block in article.body], ["Ja."])
