from unittest import mock

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments import remembered
from comments.models import Blocklist, Comment, CommentSettings, Status
from pagecache.versions import LOOK_UP_SECONDS, bump
from tests.comments.factories import FROM_OUR_PAGE, make_page, open_for_comments, typed


@override_settings(PAGECACHE_BYTES=1_000_000)
class Remembered(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def setUp(self):
        self.enterContext(open_for_comments())

        remembered.forget()
        self.addCleanup(remembered.forget)

    def later(self, seconds):
        """Let the memory grow older by so much; monotonic time is not travelled in."""
        memory = remembered._memory
        memory.looked -= seconds
        memory.made -= seconds

    def test_page_settings_and_lists_are_read_once(self):
        for _ in range(2):
            remembered.public_page(self.page.pk)
            remembered.address(self.page)
            remembered.comment_settings()
            remembered.blocklist()
        with self.assertNumQueries(0):
            remembered.public_page(self.page.pk)
            remembered.address(self.page)
            remembered.comment_settings()
            remembered.blocklist()

    def test_change_is_seen_after_the_next_look_up(self):
        self.assertTrue(remembered.public_page(self.page.pk))
        self.page.live = False
        self.page.save()
        bump()
        self.later(LOOK_UP_SECONDS * 2)
        self.assertIsNone(remembered.public_page(self.page.pk))

    def test_saved_settings_are_seen_after_the_next_look_up(self):
        self.assertNotEqual(remembered.comment_settings().max_links, 0)
        row = CommentSettings.load()
        row.max_links = 0
        row.save()
        self.later(LOOK_UP_SECONDS * 2)
        self.assertEqual(remembered.comment_settings().max_links, 0)

    def test_what_raises_no_version_is_seen_in_seconds(self):
        self.assertEqual(remembered.blocklist().words, "")
        row = Blocklist.load()
        row.words = "casino"
        row.save()
        self.later(remembered.LONGEST_SECONDS * 2)
        self.assertEqual(remembered.blocklist().words, "casino")

    def test_no_more_than_so_many_are_kept(self):
        for page_id in range(10_000, 10_000 + 2 * remembered.MOST):
            remembered.public_page(page_id)
        self.assertLessEqual(len(remembered._memory.found), remembered.MOST)

    def test_nothing_is_remembered_without_a_page_cache(self):
        with override_settings(PAGECACHE_BYTES=0):
            self.assertTrue(remembered.public_page(self.page.pk))
            self.page.live = False
            self.page.save()
            self.assertIsNone(remembered.public_page(self.page.pk))

    def test_reaction_costs_no_query_for_what_is_remembered(self):
        def send(text):
            answer = self.client.post(
                reverse("comments:post", args=[self.page.pk]),
                typed(self.page, text=text),
                headers=FROM_OUR_PAGE,
            )
            self.assertEqual(answer.status_code, 303)

        # Also on a machine that takes long over one reaction.
        self.enterContext(mock.patch.object(remembered, "LONGEST_SECONDS", 3600))
        # Their first reading writes them down, which raises the version.
        CommentSettings.load()
        Blocklist.load()
        send("Vanavond was het stil.")
        with CaptureQueriesContext(connection) as asked:
            send("Vanochtend ook.")
        about = ("comments_commentsettings", "comments_blocklist", "wagtailcore_page")
        reading = [query["sql"] for query in asked if query["sql"].startswith("SELECT")]
        self.assertFalse([sql for sql in reading if any(table in sql for table in about)])
        self.assertEqual(Comment.objects.filter(status=Status.PENDING).count(), 2)
