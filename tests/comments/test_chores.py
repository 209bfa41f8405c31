"""What happens to comments at its time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.test import TestCase

from comments.chores import Closings
from comments.models import CommentSettings
from pagecache.versions import look_up
from tests.comments.factories import FIRST, make_page

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


class ClosingTests(TestCase):
    def setUp(self):
        self.page = make_page(first_published_at=FIRST)
        self.close_after(30)
        self.closings = Closings()
        self.closes = FIRST + 30 * DAY

    def close_after(self, days: int | None) -> None:
        chosen = CommentSettings.load()
        chosen.close_after_days = days
        chosen.save()

    def look(self, moment) -> bool:
        """Look; return whether cached pages were made to go, and check that saying so is true."""
        before = look_up()
        said = self.closings.look(moment)
        self.assertEqual(look_up() > before, said)
        return said

    def test_pages_appear_anew_when_an_article_closes(self):
        self.look(self.closes - 40 * SECOND)
        self.assertFalse(self.look(self.closes - 20 * SECOND))
        self.assertTrue(self.look(self.closes))
        self.assertFalse(self.look(self.closes + 20 * SECOND))

    def test_once_more_a_minute_later_for_a_clock_that_is_behind(self):
        self.look(self.closes - SECOND)
        looks = [self.look(self.closes + seconds * SECOND) for seconds in (19, 39, 59, 79, 99)]
        self.assertEqual(looks, [True, False, False, True, False])

    def test_late_round_misses_nothing(self):
        self.look(self.closes - DAY)
        self.assertTrue(self.look(self.closes + DAY))

    def test_process_that_just_began_cannot_know_and_looks_once(self):
        self.assertTrue(self.look(self.closes + DAY))
        self.assertFalse(self.look(self.closes + DAY + 20 * SECOND))

    def test_other_number_of_days_counts_at_once(self):
        self.look(FIRST + 20 * DAY)
        self.close_after(10)
        self.assertTrue(self.look(FIRST + 20 * DAY + 20 * SECOND))

    def test_nothing_to_do_where_comments_stay_open(self):
        self.close_after(None)
        self.assertFalse(self.look(self.closes))
        self.assertFalse(self.look(self.closes + DAY))

    def test_page_that_nobody_can_see_does_not_count(self):
        self.page.live = False
        self.page.save()
        self.look(self.closes - SECOND)
        self.assertFalse(self.look(self.closes + SECOND))

    def test_failed_round_is_made_good(self):
        self.look(self.closes - SECOND)
        with page_table_out_of_order(), self.assertRaises(DatabaseError), transaction.atomic():
            self.closings.look(self.closes + SECOND)
        self.assertTrue(self.look(self.closes + DAY))


@contextmanager
def page_table_out_of_order() -> Iterator[None]:
    rename = "ALTER TABLE wagtailcore_page RENAME COLUMN {} TO {}".format
    with connection.cursor() as cursor:
        cursor.execute(rename("first_published_at", "gone"))
        try:
            yield
        finally:
            cursor.execute(rename("gone", "first_published_at"))
