from datetime import UTC, date, datetime

import time_machine
from django.test import TestCase
from django.urls import reverse

from comments.models import Comment, Status
from comments.numbers import monthly, most_discussed, waiting_hours, weekly
from tests.comments.factories import make_coach, make_comment, make_page

# A Wednesday, ten minutes past midnight in Amsterdam.
NOW = datetime(2026, 3, 17, 23, 10, tzinfo=UTC)


def at(*moment: int) -> datetime:
    return datetime(2026, *moment, tzinfo=UTC)


class Numbers(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def make(self, number, status, created_at, **fields):
        return make_comment(self.page, number, status=status, created_at=created_at, **fields)

    def test_each_reaction_counts_in_the_week_it_came_in_by_the_clock_of_amsterdam(self):
        self.make(1, Status.APPROVED, at(3, 16, 12))
        self.make(2, Status.SPAM, at(3, 15, 23, 30))
        self.make(3, Status.SPAM, at(3, 15, 22, 30))
        periods = weekly(NOW, 2)
        self.assertEqual([period.start for period in periods], [date(2026, 3, 9), date(2026, 3, 16)])
        self.assertEqual([period.counts for period in periods], [{"spam": 1}, {"approved": 1, "spam": 1}])

    def test_months_follow_the_calendar_over_the_turn_of_the_year(self):
        self.make(1, Status.TRASH, datetime(2025, 12, 31, 22, 59, tzinfo=UTC))
        self.make(2, Status.PENDING, datetime(2025, 12, 31, 23, 1, tzinfo=UTC))
        periods = monthly(NOW, 4)
        self.assertEqual([period.received for period in periods], [1, 1, 0, 0])
        self.assertEqual(periods[0].start, date(2025, 12, 1))

    def test_answers_of_the_coach_are_counted_apart(self):
        self.make(1, Status.APPROVED, at(3, 16, 12), staff_label="Coach")
        period = weekly(NOW, 1)[0]
        self.assertEqual((period.received, period.answers), (0, 1))

    def test_one_query_counts_everything(self):
        for number in range(5):
            self.make(number, Status.APPROVED, at(3, 1 + number, 12))
        with self.assertNumQueries(1):
            weekly(NOW)

    def test_waiting_time_is_the_middle_one(self):
        for number, hours in enumerate((1, 2, 40)):
            self.make(
                number,
                Status.APPROVED,
                at(3, 10, 0),
                decided_at=at(3, 10 + hours // 24, hours % 24),
            )
        self.assertEqual(waiting_hours(at(3, 1)), 2)
        self.assertIsNone(waiting_hours(at(3, 11)))

    def test_most_discussed_article_comes_first(self):
        other = make_page("Ander artikel")
        self.make(1, Status.APPROVED, at(3, 10))
        self.make(2, Status.PENDING, at(3, 10))
        for number in (3, 4):
            make_comment(other, number)
        found = [(article["title"], article["total"]) for article in most_discussed(at(3, 1))]
        self.assertEqual(found, [("Ander artikel", 2), ("Geen contact met je ex", 1)])

    def test_screen_shows_picture_and_table_and_is_for_moderators_alone(self):
        self.make(1, Status.APPROVED, at(3, 16, 12))
        address = reverse("comment_tools:numbers")
        with time_machine.travel(NOW, tick=False):
            self.client.force_login(make_coach("zonder", allowed=False))
            self.assertEqual(self.client.get(address).status_code, 302)
            self.client.force_login(make_coach())
            for query in ("", "?per=maand"):
                response = self.client.get(address + query)
                self.assertContains(response, 'role="img"')
                self.assertContains(response, "<table")
        Comment.objects.all().delete()
        with time_machine.travel(NOW, tick=False):
            self.assertContains(self.client.get(address), "kwam er geen reactie binnen")
