"""manage.py demo: everything or nothing, into an empty site."""

from io import StringIO
from unittest.mock import patch

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone
from post_office.models import Email
from wagtail.blocks import StreamValue
from wagtail.models import Page, Site

from blog.forms import tomorrow_morning
from blog.models import ArticlePage, PodcastEpisodePage, SimilarArticle, SiteSettings
from comments.models import Comment
from demo.loader.account import introduce_coach
from demo.loader.articles import article_data
from demo.loader.site import is_empty, load
from images.models import RenditionJob, SiteImage
from leads.models import LeadMagnet


def _silently(line: str) -> None:
    """Report nothing."""


def _stored_files() -> set[str]:
    folders = (settings.MEDIA_ROOT, settings.PRIVATE_ROOT)
    return {str(path) for folder in folders for path in folder.rglob("*") if path.is_file()}


class LoadedSiteTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        # The pictures' sizes are made by processes of their own, which the browser tests see on a real site.
        with patch("demo.loader.site.make_renditions"):
            cls.made = load(_silently)
        cls.site = Site.objects.get(is_default_site=True)
        cls.pages = [page.specific for page in cls.site.root_page.get_descendants(inclusive=True)]

    def test_site_begins_at_the_home_page_of_the_practice(self) -> None:
        self.assertEqual(self.site.root_page.specific.title, "Tussentij")
        self.assertEqual((self.site.hostname, self.site.port), ("localhost", 80))
        self.assertEqual(Page.objects.filter(depth=2).count(), 1, "the welcome page is gone")

    def test_notice_says_that_it_is_a_demo(self) -> None:
        chosen = SiteSettings.for_site(self.site)
        self.assertIn("demosite", chosen.notice)
        self.assertEqual([line.value["phone"] for line in chosen.crisis_lines], ["0800-0113", "0800-2000"])

    def test_all_articles_are_published_on_their_day_with_a_version_to_edit(self) -> None:
        expected = {data["slug"]: data["published"] for data in article_data()}
        live = {article.slug: article for article in ArticlePage.objects.live()}
        self.assertEqual(live.keys(), expected.keys())
        for slug, article in live.items():
            published = timezone.localtime(article.first_published_at)
            self.assertEqual(published.strftime("%Y-%m-%dT%H:%M"), expected[slug])
            self.assertEqual(article.live_revision, article.latest_revision)
            self.assertEqual(article.latest_revision.created_at, article.last_published_at)
            self.assertFalse(article.has_unpublished_changes)

    def test_article_without_a_gift_of_its_own_shows_that_of_its_category(self) -> None:
        article = ArticlePage.objects.get(slug="grenzen-in-een-nieuwe-relatie")
        self.assertIsNone(article.magnet)
        html = self.client.get(article.get_url()).text
        self.assertIn('action="/aanmelden/e-book/"', html)
        self.assertNotIn('action="/aanmelden/roadmap/"', html)

    def test_revised_article_keeps_the_version_from_before(self) -> None:
        article = ArticlePage.objects.get(slug="vertrouwen-na-ontrouw")
        first, last = article.revisions.order_by("created_at")
        self.assertEqual(first.created_at, article.first_published_at)
        self.assertLess(len(first.as_object().body), len(last.as_object().body))
        self.assertEqual(article.revised_on, timezone.localdate(last.created_at))

    def test_every_text_is_fit_to_publish(self) -> None:
        for page in self.pages:
            page.full_clean()
            for field in page._meta.get_fields():
                value = getattr(page, field.name, None)
                if isinstance(value, StreamValue):
                    with self.subTest(page=page.slug, field=field.name):
                        value.stream_block.clean(value)

    def test_links_between_pages_are_links_by_number(self) -> None:
        linked = 0
        for page in self.pages:
            text = str(getattr(page, "body", "") and page.body.get_prep_value())
            self.assertNotIn("page:", text, page.slug)
            linked += text.count('linktype=\\"page\\"') + text.count('linktype="page"')
        self.assertGreater(linked, 20)

    def test_one_article_is_planned_and_one_is_a_draft(self) -> None:
        planned, draft = ArticlePage.objects.filter(live=False).order_by("-go_live_at")[:2][::-1]
        if planned.go_live_at is None:
            planned, draft = draft, planned
        self.assertEqual(planned.scheduled_revision.approved_go_live_at, tomorrow_morning())
        self.assertIsNone(draft.go_live_at)
        self.assertTrue(draft.has_unpublished_changes)

    def test_menu_holds_blog_authors_podcast_and_coaching(self) -> None:
        menu = self.site.root_page.get_children().in_menu().values_list("slug", flat=True)
        self.assertEqual(list(menu), ["blog", "over-ons", "podcast", "begeleiding"])

    def test_comments_are_threaded_and_some_wait(self) -> None:
        self.assertGreater(Comment.objects.approved().filter(parent__parent__isnull=False).count(), 0)
        self.assertGreater(Comment.objects.pending().count(), 0)
        self.assertFalse(Comment.objects.filter(dedupe_key=None).exists())

    def test_coach_has_a_name_and_an_address_but_no_password_yet(self) -> None:
        coach = User.objects.get()
        self.assertEqual((coach.username, coach.get_full_name()), ("coach", "Marit van Wezel"))
        self.assertEqual(coach.email, "marit@tussentij.example")
        self.assertFalse(coach.has_usable_password())
        self.assertFalse(coach.is_superuser)

    def test_nothing_is_mailed(self) -> None:
        self.assertEqual(Email.objects.count(), 0)

    def test_gifts_have_their_files_outside_the_media_folder(self) -> None:
        for magnet in LeadMagnet.objects.all():
            file = magnet.files.get().file
            self.assertTrue(file.path.startswith(str(settings.PRIVATE_ROOT)))
            self.assertTrue(file.read(5).startswith(b"%PDF-"))
            file.close()

    def test_episodes_can_be_heard(self) -> None:
        for episode in PodcastEpisodePage.objects.live():
            self.assertGreater(episode.audio_bytes, 10_000)
            self.assertGreater(episode.duration, 10)

    def test_articles_know_what_they_are_like(self) -> None:
        for article in ArticlePage.objects.live():
            self.assertGreater(SimilarArticle.objects.filter(article=article).count(), 2)

    def test_every_picture_has_its_focus_in_the_middle(self) -> None:
        for image in SiteImage.objects.all():
            self.assertEqual(image.focal_point_x, image.width // 2)

    def test_every_picture_waits_for_its_sizes(self) -> None:
        self.assertEqual(RenditionJob.objects.filter(state="waiting").count(), SiteImage.objects.count())

    def test_summary_tells_what_was_made(self) -> None:
        self.assertEqual(self.made["artikelen"], len(article_data()))
        self.assertEqual(self.made["reacties"], Comment.objects.count())

    def test_command_refuses_a_site_with_content(self) -> None:
        before = Page.objects.count()
        with self.assertRaisesMessage(CommandError, "Deze site heeft al inhoud"):
            call_command("demo", stdout=StringIO())
        self.assertEqual(Page.objects.count(), before)


class FailedLoadTests(TestCase):
    def test_failure_leaves_neither_pages_nor_files(self) -> None:
        self.assertTrue(is_empty())
        before = _stored_files()
        with (
            patch("demo.loader.site.create_comments", side_effect=RuntimeError("power cut")),
            self.assertRaises(RuntimeError),
        ):
            load(_silently)
        self.assertTrue(is_empty())
        self.assertEqual((SiteImage.objects.count(), User.objects.count()), (0, 0))
        self.assertEqual(_stored_files(), before)


class OwnAccountTests(TestCase):
    def test_accounts_that_are_there_stay_as_they_are(self) -> None:
        User.objects.create_user("saar", password="eenlangwachtwoord")
        introduce_coach()
        self.assertEqual(User.objects.get().username, "saar")
